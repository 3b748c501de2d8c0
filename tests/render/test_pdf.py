"""PDF files: what is on their pages, read back with poppler."""

import re
import subprocess
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from paper import pages
from specimen import HOSTILE, specimen

from centre_check.documents.tree import (
    Bar,
    Block,
    Closing,
    Document,
    Entries,
    Figure,
    Genre,
    Heading,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Salutation,
    Section,
    Signatures,
    Table,
    TableRow,
    Writing,
)
from centre_check.errors import OutputError
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.render import formats
from centre_check.render.pdf import render
from centre_check.render.pdf.columns import column_widths, paired
from centre_check.render.pdf.glyphs import undrawable
from centre_check.render.pdf.runs import in_runs
from outside import needs

pytest.importorskip("typst", reason="typst has no wheel for this computer: no PDF was checked")

GENRES = pytest.mark.parametrize("genre", list(Genre), ids=str)
A4 = (595.276, 841.89)
MM = 72 / 25.4
DAY = date(2026, 6, 30)
BOXES = "□符合 □不符合 □不适用"


class Word(NamedTuple):
    """A word and where it stands on its page, in points from the upper left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Page(NamedTuple):
    width: float
    height: float


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def drawn(path: Path, *blocks: Block | Section, genre: Genre = Genre.REPORT) -> Path:
    path.write_bytes(render(Document("标题", blocks, genre, day=DAY)))
    return path


def poppler(command: str, pdf: Path, *options: str) -> str:
    found = needs(command, what="poppler-utils", check="what is in a .pdf")
    after = ["-"] if command == "pdftotext" else []
    read = subprocess.run([found, *options, pdf, *after], check=True, capture_output=True)
    return read.stdout.decode()


def laid_out(pdf: Path) -> tuple[list[Page], list[Word]]:
    """The pages, and every word with its place."""
    sheets: list[Page] = []
    words: list[Word] = []
    for line in poppler("pdftotext", pdf, "-bbox").splitlines():
        numbers = [float(one) for one in re.findall(r'="([-\d.]+)"', line)]
        if "<page" in line:
            sheets.append(Page(*numbers))
        elif found := re.search(r">(.*)</word>", line):
            words.append(Word(len(sheets), *numbers, found[1]))  # type: ignore[arg-type]
    return sheets, words


def shown(text: str) -> str:
    """A hostile text as the page shows it: without white space, as `pages` gives it."""
    named = text.replace("\x07", "〔U+FFFD〕").replace("\x1b", "〔U+FFFD〕")
    named = named.replace("𠮷", "〔U+20BB7〕").translate({0x202E: "", 0x200B: ""})
    return "".join(named.split())


def form(rows: int) -> Document:
    """An inspection record such as an office fills in."""
    clauses = tuple(
        TableRow(
            (
                str(at),
                "专职人员达到要求",
                "区级创业中心管理运营团队专职人员不少于5人",
                "× 不符合：实有3人，要求不少于5人，差2人",
                "03 运营管理人员!G4:G6",
                BOXES,
                "",
            ),
            Outcome.FAIL,
        )
        for at in range(1, rows + 1)
    )
    head = ("序号", "检查项目", "标准要求", "系统核验结果", "依据", "现场核定", "备注")
    labels = ("编号", "中心名称", "级别", "地址", "运营管理机构", "负责人", "检查日期", "起止时间")
    return Document(
        "标准化创业中心现场检查记录表",
        (
            KeyValues(tuple(Pair(label, "") for label in labels)),
            Table(head, clauses, (3, 9, 15, 11, 8, 6, 6)),
            Writing("存在问题", 4),
            Writing("被检查单位意见", 3),
            Signatures(("检查人员", "检查人员", "记录人", "被检查单位负责人")),
        ),
        Genre.FORM,
        imprint=("标准 huyi-2019-centre", "输入 SHA-256 0123456789ab"),
        day=DAY,
    )


@GENRES
def test_every_font_is_embedded(genre: Genre, printed: Path) -> None:
    printed.write_bytes(render(specimen(genre)))
    fonts = poppler("pdffonts", printed).splitlines()[2:]
    assert fonts
    for font in fonts:
        embedded, subset, to_unicode = font.split()[-5:-2]
        assert (embedded, subset, to_unicode) == ("yes", "yes", "yes"), font
        assert "Noto" in font


@GENRES
def test_every_text_is_there_and_is_text_only(genre: Genre, printed: Path) -> None:
    printed.write_bytes(render(specimen(genre)))
    read = "".join(pages(printed))
    for text in ("鄠邑区某某标准化创业中心审核报告", "“区级”中心应具备——面积不少于500㎡；专职"):
        assert text in read
    for text in HOSTILE:
        if len(text) < 1000:
            assert read.count(shown(text)) >= 5, text
    assert read.count("长") >= 5 * 32_767
    assert "root:" not in read


@GENRES
def test_two_renders_are_the_same_bytes(genre: Genre) -> None:
    assert render(specimen(genre)) == render(specimen(genre))


@pytest.mark.parametrize(
    ("day", "year"), [(DAY, "2026"), (None, "1980")], ids=["of the document", "none"]
)
def test_the_file_bears_the_day(day: date | None, year: str, printed: Path) -> None:
    printed.write_bytes(render(specimen()._replace(day=day)))
    told = poppler("pdfinfo", printed, "-rawdates")
    assert f"CreationDate:    D:{year}" in told
    assert "Tagged:          yes" in told
    assert "JavaScript:      no" in told


def test_the_file_says_to_which_standards_it_keeps() -> None:
    metadata = render(specimen())
    assert b"pdfuaid:part>1<" in metadata
    assert b"pdfaid:part>2<" in metadata


@GENRES
def test_pages_are_a4_and_wide_sections_lie(genre: Genre, printed: Path) -> None:
    wide = Section("附表", (Table(("甲", "乙"), (TableRow(("子", "丑")),)),), is_wide=True)
    drawn(printed, Paragraph("前"), wide, Paragraph("后"), genre=genre)
    sheets, _ = laid_out(printed)
    assert [(page.width, page.height) for page in sheets] == [
        pytest.approx(A4, abs=0.1),
        pytest.approx(A4[::-1], abs=0.1),
        pytest.approx(A4, abs=0.1),
    ]


def test_a_letter_keeps_the_official_margins_and_lines(printed: Path) -> None:
    """GB/T 9704-2012: 天头 37 mm, 订口 28 mm, 版心 156 mm x 225 mm, 22 lines of 28 characters."""
    drawn(printed, *[Paragraph("字" * 28 * 9)] * 6, genre=Genre.LETTER)
    _, words = laid_out(printed)
    body = [word for word in words if "字" in word.text and word.page == 2]
    assert len({round(word.top) for word in body}) == 22
    assert max(len(word.text) for word in body) == 28
    left, right = min(word.left for word in body), max(word.right for word in body)
    assert left == pytest.approx(26 * MM, abs=1)  # an even page is bound at its right
    assert right - left == pytest.approx(156 * MM, abs=1)
    pitches = sorted({round(word.top, 1) for word in body})
    assert pitches[1] - pitches[0] == pytest.approx(225 * MM / 22, abs=0.2)
    first = min(word.left for word in words if "字" in word.text and word.page == 3)
    assert first == pytest.approx(28 * MM, abs=1)
    assert min(word.top for word in body) == pytest.approx(37 * MM, abs=6)  # the font's own box


def test_a_letter_has_its_page_number_between_dashes_outside(printed: Path) -> None:
    drawn(printed, *[Paragraph("字" * 28 * 9)] * 4, genre=Genre.LETTER)
    sheets, words = laid_out(printed)
    numbers = [word for word in words if word.top > (37 + 225) * MM]
    assert "".join(word.text for word in numbers) == "—1——2—"
    assert all(word.left > sheets[0].width / 2 for word in numbers if word.page == 1)
    assert all(word.right < sheets[1].width / 2 for word in numbers if word.page == 2)


@pytest.mark.parametrize("genre", [Genre.REPORT, Genre.FORM], ids=str)
def test_other_pages_say_which_of_how_many_they_are(genre: Genre, printed: Path) -> None:
    drawn(printed, *[Paragraph("字" * 3000)] * 2, genre=genre)
    read = pages(printed)
    for n, page in enumerate(read, 1):
        assert f"第{n}页共{len(read)}页" in page


@GENRES
def test_stamp_and_imprint_are_on_every_page(genre: Genre, printed: Path) -> None:
    document = Document(
        "标题", (Paragraph("字" * 5000),), genre, imprint=("甲", "乙"), stamp="内部资料"
    )
    printed.write_bytes(render(document))
    read = pages(printed)
    assert len(read) > 1
    for page in read:
        assert "内部资料" in page
        assert "甲·乙" in page


def test_a_record_of_33_clauses_takes_four_pages_at_most(printed: Path) -> None:
    printed.write_bytes(render(form(33)))
    read = pages(printed)
    assert len(read) <= 4
    assert all("检查项目" in page for page in read[:-1])
    assert "被检查单位负责人" in read[-1]
    _, words = laid_out(printed)
    assert min(word.bottom - word.top for word in words if "专职人员" in word.text) >= 9


def test_the_head_of_a_table_is_repeated(printed: Path) -> None:
    rows = tuple(TableRow((str(n), f"第{n}行")) for n in range(120))
    drawn(printed, Table(("序号", "内容栏"), rows))
    read = pages(printed)
    assert len(read) > 2
    assert all("内容栏" in page for page in read)


def test_a_row_stays_whole(printed: Path) -> None:
    rows = tuple(
        TableRow((f"起{n}始", "\n".join([f"首{n}", "…", "…", f"尾{n}止"]))) for n in range(60)
    )
    read = pages(drawn(printed, Table(("甲", "乙"), rows, (1, 4))))
    assert len(read) > 2
    for n in range(60):
        (page,) = (page for page in read if f"起{n}始" in page)
        assert f"首{n}" in page
        assert f"尾{n}止" in page


@pytest.mark.parametrize(
    "block",
    [
        Table(("甲", "乙"), (TableRow(("子", "字" * 9000)),), (1, 4)),
        KeyValues((Pair("甲", "字" * 9000),)),
        Entries((ListEntry("1", "字" * 9000, ("字" * 9000,)),)),
        Heading("字" * 9000, "章"),
        Table(("栏",) * 14, (TableRow(("字" * 900,) * 14),)),
    ],
    ids=["table", "pair", "entry", "heading", "narrow columns"],
)
def test_what_is_taller_than_a_page_goes_on_on_the_next(block: Block, printed: Path) -> None:
    sheets, words = laid_out(drawn(printed, block))
    written = [word for word in words if "字" in word.text]
    assert len(sheets) > 1
    assert sum(word.text.count("字") for word in written) >= 9000
    assert max(word.bottom for word in written) < sheets[0].height - 20 * MM


@GENRES
def test_a_heading_does_not_stand_alone_at_the_end_of_a_page(genre: Genre, printed: Path) -> None:
    blocks: list[Block] = []
    for n in range(90):
        rows = tuple(TableRow((f"{n}", f"内容{n}之{at}")) for at in range(3))
        blocks += [Paragraph("行")] * (n % 7)
        blocks += [Heading(f"题{n}目"), Table(("序号", f"表{n}头"), rows)]
    read = pages(drawn(printed, *blocks, genre=genre))
    assert len(read) > 8
    for n in range(90):
        (page,) = (page for page in read if f"题{n}目" in page)
        assert f"表{n}头" in page
        assert f"内容{n}之0" in page


def test_what_closes_a_letter_does_not_stand_alone(printed: Path) -> None:
    for lines in range(12, 24):
        closing = Closing(("某某局", "2026年6月30日"))
        read = pages(drawn(printed, *[Paragraph("行文")] * lines, closing, genre=Genre.LETTER))
        assert "行文" in read[-1]
        assert "某某局2026年6月30日" in read[-1]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("𠮷野家", "〔U+20BB7〕野家"),
        ("✔合格☐", "〔U+2714〕合格〔U+2610〕"),
        ("👍", "〔U+1F44D〕"),
        ("葛\U000e0101城", "葛城"),
        ("\ue000私有", "〔U+E000〕私有"),
        ("①⑩Ⅲ℃№‰→×√㎡《》…“”", "①⑩Ⅲ℃№‰→×√㎡《》…“”"),
        ("宽\u2009窄", "宽窄"),
    ],
)
def test_what_the_fonts_lack_shows_that_it_is_there(text: str, stands: str, printed: Path) -> None:
    assert f"前{stands}后" in pages(drawn(printed, Paragraph(f"前{text}后")))[0]


def test_the_fonts_have_every_character_of_gb2312() -> None:
    fonts = __import__("pylopdf_fonts_zh_cn")
    rows = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    chars = "".join(pair.decode("gb2312", "ignore") for pair in rows)
    assert len(chars) > 7000
    assert undrawable(chars, [fonts.sans_path()]) == set()


LONG = ("W" * 300, "—" * 300, "。" * 300, "（" * 300, "a-" * 150, "0" * 300 + "㎡", "□" * 300)


@GENRES
@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:2])
def test_no_text_leaves_its_page(text: str, genre: Genre, printed: Path) -> None:
    blocks = (
        Heading(text, "章", Verdict.UNDECIDED),
        Salutation(text),
        Paragraph(text),
        KeyValues((Pair(text, text), Pair(text, ""))),
        Figure(text, (Bar(text, 10**9), Bar("甲", 1))),
        Entries((ListEntry("1", text, (text,)),)),
        Table((text, "乙"), (TableRow((text, text)),)),
        Table(("栏",) * 12, (TableRow((text,) * 12),)),
        Signatures((text, "甲")),
        Writing(text, 1),
        Closing((text,)),
    )
    sheets, words = laid_out(drawn(printed, *blocks, genre=genre))
    assert len(words) > 20
    for word in words:
        assert word.left > 10 * MM
        assert word.right < sheets[0].width - 10 * MM


def test_there_is_room_to_write(printed: Path) -> None:
    rows = tuple(TableRow(("甲" + str(n), "")) for n in range(3))
    drawn(
        printed, Table(("栏", "备注"), rows), Writing("意见", 3), Signatures(("签名甲", "丙", "丁"))
    )
    _, words = laid_out(printed)
    top = {word.text: word.top for word in words}
    assert top["甲1"] - top["甲0"] >= 7.99 * MM
    assert top["签名甲"] - top["意见"] >= 3 * 8 * MM
    assert top["丁"] - top["丙"] >= 8 * MM


def test_boxes_are_big_enough_for_a_pen(printed: Path) -> None:
    rows = (TableRow(("甲", BOXES)),)
    _, words = laid_out(drawn(printed, Table(("栏", "核定"), rows, (1, 2)), genre=Genre.FORM))
    boxes = [word for word in words if word.text.startswith("□")]
    assert len(boxes) == 3
    (plain,) = (word for word in words if word.text == "核定")
    assert boxes[0].bottom - boxes[0].top >= 1.2 * (plain.bottom - plain.top)


@GENRES
def test_a_document_may_be_empty(genre: Genre, printed: Path) -> None:
    blocks = (
        Heading(""),
        Paragraph(""),
        Entries(()),
        Entries((ListEntry("", "", ()),)),
        KeyValues(()),
        Table(("甲", "乙"), ()),
        Figure("", ()),
        Signatures(()),
        Writing("", 0),
        Closing(()),
        Section("", (), is_wide=True),
    )
    printed.write_bytes(render(Document("", blocks, genre)))
    assert pages(printed)


def test_english_pages_are_counted_in_english(printed: Path) -> None:
    printed.write_bytes(render(Document("Report", (Paragraph("All met."),), lang="en")))
    assert "Page1of1" in pages(printed)[0]


def test_without_typst_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    with pytest.raises(OutputError, match="typst") as raised:
        formats.renderer(".pdf")
    assert raised.value.hint
    assert raised.value.exit_code == 3


class TestRuns:
    @pytest.mark.parametrize(
        ("text", "room", "runs"),
        [
            ("一句话。", 2, "一句话。"),
            ("差20㎡。", 9, [("whole", "差20㎡。")]),
            ("自6月29日起", 9, [("plain", "自"), ("whole", "6月29日"), ("plain", "起")]),
            ("在＿＿＿米处", 9, [("plain", "在"), ("blank", "＿＿＿"), ("plain", "米处")]),
            ("见表!B9。", 9, [("plain", "见"), ("whole", "表!B9"), ("plain", "。")]),
            ("□符合 □否", 9, [("tick", "□符合"), ("plain", " "), ("tick", "□否")]),
            ("abcdefghij", 9, [("cut", "abcd"), ("cut", "efgh"), ("cut", "ij")]),
            ("abcdefghi", 9, "abcdefghi"),
            ("HY-YJ-04.1", 8, [("cut", "HY-"), ("cut", "YJ-"), ("cut", "04.1")]),
        ],
        ids=[
            "plain",
            "unit",
            "day",
            "room to write",
            "cell",
            "boxes",
            "too long",
            "just fits",
            "at hyphens",
        ],
    )
    def test_where_lines_may_end(self, text: str, room: int, runs: object) -> None:
        assert in_runs(text, room) == runs


class TestColumns:
    def test_parts_are_kept(self) -> None:
        widths = column_widths(Table(("甲", "乙"), (), (1, 3)), 400, 10, 3)
        assert widths == [100, 300]

    def test_a_part_too_small_for_its_head_gets_that_much(self) -> None:
        first, second = column_widths(Table(("序号", "乙"), (), (1, 99)), 400, 10, 3)
        assert first == 27
        assert first + second == pytest.approx(400)

    def test_without_parts_the_last_column_takes_the_rest(self) -> None:
        table = Table(("甲", "乙"), (TableRow(("四个汉字", "丙")),))
        assert column_widths(table, 400, 10, 3) == [47, 353]

    def test_a_long_column_leaves_the_others_what_they_need(self) -> None:
        table = Table(("序号", "乙", "丙"), (TableRow(("1", "字" * 900, "字" * 900)),))
        first, second, third = column_widths(table, 400, 10, 3)
        assert first == 27
        assert second == pytest.approx(third)

    def test_pairs_share_a_line_where_both_are_short(self) -> None:
        one, two, long, last = (Pair("甲", text) for text in ("短", "短", "长" * 50, ""))
        assert paired([one, two, long, last], 100, 10) == [(one, two), (long,), (last,)]
        assert paired([one, long], 100, 10) == [(one,), (long,)]
