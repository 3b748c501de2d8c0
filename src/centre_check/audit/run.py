"""Run an audit: every criterion of the standard judged on one workbook's facts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from centre_check.audit.attestations import AttestationFile, entries_in, read_attestations
from centre_check.audit.day import AuditDay, audit_day, left_open
from centre_check.audit.doubts import doubts, to_compare
from centre_check.audit.judging import Case, judge
from centre_check.audit.reasons import Narrator
from centre_check.audit.reporting import hints, reported
from centre_check.audit.waivers import CentreTold, waive
from centre_check.checks.records import Context
from centre_check.form.types import Form
from centre_check.logic import Interval
from centre_check.model.entry import NO_COLUMN, Entry
from centre_check.model.facts import Cell, Choices, Note
from centre_check.model.findings import Attestation, Audit, Finding, OptionTaken
from centre_check.model.outcomes import Outcome, Verdict
from centre_check.model.table import Facts
from centre_check.model.waivers import WaiverEntry
from centre_check.standard.types import Edition, Standard
from centre_check.words import Words, mark
from centre_check.words.terms import OUTCOMES

_CENTRE = "centre"
_SHOWN = ("name", "town", "area_code", "operator")
_BUILT = "built_on"
_DAY_MONTH_YEAR = (10, 7, 4)  # characters of 2019-11-01, 2019-11, 2019
_CONTACT = ("address", "manager", "phone")


class Wish(NamedTuple):
    """What the user asked for that the workbook may say otherwise: a level, an audit date."""

    level: str | None = None
    as_of: date | None = None


class Exemptions(NamedTuple):
    """What an office exempts centres from, and whether that is to count."""

    entries: tuple[WaiverEntry, ...]
    do_count: bool = True


NO_EXEMPTIONS = Exemptions(())


def run_audit(
    facts: Facts,
    edition: Edition,
    words: Words,
    *,
    wish: Wish,
    today: date,
    attested: Sequence[AttestationFile] = (),
    exemptions: Exemptions = NO_EXEMPTIONS,
) -> Audit:
    """The audit of one centre.

    Args:
        facts: what its workbook says.
        edition: the standard and its form.
        words: the language of every sentence in the audit.
        wish: level and date that take precedence over the workbook's.
        today: the audit date where neither the user nor the workbook gives one.
        attested: the files of inspectors.
        exemptions: those of the office, and whether they count.

    Raises:
        BrokenEntries: an attestation is incomplete or names no clause.
    """
    day = audit_date(facts, wish, words, today)
    as_of = day.day
    level, level_notes = _level(facts, edition, wish, words)
    levels = [level] if level else [one.id for one in edition.levels]
    candidates = [edition.resolve(one) for one in levels]
    contexts = [Context(facts.tables, one.populations, as_of, day.is_known) for one in candidates]
    findings = judge_all(contexts, candidates, edition.form, words, day)
    name = _centre_text(facts, "name")
    attestations = read_attestations(attested, findings, max(today, as_of), name)
    told = _told(facts, name, level)
    decided = _by_people(findings, attestations, exemptions, told, as_of=as_of, words=words)
    standard = candidates[0]
    context = contexts[0] if day.is_known else Context(facts.tables, standard.populations, as_of)
    hinted = (
        *hints(standard.hints, context, words),
        *doubts(facts.tables, edition.form, as_of, words),
    )
    if attested and not attestations:
        text = mark("none of the inspectors' files decides a clause of this centre")
        decided.notes.append(Note("attestations_none", words(text)))
    of_day = (*day.notes, *decided.notes)
    notes = (*_own_decisions(facts, words), *of_day, *level_notes, *facts.notes, *hinted)
    return Audit(
        input=facts.input,
        standard=standard.id,
        edition=standard.edition,
        standard_sha256=standard.sha256,
        standard_title=words.phrase(standard.title),
        level=level,
        level_title=words.phrase(standard.level.title) if level else words(mark("no level given")),
        options=tuple(
            OptionTaken(o.id, words.phrase(o.title), o.chosen, words.phrase(o.text))
            for o in standard.options
        ),
        document=f"《{standard.document}》{standard.section}",
        issuer=standard.issuer,
        centre={name: _centre_text(facts, name) for name in _SHOWN} | {_BUILT: _built(facts)},
        contact={name: _centre_text(facts, name) for name in _CONTACT},
        as_of=as_of,
        as_of_from=day.source,
        verdict=decided.verdict,
        findings=tuple(decided.findings),
        reported=tuple(reported(report, context, words) for report in standard.reports),
        notes=notes,
        tables=facts.tables,
        sightings=to_compare(facts.tables, edition.form, as_of, words),
        verdict_otherwise=decided.otherwise,
    )


class _Decided(NamedTuple):
    """Findings with what people decided of them; the verdict that counts, and the other one."""

    findings: list[Finding]
    verdict: Verdict
    otherwise: Verdict | None
    notes: list[Note]


def _by_people(
    findings: list[Finding],
    attestations: Mapping[str, Attestation],
    exemptions: Exemptions,
    told: CentreTold,
    *,
    as_of: date,
    words: Words,
) -> _Decided:
    expired = {id_: one for id_, one in attestations.items() if _has_expired(one, as_of)}
    attested = [
        one._replace(attestation=attestations.get(one.criterion))
        if one.criterion not in expired
        else one
        for one in findings
    ]
    exempt = waive(attested, exemptions.entries, told, as_of, words)
    notes = [*(_expired(id_, one, words) for id_, one in expired.items()), *exempt.notes]
    with_them, without = _verdict(exempt.findings), _verdict(attested)
    is_exempt = any(one.waiver for one in exempt.findings)
    if exemptions.do_count:
        return _Decided(exempt.findings, with_them, without if is_exempt else None, notes)
    notes += _not_counted(exempt.findings, words)
    return _Decided(attested, without, with_them if is_exempt else None, notes)


def judge_all(
    contexts: Sequence[Context],
    candidates: Sequence[Standard],
    form: Form,
    words: Words,
    day: AuditDay,
) -> list[Finding]:
    """One finding for each criterion; where the level is open, under each of them."""
    by_level: list[list[Finding]] = []
    for standard, context in zip(candidates, contexts, strict=True):
        populations = standard.populations
        case = Case(context, Narrator(form, populations, words, context.tables), words)
        by_level.append(
            [left_open(judge(one, case), one, populations, day, words) for one in standard.criteria]
        )
    if len(candidates) == 1:
        return by_level[0]
    titles = [words.phrase(standard.level.title) for standard in candidates]
    return [
        _under_each_level(titles, several, words) if criterion.by_level else several[0]
        for criterion, *several in zip(candidates[0].criteria, *by_level, strict=True)
    ]


def _under_each_level(titles: list[str], findings: list[Finding], words: Words) -> Finding:
    """A clause that needs a level, judged without one: undecided, both outcomes told."""
    said = [
        words(
            mark("as {level} {outcome} ({message})"),
            level=title,
            outcome=words(OUTCOMES[finding.outcome]),
            message=finding.brief,
        )
        for title, finding in zip(titles, findings, strict=True)
    ]
    message = words(mark("the level is not given: {both}"), both=words(mark("; ")).join(said))
    return findings[0]._replace(
        outcome=Outcome.UNKNOWN,
        quote=words(mark("; ")).join(dict.fromkeys(finding.quote for finding in findings)),
        message=message,
        brief=message,
        remedy=words(mark("Fill in the centre's level, or give it with --level.")),
        required=None,
        shortfall=None,
    )


def _own_decisions(facts: Facts, words: Words) -> list[Note]:
    """A note where the workbook itself decides what only an inspector may."""
    cells = entries_in(facts.tables)
    text = mark(
        "the workbook itself decides {n} clauses on site: to be confirmed, nothing rests on it; "
        "give the inspector's file with --attestations"
    )
    return [Note("attestations_own", words(text, n=len(cells)), cells)] if cells else []


def _told(facts: Facts, name: str, level: str | None) -> CentreTold:
    """What tells this centre from others, and who acts for it."""

    def said(field: str) -> str:
        value = _centre(facts, field)[0].value
        return value if isinstance(value, str) else ""

    persons = (name, said("operator"), said("manager"))
    return CentreTold(name, said("operator_code").upper(), level or "", persons)


def _not_counted(findings: Sequence[Finding], words: Words) -> list[Note]:
    """What is exempt and counts all the same, since that was asked for."""
    return [
        Note(
            "waiver_not_counted",
            words(
                mark("exemption {id}, {criterion}: not counted, as asked for (--no-waivers)"),
                id=one.waiver.id,
                criterion=one.criterion,
            ),
        )
        for one in findings
        if one.waiver is not None
    ]


def _has_expired(attestation: Attestation, as_of: date) -> bool:
    """Whether it does not decide any more; its last day is one on which it does."""
    return attestation.valid_until is not None and attestation.valid_until < as_of


def _expired(criterion: str, attestation: Attestation, words: Words) -> Note:
    assert attestation.valid_until is not None
    text = words(
        mark("{criterion}: the decision on site ended on {day}; it decides nothing any more"),
        criterion=criterion,
        day=attestation.valid_until.isoformat(),
    )
    return Note("attestation_expired", text, attestation.cells[:1])


def _verdict(findings: Sequence[Finding]) -> Verdict:
    """The first default of the standard: one mandatory failure decides, then anything open."""
    held = (one for one in findings if one.mandatory and one.waiver is None)
    decided = {finding.decided for finding in held}
    if Outcome.FAIL in decided:
        return Verdict.NON_COMPLIANT
    if decided & {Outcome.UNKNOWN, Outcome.MANUAL}:
        return Verdict.UNDECIDED
    return Verdict.COMPLIANT


def _centre(facts: Facts, field: str) -> tuple[Entry, Cell | None]:
    """What the centre says of itself in a field, and where."""
    table = facts.tables.get(_CENTRE)
    if table is None or not table.rows:
        return NO_COLUMN, None
    return table.rows[0].entry(field), table.rows[0].cell(field)


def _centre_text(facts: Facts, field: str) -> str:
    entry, _ = _centre(facts, field)
    return entry.shown or "" if entry.value is not None else ""


def _built(facts: Facts) -> str:
    """The day on which the centre opened, only its month or year where no more is known."""
    stated = _centre(facts, _BUILT)[0].value
    if not isinstance(stated, Interval) or stated.low is None or stated.high is None:
        return ""
    low, high = stated.low.isoformat(), stated.high.isoformat()
    return next((low[:n] for n in _DAY_MONTH_YEAR if low[:n] == high[:n]), "")


def audit_date(facts: Facts, wish: Wish, words: Words, today: date) -> AuditDay:
    """The audit date: what the user gave, else the workbook's, else today."""
    return audit_day(*_centre(facts, "data_as_of"), wish.as_of, words, today)


def _level(
    facts: Facts, edition: Edition, wish: Wish, words: Words
) -> tuple[str | None, list[Note]]:
    """The level to judge by, None where it is open."""
    known = [level.id for level in edition.levels]
    entry, cell = _centre(facts, "level")
    cells = (cell,) if cell is not None else ()
    stated = set(entry.value.known) & set(known) if isinstance(entry.value, Choices) else set()
    own = stated.pop() if len(stated) == 1 else None
    if wish.level is not None:
        notes = []
        if own is not None and own != wish.level:
            text = words(mark("the workbook states another level; the one given is used"))
            notes.append(Note("level_differs", text, cells))
        return wish.level, notes
    if own is None and len(known) == 1:
        return known[0], []
    if own is None:
        text = words(mark("the level is blank or none of the standard's"))
        return None, [Note("level_missing", text, cells)]
    return own, []
