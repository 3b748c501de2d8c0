"""名册附件: who is on the workbook's lists, row by row, with what each row counts for."""

from collections.abc import Sequence

from centre_check.documents.tree import Block, Paragraph, Section, Table, TableRow
from centre_check.model.registers import LeftOut, Register, RegisterRow
from centre_check.words import Words, mark
from centre_check.words.width import screen_width

_NOTHING = "－"
_MOST = 2000  # rows: more, some 200 pages, nobody prints, and they take minutes to set
_NARROWEST, _WIDEST, _REASONS = 5, 14, 44  # columns of a screen


def annexes(registers: Sequence[Register], words: Words) -> tuple[Section, ...]:
    """One annex a register, numbered where there are several."""
    return tuple(
        Section(
            _title(one, n if len(registers) > 1 else 0, words), _blocks(one, words), is_wide=True
        )
        for n, one in enumerate(registers, 1)
    )


def _title(register: Register, n: int, words: Words) -> str:
    message = mark("Annex {n} {title}") if n else mark("Annex: {title}")
    return words(message, n=n, title=register.title)


def _blocks(register: Register, words: Words) -> tuple[Block, ...]:
    head = (
        words(mark("Row")),
        *register.head,
        words(mark("Counted for")),
        words(mark("Not counted, not in order or open for")),
    )
    rows = tuple(_row(row, words) for row in register.rows[:_MOST])
    table = Table(head, rows, _widths(head, rows), (0,))
    if not rows:
        return (Paragraph(words(mark("The workbook has no rows of this kind."))), table)
    if len(rows) < len(register.rows):
        said = mark("The workbook has {total} rows; the first {shown} are listed here.")
        return (Paragraph(words(said, total=len(register.rows), shown=len(rows))), table)
    return (table,)


def _widths(head: Sequence[str], rows: Sequence[TableRow]) -> tuple[int, ...]:
    """By what stands in the columns; the last one, with the reasons, takes most."""
    columns = zip(head, *(row.cells for row in rows), strict=True)
    longest = [max(map(screen_width, column)) for column in columns]
    return (*(min(_WIDEST, max(_NARROWEST, one)) for one in longest[:-1]), _REASONS)


def _row(row: RegisterRow, words: Words) -> TableRow:
    texts = (text or _NOTHING for text in row.texts)
    left_out = words(mark("; ")).join(_why(one, words) for one in row.left_out)
    counted = words.join(row.counted)
    return TableRow((str(row.number), *texts, counted or _NOTHING, left_out or _NOTHING))


def _why(one: LeftOut, words: Words) -> str:
    ids = words.join(one.criteria)
    return words(mark("{ids}: {reason}"), ids=ids, reason=one.reason) if one.reason else ids
