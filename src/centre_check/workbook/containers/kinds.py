"""The kinds of container that can be read, and what is raised for one that cannot."""

from enum import StrEnum


class FileKind(StrEnum):
    """What a file is by its content, whatever it is called."""

    XLSX = "xlsx"  # .xlsm too: its macros are never looked at
    XLS = "xls"  # BIFF in an OLE container; WPS .et as long as it has a Workbook stream
    XLSB = "xlsb"
    ODS = "ods"
    CSV = "csv"
    CSV_ZIP = "csv_zip"  # a zip of .csv files, one a sheet


class DamagedFile(Exception):
    """The parser of a container cannot read the file.

    Attributes:
        message: the marked message that says why, or the parser's own words.
        values: what fills its `{names}`; empty for a parser's own words.
    """

    def __init__(self, message: str = "", **values: object) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values
