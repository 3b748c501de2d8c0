"""Numbers of persons leave in no output of any command, however and wherever they are written."""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from centre_check.form.types import Disclosure
from centre_check.logic.private import numbers, without_numbers
from centre_check.workbook.masking import Masking, shown_names
from conftest import (
    AGREEMENTS,
    AUDIT_DAY,
    CENTRE,
    MENTORS,
    ROOMS,
    SERVICES,
    STAFF,
    SYSTEMS,
    TENANTS,
    attested,
    base_centre,
    run,
)

ZERO = "\u200b"
WAYS = {
    "as it is": "13969758241",
    "spaced": "139 6975 8241",
    "dashed": "139-6975-8241",
    "with long dashes": "139—6975—8241",
    "with points": "139.6975.8241",
    "with middle dots": "139·6975·8241",
    "with commas": "139,6975,8241",
    "in wide blanks": "139　6975　8241",
    "in two parts": "13969 758241",
    "digit by digit": "1 3 9 6 9 7 5 8 2 4 1",
    "with the country's code": "+8613969758241",
    "with the country's code apart": "+86 139 6975 8241",
    "with 0086": "0086-139-6975-8241",
    "with 86 in brackets": "(+86)13969758241",
    "with 86 alone": "8613969758241",
    "with a nought before": "013969758241",
    "in full width": "１３９６９７５８２４１",
    "with characters of no width": ZERO.join("13969758241"),
    "with brackets inside": "139（6975）8241",
    "behind letters": "Tel13969758241",
    "behind words": "联系人手机:13969758241。",
    "circled": "①③⑨⑥⑨⑦⑤⑧②④①",
    "in Chinese numerals": "一三九六九七五八二四一",
    "with decimals": "13969758241.0",
    "an apostrophe before": "'610118198707316543",
    "identity number": "610118198707316543",
    "identity number ending in X": "61011819870731654X",
    "identity number ending in x": "61011819870731654x",
    "identity number ending in ×": "61011819870731654×",
    "identity number spaced": "610118 19870731 6543",
    "identity number dashed": "610118-19870731-654X",
    "identity number in full width": "６１０１１８１９８７０７３１６５４Ｘ",
    "identity number with a slip": "610118198713316543",
    "identity number of 15 digits": "610118870731654",
    "identity number behind letters": "ID610118198707316543",
    "landline": "029-84817263",
    "landline, area in brackets": "（029）84817263",
    "landline, one run": "02984817263",
    "landline, long dash and extension": "0910—3817263-801",
    "landline of seven digits behind a word": "电话：3817263",
    "landline abroad": "+86-29-84817263",
    "bank card": "6217001234567890123",
    "bank card in fours": "6217 0012 3456 7890 123",
    "bank card of another issuer": "4111 1111 1111 1111",
    "passport": "E69758241",
    "new passport": "EA9758241",
    "passport behind a word": "护照号：141758241",
    "permit": "H69758241",
    "two of them": "13969758241、13869758242",
    "after a day": "2026-06-30 13969758241",
}  # fmt: skip
KEPT = (
    "91610118MACR5M1H6X", "91110000600037341L", "916101180000000001", "12610118435000001X",
    "610118000000", "2026-06-30", "2026-06-30至2027-06-30", "2026.6.30-2027.6.30",
    "2026年6月30日", "2023-03-01 2027-02-28", "2026-06-30 08:00:00", "20260630", "HY-RY-03",
    "合同2024031500012345678", "HT20240315", "1234567.89", "12,345,678.90", "13,800,001,234",
    "15000-200000", "1380000.1234", "12800001234", "1380000123", "138000012345", "12345678元",
    "84812345", "6a01195e0104", "4de72d84c949e813812345678abf4de72d84c9494de72d84c949",
    "GB/T 9704-2012", "400-888-8888", "二〇二六年六月三十日", "2021-2022-2023-2024",
    "1-2-3-4-5-6-7-8", "610125100012345",
)  # fmt: skip


def _digits(text: str) -> str:
    """All digits one after another, whatever stands between them."""
    chinese = dict(zip("零一二三四五六七八九", "0123456789", strict=True))
    said = (chinese.get(char) or unicodedata.digit(char, None) for char in text)
    return "".join(str(one) for one in said if one is not None)


def _longest_common(text: str, planted: str) -> int:
    """How many digits in a row of a planted number a text shows."""
    shown, own = _digits(text), _digits(planted)
    return max((n for n in range(len(own) + 1) for at in range(len(own) - n + 1)
                if own[at : at + n] in shown), default=0)  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=WAYS.get)
def test_a_number_of_a_person_is_hidden_however_it_is_written(way: str) -> None:
    shown = without_numbers(WAYS[way])
    assert list(numbers(WAYS[way]))
    assert _longest_common(shown.removeprefix("2026-06-30"), WAYS[way]) <= 3


@pytest.mark.parametrize("text", KEPT)
def test_codes_dates_and_amounts_stay(text: str) -> None:
    assert without_numbers(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("电话13800001234，备用", "电话138****1234，备用"),
        ("138-0000-1234", "138****1234"),
        ("身份证11010519491231002x。", "身份证11**************2X。"),
        ("6217001234567890123", "***"),
    ],
)
def test_papers_that_are_handed_over_show_numbers_in_part(text: str, shown: str) -> None:
    assert Masking(Disclosure.ACTING).text(text) == shown
    assert Masking(Disclosure.FULL).text(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("王晓娟6月29日离岗", "王**6月29日离岗"),
        ("由高敏、王晓娟接替", "由高*、王**接替"),
        ("高敏餐饮店", "高敏餐饮店"),  # a shop is shown by its name
        ("工作已交接", "工作已交接"),
    ],
)
def test_names_that_a_roster_knows_are_masked_in_free_texts(text: str, shown: str) -> None:
    assert Masking(Disclosure.MASKED, ("王晓娟", "高敏")).text(text) == shown


def test_sheets_whose_names_are_masked_alike_stay_apart() -> None:
    assert shown_names(["王13800001234", "王13900001234", "03"]) == ["王***", "王*** (2)", "03"]


PLANTED = {
    "13969758241": "69758241",
    "6101 1819 8707 3165 43": "19870731",
    "１３６６９７５８２４３": "69758243",
    "029-84817263": "84817263",
    "6217009384756102938": "93847561",
}
PHONE = 13769758244  # in cells of figures and of days


def _planted(tmp_path: Path) -> Path:
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    from conftest import lines

    sheets = base_centre("区级")
    ways = list(PLANTED)
    for at, title in enumerate((STAFF, MENTORS, TENANTS, AGREEMENTS, SERVICES, SYSTEMS, ROOMS)):
        for row, record in enumerate(sheets[title]):
            record["备注"] = f"联系{ways[(at + row) % len(ways)]}，{sheets[STAFF][0]['姓名']}经手"
            record[f"其他 {ways[row % len(ways)]}"] = f"不再使用 {ways[(row + 1) % len(ways)]}"
    sheets[STAFF][1]["到岗日期"] = PHONE
    sheets[STAFF][2]["离岗日期"] = f"离岗 {ways[0]}"
    sheets[STAFF][3]["专职/兼职"] = ways[2]
    sheets[MENTORS][0]["聘任结束日期"] = float(PHONE)
    sheets[ROOMS][0]["面积(㎡)"] = PHONE
    sheets[TENANTS][0]["实体名称"] = f"某某公司{ways[0]}"
    sheets[AGREEMENTS][0]["实体名称"] = f"某某公司{ways[0]}"
    sheets[SERVICES][0]["是否提供"] = ways[3]
    sheets[CENTRE]["总面积(㎡)"] = PHONE
    sheets[CENTRE]["中心名称"] = f"某中心 {ways[0]}"
    sheets[CENTRE]["详细地址"] = f"余下街道1号，{ways[3]}"
    sheets[f"附页 {ways[0]}"] = [{f"说明 {ways[1]}": ways[4], "数": PHONE}]
    book = Workbook()
    book.remove(book.active)
    for title, content in sheets.items():
        page = book.create_sheet(title)
        for line in lines(title, content, 0):
            page.append(line)
    book[STAFF]["A2"].comment = Comment(f"已离职，电话 {ways[0]}", "x")
    book[STAFF].append([f"注：第3行已离职，{ways[1]}"])
    path = tmp_path / f"中心 {ways[0]}.xlsx"
    book.save(path)
    return path


def _parts(content: bytes) -> Iterator[str]:
    """The texts of a file, of the parts of a package each."""
    if not content.startswith(b"PK"):
        yield content.decode("utf-8", "replace")
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            yield package.read(name).decode("utf-8", "replace")


def _check(text: str, where: object) -> None:
    digits = _digits(text)
    for way, part in (*PLANTED.items(), (str(PHONE), "69758244")):
        assert part not in digits, (where, way, _around(text, way))


def _around(text: str, way: str) -> str:
    at = text.find(way)
    return text[max(0, at - 200) : at + 60]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _planted(tmp_path_factory.mktemp("planted"))


SAID = {
    "audit": ("audit", "{book}"),
    "audit with all clauses": ("audit", "{book}", "-v"),
    "audit in English": ("audit", "{book}", "-v", "--lang", "en"),
    "audit as json": ("audit", "{book}", "-f", "json"),
    "audit of many": ("audit", "{book}", "{other}"),
    "audit of many as jsonl": ("audit", "{book}", "{other}", "-f", "jsonl"),
    "audit by an inspector": ("audit", "{book}", "--attestations", "{site}", "-f", "json"),
    "audit by an inspector who erred": ("audit", "{book}", "--attestations", "{wrong}"),
    "audit of nothing": ("audit", "{folder}/没有 13969758241.xlsx"),
    "an option that is wrong": ("audit", "{book}", "--as-of", "13969758241"),
    "a command that is wrong": ("13969758241",),
    "doctor": ("doctor", "{book}"),
    "doctor as json": ("doctor", "{book}", "-f", "json"),
    "explain": ("explain", "HY-RY-03", "{book}"),
    "explain rooms": ("explain", "HY-YJ-04", "{book}"),
    "explain agreements": ("explain", "HY-FW-01", "{book}"),
    "compare": ("compare", "{book}", "{book}"),
    "compare as json": ("compare", "{book}", "{book}", "-f", "json"),
    "compare results that show all": ("compare", "{shown}", "{shown}"),
    "rollup": ("rollup", "{book}", "{other}"),
    "rollup as json": ("rollup", "{book}", "-f", "json"),
    "rollup of results that show all": ("rollup", "{shown}"),
    "history": ("history", "{book}"),
    "sample": ("sample", "{book}", "-n", "1"),
    "print notice": ("print", "rectification-notice", "{book}"),
    "print supplement": ("print", "supplement-notice", "{book}"),
    "print record": ("print", "inspection-record", "{book}"),
    "print self-check": ("print", "self-check", "{book}"),
    "print report": ("print", "report", "{book}"),
    "progress": ("progress", "{book}"),
    "subsidy": ("subsidy", "huyi-2019-tiers", "{book}"),
    "totals": ("totals", "{book}"),
}


@pytest.mark.parametrize("command", SAID, ids=list(SAID))
def test_no_command_says_a_number_of_a_person(planted: Path, tmp_path: Path, command: str) -> None:
    places = {
        "book": planted, "other": tmp_path / "另一个 13969758241.xlsx", "folder": tmp_path,
        "site": tmp_path / "核定 13969758241.xlsx", "wrong": tmp_path / "错 13969758241.xlsx",
        "shown": tmp_path / "全部.json",
    }  # fmt: skip
    asked = SAID[command]
    if any("{other}" in one for one in asked):
        places["other"].write_bytes(planted.read_bytes())
    if any("{shown}" in one for one in asked):
        run("audit", planted, "-o", places["shown"], "--personal", "show")
    if command.startswith("audit by"):
        from conftest import ATTESTATIONS, write_book

        row = attested("HY-YJ-02", 说明="电话139 6975 8241", 核定人="周建平13969758241")
        bad = attested("HY-YJ-99 13969758241", 结论="139-6975-8241")
        write_book(places["site"], {ATTESTATIONS: [row]})
        write_book(places["wrong"], {ATTESTATIONS: [row, bad]})
    ended = run(*(one.format(**places) for one in asked))
    assert ended.code != 70, ended.stderr
    _check(ended.stdout, command)
    _check(ended.stderr, command)


@pytest.mark.parametrize("suffix", ["json", "txt", "html", "md", "csv", "docx", "xlsx"])
def test_no_file_holds_a_number_of_a_person(planted: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"报告.{suffix}"
    run("audit", planted, "-o", out, "--as-of", AUDIT_DAY)
    for part in _parts(out.read_bytes()):
        _check(part, suffix)


def test_a_mapping_holds_none_and_is_read_again(planted: Path, tmp_path: Path) -> None:
    out = tmp_path / "映射.yaml"
    run("doctor", planted, "--write-mapping", out)
    _check(out.read_text("utf-8"), "mapping")
    ended = run("audit", planted, "--mapping", out, "-f", "json")
    assert ended.audit["findings"], ended.stderr
    _check(ended.stdout, "mapped")


def test_what_is_asked_for_is_shown(planted: Path) -> None:
    shown = run("audit", planted, "-f", "json", "--personal", "show").stdout
    assert "13969758241" in shown


def test_the_annotated_copy_says_that_it_keeps_everything(planted: Path, tmp_path: Path) -> None:
    out = tmp_path / "标注.xlsx"
    ended = run("audit", planted, "--annotate", out)
    assert "个人信息" in ended.stderr
    _check(ended.stderr, "annotate")
