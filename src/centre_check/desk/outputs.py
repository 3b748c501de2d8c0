"""Write results: checked before any work, written whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from centre_check.errors import OutputError, UsageProblem
from centre_check.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from centre_check.desk.recipe import Auditor
    from centre_check.model.findings import Audit, Failure
    from centre_check.model.registers import Register
    from centre_check.words import Words


def check_outputs(outputs: Iterable[Path], inputs: Iterable[Path], suffixes: Iterable[str]) -> None:
    """Refuse an output that could not be written, before anything is read.

    Raises:
        UsageProblem: its suffix is no known format, or it is an input of this run.
        OutputError: its folder is not there, or it cannot be written to.
    """
    known = list(suffixes)
    sources = {os.path.realpath(path) for path in inputs}  # a loop of links does not raise
    for path in outputs:
        if path.suffix.lower() not in known:
            raise UsageProblem(
                mark("{path}: no format is called {suffix}"),
                mark("name it with one of {known}"),
                path=path,
                suffix=path.suffix or "''",
                known=" ".join(known),
            )
        if os.path.realpath(path) in sources:
            raise UsageProblem(
                mark("{path} is an input and is never overwritten"),
                mark("choose another name"),
                path=path,
            )
        if not path.parent.is_dir():
            raise OutputError(
                mark("{path}: the folder is not there"), mark("create it first"), path=path
            )
        if path.is_dir() or not os.access(path.parent, os.W_OK):
            raise OutputError(
                mark("{path} cannot be written"), mark("choose another place"), path=path
            )


def write_whole(path: Path, content: bytes) -> None:
    """Write the file in one go: another reader sees the old one or all of the new one.

    Raises:
        OutputError: it cannot be written, for instance because Excel has it open.
    """
    write_pieces(path, (content,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the file in one go from pieces that need not be in memory together.

    Raises:
        OutputError: it cannot be written, for instance because Excel has it open.
    """
    import tempfile
    from pathlib import Path

    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(pieces)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(
            mark("{path} cannot be written: {cause}"),
            mark("close the file in other programs and try again"),
            path=path,
            cause=error.strerror or error,
        ) from error


_FILE_WIDTH = 100  # columns of a report that is written as text
_IN_ANY_CASE = (".json", ".txt")  # written although there may be no audit


class Results(NamedTuple):
    """All that was audited and all that could not be, in the order given.

    `registers` makes the lists of persons and entities of the one centre that a report is of.
    """

    audits: Sequence[Audit]
    failures: Sequence[Failure]
    registers: Callable[[], tuple[Register, ...]] = tuple  # made for reports only


def as_json(results: Results, words: Words) -> bytes:
    """The published JSON of all audits."""
    from centre_check.render.json import render

    return render(results.audits, results.failures, words.lang).encode()


def as_text(results: Results, words: Words, detail: str) -> bytes:
    """What the screen shows of all audits."""
    from centre_check.documents.report import Detail, build
    from centre_check.render.text import render

    texts = [render(build(one, words, Detail(detail)), _FILE_WIDTH) for one in results.audits]
    return "\n".join(texts).encode()


def writers(
    targets: Sequence[Path], auditor: Auditor, *, detail: str
) -> list[tuple[Path, Callable[[Results], bytes]]]:
    """What fills each target once the workbook is audited; their libraries are there.

    Raises:
        OutputError: the library that draws a format is not installed.
    """
    words = auditor.words
    found: list[tuple[Path, Callable[[Results], bytes]]] = []
    for path in targets:
        suffix = path.suffix.lower()
        if suffix == ".json":
            found.append((path, lambda results: as_json(results, words)))
        elif suffix == ".txt":
            found.append((path, lambda results: as_text(results, words, detail)))
        else:
            found.append((path, _report(suffix, auditor)))
    return found


def write(drawn: Sequence[tuple[Path, Callable[[Results], bytes]]], results: Results) -> None:
    """Fill the targets, all drawn before any is written; of a centre that failed there is none."""
    able = [
        (path, draw)
        for path, draw in drawn
        if results.audits or path.suffix.lower() in _IN_ANY_CASE
    ]
    contents = [(path, draw(results)) for path, draw in able]
    for path, content in contents:
        write_whole(path, content)


def _report(suffix: str, auditor: Auditor) -> Callable[[Results], bytes]:
    from centre_check.documents import papers
    from centre_check.documents.papers.material import Wanted, material_of
    from centre_check.form.types import Disclosure
    from centre_check.render.formats import renderer

    render = renderer(suffix)
    paper = papers.paper("report")
    wanted = Wanted(is_internal=auditor.disclosure is Disclosure.FULL)

    def draw(results: Results) -> bytes:
        audit, registers = results.audits[0], results.registers()
        material = material_of(audit, auditor.edition, wanted=wanted, registers=registers)
        return render(paper.make(material, auditor.words))

    return draw
