"""What looks copied or made up: rows alike in all but the name, columns of round figures."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from centre_check.audit.doubts.sight import PEOPLE, Sight, cell_of, said
from centre_check.form.types import Kind
from centre_check.model.facts import Cell, Note
from centre_check.model.table import Row
from centre_check.words import mark

_ROUND_ROWS = 8  # a column of so many figures, all multiples of 100
_ALIKE = 5  # filled cells that two rows must share, two of them text, before they look copied
_BY_MANY = (Kind.CHOICE, Kind.CHOICES, Kind.DATE)  # entries that many rows have in common


def copied_rows(sight: Sight) -> Iterator[Note]:
    """Two rows of people or tenants that differ in nothing but name and number."""
    for name in (*PEOPLE, "tenants"):
        table = sight.table(name)
        if table.identity is None or len(table.rows) < 2:
            continue
        own = {"no", table.identity.number, table.identity.name}
        fields = [field for field in table.headers if field not in own]
        # what tells people apart comes first, so that most rows are done with after one column
        fields.sort(key=lambda field: (field != "phone", sight.kinds[name, field] in _BY_MANY))
        for rows in _alike(table.rows, fields):
            filled = [field for field in fields if said(rows[0], field)]
            own_words = {f for f in filled if sight.kinds[name, f] not in _BY_MANY} - {"phone"}
            if len(filled) >= _ALIKE and len(own_words) > 1:
                cells = [cell for row in rows if (cell := cell_of(row, table.identity.name))]
                message = mark("these rows are alike in all but the name; was one copied?")
                yield sight.note("copied_rows", message, cells)


def _alike(rows: Sequence[Row], fields: Sequence[str]) -> list[list[Row]]:
    """The groups of rows that say the same in all `fields`."""
    groups = [list(rows)]
    for field in fields:
        finer: list[list[Row]] = []
        for group in groups:
            by_text: dict[object, list[Row]] = defaultdict(list)
            for row in group:
                by_text[said(row, field)].append(row)
            finer += [same for same in by_text.values() if len(same) > 1]
        groups = finer
        if not groups:
            break
    return groups


def round_columns(sight: Sight) -> Iterator[Note]:
    """A column of areas or rents that are all multiples of 100."""
    for name, field in (("rooms", "area"), ("tenants", "area"), ("tenants", "rent")):
        cells: list[Cell] = []
        for figure, cell in sight.figures(name, field):
            if figure.low is None or not figure.is_exact or not _is_round(figure.low):
                break
            cells.append(cell)
        else:
            if len(cells) >= _ROUND_ROWS:
                message = mark("every figure of this column is a multiple of 100")
                yield sight.note("round_figures", message, cells)


def _is_round(figure: Decimal) -> bool:
    """Whether the last two digits are 0; a remainder cannot be had of every size."""
    exponent = figure.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent > 1
