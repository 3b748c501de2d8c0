"""抽查名单: which centres were drawn, by what method, so that anyone can draw them again."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from centre_check.documents.many.parts import NONE, imprint, name_of, unread
from centre_check.documents.tree import (
    Block,
    Document,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Table,
    TableRow,
)
from centre_check.model.findings import Failure
from centre_check.results.draw import Stratum
from centre_check.words import Words, mark
from centre_check.words.terms import STRATA, VERDICTS


class Method(NamedTuple):
    """How centres were drawn."""

    rate: Decimal
    seed: str
    by: tuple[str, ...]


def build(
    strata: Sequence[Stratum], method: Method, failures: tuple[Failure, ...], words: Words
) -> Document:
    """The list, with the method and the strata."""
    drawn = [one for stratum in strata for one in stratum.drawn]
    blocks: list[Block] = [
        KeyValues(_head(strata, method, words)),
        Paragraph(_method(words)),
        Heading(words(mark("Centres drawn"))),
        _table(strata, words),
    ]
    if method.by:
        blocks += [Heading(words(mark("Strata"))), _strata(strata, method, words)]
    blocks += unread(failures, words)
    return Document(
        words(mark("Centres drawn for a spot check")),
        tuple(blocks),
        imprint=imprint(tuple(sorted({one.standard for one in drawn})), words),
        lang=words.lang,
        day=max(one.as_of for one in drawn),
    )


def _head(strata: Sequence[Stratum], method: Method, words: Words) -> tuple[Pair, ...]:
    total = sum(one.size for one in strata)
    drawn = sum(len(one.drawn) for one in strata)
    return (
        Pair(words(mark("Centres")), str(total)),
        Pair(words(mark("Drawn")), str(drawn)),
        Pair(words(mark("Rate")), percent(method.rate)),
        Pair(words(mark("Seed")), method.seed),
        Pair(words(mark("Number of strata")), str(len(strata))),
        Pair(words(mark("Strata by")), _by(method, words)),
    )


def percent(rate: Decimal) -> str:
    """The rate in per cent."""
    return f"{(rate * 100).normalize():f}%"


def _by(method: Method, words: Words) -> str:
    return words.join(words(STRATA[name]) for name in method.by) or words(mark("not divided"))


def _method(words: Words) -> str:
    return words(
        mark(
            "Method: the SHA-256 of seed, kind of identity, level and name of each centre (its "
            "code where it has no name), a line feed between them, is computed; in each stratum "
            "the centres with the smallest values are drawn. Of each stratum the rate is drawn, "
            "rounded half up, but at least one. The order of the files plays no part: the same "
            "centres and the same seed give the same list."
        )
    )


def _table(strata: Sequence[Stratum], words: Words) -> Table:
    texts = (
        mark("No."),
        mark("Centre"),
        mark("Level"),
        mark("Town or subdistrict"),
        mark("Division code"),
        mark("Verdict"),
    )
    drawn = [one for stratum in strata for one in stratum.drawn]
    rows = tuple(
        TableRow(
            (
                str(n),
                name_of(one, words),
                one.level_title,
                one.town or NONE,
                one.area_code or NONE,
                words(VERDICTS[one.verdict]),
            ),
            one.verdict,
        )
        for n, one in enumerate(drawn, 1)
    )
    return Table(tuple(words(text) for text in texts), rows, (4, 24, 10, 10, 10, 8), (0,))


def _strata(strata: Sequence[Stratum], method: Method, words: Words) -> Table:
    head = (
        *(words(STRATA[name]) for name in method.by),
        words(mark("Centres")),
        words(mark("Drawn")),
    )
    rows = [
        TableRow((*(_named(key, words) for key in one.key), str(one.size), str(len(one.drawn))))
        for one in strata
    ]
    blank = [NONE] * (len(method.by) - 1)
    total, drawn = sum(one.size for one in strata), sum(len(one.drawn) for one in strata)
    rows.append(TableRow((words(mark("Total")), *blank, str(total), str(drawn))))
    many = len(method.by)
    return Table(head, tuple(rows), (*(3,) * many, 2, 2), (many, many + 1))


def _named(key: str, words: Words) -> str:
    """A stratum's name; a verdict is one of our words."""
    return words(VERDICTS[key]) if key in VERDICTS else key or words(mark("not given"))
