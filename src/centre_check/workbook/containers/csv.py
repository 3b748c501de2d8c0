"""Read .csv files, one a sheet: their encoding, their delimiter, text cells and nothing else.

Numbers and dates stay the text they are; the cell parsers read text.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from centre_check.model.facts import Trouble
from centre_check.words import mark
from centre_check.workbook.containers.cells import Cells, is_error, visible
from centre_check.workbook.containers.encodings import decoded
from centre_check.workbook.containers.kinds import DamagedFile
from centre_check.workbook.grid import Grid

_DELIMITERS = ",\t;|"
_LOOKED_AT = 10_000  # characters, to tell the delimiter
_QUOTED = re.compile(r'"(?:[^"]|"")*"?')
_DECLARED = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)  # Excel's own first line
_ESCAPED = re.compile(r'="([^"]*)"')  # ="007": Excel's way to keep the zeros
_FORMULA = re.compile(r"=\s*[-+]?(?:[A-Z]+[A-Z0-9.]*\(|\$?[A-Z]{1,3}\$?[0-9]+\b|'?[^=]+!\$?[A-Z])")


def read(content: bytes) -> tuple[Grid, ...]:
    """One file whose name is not known, standard input for one.

    Raises:
        DamagedFile: it cannot be read.
    """
    return (_grid("CSV", content),)


def read_files(files: Mapping[str, bytes]) -> tuple[Grid, ...]:
    """One sheet a file, called by the stem of its name, in the order of the names.

    Raises:
        DamagedFile: one of them cannot be read; says which.
    """
    return tuple(_named(name, files[name]) for name in sorted(files))


def _named(name: str, content: bytes) -> Grid:
    try:
        return _grid(PurePosixPath(name).stem, content)
    except DamagedFile as error:
        values = {**error.values, "file": visible(name)}
        raise DamagedFile(error.message, **values) from error


def _grid(name: str, content: bytes) -> Grid:
    text = decoded(content)
    delimiter = _delimiter(text)
    declared = _DECLARED.match(text)
    if declared:
        delimiter, text = declared[1], text[declared.end() :]
    cells = Cells(visible(name))
    for row, record in enumerate(_records(text, delimiter)):
        for column, shown in enumerate(record):
            _put(cells, row, column, shown)
    return cells.grid()


def _put(cells: Cells, row: int, column: int, shown: str) -> None:
    if shown[:1] in ("#", "E") and is_error(shown):
        cells.trouble(row, column, Trouble.ERROR_VALUE, shown)
    elif shown[:1] == "=" and _FORMULA.match(shown):
        cells.trouble(row, column, Trouble.NO_STORED_RESULT, visible(shown))
    elif shown:
        escaped = _ESCAPED.fullmatch(shown)
        cells.put(row, column, visible(escaped[1] if escaped else shown))


def _records(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise _trouble(str(error), reader.line_num) from error


def _trouble(cause: str, line: int) -> DamagedFile:
    if "field larger" in cause:
        return DamagedFile(
            mark("{file}: a cell in line {line} is longer than {limit} characters"),
            file="CSV",
            line=line,
            limit=csv.field_size_limit(),
        )
    if "unexpected end" in cause:
        return DamagedFile(mark("{file}: a quotation mark is opened and never closed"), file="CSV")
    return DamagedFile(
        mark("{file}: the quotation marks in line {line} do not pair up"), file="CSV", line=line
    )


def _delimiter(text: str) -> str:
    """The delimiter that divides most of the first lines, and into most cells."""
    lines = _QUOTED.sub("", text[:_LOOKED_AT]).splitlines()
    return max(_DELIMITERS, key=lambda delimiter: _divided(lines, delimiter))


def _divided(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    counts = [line.count(delimiter) for line in lines]
    return sum(count > 0 for count in counts), sum(counts)
