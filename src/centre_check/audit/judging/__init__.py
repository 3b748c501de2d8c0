"""Judge one criterion: from what its check measures to a finding."""

from typing import assert_never

from centre_check.audit.judging.bounded import judge_bounded, settled
from centre_check.audit.judging.case import Case
from centre_check.audit.judging.each import judge_each
from centre_check.audit.judging.remarks import with_remarks
from centre_check.audit.telling import told
from centre_check.checks.grammar import Bounded, EachMust, Inspection
from centre_check.model.findings import Finding
from centre_check.model.outcomes import Outcome
from centre_check.standard.types import Criterion
from centre_check.words import Phrase, mark

__all__ = ["Case", "judge"]


def judge(criterion: Criterion, case: Case) -> Finding:
    """The outcome of the criterion with all it rests on."""
    match criterion.check:
        case Bounded():
            check, chosen = settled(criterion.check, case.context)
            criterion = criterion._replace(check=check)
            found = judge_bounded(criterion, check, chosen, case)
        case EachMust():
            found = judge_each(criterion, criterion.check, case)
        case Inspection(look_at):
            found = _inspection(criterion, look_at, case)
        case _ as never:
            assert_never(never)
    found = with_composed_heads(told(found, criterion, case), case)
    found = with_remarks(found, case)
    return found._replace(says=case.narrator.short)


def _inspection(criterion: Criterion, look_at: Phrase, case: Case) -> Finding:
    words = case.words
    message = words(mark("for an inspector to look at: {what}"), what=words.phrase(look_at))
    return Finding(
        criterion=criterion.id,
        clause=criterion.clause,
        quote=criterion.quote,
        title=words.phrase(criterion.title),
        outcome=Outcome.MANUAL,
        message=message,
        brief=message,
        remedy=words(mark("An inspector decides on site.")),
        interpretation=words.phrase(criterion.interpretation),
        mandatory=criterion.mandatory,
    )


def with_composed_heads(finding: Finding, case: Case) -> Finding:
    """The finding, told with the composed headers of the cells that it rests on."""
    tables = case.context.tables.values()
    heads = {(one.sheet, one.header): one for table in tables for one in table.composed}
    if not heads:
        return finding
    records = (*finding.counted, *finding.excluded)
    cells = [*finding.cells, *(cell for record in records for cell in record.cells)]
    used = dict.fromkeys(heads[key] for one in cells if (key := (one.sheet, one.header)) in heads)
    if not used:
        return finding
    names = case.words.join(
        f"「{' '.join(one.header.split())}」{case.narrator.at((one,))}" for one in used
    )
    text = case.words(mark("Look at {heads}, read by words and entries."), heads=names)
    return finding._replace(message=case.words.run_on((finding.message, text)))
