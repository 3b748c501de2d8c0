"""Make papers: of a centre's audit or of the standard, in any format or an office's own words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from centre_check.desk.outputs import checked, write_whole
from centre_check.desk.recipe import JudgedCase, Recipe, day_of
from centre_check.desk.sink import Drawn, hand
from centre_check.documents import papers
from centre_check.documents.papers.material import Wanted, material_of
from centre_check.errors import UsageProblem
from centre_check.form.types import Disclosure
from centre_check.render.formats import renderer
from centre_check.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from centre_check.desk.outputs import Output
    from centre_check.desk.recipe import Auditor
    from centre_check.desk.screen import Screen
    from centre_check.desk.seal import PaperOrder
    from centre_check.documents.fields import Fields
    from centre_check.documents.papers.material import Material, Paper
    from centre_check.documents.tree import Document
    from centre_check.words import Words

_WORD, _SHEETS = ".docx", ".xlsx"
_TO_FILL_IN = "on-site-form"  # as a workbook it has drop-downs, and is given back
_MEANING_SHOWN = 30  # characters of what stands for a placeholder


def run(
    words: Words,
    screen: Screen,
    *,
    kind: str,
    workbook: str | None,
    outputs: tuple[str, ...],
    deadline: str,
    open_only: bool,
    personal: str | None,
    template: str | None,
    placeholders: bool,
    starter: str | None,
    seal: bool,
    **asked: Any,
) -> None:
    """Show or write the paper, or what a template for it may name."""
    paper = papers.paper(kind)
    # A template may name the deadline in any paper.
    _refuse_idle(kind, paper, deadline=bool(deadline) and not template, open_only=open_only)
    recipe = Recipe.of(words, personal=personal or paper.disclosure, **asked)
    inputs = [Path(name) for name in (workbook, template) if name]
    targets = checked(outputs, [*inputs, *recipe.named])
    if seal:
        _refuse_sealing(workbook, template, targets)
    auditor = recipe.auditor()
    if starter is not None:
        checked([starter], [], (_WORD,))
        write_whole(Path(starter), _starter(paper, auditor))
        return
    if placeholders:
        for written, meaning in _placeholders(paper, auditor):
            screen.write(f"{written}  {meaning}".rstrip() + "\n")
        return
    own = _own_template(template, targets)
    wanted = Wanted(_day_or_words(deadline), open_only=open_only)
    case = auditor.case(Path(workbook)) if workbook else None
    made_of = material(auditor, case, wanted)
    document = paper.make(made_of, words)

    def draw(one: Output) -> Callable[[Document], bytes]:
        if own and one.format == _WORD:
            return lambda document: own.fill(document, made_of, words)
        return _drawer(kind, one.format, auditor, made_of)

    sinks = [Drawn(one.path, draw(one)) for one in targets]
    if seal and case is not None:
        from centre_check.desk.seal import PaperOrder, seal_path
        from centre_check.desk.seal import seal as sealed

        how = PaperOrder(kind, deadline, open_only)
        sinks += [
            Drawn(
                seal_path(one.path, [target.path for target in targets]),
                lambda document, one=one: sealed(  # type: ignore[misc]
                    one.path, draw(one)(document), auditor, case, how
                ),
            )
            for one in targets
        ]
    hand(document, sinks)
    if not targets:
        screen.show(document)


def _refuse_sealing(workbook: str | None, template: str | None, targets: Sequence[Output]) -> None:
    """Refuse to seal what could not be made again, or is not written."""
    if workbook is None or not targets:
        raise UsageProblem(
            mark("--seal seals a paper on a centre that is written to a file"),
            mark("give the workbook, and add -o 报告.pdf"),
        )
    if template is not None:
        raise UsageProblem(
            mark("a paper from an office's own template cannot be sealed"),
            mark("leave out --template or --seal"),
        )


def printed(asked: PaperOrder, suffix: str, auditor: Auditor, case: JudgedCase) -> bytes:
    """A paper as `run` writes it."""
    wanted = Wanted(_day_or_words(asked.deadline), open_only=asked.open_only)
    made_of = material(auditor, case, wanted)
    draw = _drawer(asked.kind, suffix, auditor, made_of)
    return draw(papers.paper(asked.kind).make(made_of, auditor.words))


def _refuse_idle(kind: str, paper: Paper, **given: bool) -> None:
    """Refuse an option that would make no difference to the paper."""
    for name, is_given in given.items():
        if is_given and name not in paper.takes:
            takers = [one for one in papers.kinds() if name in papers.paper(one).takes]
            raise UsageProblem(
                mark("{option} makes no difference to {kind}"),
                mark("leave it out, or print {takers}"),
                option=f"--{name.replace('_', '-')}",
                kind=kind,
                takers=" ".join(takers),
            )


def _own_template(name: str | None, targets: Sequence[Output]) -> OfficeTemplate | None:
    """The office's own file, which some target must be there for."""
    if name is None:
        return None
    if not any(one.format == _WORD for one in targets):
        raise UsageProblem(
            mark("--template fills a Word file, and no output is one"),
            mark("add -o 文书.docx"),
        )
    return OfficeTemplate.at(Path(name))


def _day_or_words(deadline: str) -> date | str:
    """A deadline that is a day as one, any other text as it was given."""
    try:
        return day_of(deadline or None) or ""
    except UsageProblem:
        return deadline


def material(auditor: Auditor, case: JudgedCase | None, wanted: Wanted) -> Material:
    """What a paper is made of; without an audit it is about the standard."""
    wanted = wanted._replace(is_internal=auditor.recipe.disclosure is Disclosure.FULL)
    if case is None:
        return material_of(None, auditor.edition, auditor.level, wanted)
    registers = auditor.registers(case)
    return material_of(case.audit, auditor.edition, wanted=wanted, registers=registers)


def drawn(kind: str, suffix: str, auditor: Auditor, case: JudgedCase | None) -> bytes:
    """The paper of this kind in the format of this suffix.

    Raises:
        OutputError: a package that the format needs is not installed.
        UsageProblem: the paper is about a centre, and there is no audit.
    """
    made_of = material(auditor, case, Wanted())
    draw = _drawer(kind, suffix, auditor, made_of)
    return draw(papers.paper(kind).build(made_of, auditor.words))


def _drawer(
    kind: str, suffix: str, auditor: Auditor, made_of: Material
) -> Callable[[Document], bytes]:
    """What draws a paper of this kind in the format of a suffix."""
    if (kind, suffix) == (_TO_FILL_IN, _SHEETS):
        from centre_check.desk.on_site_form import fillable

        return lambda _: fillable(made_of, auditor.edition, auditor.words)
    return renderer(suffix)


class OfficeTemplate(NamedTuple):
    """An office's own Word file with placeholders, read but not yet looked into."""

    name: str
    content: bytes

    @classmethod
    def at(cls, path: Path) -> OfficeTemplate:
        """The office's file.

        Raises:
            UsageProblem: it cannot be read.
        """
        try:
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise UsageProblem(
                mark("{path} cannot be read: {cause}"),
                mark("check the path"),
                path=path,
                cause=error.strerror or error,
            ) from error

    def fill(self, document: Document, material: Material, words: Words) -> bytes:
        """The file with a paper's texts in it.

        Raises:
            StandardError: it is no Word file, or a placeholder names nothing; all at once.
        """
        from centre_check.render.word_template import fill

        return fill(self.content, _fields(document, material, words), self.name)


def _fields(document: Document, material: Material, words: Words) -> Fields:
    """Everything that a placeholder may name in a paper of this kind."""
    from centre_check.documents.fields import fields
    from centre_check.documents.papers.parts import known

    return fields(document, known(material, words), words)


def _specimen(paper: Paper, auditor: Auditor) -> Fields:
    """What the paper has of a centre that nothing is known of and that fails every clause.

    It has every part that the paper can have, so that every placeholder is named.
    """
    from centre_check.model.facts import Input
    from centre_check.model.outcomes import Outcome
    from centre_check.model.table import Facts

    edition = auditor.edition
    level = auditor.level or edition.levels[0].id
    today = edition.resolve(level).issued  # a day that does not change
    bare = auditor._replace(level=level, recipe=auditor.recipe._replace(today=today))
    audit, facts = bare.judged(Facts(Input("", "", 0), {}, ()))
    outcomes = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL)  # each has parts of its own
    failed = tuple(one._replace(outcome=outcomes[at % 3]) for at, one in enumerate(audit.findings))
    registers = auditor.registers(JudgedCase(audit, facts))
    made_of = material_of(audit._replace(findings=failed), edition, registers=registers)
    return _fields(paper.make(made_of, auditor.words), made_of, auditor.words)


def _placeholders(paper: Paper, auditor: Auditor) -> list[tuple[str, str]]:
    """Every placeholder of the paper with what will stand there, if that is known already."""
    from centre_check.render.word_template import placeholders

    found = placeholders(_specimen(paper, auditor), auditor.words)
    return [(one.written, _shortened(one.meaning)) for one in found]


def _shortened(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(text) <= _MEANING_SHOWN else f"{first[:_MEANING_SHOWN]}…"


def _starter(paper: Paper, auditor: Auditor) -> bytes:
    """A plain Word file with every placeholder of the paper, for the office to arrange."""
    from centre_check.render.word_template import starter

    words = auditor.words
    return starter(words(paper.title), _specimen(paper, auditor), words.lang)
