"""The catalogue is complete and current, and nothing of the other language shows in an output."""

import re
import string
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import extract
import pytest
from babel.messages import Catalog, Message
from openpyxl import load_workbook

from centre_check.audit import run_audit
from centre_check.audit.run import Wish
from centre_check.commands.shared.options import DEFAULT_STANDARD
from centre_check.documents import explanation, report, standard_page
from centre_check.documents.tree import Document
from centre_check.form.types import Disclosure
from centre_check.render.text import render
from centre_check.standard import shelf
from centre_check.standard.types import Edition
from centre_check.words import Phrase, Words
from centre_check.workbook import read_facts

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.xlsx"))
FULL_WIDTH = {
    ",": "，",
    ";": "；",
    ":": "：",
    "(": "（",
    ")": "）",
    "?": "？",
    "!": "！",
    ".": "。",
}
HAN = "[\u4e00-\u9fff]"
# Values that only the Chinese sentence uses, beside those that the English one names.
MORE_VALUES = {
    "{number} of {total} are not as required: {why}": {"n"},
    "{number} of {total} cannot be decided: {why}": {"n"},
    "{number} of {all}": {"some"},
    "each of {population}: {tests}": {"unit"},
}


CATALOGUE: Catalog = extract.read()
_texts = extract.texts


def _messages() -> list[Message]:
    return [message for message in CATALOGUE if message.id]


def _is_ours(message: Message) -> bool:
    return any(not file.startswith("click/") for file, _ in message.locations)


def _ids(messages: list[Message]) -> list[str]:
    return [_texts(message.id)[0][:50] for message in messages]


def test_every_message_of_the_code_is_in_the_catalogue() -> None:
    said = {_texts(one.message) for one in extract.said_in_code()}
    known = {_texts(message.id) for message in _messages()}
    assert sorted(said - known) == []  # run `make words`


def test_the_catalogue_has_no_message_that_the_code_does_not_say() -> None:
    said = {_texts(one.message) for one in extract.said_in_code()}
    kept = {_texts(message.id) for message in _messages() if _is_ours(message)}
    assert sorted(kept - said) == []
    assert not CATALOGUE.obsolete


def test_every_message_is_translated() -> None:
    assert [message.id for message in extract.missing(CATALOGUE)] == []
    assert [message.id for message in _messages() if message.fuzzy] == []


def test_the_committed_mo_is_what_the_po_compiles_to() -> None:
    assert extract.MO.read_bytes() == extract.as_mo(CATALOGUE)


@pytest.mark.parametrize("message", _messages(), ids=_ids(_messages()))
def test_a_translation_names_only_values_that_it_is_given(message: Message) -> None:
    offered = {name for text in _texts(message.id) for name in _names(text)}
    offered |= MORE_VALUES.get(_texts(message.id)[0], set())
    if isinstance(message.id, tuple | list):
        offered.add("n")
    if "number" in offered:
        offered.add("n")  # passed beside it, with its unit
    used = {name for text in _texts(message.string) for name in _names(text)}
    assert used <= offered


def _names(text: str) -> Iterator[str]:
    if "%(" in text:
        yield from re.findall(r"%\((\w+)\)", text)
        return
    for _, name, _, _ in string.Formatter().parse(text):
        if name:
            yield name


@pytest.mark.parametrize("message", _messages(), ids=_ids(_messages()))
def test_punctuation_beside_chinese_is_full_width(message: Message) -> None:
    for text in _texts(message.string):
        plain = re.sub(r"「[^」]*」", "「」", text)  # what is quoted is written as it is typed
        assert not re.search(rf"{HAN}[,;:!?()]|[,;:!?(]{HAN}|{HAN}\.(?![A-Za-z.])", plain)
        assert not re.search(rf"{HAN} *\{{n(umber)?\}} ", text), "no blank between number and unit"


@pytest.mark.parametrize("message", _messages(), ids=_ids(_messages()))
def test_a_translation_is_chinese(message: Message) -> None:
    """Every English word in it names something: a file type, an option, a program."""
    for text in _texts(message.string):
        bare = re.sub(r"\{[^}]*\}|%\(\w+\)s", " ", text)
        assert set(re.findall(r"[A-Za-z_]{2,}", bare)) <= _NAMED


_NAMED = {
    *("audit", "print", "totals", "compare", "resume", "attestations"),  # commands and options
    *(
        "as",
        "of",
        "waivers",
        "no",
        "yaml",
        "register",
        "update",
        "force",
        "set",
        "to",
        "sweep",
        "HY",
        "YJ",
    ),
    *("city", "county", "verdict"),  # what `sample --by` takes
    *("file", "entries", "part", "inflated", "sheets", "cells", "seconds", "memory", "judging"),
    *("doc", "docx", "dotx", "xlsm", "annotate", "template"),
    *("centre", "check", "help", "level", "debug", "standards", "list", "name"),
    *("xlsx", "xls", "et", "json", "txt", "Excel", "WPS", "YAML", "PDF", "UTF", "MiB", "JSON"),
    *("Schema", "SHA", "id", "Bash", "UUID", "TRUE", "FALSE", "true", "false", "xx"),
    *("district", "town", "mask", "show", "zh", "en", "text", "auto", "always", "never"),
    *("doctor", "write", "mapping", "sheet", "header_row", "confirmed", "limit", "csv", "XML"),
    *("HTML",),
    *(
        "CSV",
        "file",
        "files",
        "entries",
        "part",
        "parts",
        "total",
        "sheets",
        "cells",
        "seconds",
        "memory",
        "size",
    ),
    *("jsonl", "resume", "Dask", "dask", "worker", "nthreads", "distributed", "tcp"),
    *("pip", "install", "cluster"),
    *("pdf", "docx", "html", "md", "txt", "acting"),
    *("Office", "Word", "RTF", "GB", "NUL", "BOM", "ZIP", "PowerPoint", "Outlook"),
    *("is", "given", "mentions", "at_least", "more_than", "at_most"),
    *("set", "subsidy", "progress", "terms", "range", "rules", "undated", "csv", "ID"),
    *("floor", "stretch", "audit"),
}


def _phrases(node: Any) -> Iterator[tuple[str, Phrase]]:
    """Every text in both languages inside a standard or a form, with its way there."""
    if isinstance(node, Phrase):
        yield "", node
    elif isinstance(node, dict):
        for key, part in node.items():
            yield from ((f".{key}{way}", phrase) for way, phrase in _phrases(part))
    elif isinstance(node, tuple | list) and not hasattr(node, "_fields"):
        for at, part in enumerate(node):
            yield from ((f"[{at}]{way}", phrase) for way, phrase in _phrases(part))
    else:
        names: Any = getattr(node, "_fields", ()) or getattr(node, "__dataclass_fields__", ())
        for name in names:
            yield from ((f".{name}{way}", phrase) for way, phrase in _phrases(getattr(node, name)))


@pytest.fixture(scope="module")
def edition() -> Edition:
    return shelf.take(DEFAULT_STANDARD)


@pytest.mark.parametrize("level", ["district", "town"])
def test_every_text_of_the_standard_and_its_form_is_there_in_both_languages(
    edition: Edition, level: str
) -> None:
    found = [*_phrases(edition.resolve(level)), *_phrases(edition.form)]
    assert len(found) > 200
    bare = [way for way, phrase in found if not phrase.zh.strip() or not phrase.en.strip()]
    assert bare == []
    assert [
        way for way, phrase in found if {phrase.zh.strip(), phrase.en.strip()} - {*phrase}
    ] == []


# What may stand in a Chinese sentence in Latin letters: ids, cells, options of the command line.
_LATIN = re.compile(
    r"HY-[A-Z]{2}-\d\d(\.\d)?"  # clauses
    r"|[A-Z]{1,2}\d+(:[A-Z]{1,2}\d+)?"  # cells
    r"|huyi-2019-centre|SHA-256|[0-9a-f]{12}|--level|--attestations|SIYB|㎡"
    r"|[a-z_]+: [a-z_]+(?=）)"  # an option of the standard as its file writes it
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("asked", [None, "town"], ids=["its own level", "as a town's"])
def test_a_chinese_report_has_no_english_words(
    edition: Edition, sample: Path, asked: str | None
) -> None:
    page = _report(edition, sample, "zh", asked, report.Detail.FULL)
    assert _latin(page) - _written(sample) == set()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_chinese_explanation_has_no_english_words(edition: Edition, sample: Path) -> None:
    words = Words("zh")
    facts = read_facts(sample, edition.form, words, disclosure=Disclosure.MASKED)
    audit = run_audit(facts, edition, words, wish=Wish(), today=date(2026, 6, 30))
    standards = [edition.resolve(level.id) for level in edition.levels]
    for criterion in standards[0].criteria:
        page = explanation.build(criterion.id, standards, edition.form, words, audit)
        assert _latin(_text(page)) - _written(sample) == set(), criterion.id


def test_a_chinese_standard_page_has_no_english_words(edition: Edition) -> None:
    standards = [edition.resolve(level.id) for level in edition.levels]
    page = standard_page.build(standards, edition.form, Words("zh"))
    assert _latin(_text(page)) == set()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_an_english_report_says_no_sentence_in_chinese(edition: Edition, sample: Path) -> None:
    """Chinese stays where it is the workbook's: names, sheets, headers, what somebody wrote."""
    page = _report(edition, sample, "en", None, report.Detail.NORMAL)
    for message in _messages():
        for text in _texts(message.string):
            for part in re.split(r"\{[^}]*\}", text):
                if len(re.findall(HAN, part)) > 2 and part not in "".join(_texts(message.id)):
                    assert part not in _without_quotes(page), message.id


def _without_quotes(page: str) -> str:
    return re.sub(r"「[^」]*」", "", page.replace("\n", ""))


def _report(
    edition: Edition, sample: Path, lang: str, level: str | None, detail: report.Detail
) -> str:
    words = Words(lang)
    facts = read_facts(sample, edition.form, words, disclosure=Disclosure.MASKED)
    audit = run_audit(facts, edition, words, wish=Wish(level), today=date(2026, 6, 30))
    return _text(report.build(audit, words, detail))


def _text(page: Document) -> str:
    return render(page, 4000)


def _latin(page: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]{2,}", _LATIN.sub(" ", page)))


@cache
def _written(sample: Path) -> set[str]:
    """The Latin words that stand in the workbook itself."""
    book = load_workbook(sample)
    cells = (cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return {word for cell in cells for word in re.findall(r"[A-Za-z_]{2,}", str(cell or ""))}
