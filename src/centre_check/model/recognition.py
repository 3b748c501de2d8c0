"""What was recognised in a workbook: sheets, headers, columns and rows, and what was not."""

from enum import StrEnum
from typing import NamedTuple

from centre_check.model.facts import Cell, Input, Note, Trouble


class Taken(StrEnum):
    """How a sheet of the workbook was taken."""

    BY_NAME = "by_name"
    BY_HEADERS = "by_headers"
    BY_COLUMNS = "by_columns"  # by its composed headers, where no name tells
    AS_CARD = "as_card"  # one record, its facts as labels with values
    BY_MAPPING = "by_mapping"
    NEAR = "near"  # its columns fit several sheets of the form alike
    RIVAL = "rival"  # one of several that could be the same sheet of the form
    HIDDEN = "hidden"
    IGNORED = "ignored"  # the form's own instructions and declarations
    UNREAD = "unread"  # not of the form
    EMPTY = "empty"


class Means(StrEnum):
    """Why a header is a field's, or why it is none's."""

    CANONICAL = "canonical"
    SYNONYM = "synonym"
    IMPLIED = "implied"  # a synonym that also says the value of another field
    MAPPED = "mapped"
    COMPOSED = "composed"  # by what the header is made of, and the entries agree
    SUGGESTED = "suggested"  # its words or its entries say so, but not both: not read
    CONTRADICTED = "contradicted"  # its entries are plainly something else: not read
    ALTERED = "altered"  # a bracket makes it another fact: not read
    EMBEDDED = "embedded"  # a column of another sheet of the form
    REPEATED = "repeated"  # of a field that has a column already: not read
    UNKNOWN = "unknown"


_NOT_READ = frozenset(
    {Means.REPEATED, Means.UNKNOWN, Means.SUGGESTED, Means.CONTRADICTED, Means.ALTERED}
)


class Ground(StrEnum):
    """On what a suggestion rests."""

    SPELLING = "spelling"  # it is nearly called so
    WORDS = "words"  # it is made of such words
    ENTRIES = "entries"  # such things stand below it


class ColumnFound(NamedTuple):
    """A header and the field it is: `field` is an id, `title` the form's header.

    `suggestion` is the header of an absent field that an unread one may be, `ground` why.
    """

    cell: Cell
    means: Means
    field: str = ""
    title: str = ""
    suggestion: str = ""
    ground: Ground | None = None

    @property
    def is_read(self) -> bool:
        """Whether facts are taken from the column."""
        return self.means not in _NOT_READ


class RowLeftOut(NamedTuple):
    """A row that is no record: `why` is example, total, notes, header, vacancy or none."""

    why: str
    cell: Cell


class TableFound(NamedTuple):
    """A table of the form in a sheet; rows as Excel counts them, 0 where there are none.

    A key/value sheet has no header rows; its columns are its labels.

    `missing` are headers of fields that decide, of which nothing was found.
    """

    sheet: str
    name: str
    header_rows: tuple[int, int]
    columns: tuple[ColumnFound, ...]
    first: int
    last: int
    records: int
    left_out: tuple[RowLeftOut, ...]
    missing: tuple[str, ...]
    outside: tuple[Cell, ...]


class SheetFound(NamedTuple):
    """A sheet of the workbook and what was found in it; `guess` is what an unread one may hold."""

    name: str
    taken: Taken
    tables: tuple[TableFound, ...] = ()
    guess: TableFound | None = None


class Unreadable(NamedTuple):
    """A cell that decides and cannot be read; `remark` is a marked message."""

    cell: Cell
    trouble: Trouble
    remark: str


class TotalFound(NamedTuple):
    """A total that disagrees with the rows; `header` is empty for a number of rows."""

    cell: Cell
    header: str
    stated: str
    counted: str


class Recognition(NamedTuple):
    """All that was recognised in one workbook by one form.

    `absent` are the names of sheets that decide and are not there. `wrong_numbers` are cells of
    identity numbers and credit codes that fail their check digit.
    """

    input: Input
    form: str
    mapping: str
    sheets: tuple[SheetFound, ...]
    absent: tuple[str, ...]
    unreadable: tuple[Unreadable, ...]
    wrong_numbers: tuple[Cell, ...]
    totals: tuple[TotalFound, ...]
    notes: tuple[Note, ...]

    @property
    def missing(self) -> tuple[tuple[str, str], ...]:
        """The columns that decide and are missing, each with its sheet."""
        return tuple(
            (sheet.name, header)
            for sheet in self.sheets
            for table in sheet.tables
            for header in table.missing
        )

    @property
    def is_complete(self) -> bool:
        """Whether everything that decides was recognised and can be read."""
        return not (self.absent or self.missing or self.unreadable)
