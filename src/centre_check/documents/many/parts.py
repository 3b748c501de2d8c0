"""Parts that papers about many centres have in common."""

from collections.abc import Sequence

from centre_check import __version__
from centre_check.documents.tree import Block, Heading, Table, TableRow
from centre_check.model.findings import Failure
from centre_check.results.types import CentreResult, StandardUsed
from centre_check.words import Words, mark

_HASH_SHOWN = 12  # hexadecimal digits
NONE = "－"


def name_of(result: CentreResult, words: Words) -> str:
    """The centre's name; without one, that it has none."""
    return result.name.strip() or words(mark("centre without a name"))


def source(result: CentreResult, words: Words) -> str:
    """The workbook, and the file in which its result was read."""
    if not result.place:
        return result.workbook
    return words(
        mark("{workbook} (result in {place})"), workbook=result.workbook, place=result.place
    )


def standard_line(standard: StandardUsed, words: Words) -> str:
    """Which standard, so that it can be told from every other one."""
    return words(
        mark("{title}, edition {edition} (SHA-256 {sha256})"),
        title=standard.title,
        edition=standard.edition,
        sha256=standard.sha256[:_HASH_SHOWN],
    )


def imprint(standards: tuple[StandardUsed, ...], words: Words) -> tuple[str, ...]:
    """What stands at every page's foot."""
    return (*(standard_line(one, words) for one in standards), f"centre-check {__version__}")


def unread(failures: Sequence[Failure], words: Words) -> list[Block]:
    """The files that could not be audited, each with its reason; nothing where there are none."""
    if not failures:
        return []
    head = (words(mark("File")), words(mark("Reason")), words(mark("What to do")))
    rows = tuple(TableRow((one.path, one.message, one.hint)) for one in failures)
    title = words(mark("Files that could not be audited"))
    return [Heading(title), Table(head, rows, (4, 6, 6))]


def number(value: int | None) -> str:
    """A number in a table; a dash where none is known."""
    return NONE if value is None else str(value)
