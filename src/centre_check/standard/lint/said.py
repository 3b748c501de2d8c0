"""Lint what a criterion says: the quote in its sentence, its figures in the check, placeholders."""

import re
from collections.abc import Iterator
from decimal import Decimal
from string import Formatter
from typing import Any

from centre_check.files import Mistake, SourceFile
from centre_check.standard import file
from centre_check.standard.lint.names import Loc, NameLinter, walk
from centre_check.words import mark

_AMOUNTS = ("found", "total", "bad", "gap")
_OF_REMEDY = ("gap",)
_LIMIT = re.compile(
    r"(?:不少于|不低于|不超过|不高于|不大于|不小于|至少|最多|达到|少于|多于)(\d+(?:\.\d+)?)"
)


class SaidLinter(NameLinter):
    """Finds words of a criterion that contradict each other, or name what is not there."""

    def said(self, node: file.CriterionFile, loc: Loc) -> Iterator[Mistake]:
        """What is wrong with the words of one criterion."""
        for level in self.levels:
            quote, sentence = _of(node.quote, level), _of(node.sentence, level)
            if sentence and quote and quote not in sentence:
                yield self.at(
                    (*loc, "sentence"),
                    mark("the sentence does not contain the quote 「{quote}」"),
                    quote=quote,
                )
        sheets = [sheet.id for sheet in self.form.sheets]
        for name, phrase in node.says:
            if phrase is not None:
                yield from self._placeholders(phrase, (*_AMOUNTS, *sheets), (*loc, "says", name))
        yield from self._placeholders(node.remedy, (*_OF_REMEDY, *sheets), (*loc, "remedy"))

    def _placeholders(self, phrase: Any, known: tuple[str, ...], loc: Loc) -> Iterator[Mistake]:
        for lang in ("zh", "en"):
            try:
                names = [
                    name
                    for _, name, _, _ in Formatter().parse(getattr(phrase, lang))
                    if name is not None
                ]
            except ValueError:
                yield self.at((*loc, lang), mark("a brace is not closed"))
                continue
            for name in names:
                if name not in known:
                    yield self.unknown((*loc, lang), name, known, mark("placeholder"))


def contradicting_figures(standard: file.StandardFile, source: SourceFile) -> Iterator[Mistake]:
    """Limits that a quote states and its check has not: one of the two is wrong.

    Asked of a file that is to be published; whoever tries another limit need not rewrite the quote.
    """
    for at, node in enumerate(standard.criteria):
        for level in standard.levels:
            stated = {Decimal(figure) for figure in _LIMIT.findall(_of(node.quote, level) or "")}
            used = set(_limits(node.check, level))
            if stated and used and not stated & used:
                line, column = source.position(("criteria", at, "quote"))
                values = {
                    "stated": " ".join(map(str, sorted(stated))),
                    "used": " ".join(map(str, sorted(used))),
                }
                message = mark("the quote says {stated}, the check {used}: one of the two is wrong")
                yield Mistake(line, column, message, values)


def _of(value: Any, level: str) -> Any:
    return value.get(level) if isinstance(value, dict) else value


def _limits(check: Any, level: str) -> Iterator[Decimal]:
    """The figures that anything is compared with."""
    for _, node in walk(check, ()):
        if isinstance(node, file.BoundFile):
            for _, limit in node.compared:
                value = _of(limit, level)
                yield from (
                    value if isinstance(value, tuple) else (() if value is None else (value,))
                )
        if isinstance(node, file.TotalTermFile):
            yield Decimal(node.at_most_years)
