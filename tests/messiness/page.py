"""Write docs/messiness.md, every case with what is asked for and what is tested."""

import sys
from collections.abc import Iterator
from pathlib import Path

from layouts.page import TITLES, sections

from .case import ANY, Case, Outcome
from .cases import CASES
from .catalogue import GROUPS, LATER, Entry

PAGE = Path(__file__).parents[2] / "docs" / "messiness.md"
HEAD = """\
# What offices send

The 96 cases of messy workbooks, what is asked for in each, and what the program does. The page is
written by `python -m tests.messiness.page` from the table that is tested
(`tests/messiness/cases.py`): every line under a case is a workbook of a compliant centre with that
one thing changed, run through the command line. Clauses that a line does not name keep their
outcome, and a test fails when this page is not what the table says.

Above the cases stand two laws (`tests/messiness/test_properties.py`): a layout drawn at random
never changes a finding, and an edit of one cell never makes a clause pass unless the finding names
that cell.
"""


LAYOUTS = """\
## What counts as a row, a person, a place, a day

Layouts as offices send them, in raw rows (`tests/layouts`): each stands for a workbook of a
compliant centre in which that is otherwise, and is judged through the command line. A clause that
is not named keeps its outcome.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for name, entries in GROUPS.items():
        parts.append(f"## {name}\n")
        parts += [_entry(number, entry) for number, entry in entries.items()]
    parts.append(LAYOUTS)
    parts += sections(tuple(TITLES))
    return "\n".join(parts)


def _entry(number: int, entry: Entry) -> str:
    lines = [f"**{number}. {_plain(entry.what)}** — asked for: {_plain(entry.required)}.", ""]
    lines += [line for case in CASES if case.number == number for line in _lines(case)]
    if number in LATER:
        lines.append(f"- later: {LATER[number]}.")
    return "\n".join([*lines, ""])


def _lines(case: Case) -> Iterator[str]:
    yield f"- {_plain(case.part)}: {_plain('; '.join(_done(case)))}."
    if case.argued:
        yield f"  *Other than asked for:* {case.argued}"


def _done(case: Case) -> Iterator[str]:
    if case.error:
        yield f"error, exit 3, naming 「{case.error}」"
        return
    by_outcome: dict[str, list[str]] = {}
    for criterion, wanted in case.clauses.items():
        by_outcome.setdefault(_outcome(wanted), []).append(criterion)
    for outcome, criteria in by_outcome.items():
        yield f"{', '.join(criteria)} {outcome}"
    if not case.clauses:
        yield "nothing changes"
    for code, *cells in case.notes:
        yield f"note `{code}`" + (f" at {', '.join(cells)}" if cells else "")


def _outcome(wanted: Outcome) -> str:
    said = wanted.outcome.replace("_", " ")
    if wanted.low == ANY:
        return said
    high = "no limit" if wanted.high is None else wanted.high
    span = wanted.low if wanted.low == wanted.high else f"{wanted.low} to {high}"
    return f"{said} ({span})"


def _plain(text: str) -> str:
    """The text without what Markdown would take for marks."""
    return text.replace("\n", " ").replace("*", "\\*").replace("~", "\\~").replace("#", "\\#")


def main() -> None:
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE}\n")


if __name__ == "__main__":
    main()
