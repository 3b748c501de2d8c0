"""Writes the four sample workbooks beside this file, and what inspectors decided in `现场核定`.

The same bytes on every run.

Run as `.venv/bin/python samples/make_samples.py`.
"""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import district_fail
import district_pass
import town_open
import town_pass
from layout import build, build_on_site
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.writer.excel import ExcelWriter

HERE = Path(__file__).parent
SAMPLES = (district_pass.SAMPLE, district_fail.SAMPLE, town_pass.SAMPLE, town_open.SAMPLE)
ON_SITE, INSPECTORS = "现场核定", "鄠邑区人力资源和社会保障局"
WRITTEN = datetime(2026, 1, 1)


def main() -> None:
    """Write every sample and say which."""
    for sample in SAMPLES:
        book = build(sample)
        book.properties.creator = str(sample.centre["operator"])
        book.properties.title = f"{sample.centre['name']}数据采集表"
        (HERE / sample.file).write_bytes(packed(book))
        print(f"{sample.file}: {len(book.sheetnames)} 张工作表")
        if sample.on_site:
            book = build_on_site(sample, INSPECTORS)
            book.properties.creator = INSPECTORS
            book.properties.title = f"{sample.centre['name']}现场核定表"
            book.custom_doc_props.append(StringProperty(name="centre-check", value="inspector"))
            name = sample.file.replace(".", f"{ON_SITE}.")
            (HERE / ON_SITE / name).write_bytes(packed(book))
            print(f"{ON_SITE}/{name}: {len(sample.on_site)} 条")


def packed(book: Workbook) -> bytes:
    """The workbook as bytes that do not tell when they were written."""
    book.properties.created = book.properties.modified = WRITTEN
    drawn = BytesIO()
    ExcelWriter(book, ZipFile(drawn, "w")).save()  # Workbook.save() would set the time of day
    fixed = BytesIO()
    with ZipFile(drawn) as parts, ZipFile(fixed, "w") as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else Windows and Linux would differ
            archive.writestr(entry, parts.read(name))
    return fixed.getvalue()


if __name__ == "__main__":
    main()
