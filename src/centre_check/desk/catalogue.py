"""What `standards` does with each kind of file: list it, read it to check it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from centre_check.desk import exits
from centre_check.documents.standards_list import Listed
from centre_check.standard import library
from centre_check.standard.library import StandardKind, kind_of
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from pathlib import Path

    from centre_check.desk.screen import Screen
    from centre_check.documents.tree import Document
    from centre_check.standard.subsidies.types import Subsidies
    from centre_check.standard.targets.types import Targets


def listed(path: Path, words: Words) -> Listed:
    """The file as it is listed."""
    kind = kind_of(path)
    match kind:
        case StandardKind.CRITERIA:
            return _criteria(path, words)
        case StandardKind.TARGETS:
            from centre_check.standard.targets.load import read

            return _of(read(path, path.read_bytes()), kind, words)
        case StandardKind.SUBSIDIES:
            from centre_check.standard.subsidies.load import read as read_subsidies

            return _of(read_subsidies(path, path.read_bytes()), kind, words)


def checked(path: Path, words: Words) -> str:
    """Read the file strictly and judge its examples; what is told when it is in order.

    Raises:
        BrokenFile: with every mistake of the file.
    """
    match kind_of(path):
        case StandardKind.CRITERIA:
            from centre_check.desk.examples import run_examples

            return words(
                mark("{path} is in order; {n} examples were judged as stated"),
                path=path,
                n=run_examples(path, words),
            )
        case StandardKind.TARGETS:
            from centre_check.standard.targets.load import read

            n = len(read(path, path.read_bytes()).targets)
            return words(mark("{path} is in order; {n} targets"), path=path, n=n)
        case StandardKind.SUBSIDIES:
            from centre_check.standard.subsidies.load import read as read_subsidies

            n = len(read_subsidies(path, path.read_bytes()).calculators)
            return words(mark("{path} is in order; {n} calculators"), path=path, n=n)


def programme(name: str, words: Words) -> Document | None:
    """The page of targets or calculators; None where the name is one of criteria."""
    from centre_check.documents.programme_page import subsidies_page, targets_page

    path = library.locate(name)
    match kind_of(path):
        case StandardKind.CRITERIA:
            return None
        case StandardKind.TARGETS:
            from centre_check.standard.targets.load import read

            return targets_page(read(path, path.read_bytes()), words)
        case StandardKind.SUBSIDIES:
            from centre_check.standard.subsidies.load import read as read_subsidies

            return subsidies_page(read_subsidies(path, path.read_bytes()), words)


def _criteria(path: Path, words: Words) -> Listed:
    from centre_check.standard import locations, shelf

    edition = shelf.take(str(path) if path not in locations.shipped() else path.stem)
    one = edition.resolve(edition.levels[0].id)
    levels = words.join(words.phrase(level.title) for level in edition.levels)
    title = words(mark("{title} ({levels})"), title=words.phrase(one.title), levels=levels)
    day = one.issued.isoformat()
    return Listed(one.id, StandardKind.CRITERIA, one.edition, day, one.issuer, title)


def _of(one: Targets | Subsidies, kind: StandardKind, words: Words) -> Listed:
    issued = one.document.issued
    day = issued.isoformat() if issued else words(mark("undated"))
    return Listed(one.id, kind, one.edition, day, one.document.issuer, words.phrase(one.title))


_SCHEMAS = {  # what people write, then what the program writes: the module, the model
    "standard": ("standard.file", "StandardFile"),
    "form": ("form.file", "FormFile"),
    "targets": ("standard.targets.file", "TargetsFile"),
    "subsidies": ("standard.subsidies.file", "SubsidiesFile"),
    "report": ("results.report", "AuditReport"),
    "progress": ("render.progress_json", "ProgressReport"),
    "subsidy": ("render.subsidy_json", "SubsidyReport"),
}


def list_(words: Words, screen: Screen) -> None:
    """List the standards that come with the program."""
    from centre_check.documents.standards_list import build

    screen.show(build([listed(path, words) for path in library.shipped()], words))


def show_(words: Words, screen: Screen, *, standard: str, level: str | None) -> None:
    """Print a standard as a readable page, for each level or for one."""
    from centre_check.desk.recipe import level_of
    from centre_check.documents.standard_page import build
    from centre_check.standard import shelf

    page = programme(standard, words)
    if page is not None:
        screen.show(page)
        return
    edition = shelf.take(str(library.locate(standard)))
    asked = level_of(level, edition, words)
    standards = [edition.resolve(one.id) for one in edition.levels if asked in (None, one.id)]
    screen.show(build(standards, edition.form, words))


def diff_(words: Words, screen: Screen, *, old: str, new: str) -> int:
    """Say in words what changed from one standard to the other; 1 where anything did.

    Raises:
        UsageProblem: the two are not of one kind.
    """
    from centre_check.documents.difference import between
    from centre_check.errors import UsageProblem

    kinds = [kind_of(library.locate(one)) for one in (old, new)]
    if kinds[0] is not kinds[1]:
        raise UsageProblem(
            mark("{old} and {new} are not of one kind"),
            mark("compare criteria with criteria, targets with targets, calculators likewise"),
            old=old,
            new=new,
        )
    page, count = between(_whole(old, words), _whole(new, words), words)
    screen.show(page)
    return exits.NOT_COMPLIANT if count else exits.COMPLIANT


def _whole(name: str, words: Words) -> Document:
    """All that a standard says, for each of its levels."""
    from centre_check.documents.standard_page import build
    from centre_check.standard import shelf

    page = programme(name, words)
    if page is not None:
        return page
    edition = shelf.take(str(library.locate(name)))
    standards = [edition.resolve(one.id) for one in edition.levels]
    return build(standards, edition.form, words, with_remedies=True)


def new_(words: Words, screen: Screen, *, output: str) -> None:
    """Write the starter of a standard of one's own.

    Raises:
        UsageProblem: there is such a file already.
    """
    from pathlib import Path

    from centre_check.desk.outputs import checked as may_be_written
    from centre_check.desk.outputs import write_whole
    from centre_check.errors import UsageProblem
    from centre_check.standard.locations import folder

    target = Path(output)
    if target.exists():
        raise UsageProblem(
            mark("{path} is there already"), mark("choose another name"), path=output
        )
    may_be_written([output], [], [".yaml"])
    (starter,) = (folder() / "starters").glob("*.yaml")
    write_whole(target, starter.read_bytes())
    screen.tell(words(mark("{path} is written"), path=output))


def validate_(words: Words, screen: Screen, *, file: str) -> int:
    """Say every mistake of a file, or that it is in order."""
    from centre_check.files import BrokenFile

    try:
        told = checked(library.locate(file), words)
    except BrokenFile as broken:
        for line in broken.say(words):
            screen.write(f"{line}\n")
        count = broken.number
        screen.tell(words.plural("{n} mistake", "{n} mistakes", count))
        return exits.NOT_AUDITED
    screen.write(f"{told}\n")
    return exits.COMPLIANT


def schema_(_words: Words, screen: Screen, *, kind: str) -> None:
    """Print the JSON Schema of what people or the program write."""
    import json
    from importlib import import_module

    from centre_check.results.published import is_noun, model

    module, name = _SCHEMAS[kind]
    noun: Any = getattr(import_module(f"centre_check.{module}"), name)
    described = (model(noun) if is_noun(noun) else noun).model_json_schema(by_alias=True)
    screen.write((json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode())
