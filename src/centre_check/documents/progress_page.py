"""The progress of a programme: every target with its figures, a chart of rates, what was noted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from centre_check import __version__
from centre_check.checks.rates import rounded
from centre_check.documents.programme_page import charged
from centre_check.documents.report import noted
from centre_check.documents.tree import (
    Bar,
    Block,
    Document,
    Entries,
    Figure,
    KeyValues,
    ListEntry,
    Pair,
    Paragraph,
    Section,
    Table,
    TableRow,
    Tone,
    ToneName,
)
from centre_check.logic.addresses import addresses
from centre_check.model.outcomes import Outcome
from centre_check.model.progress import (
    DutyText,
    MeasureProgress,
    PartProgress,
    Progress,
    Status,
    TargetProgress,
)
from centre_check.words import Words, mark
from centre_check.words.terms import STATUSES

_HASH_SHOWN = 12
_FEW = 3  # parts that are named one by one
_DAYS = re.compile(r"[0-9]{4}(-[0-9]{2})?")
_TONES: Mapping[Status, Tone] = {
    Status.ACHIEVED: Outcome.PASS,
    Status.EXCEEDED: Outcome.PASS,
    Status.ON_SCHEDULE: Outcome.MANUAL,
    Status.BEHIND: Outcome.FAIL,
    Status.MISSED: Outcome.FAIL,
    Status.UNCOMPUTABLE: Outcome.UNKNOWN,
}


def build(progress: Progress, words: Words) -> Document:
    """The page, for the screen as for paper."""
    counts = words.join(
        words(mark("{status}: {n}"), status=words(STATUSES[status]), n=progress.number_of(status))
        for status in Status
    )
    blocks: list[Block | Section] = [
        KeyValues(
            (
                Pair(words(mark("Basis")), progress.standard.document),
                Pair(words(mark("Issued by")), progress.standard.issuer),
                Pair(words(mark("Workbook")), Path(progress.input.path).name),
                Pair(
                    words(mark("Figures up to")),
                    words(
                        mark("{day} ({source})"),
                        day=progress.as_of.isoformat(),
                        source=progress.as_of_from,
                    ),
                ),
            )
        ),
        Paragraph(
            words(mark("{total} targets: {counts}"), total=len(progress.targets), counts=counts)
        ),
        *_attention(progress, words),
        *_chart(progress, words),
        _targets(progress, words),
        *_details(progress, words),
        *_beside(progress, words),
    ]
    return Document(
        words(mark("Progress: {title}"), title=progress.standard.title),
        tuple(blocks),
        imprint=_imprint(progress, words),
        lang=words.lang,
        day=progress.as_of,
        tones=tuple(
            ToneName(tone, words.join(words(STATUSES[s]) for s in Status if _TONES[s] is tone))
            for tone in dict.fromkeys(_TONES.values())
        ),
    )


def _imprint(progress: Progress, words: Words) -> tuple[str, ...]:
    return (
        words(
            mark("Standard {id}, edition {edition}, SHA-256 {sha256}"),
            id=progress.standard.id,
            edition=progress.standard.edition,
            sha256=progress.standard.sha256[:_HASH_SHOWN],
        ),
        words(mark("workbook SHA-256 {sha256}"), sha256=progress.input.sha256[:_HASH_SHOWN]),
        f"centre-check {__version__}",
    )


def _chart(progress: Progress, words: Words) -> list[Block]:
    """Completion rates as bars, whole per cents; what has no rate, or none known, has no bar."""
    bars = tuple(
        Bar(_name(target, one), _whole(one.rate.low), _TONES[one.status])
        for target in progress.targets
        for one in target.measures
        if one.rate is not None and one.rate.low is not None
        if one.rate.low or one.rate.low == one.rate.high
    )
    title = words(mark("Completion rates in per cent (of figures known from below, the least)"))
    return [Figure(title, bars)] if bars else []


def _whole(rate: Decimal) -> int:
    """Whole per cents, half up; what is not complete is never drawn as complete."""
    whole = int(rounded(rate, 0))
    return min(whole, 99) if rate < 100 else whole


def _name(target: TargetProgress, one: MeasureProgress) -> str:
    return f"{target.id} {one.title or target.title}"


_OPEN = (Status.MISSED, Status.BEHIND, Status.UNCOMPUTABLE)


def _attention(progress: Progress, words: Words) -> list[Section]:
    """What is not done or not known, and by how much or why: the first page says that."""
    items = tuple(
        ListEntry(
            "·",
            f"{target.id} {target.title}  {words(STATUSES[target.status])}",
            tuple(_short_of(one, words) for one in target.measures if one.status in _OPEN),
            _TONES[target.status],
        )
        for target in progress.targets
        if target.status in _OPEN
    )
    return [Section(words(mark("What needs attention")), (Entries(items),))] if items else []


def _short_of(one: MeasureProgress, words: Words) -> str:
    said = words(
        mark("{found}, required {required}"), found=one.measured.text, required=one.required.text
    )
    why = one.gap_text or one.reasons or "".join(one.remarks[:1])
    said = words(mark("{text}; {why}"), text=said, why=why) if why else said
    return words(mark("{title}: {text}"), title=one.title, text=said) if one.title else said


def _targets(progress: Progress, words: Words) -> Section:
    texts = (
        mark("Target"),
        mark("Content"),
        mark("Required"),
        mark("Result"),
        mark("Completion rate"),
        mark("Gap"),
        mark("Status"),
        mark("Time progress (this program's own)"),
        mark("Cells"),
    )
    rows = tuple(_row(target, one, words) for target in progress.targets for one in target.measures)
    head = tuple(words(text) for text in texts)
    table = Table(head, rows, (12, 16, 12, 12, 11, 10, 9, 11, 16))
    return Section(words(mark("Every target")), (table,), is_wide=True)


def _row(target: TargetProgress, one: MeasureProgress, words: Words) -> TableRow:
    status = words(STATUSES[one.status])
    if not one.decides:
        status = words(mark("{status} (shown beside)"), status=status)
    return TableRow(
        (
            target.id,
            _content(target, one, words),
            one.required.text,
            one.measured.text,
            one.rate_text,
            one.gap_text,
            status,
            "" if one.time_progress is None else f"{one.time_progress}%",
            addresses(one.cells, words),
        ),
        _TONES[one.status],
    )


def _content(target: TargetProgress, one: MeasureProgress, words: Words) -> str:
    if not one.title:
        return target.title
    return words(mark("{title}: {text}"), title=target.title, text=one.title)


def _details(progress: Progress, words: Words) -> list[Section]:
    items = tuple(_entry(target, words) for target in progress.targets)
    return [Section(words(mark("Target by target")), (Entries(items),))]


def _entry(target: TargetProgress, words: Words) -> ListEntry:
    status = words(STATUSES[target.status])
    lines = (
        f"「{target.quote}」",
        charged(target.level, target.responsible, target.supporting, words),
        target.interpretation,
        *(line for one in target.measures for line in _lines(one, words)),
    )
    return ListEntry("·", f"{target.id} {target.title}  {status}", lines, _TONES[target.status])


def _lines(one: MeasureProgress, words: Words) -> Iterator[str]:
    said = words(
        mark("{found}, required {required}; {rate}; {status}"),
        found=one.measured.text,
        required=one.required.text,
        rate=one.rate_text,
        status=words(STATUSES[one.status]),
    )
    yield words(mark("{title}: {text}"), title=one.title, text=said) if one.title else said
    if one.parts:
        yield words(mark("; ")).join(_parts(one.parts, words))
    if one.stretch is not None:
        yield words(
            mark("stretch {required}: {rate}, {status}; to miss it is only noted"),
            required=one.stretch.required,
            rate=one.stretch.rate,
            status=words(STATUSES[one.stretch.status]),
        )
    for beside in one.beside:
        yield words(mark("{title} {found}"), title=beside.title, found=beside.found)
    if one.reasons:
        yield words(mark("Open: {why}"), why=one.reasons)
    yield from one.remarks


def _parts(parts: Sequence[PartProgress], words: Words) -> Iterator[str]:
    """Each part; many years or months in a row that stand alike together."""
    for (found, status), alike in groupby(parts, lambda part: (part.found, part.status)):
        labels = [part.label for part in alike]
        if len(labels) > _FEW and all(_DAYS.fullmatch(label) for label in labels):
            labels = [
                words(
                    mark("{first} to {last} ({n})"), first=labels[0], last=labels[-1], n=len(labels)
                )
            ]
        for label in labels:
            yield words(
                mark("{label} {found} {status}"),
                label=label,
                found=found,
                status=words(STATUSES[status]),
            )


def _duty(one: DutyText, words: Words) -> tuple[str, ...]:
    own = charged("", one.responsible, one.supporting, words)
    return (f"「{one.quote}」", own, *filter(None, (one.why,)))


def _recomputed(progress: Progress, words: Words) -> Section:
    """The document's own figures, computed again from those that it gives."""
    texts = (mark("Item"), mark("Content"), mark("Recomputed"), mark("In the text"))
    rows = []
    for one in progress.recomputed:
        said = one.stated or words(mark("not in the text"))
        if one.agrees is False:
            said = words(mark("{stated}, which differs"), stated=said)
        note = (one.note,) if one.note else ()
        content = " ".join((one.title, *note))
        tone = None if one.agrees is not False else Outcome.FAIL
        rows.append(TableRow((one.id, content, one.found, said), tone))
    table = Table(tuple(words(text) for text in texts), tuple(rows), (3, 10, 5, 5))
    return Section(words(mark("The document's own figures recomputed")), (table,))


def _beside(progress: Progress, words: Words) -> list[Section]:
    sections = []
    if progress.reported:
        head = (words(mark("Item")), words(mark("Content")), words(mark("As reported")))
        rows = tuple(TableRow((one.id, one.title, one.message)) for one in progress.reported)
        title = words(mark("Figures that are only recomputed"))
        sections.append(Section(title, (Table(head, rows, (2, 5, 6)),)))
    if progress.recomputed:
        sections.append(_recomputed(progress, words))
    if progress.duties:
        items = tuple(
            ListEntry("·", f"{one.id} {one.title}", _duty(one, words)) for one in progress.duties
        )
        title = words(mark("Duties without a number, not judged by this program"))
        sections.append(Section(title, (Entries(items),)))
    if progress.options:
        items = tuple(
            ListEntry("·", one.title, (f"{one.id}={one.chosen}", one.text))
            for one in progress.options
        )
        sections.append(Section(words(mark("What the text leaves open")), (Entries(items),)))
    if progress.notes:
        items = tuple(ListEntry("·", noted(note, words), ()) for note in progress.notes)
        sections.append(Section(words(mark("Notes")), (Entries(items),)))
    return sections
