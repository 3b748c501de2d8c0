"""A target standard, or a file of calculators, as a readable page: words, numbers, readings."""

from collections.abc import Iterator

from centre_check.checks.amounts import limit
from centre_check.documents.subsidy_page import source
from centre_check.documents.tree import (
    Block,
    Document,
    Entries,
    Heading,
    ListEntry,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.standard.subsidies.types import Calculator, Subsidies
from centre_check.standard.targets.types import Indicator, Measure, OpenOption, Target, Targets
from centre_check.words import Words, mark


def targets_page(standard: Targets, words: Words) -> Document:
    """Every target with what is asked, then the duties that carry no number."""
    title = words.phrase(standard.title)
    blocks: list[Block] = [
        Heading(title),
        Paragraph(source(standard.document, words)),
        Entries(tuple(_target(one, words) for one in standard.targets)),
    ]
    if standard.indicators:
        head = (words(mark("Indicator")), words(mark("Unit and other names")))
        rows = tuple(TableRow(term) for term in indicator_terms(standard, words))
        blocks += [Heading(words(mark("Indicators to be filled in"))), Table(head, rows, (20, 40))]
    if standard.duties:
        duties = tuple(
            ListEntry(
                "·",
                f"{one.id} {words.phrase(one.title)}",
                (f"「{one.quote}」", charged("", one.responsible, one.supporting, words)),
            )
            for one in standard.duties
        )
        heading = words(mark("Duties without a number, not judged by this program"))
        blocks += [Heading(heading), Entries(duties)]
    if standard.reports or standard.recomputed:
        told = [(one.id, one.title, one.quote) for one in standard.reports]
        told += [(one.id, one.title, one.quote) for one in standard.recomputed]
        items = tuple(
            ListEntry("·", f"{name} {words.phrase(title)}", (f"「{quote}」",))
            for name, title, quote in told
        )
        blocks += [Heading(words(mark("Figures that are only recomputed"))), Entries(items)]
    if standard.options:
        heading = words(mark("What the text leaves open"))
        options = tuple(_option(one, words) for one in standard.options)
        blocks += [Heading(heading), Entries(options)]
    return Document(title, tuple(blocks), lang=words.lang)


def charged(level: str, responsible: str, supporting: str, words: Words) -> str:
    """Whose target it is: at which level, who must see to it, who helps."""
    said = words(mark("responsible: {responsible}"), responsible=responsible)
    if level:
        said = words(
            mark("{level}; responsible: {responsible}"), level=level, responsible=responsible
        )
    if not supporting:
        return said
    return words(mark("{said}; supporting: {supporting}"), said=said, supporting=supporting)


def indicator_terms(standard: Targets, words: Words) -> tuple[tuple[str, str], ...]:
    """Every indicator as the workbook calls it, with its unit and its other names."""
    return tuple(
        (one.names[0], _meaning(one, words)) for one in standard.indicators if not one.is_placed
    )


def _meaning(one: Indicator, words: Words) -> str:
    if len(one.names) == 1:
        return one.unit
    return words(mark("{unit}; also {names}"), unit=one.unit, names=words.join(one.names[1:]))


def parameter_terms(subsidies: Subsidies, words: Words) -> tuple[tuple[str, str], ...]:
    """Every parameter as the workbook calls it, with its calculator and what it means."""
    return tuple(
        (part.name, words(mark("{title}: {text}"), title=one.id, text=words.phrase(part.title)))
        for one in subsidies.calculators
        for part in one.parameters
    )


def _option(one: OpenOption, words: Words) -> ListEntry:
    """The option with its choices as `--choose` takes them."""
    lines = tuple(
        words(
            mark("{choice}: {text} (unless chosen otherwise)")
            if name == one.default
            else mark("{choice}: {text}"),
            choice=f"{one.id}={name}",
            text=words.phrase(text),
        )
        for name, text in one.choices.items()
    )
    return ListEntry("·", words.phrase(one.title), lines)


def subsidies_page(subsidies: Subsidies, words: Words) -> Document:
    """Every calculator with its text and its parameters."""
    title = words.phrase(subsidies.title)
    blocks = (
        Heading(title),
        Paragraph(source(subsidies.document, words)),
        Entries(tuple(_calculator(one, words) for one in subsidies.calculators)),
    )
    return Document(title, blocks, lang=words.lang)


def _target(target: Target, words: Words) -> ListEntry:
    lines = (
        f"「{target.quote}」",
        charged(words.phrase(target.level), target.responsible, target.supporting, words),
        *(line for one in target.measures for line in _measure(one, words)),
        words.phrase(target.interpretation),
    )
    return ListEntry("·", f"{target.id} {words.phrase(target.title)}", lines)


def _measure(one: Measure, words: Words) -> Iterator[str]:
    unit = words.phrase(one.unit)
    asked = [limit(one.floor, one.quantity, unit, words)] if one.floor else []
    if one.stretch:
        text = limit(one.stretch, one.quantity, unit, words)
        asked.append(words(mark("stretch {text}"), text=text))
    said = words(mark("; ")).join(asked)
    if one.period:
        days = f"{one.period.first.isoformat()}—{one.period.last.isoformat()}"
        said = words(mark("{title}: {text}"), title=days, text=said)
    yield (
        words(mark("{title}: {text}"), title=words.phrase(one.title), text=said)
        if (one.title)
        else said
    )


def _calculator(one: Calculator, words: Words) -> ListEntry:
    names = [part.name for part in one.parameters]
    lines = [f"「{one.quote}」"]
    if names:
        text = words(
            mark("{title}: {text}"), title=words(mark("Parameters")), text=words.join(names)
        )
        lines.append(text)
    lines += [f"{rule.id}「{rule.quote}」" for rule in one.rules]
    return ListEntry("·", f"{one.id} {words.phrase(one.title)}", tuple(lines))
