"""The standard as a readable page: every clause with its words and its rule, per level."""

from collections.abc import Sequence

from centre_check.documents.rules import RuleWords
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
from centre_check.form.types import Form
from centre_check.standard.types import Criterion, Standard
from centre_check.words import Words, mark


def build(
    standards: Sequence[Standard], form: Form, words: Words, *, with_remedies: bool = False
) -> Document:
    """The page: the document, each level's clauses by chapter, the options, what is only shown."""
    first = standards[0]
    title = words.phrase(first.title)
    blocks: list[Block] = [
        Heading(title),
        Paragraph(f"《{first.document}》{first.section}"),
        Paragraph(
            words(
                mark("{issuer}, {day} · edition {edition} · id {id} · SHA-256 {sha256}"),
                issuer=first.issuer,
                day=first.issued.isoformat(),
                edition=first.edition,
                id=first.id,
                sha256=first.sha256[:12],
            )
        ),
    ]
    for standard in standards:
        blocks += _level(standard, form, words, with_remedies=with_remedies)
    blocks += _options(first, words)
    rows = tuple(TableRow((one.id, words.phrase(one.title), one.quote)) for one in first.reports)
    head = (words(mark("Item")), words(mark("Content")), words(mark("Text")))
    blocks += [Heading(words(mark("Shown only, not part of the verdict"))), Table(head, rows)]
    return Document(title, tuple(blocks))


def _level(standard: Standard, form: Form, words: Words, *, with_remedies: bool) -> list[Block]:
    said = RuleWords(standard, form, words)
    level = words.phrase(standard.level.title)
    blocks: list[Block] = []
    for group in standard.groups:
        own = [one for one in standard.criteria if one.id.startswith(f"{group.prefix}-")]
        if own:
            blocks.append(Heading(f"{level} · {words.phrase(group.title)}"))
            blocks.append(Entries(tuple(_entry(one, said, words, with_remedies) for one in own)))
    return blocks


def _entry(criterion: Criterion, said: RuleWords, words: Words, with_remedies: bool) -> ListEntry:  # noqa: FBT001
    lines = [
        f"「{criterion.quote}」",
        words(mark("Rule: {rule}"), rule=said.check(criterion.check)),
        words.phrase(criterion.interpretation),
    ]
    if not criterion.mandatory:
        lines.append(words(mark("Not mandatory: the verdict does not rest on it.")))
    if with_remedies:
        lines.append(words(mark("Remedy: {remedy}"), remedy=words.phrase(criterion.remedy)))
    return ListEntry("·", f"{criterion.id} {words.phrase(criterion.title)}", tuple(lines))


def _options(standard: Standard, words: Words) -> list[Block]:
    items = tuple(
        ListEntry(
            "·",
            words(
                mark("{title} ({id}: {choice})"),
                title=words.phrase(option.title),
                id=option.id,
                choice=option.chosen,
            ),
            (words.phrase(option.text),),
        )
        for option in standard.options
    )
    return [Heading(words(mark("Options of the standard"))), Entries(items)]
