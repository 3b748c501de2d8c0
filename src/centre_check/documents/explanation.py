"""Explain one clause: its words, its rule for each level, and the trace through a workbook."""

from collections.abc import Sequence

from centre_check.documents.outcomes import MARKS, standing
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
from centre_check.model.evidence import Evidence
from centre_check.model.findings import Audit, Finding
from centre_check.standard.types import Criterion, Standard
from centre_check.words import Words, mark


def build(
    criterion_id: str,
    standards: Sequence[Standard],
    form: Form,
    words: Words,
    audit: Audit | None = None,
) -> Document:
    """The explanation of a clause of `standards`, one for each level; with the audit's trace."""
    standard = standards[0]
    own = [next(c for c in one.criteria if c.id == criterion_id) for one in standards]
    blocks: list[Block] = [
        Heading(f"{criterion_id} {words.phrase(own[0].title)}"),
        Paragraph(
            words(
                mark("{document} ({issuer}, {day}), {section}"),
                document=f"《{standard.document}》",
                issuer=standard.issuer,
                day=standard.issued.isoformat(),
                section=standard.section,
            )
        ),
    ]
    blocks += _in_words(own, standards, form, words)
    blocks += _options(own[0], standard, words)
    blocks += [
        Heading(words(mark("How to meet it"))),
        Paragraph(
            words.phrase(own[0].remedy).format_map(
                {sheet.id: sheet.name for sheet in form.sheets}
                | {"gap": words(mark("(what is missing)"))}
            )
        ),
    ]
    if audit is not None:
        finding = next(one for one in audit.findings if one.criterion == criterion_id)
        blocks += _trace(finding, audit, words)
    return Document(criterion_id, tuple(blocks))


def _in_words(
    own: Sequence[Criterion], standards: Sequence[Standard], form: Form, words: Words
) -> list[Block]:
    rules: dict[tuple[str, str], list[str]] = {}
    for criterion, standard in zip(own, standards, strict=True):
        said = RuleWords(standard, form, words)
        key = criterion.quote, said.check(criterion.check)
        rules.setdefault(key, []).append(words.phrase(standard.level.title))
    rule_words = RuleWords(standards[0], form, words)
    check = own[0].check
    items = [
        ListEntry("·", words.join(levels), (f"「{quote}」", words(mark("Rule: {rule}"), rule=rule)))
        for (quote, rule), levels in rules.items()
    ]
    blocks: list[Block] = [Heading(words(mark("Text and rule"))), Entries(tuple(items))]
    meant = rule_words.populations(check)
    if meant:
        blocks += [
            Heading(words(mark("Who or what is meant"))),
            Entries(tuple(ListEntry("·", title, (text,)) for title, text in meant)),
        ]
    blocks += [
        Heading(words(mark("How the text was understood"))),
        Paragraph(words.phrase(own[0].interpretation)),
    ]
    columns = rule_words.columns(check)
    if columns:
        blocks += [Heading(words(mark("Columns used"))), Paragraph(words(mark("; ")).join(columns))]
    return blocks


def _options(criterion: Criterion, standard: Standard, words: Words) -> list[Block]:
    items = tuple(
        ListEntry("·", words.phrase(option.title), (words.phrase(option.text),))
        for option in standard.options
        if option.id in criterion.options
    )
    return [Heading(words(mark("Options of the standard"))), Entries(items)] if items else []


def _trace(finding: Finding, audit: Audit, words: Words) -> list[Block]:
    """Every row that counted, every row left out, and why."""
    head = tuple(
        words(text)
        for text in (mark("Row"), mark("Name"), mark("Cells"), mark("Counted or why not"))
    )
    shown = [(one, _why(one, finding, words)) for one in (*finding.counted, *finding.left_out)]
    shown.sort(key=lambda pair: (pair[0].cells[0].sheet if pair[0].cells else "", pair[0].row))
    rows = tuple(TableRow((str(one.row), one.label, _cells(one, words), why)) for one, why in shown)
    blocks: list[Block] = [
        Heading(
            words(
                mark("{name} on {day}"),
                name=audit.centre.get("name") or audit.input.path,
                day=audit.as_of.isoformat(),
            ),
            f"{MARKS[finding.decided]} {standing(finding, words)}",
            finding.decided,
        ),
        Paragraph(finding.message),
    ]
    if rows:
        blocks.append(Table(head, rows))
    return blocks


def _cells(one: Evidence, words: Words) -> str:
    blank = words(mark("blank"))
    return words.join(
        f"{cell.header} {cell.ref}={cell.value if cell.value is not None else blank}"
        for cell in one.cells[:3]
    )


def _why(one: Evidence, finding: Finding, words: Words) -> str:
    return finding.says(one.reason) if one.reason else words(mark("counted"))
