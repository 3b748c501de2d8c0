"""What an audit writes: the audits as data, as text, or one centre's report as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from centre_check.commands.shared.auditing import Auditor
    from centre_check.model.findings import Audit, Failure
    from centre_check.model.registers import Register
    from centre_check.words import Words

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
    from centre_check.commands.shared.outputs import write_whole

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
        return render(paper.build(material, auditor.words))

    return draw
