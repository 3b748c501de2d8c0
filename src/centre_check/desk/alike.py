"""Alike: findings that differ in one figure only are judged twice, and told from these ever after.

The texts of two figures show where the figure stands in them, and where what is missing; whatever
else differs makes them no pattern, and every figure is judged by itself.
"""

import re
from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import NamedTuple

from centre_check.checks.amounts import plain
from centre_check.checks.grammar import Bounded
from centre_check.checks.quantities.number import Number
from centre_check.model.declared import Clause
from centre_check.model.findings import Comparison
from centre_check.standard.types import Criterion
from centre_check.workbook.cells import Raw, as_text

_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)")
_MOST, _PLACES = 10**8, 4  # figures beyond are judged by themselves


class PlainFigure(NamedTuple):
    """A figure above or below its bound as texts show it, and what it is short of it."""

    kind: Hashable  # on which side it lies, and whether it is whole
    shown: str
    gap: str


def figure_of(raw: Raw, criterion: Criterion) -> PlainFigure | None:
    """The figure as the criterion's texts show it; None where it must be judged by itself.

    That is where it is on the bound, nought or one, of which texts speak otherwise, or no plain
    number; or where the criterion is no plain bound.
    """
    check = criterion.check
    if raw.__class__ is not float or not isinstance(check, Bounded):
        return None
    is_plain = isinstance(check.quantity, Number) and not check.cases
    if not is_plain or check.bound.comparison is not Comparison.AT_LEAST:
        return None
    shown = as_text(raw)
    if not _NUMBER.fullmatch(shown) or len(shown.partition(".")[2]) > _PLACES:
        return None
    figure = Decimal(shown)
    gap = check.bound.value - figure
    if not 0 < figure < _MOST or not gap or figure == 1 or gap == 1 or f"{gap:f}" != plain(gap):
        return None
    return PlainFigure((gap > 0, "." in shown), shown, plain(gap))


def measured_field(criterion: Criterion) -> str:
    """The field of the figure that the criterion holds against its bound; "" for any other."""
    check = criterion.check
    if isinstance(check, Bounded) and isinstance(check.quantity, Number):
        return check.quantity.field
    return ""


class Pattern(NamedTuple):
    """A finding in which a figure and what is missing may be others."""

    like: Clause
    object: Sequence[str]
    message: Sequence[str]

    def of(self, figure: PlainFigure) -> Clause:
        """The finding of another figure of its kind."""
        values = figure._asdict()
        return self.like._replace(
            object=[part % values for part in self.object],
            message=[part % values for part in self.message],
        )


class Patterns:
    """What is known of how figures are told, by their kind."""

    def __init__(self) -> None:
        self._first: dict[Hashable, tuple[PlainFigure, Clause]] = {}
        self._known: dict[Hashable, Pattern | None] = {}

    def told(self, of: Hashable, figure: PlainFigure) -> Clause | None:
        """The finding of a figure like two that were judged; None where it is to be judged."""
        pattern = self._known.get((of, figure.kind))
        return pattern.of(figure) if pattern is not None else None

    def learn(self, of: Hashable, figure: PlainFigure, clause: Clause) -> None:
        """Keep what was judged; the second of a kind shows where the figure stands."""
        key = of, figure.kind
        first = self._first.setdefault(key, (figure, clause))
        if key not in self._known and first[0].shown != figure.shown:
            self._known[key] = _pattern(*first, figure, clause)


def _pattern(one: PlainFigure, first: Clause, other: PlainFigure, second: Clause) -> Pattern | None:
    if (first.outcome, first.title) != (second.outcome, second.title):
        return None
    both = one, other
    objects = _merged(first.object, second.object, both)
    messages = _merged(first.message, second.message, both)
    if objects is None or messages is None:
        return None
    return Pattern(first, objects, messages)


def _merged(
    first: Sequence[str], second: Sequence[str], figures: tuple[PlainFigure, PlainFigure]
) -> list[str] | None:
    """Parts of two texts with names where their figures stand; None where more differs."""
    if len(first) != len(second):
        return None
    found = [_named(*pair, figures) for pair in zip(first, second, strict=True)]
    return None if None in found else [part for part in found if part is not None]


def _named(first: str, second: str, figures: tuple[PlainFigure, PlainFigure]) -> str | None:
    one, other = _NUMBER.split(first), _NUMBER.split(second)
    if len(one) != len(other):
        return None
    names = {
        (figures[0].shown, figures[1].shown): "%(shown)s",
        (figures[0].gap, figures[1].gap): "%(gap)s",
    }
    parts = []
    for own, his in zip(one, other, strict=True):
        part = own.replace("%", "%%") if own == his else names.get((own, his))
        if part is None:
            return None
        parts.append(part)
    return "".join(parts)
