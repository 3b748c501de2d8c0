"""Read .xlsx and .xlsm: values through python-calamine, what it hides from the XML."""

import io
import zipfile
from xml.parsers.expat import ExpatError

from centre_check.workbook.containers.blind_spots import blind_spots
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.grid import Grid, merged


def read(content: bytes) -> tuple[Grid, ...]:
    """The worksheets in their order.

    Raises:
        DamagedFile: it cannot be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            unseen = blind_spots(package)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        grids = []
        for about in book.sheets_metadata:
            if about.typ is SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(about.name)
                down, across = merged(sheet.merged_cell_ranges)
                grids.append(
                    Grid(
                        about.name,
                        sheet.to_python(skip_empty_area=False),
                        about.visible is not SheetVisibleEnum.Visible,
                        unseen.get(about.name, {}),
                        down,
                        across,
                    )
                )
    except (CalamineError, zipfile.BadZipFile, ExpatError, OSError) as error:
        raise DamagedFile(str(error)) from error
    return tuple(grids)
