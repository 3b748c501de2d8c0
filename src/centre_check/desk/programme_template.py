"""What the blank workbook of a programme holds beforehand: its indicators, names and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from centre_check.audit.targets.figures import Figures
from centre_check.audit.targets.uses import Uses, uses
from centre_check.checks.groups import ByPlace
from centre_check.checks.quantities.each import Each
from centre_check.checks.quantity import Quantity, Takes
from centre_check.checks.rates import PLACES
from centre_check.standard.targets.types import ACHIEVED, Indicator, Measure, Target, Targets
from centre_check.words import Words, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from centre_check.form.types import Form

_PLACES, _INDICATOR, _ITEM = "places", "indicator", "item"


class Beforehand(NamedTuple):
    """What stands in the template: the form, its terms, rows by sheet, drop-downs by field."""

    form: Form
    terms: tuple[tuple[str, str], ...]
    rows: Mapping[str, Sequence[Mapping[str, str]]]
    lists: Mapping[str, Sequence[str]]


def beforehand(standard: Targets, words: Words) -> Beforehand:
    """The form with only the sheets that targets look at, every indicator listed."""
    used = uses(standard)
    own = tuple(one for one in standard.indicators if not one.is_placed)
    feeds = {one.id: list(_fed(one, standard)) for one in own}
    names = [one.names[0] for one in own]
    items = list(dict.fromkeys(name for one in used.items.values() for name, *_ in one))
    rows = [
        {_INDICATOR: one.names[0], **({_ITEM: item} if item else {})}
        for one in own
        for item in ([name for name, *_ in used.items.get(one.id, ())] or [""])
    ]
    return Beforehand(
        _form(standard, own),
        tuple((one.names[0], _meaning(one, feeds[one.id], used, words)) for one in own),
        {ACHIEVED: rows} if own else {},
        {_INDICATOR: names, **({_ITEM: items} if items else {})} if own else {},
    )


def _fed(one: Indicator, standard: Targets) -> Iterator[tuple[Target, Measure]]:
    """The measures that the indicator's rows decide."""
    like = {one.id, *(other.id for other in standard.indicators if other.like == one.id)}
    for target in standard.targets:
        for measure in target.measures:
            if like & set(_populations(measure.quantity, standard)):
                yield target, measure


def _populations(quantity: Quantity, standard: Targets) -> Iterator[str]:
    for part in quantity.parts() if quantity.is_divisible else ():
        yield from _populations(part, standard)
    own = standard.populations.get(getattr(quantity, "population", ""))
    if own is not None:
        yield own.part_of or own.id


def _meaning(
    one: Indicator, feeds: Sequence[tuple[Target, Measure]], used: Uses, words: Words
) -> str:
    """Its unit, the targets that it feeds, for which days, whether a place is needed."""
    said = [words(mark("unit {unit}"), unit="、".join((one.unit, *one.also)))]
    for target, measure in feeds:
        figures = Figures(words.phrase(measure.unit), PLACES, words)
        limit = figures.limit(measure.bound, is_about=measure.is_about)
        text = words(
            mark("{id} {title}: {limit}"),
            id=target.id,
            title=words.phrase(target.title),
            limit=limit,
        )
        if measure.period is not None:
            days = f"{measure.period.first.isoformat()}—{measure.period.last.isoformat()}"
            text = words(mark("{text}, {days}"), text=text, days=days)
        said.append(text)
    if one.id in used.by_place:
        said.append(words(mark("a row for each place, with its name")))
    if one.id in used.items:
        listed = words.join(name for name, *_ in used.items[one.id])
        said.append(words(mark("a row for each of {names}"), names=listed))
    if one.is_by_item:
        said.append(words(mark("a row for each person, with the name as the item")))
    if len(one.names) > 1:
        said.append(words(mark("also {names}"), names=words.join(one.names[1:])))
    return words(mark("; ")).join(dict.fromkeys(said))


def _form(standard: Targets, own: Sequence[Indicator]) -> Form:
    """The form with the sheets that are looked at, its examples those of this programme."""
    form = standard.form.to_be_read()
    if not own:
        asked = {name for one in standard.populations.values() for name in one.rows}
        return form._replace(sheets=tuple(one for one in form.sheets if one.id in asked))
    sheets = [one for one in form.sheets if one.id != _PLACES or _asks_places(standard)]
    years = [one.period.first.year for one in _measures(standard) if one.period]
    year = min(years, default=_year_of(standard))
    first = own[0]
    said = {
        "indicator": f"示例：{first.names[0]}",
        "period": f"{year}年1—6月",
        "value": f"100{first.unit}",
        "as_of": f"{year}-06-30",
        "name": "示例：某某街道",
        "code": "",
        "responsible": next((one.responsible for one in standard.targets), ""),
        "planned_for": f"{year}年",
        "unit": first.unit,
    }
    kept = []
    for sheet in sheets:
        examples = dict(said)
        if sheet.id != ACHIEVED:
            examples |= {"period": f"{year}年", "value": "100"}
        else:
            examples["unit"] = ""
        fields = tuple(
            field._replace(example=examples.get(field.id, field.example)) for field in sheet.fields
        )
        kept.append(sheet._replace(fields=fields))
    return form._replace(sheets=tuple(kept))


def _year_of(standard: Targets) -> int:
    """The year of the document, where no target has a period."""
    issued = standard.document.issued
    return issued.year if issued is not None else 2000


def _measures(standard: Targets) -> Iterator[Measure]:
    return (one for target in standard.targets for one in target.measures)


def _asks_places(standard: Targets) -> bool:
    """Whether any target is of listed places."""
    return any(_is_of_places(one.quantity) for one in _measures(standard))


def _is_of_places(quantity: Quantity) -> bool:
    if isinstance(quantity, Each):
        return isinstance(quantity.by, ByPlace) or _is_of_places(quantity.quantity)
    return quantity.takes is Takes.EACH_PLACE
