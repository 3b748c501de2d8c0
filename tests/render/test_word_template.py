"""An office's own Word file: filled in, or refused with the place and the reason."""

import contextlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from paper import as_pdf, pages
from specimen import HOSTILE

from centre_check.documents.fields import Fields, Rows
from centre_check.errors import StandardError
from centre_check.render.visible import visible_text
from centre_check.render.word_template import fill, placeholders, starter
from centre_check.words import Words

NAME = "模板.docx"
FIELDS: Fields = {
    "中心名称": "某某创业中心",
    "审核日期": "2026年6月30日",
    "联系人": "",
    "问题清单": Rows(
        ("序号", "条款", "整改要求"), (("1", "总面积", "补足20㎡"), ("2", "专职", "增配2人"))
    ),
    "空清单": Rows(("序号", "内容"), ()),
}


def template(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A Word file as an office makes it: paragraphs, then a table."""
    file = docx.Document()
    for text in paragraphs:
        file.add_paragraph(text)
    if rows:
        table = file.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return saved(file)


def saved(file: Any) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def texts(content: bytes) -> list[str]:
    """The paragraphs, then the cells row by row."""
    file = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return [one.text for one in file.paragraphs] + cells


def refusal(content: bytes, fields: Fields = FIELDS) -> list[str]:
    with pytest.raises(StandardError) as caught:
        fill(content, fields, NAME)
    return caught.value.say(Words("zh"))


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The zip with every part as `change` gives it; None leaves it out."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = change(name, source.read(name))
            if part is not None:
                target.writestr(name, part)
    return stream.getvalue()


# --- filling --------------------------------------------------------------------------------------


def test_fields_stand_where_they_are_named() -> None:
    content = template("关于{{ 中心名称 }}的通知", "{{审核日期}}，{{ 中心名称 }}")
    assert texts(fill(content, FIELDS, NAME)) == [
        "关于某某创业中心的通知",
        "2026年6月30日，某某创业中心",
    ]


def test_a_row_is_repeated_for_everything_in_a_list() -> None:
    rows = (
        ("序号", "条款", "要求"),
        ("{%tr for 问题 in 问题清单 %}", "", ""),
        ("{{ loop.index }}/{{ 问题清单|length }}", "{{ 问题.条款 }}", '{{ 问题["整改要求"] }}'),
        ("{%tr endfor %}", "", ""),
    )
    expected = ["序号", "条款", "要求", "1/2", "总面积", "补足20㎡", "2/2", "专职", "增配2人"]
    assert texts(fill(template(rows=rows), FIELDS, NAME)) == expected


def test_an_empty_list_leaves_the_head_alone() -> None:
    rows = (("序号",), ("{%tr for 行 in 空清单 %}",), ("{{ 行.内容 }}",), ("{%tr endfor %}",))
    assert texts(fill(template(rows=rows), FIELDS, NAME)) == ["序号"]


def test_a_paragraph_is_left_out_where_a_field_is_empty() -> None:
    content = template(
        "{%p if 联系人 %}",
        "联系人：{{ 联系人 }}",
        "{%p endif %}",
        "{% if 审核日期 == '2026年6月30日' and not 联系人 %}无联系人{% else %}有{% endif %}",
    )
    assert texts(fill(content, FIELDS, NAME)) == ["无联系人"]


def test_heads_feet_and_footnotes_are_filled_once() -> None:
    file = docx.Document()
    file.add_paragraph("{{ 中心名称 }}")
    file.sections[0].header.paragraphs[0].text = "头 {{ 中心名称 }}"
    file.sections[0].footer.paragraphs[0].text = "脚 {{ 审核日期 }}"
    file.add_section().header.is_linked_to_previous = False
    content = fill(saved(file), FIELDS | {"中心名称": "{{审核日期}}"}, NAME)
    again = docx.Document(io.BytesIO(content))
    assert again.sections[0].header.paragraphs[0].text == "头 {{审核日期}}"
    assert again.sections[0].footer.paragraphs[0].text == "脚 2026年6月30日"


def test_a_placeholder_that_word_has_cut_into_runs_is_found() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph()
    for piece in ("名称：{", "{ 中心", "名称 }", "}。"):
        paragraph.add_run(piece).bold = len(piece) > 2
    assert texts(fill(saved(file), FIELDS, NAME)) == ["名称：某某创业中心。"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_values_are_text_and_nothing_else(text: str) -> None:
    rows = (("{%tr for 行 in 清单 %}",), ("{{ 行.甲 }}",), ("{%tr endfor %}",))
    content = template("前{{ 文 }}后", rows=rows)
    filled = fill(content, {"文": text, "清单": Rows(("甲",), ((text,),))}, NAME)
    assert texts(filled) == [f"前{visible_text(text)}后", visible_text(text)]


@pytest.mark.parametrize("text", ["{{ 中心名称 }}", "{_{x}_}", "{_%x%_}", "}}", "&#123;", "a\tb"])
def test_signs_of_the_template_stay_as_they_are_in_values(text: str) -> None:
    filled = fill(template("{{ 文 }}"), {"文": text, "中心名称": "假"}, NAME)
    assert texts(filled) == [text.replace("\t", " ")]


def test_what_has_no_placeholders_stays_as_it_was() -> None:
    content = template("一", "二 }} 三")
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(io.BytesIO(fill(content, FIELDS, NAME))) as after,
    ):
        assert after.namelist() == before.namelist()
        assert all(before.read(name) == after.read(name) for name in before.namelist())


def test_two_fillings_give_the_same_bytes() -> None:
    content = starter("通知", FIELDS)
    assert fill(content, FIELDS, NAME) == fill(content, FIELDS, NAME)


# --- the starter ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_starter_has_every_placeholder_and_can_be_filled(lang: str) -> None:
    content = starter("整改通知", FIELDS, lang)
    shown = texts(content)
    for one in placeholders(FIELDS, Words(lang)):
        assert one.written in shown
    filled = texts(fill(content, FIELDS, NAME))
    assert {"某某创业中心", "2026年6月30日", "总面积", "增配2人"} <= set(filled)
    assert not any("{" in text for text in filled)


def test_the_starter_needs_no_fields() -> None:
    assert "题" in texts(fill(starter("题", {}), {}, NAME))


def test_a_column_that_is_no_name_can_be_filled() -> None:
    fields: Fields = {"表": Rows(("现场核定 □", "items", "1"), (("甲", "乙", "丙"),))}
    assert {"甲", "乙", "丙"} <= set(texts(fill(starter("题", fields), fields, NAME)))


def test_placeholders_are_listed_with_what_stands_there() -> None:
    listed = {one.written: one.meaning for one in placeholders(FIELDS, Words("zh"))}
    assert listed["{{ 中心名称 }}"] == "某某创业中心"
    assert listed["{{ 行.条款 }}"] == "总面积"
    assert listed["{{ 行.内容 }}"] == ""
    assert "{%tr for 行 in 空清单 %}" in listed


# --- mistakes -------------------------------------------------------------------------------------

ROW = "{%tr for 行 in 问题清单 %}"
MISTAKES = {
    "an unknown field, with the nearest": (
        template("名称：{{ 中心名 }}"),
        ["模板.docx（正文，「{{ 中心名 }}」）：没有「中心名」，是否「中心名称」？"],
    ),
    "an unknown field that resembles none": (
        template("{{ xyz }}"),
        ["模板.docx（正文，「{{ xyz }}」）：没有名为「xyz」的内容"],
    ),
    "an unknown column": (
        template(rows=((ROW,), ("{{ 行.整改 }}",), ("{%tr endfor %}",))),
        ["模板.docx（正文，「{{ 行.整改 }}」）：没有「整改」，是否「整改要求」？"],
    ),
    "a list where a text is wanted": (
        template("{{ 问题清单 }}"),
        ["模板.docx（正文，「{{ 问题清单 }}」）：「问题清单」是清单，请用表格的重复行填写"],
    ),
    "a row where one of its columns is wanted": (
        template(rows=((ROW,), ("{{ 行 }}",), ("{%tr endfor %}",))),
        ["模板.docx（正文，「{{ 行 }}」）：请写明其中一列：序号 条款 整改要求"],
    ),
    "a text where a list is wanted": (
        template(rows=(("{%tr for 行 in 中心名称 %}",), ("一",), ("{%tr endfor %}",))),
        ["模板.docx（正文，「{% for 行 in 中心名称 %}」）：「中心名称」是一段文字，不能重复"],
    ),
    "full-width brackets": (
        template("｛｛中心名称｝｝"),
        ["模板.docx（正文，「｛｛中心名称｝｝」）：括号是全角的，请改为半角"],
    ),
    "a placeholder that is not closed": (
        template("甲 {{ 中心名称 }", "乙"),
        ["模板.docx（正文，「甲 {{ 中心名称 }」）：占位符没有写完"],
    ),
    "a repetition that is not ended": (
        template(rows=((ROW,), ("{{ 行.条款 }}",))),
        ["没有结束"],
    ),
    "a repetition that shares its row": (
        template(rows=((ROW, "{{ 行.条款 }}"), ("{%tr endfor %}", ""))),
        ["须独占表格的一行"],
    ),
    "a question that shares its paragraph": (
        template("有 {%p if 联系人 %}", "{%p endif %}"),
        ["须独占一段"],
    ),
    "a tag that Jinja does not know": (template("{% 如果 联系人 %}"), ["无法识别"]),
    "a repetition across the borders of a table": (
        template("{% for 行 in 问题清单 %}", rows=(("一{% endfor %}",),)),
        ["在一行或一段中开始"],
    ),
    "a sign that puts the value outside of the text": (template("{{p 中心名称 }}"), ["不用此写法"]),
    "all mistakes at once": (
        template("{{ 中心名 }}", "{{ 审核日 }}"),
        ["是否「中心名称」？", "是否「审核日期」？"],
    ),
}


@pytest.mark.parametrize(("content", "sentences"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_place(content: bytes, sentences: list[str]) -> None:
    said = refusal(content)
    assert len(said) == len(sentences)
    for sentence, expected in zip(said, sentences, strict=True):
        assert expected in sentence
        assert sentence.startswith("模板.docx（正文，「")


@pytest.mark.parametrize(
    "attempt",
    [
        "{{ 中心名称.__class__ }}",
        "{{ 中心名称.upper() }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 中心名称|attr('x') }}",
        "{{ 中心名称 * 999999999 }}",
        "{{ 2 ** 99999 }}",
        "{{ range(9) }}",
        "{{ self }}",
        "{{ lipsum.__globals__ }}",
        "{{ cycler }}",
        "{{ 中心名称[0] }}",
        "{% set x = 1 %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% macro m() %}{% endmacro %}",
        "{% for a in 中心名称 %}{% endfor %}",
        "{% for a in 问题清单 %}{% for b in 问题清单 %}{% endfor %}{% endfor %}",
        "{% for a in 问题清单 if a.序号 %}{% endfor %}",
        "{% for a in 问题清单 recursive %}{% endfor %}",
        "{% for a in 问题清单 %}{{ loop.cycle }}{% endfor %}",
        "{% for a in 问题清单 %}{{ a.items }}{% endfor %}",
        "{{ 联系人 or 问题清单.append }}",
        "{{ 中心名称 is defined }}",
        "{{ 中心名称 ~ 审核日期 }}",
        "{{ {}.get }}",
    ],
)
def test_a_template_can_do_no_more_than_name_repeat_and_ask(attempt: str) -> None:
    assert refusal(template(attempt))


def test_a_placeholder_inside_a_field_of_word_is_refused() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("链接")
    for piece in ('INCLUDETEXT "{', '{ 中心名称 }}"'):
        run = parse_xml(f"<w:r {nsdecls('w')}><w:instrText/></w:r>")
        run.find(qn("w:instrText")).text = piece
        paragraph._p.append(run)  # noqa: SLF001 - python-docx makes no fields
    assert "不能写在域、链接或图片中" in refusal(saved(file))[0]


# --- files that are no templates ------------------------------------------------------------------


def with_type(old: bytes, new: bytes) -> bytes:
    return repacked(template("一"), lambda _, part: part.replace(old, new))


def without(name: str) -> bytes:
    return repacked(template("一"), lambda path, part: None if path == name else part)


def large() -> bytes:
    big = b"<!--" + b" " * (5 << 20) + b"-->"
    return repacked(
        template("一"), lambda path, part: part + big if path == "word/document.xml" else part
    )


def with_entity() -> bytes:
    bomb = b'<!DOCTYPE w [<!ENTITY a "x">]>'
    return repacked(
        template("一"),
        lambda path, part: (
            part.replace(b"?>", b"?>" + bomb, 1) if path == "word/document.xml" else part
        ),
    )


FILES = {
    "empty": (b"", "不是 Word 文件"),
    "text": ("中心名称".encode(), "不是 Word 文件"),
    "a zip": (repacked(template(), lambda *_: None), "不是 Word 文件"),
    "old .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "旧版 Word 文件"),
    "cut off": (template("一")[:-300], "已损坏"),
    "broken xml": (with_type(b"</w:body>", b""), "已损坏"),
    "with entities": (with_entity(), "已损坏"),
    "with macros": (
        with_type(
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            b"vnd.ms-word.document.macroEnabled.main",
        ),
        "含有宏",
    ),
    "a .dotx": (
        with_type(b"wordprocessingml.document.main", b"wordprocessingml.template.main"),
        "dotx",
    ),
    "a workbook": (
        with_type(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
        "不是 Word 文件",
    ),
    "strict": (
        with_type(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "严格形式",
    ),
    "too large": (large(), "过大"),
    "too large a file": (b"PK" + bytes(21 << 20), "过大"),
    "without its types": (without("[Content_Types].xml"), "不是 Word 文件"),
}


@pytest.mark.parametrize(("content", "sentence"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_template_is_refused(content: bytes, sentence: str) -> None:
    first, hint = refusal(content)
    assert sentence in first
    assert first.startswith(NAME)
    assert hint


def test_a_flipped_byte_never_raises_anything_but_a_sentence() -> None:
    content = starter("题", FIELDS)
    for at in range(0, len(content), 97):
        broken = bytearray(content)
        broken[at] ^= 0x55
        with contextlib.suppress(StandardError):
            fill(bytes(broken), FIELDS, NAME)


def test_libreoffice_opens_what_was_filled(tmp_path: Path) -> None:
    filled = fill(starter("整改通知", FIELDS), FIELDS | {"中心名称": "甲&乙<b>{{7*7}}"}, NAME)
    shown = "".join(pages(as_pdf(filled, ".docx", tmp_path)))
    for text in ("整改通知", "甲&乙<b>{{7*7}}", "总面积", "增配2人"):
        assert text in shown
