"""名册附件: who is on the workbook's lists, row by row, with what each row counts for."""

from collections.abc import Sequence

from centre_check.documents.tree import Block, Paragraph, Section, Table, TableRow
from centre_check.model.registers import Register, RegisterRow
from centre_check.words import Words, mark
from centre_check.words.width import screen_width

_COUNTED, _NOTHING = "√", "－"
_MOST = 2000  # rows: more, some 200 pages, nobody prints, and they take minutes to set
_NARROWEST, _WIDEST, _REASONS = 8, 20, 34  # columns of a screen


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
    clauses = list(
        dict.fromkeys(
            id_
            for row in register.rows
            for id_ in (*row.counted, *(one for out in row.left_out for one in out.criteria))
        )
    )
    used = [
        at
        for at in range(len(register.head))
        if not register.rows or any(row.texts[at] for row in register.rows)
    ]
    head = (
        words(mark("Row")),
        *(register.head[at] for at in used),
        *(_short(id_) for id_ in sorted(clauses)),
        words(mark("Why not counted")),
    )
    rows = tuple(_row(row, used, sorted(clauses), words) for row in register.rows[:_MOST])
    table = Table(head, rows, _widths(head, rows), (0,))
    if not rows:
        return (Paragraph(words(mark("The workbook has no rows of this kind."))), table)
    if len(rows) < len(register.rows):
        said = mark("The workbook has {total} rows; the first {shown} are listed here.")
        return (Paragraph(words(said, total=len(register.rows), shown=len(rows))), table)
    return (table,)


def _short(criterion: str) -> str:
    """A clause's id without the standard's part: RY-03."""
    return criterion.partition("-")[2]


def _widths(head: Sequence[str], rows: Sequence[TableRow]) -> tuple[int, ...]:
    """By what stands in the columns; the last one, with the reasons, takes most."""
    columns = zip(head, *(row.cells for row in rows), strict=True)
    longest = [max(map(screen_width, column)) for column in columns]
    return (*(min(_WIDEST, max(_NARROWEST, one)) for one in longest[:-1]), _REASONS)


def _row(row: RegisterRow, used: Sequence[int], clauses: Sequence[str], words: Words) -> TableRow:
    left_out = {id_: one.reason for one in row.left_out for id_ in one.criteria}
    marks = (
        _COUNTED if id_ in row.counted else _NOTHING if id_ in left_out else "" for id_ in clauses
    )
    why = words(mark("; ")).join(dict.fromkeys(filter(None, left_out.values())))
    texts = (row.texts[at] or "" for at in used)
    return TableRow((str(row.number), *texts, *marks, why))
