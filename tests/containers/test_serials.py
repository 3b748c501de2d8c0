"""A bare day number in a column of dates counts from where its workbook counts from."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook

from centre_check.form.types import Disclosure
from centre_check.logic import Interval
from centre_check.model.entry import Entry
from centre_check.standard import shelf
from centre_check.words import Words
from centre_check.workbook import read_facts
from centre_check.workbook.cells import MESSAGES, EntryRemark

DAY = date(2019, 3, 5)
FROM_1900, FROM_1904 = 43529, 42067  # both are DAY
Rows = list[list[object]]


def _xlsx(path: Path, rows: Rows, *, epoch_1904: bool) -> None:
    book = Workbook()
    book.remove(book.active)
    if epoch_1904:
        book.epoch = datetime(1904, 1, 1)
    page = book.create_sheet("03 运营管理人员")
    for row in rows:
        page.append(row)
    book.save(path)


def _xls(path: Path, rows: Rows, *, epoch_1904: bool) -> None:
    book = xlwt.Workbook()
    book.dates_1904 = epoch_1904
    page = book.add_sheet("03 运营管理人员")
    for at, row in enumerate(rows):
        for column, raw in enumerate(row):
            page.write(at, column, raw)
    book.save(str(path))


def _started_on(path: Path) -> Entry:
    form = shelf.take("huyi-2019-centre").form
    facts = read_facts(path, form, Words("en"), disclosure=Disclosure.FULL)
    return facts.tables["staff"].rows[0].entry("started_on")


@pytest.mark.parametrize("write", [_xlsx, _xls], ids=["xlsx", "xls"])
@pytest.mark.parametrize("shown", [False, True], ids=["number", "text"])
@pytest.mark.parametrize(
    ("epoch_1904", "serial"),
    [(False, FROM_1900), (True, FROM_1904)],
    ids=["counted from 1900", "counted from 1904"],
)
def test_a_day_number_is_the_same_day(
    write: Callable[..., None], *, shown: bool, epoch_1904: bool, serial: int, tmp_path: Path
) -> None:
    path = tmp_path / f"a.{write.__name__.strip('_')}"
    entry = str(serial) if shown else serial
    rows: Rows = [["姓名", "专职/兼职", "岗位类别", "到岗日期"], ["赵建国", "专职", "服务", entry]]
    write(path, rows, epoch_1904=epoch_1904)
    fact = _started_on(path)
    assert (fact.value, fact.remark) == (Interval.exactly(DAY), MESSAGES[EntryRemark.SERIAL_NUMBER])
