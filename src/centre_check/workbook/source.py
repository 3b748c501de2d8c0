"""Open a workbook file: know it by its content, read its sheets as grids."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from centre_check.errors import WorkbookError
from centre_check.model.facts import Input
from centre_check.words import mark
from centre_check.workbook.containers import READERS, DamagedFile, FileKind
from centre_check.workbook.containers.cells import visible
from centre_check.workbook.grid import Grid
from centre_check.workbook.guard import DEFAULT, FileLook, Limits, contents, look
from centre_check.workbook.guard.contents import STANDARD_INPUT, name_of
from centre_check.workbook.own_papers import ANNOTATED, PAPER, is_own_table, mark_of, may_be_marked

_SEND_AGAIN = mark("send the workbook again")


def open_workbook(
    path: Path,
    limits: Limits = DEFAULT,
    content: bytes | None = None,
    *,
    is_streamed: bool = False,
) -> tuple[Input, tuple[Grid, ...]]:
    """The file and its worksheets; `-` is standard input, a folder stands for its .csv files.

    The sheet of a lone .csv file is called by the stem of its name, as in a folder of them.
    `content` is what stands at `path`, where somebody has read it already. The rows of a streamed
    .xlsx are to be iterated, once; a large one is then read in this process all the same.

    Raises:
        UsageProblem: there is no such file.
        WorkbookError: it is no workbook that can be read; says what it is.
    """
    content = contents(path, limits) if content is None else content
    name = name_of(path)
    source = Input(name, hashlib.sha256(content).hexdigest(), len(content))
    known = look(content, name, limits)
    mark_of_ours = mark_of(content) if may_be_marked(content) else None
    is_table = known.kind is FileKind.CSV and is_own_table(content)
    if is_table or (mark_of_ours is not None and mark_of_ours.kind == PAPER):
        raise WorkbookError(
            mark("{path} was made by centre-check; it is no workbook that a centre filled in"),
            mark("give the workbook that the centre filled in"),
            path=name,
        )
    grids = _grids(content, known, name, limits, is_streamed=is_streamed)
    if mark_of_ours is not None and mark_of_ours.kind == ANNOTATED:
        grids = tuple(grid for grid in grids if grid.name != mark_of_ours.sheet)
    if known.kind is FileKind.CSV and str(path) != STANDARD_INPUT:
        grids = tuple(grid._replace(name=visible(path.stem)) for grid in grids)
    return source, grids


def _grids(
    content: bytes, known: FileLook, name: str, limits: Limits, *, is_streamed: bool
) -> tuple[Grid, ...]:
    try:
        if is_streamed and known.kind is FileKind.XLSX and not known.is_odd:
            from centre_check.workbook.containers import xlsx

            grids = _here(partial(xlsx.read, content, is_streamed=True), name)
        elif known.is_doubtful:
            from centre_check.workbook import isolation

            grids = isolation.run(known.kind, content, name, limits)
        else:
            grids = _here(partial(READERS[known.kind], content), name)
    except DamagedFile as error:
        # A reader that knows what is wrong says it in a message of ours, with its values.
        reason = error.message if error.values else _SEND_AGAIN
        raise WorkbookError(
            mark("{path} is damaged or no workbook"), reason, **{**error.values, "path": name}
        ) from error
    if not grids:
        raise WorkbookError(mark("{path} has no worksheet"), _SEND_AGAIN, path=name)
    if all(grid.is_hidden for grid in grids):
        raise WorkbookError(
            mark("{path} has hidden worksheets only"),
            mark("show those that are to be read, and save it again"),
            path=name,
        )
    return grids


def _here(read: Callable[[], tuple[Grid, ...]], name: str) -> tuple[Grid, ...]:
    try:
        return read()
    except BaseException as error:
        # A panic of the parser, which is written in Rust, is no Exception.
        if type(error).__name__ == "PanicException":
            from centre_check.workbook import isolation

            raise isolation.broken_down(name) from error
        raise
