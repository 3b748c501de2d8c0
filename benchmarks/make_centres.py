"""Write many centres' workbooks: `python -m benchmarks.make_centres FOLDER [--count 1100]`.

As Excel writes them (shared strings, real dates), filled in by the form with some 30 records a
table, in nested folders of cities and counties. Each has its own names, codes, sizes and dates, one
cell in twenty blank, one centre in ten with something amiss; a fixed seed gives the same ones.
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from centre_check.form.types import Field, Form, Kind, Layout, Personal, Sheet
from centre_check.standard import locations
from centre_check.standard.load import read_form

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_GIVEN = "建国文华秀英志强桂兰海燕永刚丽娟晓东玉梅俊杰雪琴德明红霞"
_AS_OF = date(2026, 6, 30)
_WORDS = {
    "trade": ("批发零售", "餐饮", "软件开发", "农产品加工", "家政服务"),
    "position": ("主任", "副主任", "服务专员", "财务", "安全员"),
    "location": ("一楼大厅", "二楼201室", "二楼202室", "三楼东侧"),
    "affiliation": ("某某职业学院", "某某商会", "某某律师事务所"),
    "content": ("代办营业执照", "政策咨询", "检查消防通道", "创业计划书辅导"),
    "remarks": ("", "", "", "见附件"),
    "sex": ("男", "女"),
}


def make_centres(folder: Path, count: int, rows: int = 30, seed: int = 2026) -> None:
    """Write `count` workbooks with about `rows` records a table below `folder`."""
    form = read_form(locations.locate_form("centre", locations.locate("huyi-2019-centre")))
    for number in range(1, count + 1):
        county = folder / f"第{number // 110 + 1:02}市" / f"第{number // 11 % 10 + 1:02}县"
        county.mkdir(parents=True, exist_ok=True)
        chance = random.Random(seed + number)  # noqa: S311 - a reproducible choice
        _Centre(form, number, rows, chance).write(county / f"{number:05}.xlsx")


class _Centre:
    """One centre and how its cells are filled in."""

    def __init__(self, form: Form, number: int, rows: int, chance: random.Random) -> None:
        self._form = form
        self._number = number
        self._rows = rows
        self._chance = chance
        self._level = "区级" if number % 11 == 1 else "镇级"
        self._people = [
            chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, 2)) for _ in range(rows)
        ]
        self._entities = [f"第{number}区第{at}商行" for at in range(1, rows + 1)]

    def write(self, path: Path) -> None:
        with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
            for sheet in self._form.sheets:
                page = book.add_worksheet(sheet.name)
                for at, line in enumerate(self._lines(sheet)):
                    page.write_row(at, 0, line)

    def _lines(self, sheet: Sheet) -> list[list[object]]:
        fields = [field for field in sheet.fields if field.prompt is not None]
        if sheet.layout is Layout.KEY_VALUE:
            return [[field.header, self._of_centre(field)] for field in fields]
        if sheet.id == "attestations":
            return [[field.header for field in fields]]
        size = self._chance.randint(self._rows * 2 // 3, self._rows * 4 // 3)
        rows = [[self._cell(sheet, field, at) for field in fields] for at in range(size)]
        return [[sheet.title.zh], [field.header for field in fields], *rows]

    def _of_centre(self, field: Field) -> object:
        own: dict[str, object] = {
            "name": f"第{self._number:05}创业中心",
            "area_code": f"61{self._number:010}",
            "level": self._level,
            "data_as_of": _AS_OF,
            "total_area": self._chance.randint(150, 900),
            "tenure_from": date(2020, 1, 1),
            "tenure_until": date(2029, 12, 31),
        }
        return own.get(field.id, self._cell(None, field, 0))

    def _cell(self, sheet: Sheet | None, field: Field, at: int) -> object:
        is_key = sheet is not None and field.id == sheet.key
        if not is_key and self._chance.random() < 0.05:
            return None
        if field.personal is Personal.PHONE:
            return f"139{self._chance.randint(0, 99_999_999):08}"
        if field.personal is Personal.NUMBER:
            return f"610125{self._chance.randint(1960, 2000)}0{at % 9 + 1}15{at:03}X"
        if field.personal is Personal.NAME:
            return self._people[at % len(self._people)]
        match field.kind:
            case Kind.NUMBER:
                return self._chance.randint(1, 60)
            case Kind.DATE:
                return self._day(field)
            case Kind.PERIOD:
                return "2025.3.5-2027.3.4"
            case Kind.CHOICE | Kind.CHOICES:
                return self._choice(field, at)
            case _:
                return self._text(sheet, field, at)

    def _day(self, field: Field) -> object:
        if field.id in ("left_on", "moved_out_on") and self._chance.random() < 0.9:
            return None
        if field.id.endswith(("_until", "ends_on")):
            return _AS_OF + timedelta(days=self._chance.randint(-30, 900))
        return _AS_OF - timedelta(days=self._chance.randint(1, 900))

    def _choice(self, field: Field, at: int) -> str:
        choices = self._form.dictionaries[field.dictionary]
        is_flag = len(choices) <= 3
        chosen = choices[0 if is_flag and self._chance.random() < 0.9 else at % len(choices)]
        return chosen.title.zh

    def _text(self, sheet: Sheet | None, field: Field, at: int) -> object:
        if field.id == "no":
            return at + 1
        if field.id in ("entity", "name") and sheet is not None:
            if sheet.id in ("tenants", "agreements", "rent_relief", "service_log"):
                return self._entities[at % len(self._entities)]
            return f"{sheet.title.zh}第{at + 1}项"
        if field.id in ("credit_code", "operator_code"):
            return f"9161012500000{self._number % 10}{at:03}A"
        return self._chance.choice(_WORDS.get(field.id, (f"{field.title.zh}如实填写",)))


def main() -> None:
    """Write them where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1_100)
    parser.add_argument("--rows", type=int, default=30)
    given = parser.parse_args()
    make_centres(given.folder, given.count, given.rows)


if __name__ == "__main__":
    main()
