"""Seal a paper, and verify one: make it again from what it was made from, and compare."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from centre_check import __version__
from centre_check.desk import exits
from centre_check.documents.papers.parts import verification_code
from centre_check.errors import CentreCheckError, UsageProblem, WorkbookError
from centre_check.results.published import Tool, checked, plain
from centre_check.results.seal import (
    Seal,
    SealedFile,
    SealedOptions,
    SealedStandard,
    day_said,
    differing,
    result_digest,
    sealed_cells,
)
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from centre_check.desk.recipe import Auditor, JudgedCase
    from centre_check.desk.screen import Screen

ENDING = ".封存.json"
_LARGEST = 64 << 20  # bytes
_SHOWN = 20  # cells that are named


class PaperOrder(NamedTuple):
    """How a paper was asked for, besides its audit."""

    kind: str
    deadline: str
    open_only: bool


def seal_path(paper: Path, papers: Sequence[Path]) -> Path:
    """Where the seal of a paper stands; with its suffix where several papers share a name."""
    alike = sum(one.with_suffix("") == paper.with_suffix("") for one in papers)
    return paper.with_name((paper.stem if alike == 1 else paper.name) + ENDING)


def seal(
    paper: Path, content: bytes, auditor: Auditor, case: JudgedCase, asked: PaperOrder
) -> bytes:
    """The seal of a paper that was made of an audit."""
    recipe, edition, audit = auditor.recipe, auditor.edition, case.audit
    code = verification_code(audit)
    salt = hashlib.sha256(f"{code} {audit.input.sha256}".encode()).hexdigest()[:32]
    digests = sealed_cells(case.facts.tables, edition.form, salt)
    made = Seal(
        schema_version=1,
        tool=Tool(),
        paper=SealedFile(paper.name, hashlib.sha256(content).hexdigest()),
        workbook=SealedFile(Path(audit.input.path).name, audit.input.sha256),
        standard=SealedStandard(recipe.standard, edition.sha256, _sha256(edition.form_path)),
        attestations=[_file(one) for one in recipe.attestations],
        waivers=[_file(one) for one in recipe.waivers],
        mapping=_file(recipe.mapping) if recipe.mapping else None,
        options=SealedOptions(
            kind=asked.kind,
            level=recipe.level,
            as_of=day_said(recipe.as_of),
            today=recipe.today.isoformat(),
            lang=recipe.lang,
            personal=recipe.disclosure.value,
            deadline=asked.deadline,
            open_only=asked.open_only,
            no_waivers=recipe.no_waivers,
        ),
        code=code,
        result=_result(case),
        salt=salt,
        cells=digests.cells,
        columns=digests.columns,
    )
    return (json.dumps(plain(made), ensure_ascii=False, indent=1) + "\n").encode()


def run(
    words: Words,
    screen: Screen,
    *,
    seal: str,
    workbook: str | None,
    paper: str | None,
    attestations: tuple[str, ...],
    waivers: tuple[str, ...],
) -> int:
    """Say whether the paper and what it was made from are as they were sealed."""
    path = Path(seal)
    kept = _read(path)
    files = _Files(path, [*attestations, *waivers])
    found = files.find(paper, kept.paper), files.find(workbook, kept.workbook)
    try:
        auditor = _auditor(kept, files)
        case = auditor.case(found[1])
    except UsageProblem as error:  # here it is no fault of the command line
        raise WorkbookError(error.message, error.hint, **error.values) from error
    faults = list(_faults(kept, found[0], found[1], auditor, case, files))
    for fault in faults:
        screen.write(words(fault[0], **fault[1]) + "\n")
    if kept.tool.version != __version__:
        text = mark("sealed by version {old}, verified by {new}: results are compared, not bytes")
        screen.write(words(text, old=kept.tool.version, new=__version__) + "\n")
    if faults:
        return exits.NOT_COMPLIANT
    screen.write(
        words(
            mark("the same: paper, workbook and result are as sealed; code {code}"), code=kept.code
        )
        + "\n"
        + words(_PROVES)
        + "\n"
    )
    return exits.COMPLIANT


_PROVES = mark("The code proves that the content is the same, not who issued it.")
Fault = tuple[str, dict[str, object]]


def _faults(  # noqa: PLR0917 - all that is compared
    kept: Seal, paper: Path, workbook: Path, auditor: Auditor, case: JudgedCase, files: _Files
) -> Iterator[Fault]:
    if _sha256(paper) != kept.paper.sha256:
        yield mark("{name}: the paper was changed after it was sealed"), {"name": paper.name}
    yield from files.changed
    if auditor.edition.sha256 != kept.standard.sha256:
        yield mark("the standard {name} is another one now"), {"name": kept.standard.name}
    if case.audit.input.sha256 != kept.workbook.sha256:
        yield from _cells(kept, workbook, auditor, case)
    if verification_code(case.audit) != kept.code:
        told = mark("the verification code would be {now}, the sealed one is {was}")
        yield told, {"now": verification_code(case.audit), "was": kept.code}
    if _result(case) != kept.result:
        yield mark("the audit gives another result than the sealed one"), {}
    elif kept.tool.version == __version__ and _again(kept, auditor, case) != kept.paper.sha256:
        yield mark("the paper that is printed anew differs from the sealed one"), {}


def _cells(kept: Seal, workbook: Path, auditor: Auditor, case: JudgedCase) -> Iterator[Fault]:
    """What differs in the workbook: single cells, and personal columns as a whole."""
    now = sealed_cells(case.facts.tables, auditor.edition.form, kept.salt)
    places = [*differing(kept.cells, now.cells), *differing(kept.columns, now.columns)]
    name = workbook.name
    if not places:
        yield mark("{name}: the workbook was changed, but in no cell that was read"), {"name": name}
        return
    shown = "、".join(places[:_SHOWN])
    if len(places) > _SHOWN:
        told = mark("{name}: the workbook was changed in {n} cells: {cells} and others")
    else:
        told = mark("{name}: the workbook was changed in {n} cells: {cells}")
    yield told, {"name": name, "n": len(places), "cells": shown}


def _again(kept: Seal, auditor: Auditor, case: JudgedCase) -> str:
    from centre_check.desk.papers import printed

    options = kept.options
    asked = PaperOrder(options.kind, options.deadline, options.open_only)
    content = printed(asked, Path(kept.paper.name).suffix.lower(), auditor, case)
    return hashlib.sha256(content).hexdigest()


def _auditor(kept: Seal, files: _Files) -> Auditor:
    """What audits as it was done then.

    Raises:
        CentreCheckError: the standard or another file is not there.
    """
    from centre_check.desk.recipe import Recipe, day_of

    options = kept.options
    recipe = Recipe.of(
        Words(options.lang),
        standard=kept.standard.name,
        level=options.level,
        as_of=options.as_of,
        mapping=files.same(kept.mapping) if kept.mapping else None,
        attestations=[files.same(one) for one in kept.attestations],
        personal=options.personal,
        waivers=[files.same(one) for one in kept.waivers],
        no_waivers=options.no_waivers,
    )
    return recipe._replace(today=day_of(options.today) or date.today()).auditor()


class _Files:
    """Finds the files of a seal: where they are said to be, else beside it, else here."""

    def __init__(self, seal: Path, given: Sequence[str]) -> None:
        self.folder = seal.parent
        self.given = [Path(one) for one in given]
        self.changed: list[Fault] = []

    def find(self, said: str | None, wanted: SealedFile) -> Path:
        """The file that was named, else the one beside the seal, else the one here.

        Raises:
            WorkbookError: it is nowhere.
        """
        name = Path(wanted.name).name
        return self._first([Path(said)] if said else [self.folder / name, Path(name)], said or name)

    def same(self, wanted: SealedFile) -> str:
        """The path of a file that is to be as it was sealed; where it is not, that is a fault."""
        name = Path(wanted.name).name
        own = [one for one in self.given if one.name == name]
        path = self._first([*own, self.folder / name, Path(name)], name)
        if _sha256(path) != wanted.sha256:
            told = mark("{name} is another file than the sealed one")
            self.changed.append((told, {"name": path.name}))
        return str(path)

    def _first(self, places: Sequence[Path], name: str) -> Path:
        path = next((one for one in places if one.is_file()), None)
        if path is None:
            raise WorkbookError(
                mark("{name} is not there, so nothing can be verified"),
                mark("put it beside the seal, or name it: --workbook, --paper, --attestations"),
                name=name,
            )
        return path


def _read(path: Path) -> Seal:
    """The seal.

    Raises:
        CentreCheckError: it cannot be opened, or is none.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise WorkbookError(mark("{path} is too large for a seal"), path=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise WorkbookError(
            mark("{path} cannot be opened: {cause}"), path=path, cause=error.strerror or error
        ) from error
    try:
        kept: Seal = checked(Seal, content, path.name)
    except CentreCheckError:
        raise WorkbookError(
            mark("{path} is no seal of centre-check, or was changed"),
            mark("give the file that print --seal wrote"),
            path=path.name,
        ) from None
    return kept


def _result(case: JudgedCase) -> str:
    from centre_check.render.json import audit_text

    return result_digest(audit_text(case.audit))


def _file(name: str) -> SealedFile:
    return SealedFile(Path(name).name, _sha256(Path(name)))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
