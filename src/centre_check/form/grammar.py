"""The grammar of heads: what words a head is made of, and which field or sheet they compose to.

「企业入驻基地时间」 is 企业 · 入驻 · 基地 · 时间: made of 入驻 and 时间, it is the day a tenant
moved in. 「入驻协议签订时间」 has words that this field does not allow, and is another one. A head
with a word that no list knows composes to nothing. The words stand in the form's file, never here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from centre_check.form.labels import brackets, label

_LONGEST = 24  # characters of a head, and of a sheet's title
_NUMBERED = re.compile(r"^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、]")
_JOINTS = re.compile(r"[/、,&+_\-—·]")

Parts = frozenset[str]  # the classes of a head's words; its silent ones left out


class HeadRecipe(NamedTuple):
    """What a head is made of: all that it `needs`, and what it `may` have besides."""

    needs: tuple[str, ...]
    may: tuple[str, ...] = ()

    def fits(self, parts: Parts, may: Iterable[str] = ()) -> bool:
        """Whether these words are what it needs, with nothing that it does not allow."""
        return parts.issuperset(self.needs) and parts <= {*self.needs, *self.may, *may}


class Grammar(NamedTuple):
    """The words that heads are made of, each with its classes; `silent` ones say nothing.

    `lists` say nothing in a title. A bracket that begins with one of `altering` makes a head mean
    another fact.
    """

    words: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    silent: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    altering: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()  # units, normalised, that no figure can be converted from

    def parts(self, head: str) -> tuple[Parts, ...]:
        """The ways to read the head as words of the grammar, none where a word is not known."""
        plain = _NUMBERED.sub("", label(head))
        if not plain or len(plain) > _LONGEST:
            return ()
        found: tuple[Parts, ...] = (frozenset(),)
        for piece in filter(None, _JOINTS.split(plain)):
            own = _shortest(self, piece)
            found = tuple(dict.fromkeys(before | one for before in found for one in own))
        return found

    def of_titles(self) -> "Grammar":
        """The grammar for titles, in which the words for a list are silent."""
        return self._replace(silent=(*self.silent, *self.lists))

    def alters(self, head: str) -> bool:
        """Whether a bracket makes it another fact: 「离岗日期（预计）」."""
        return any(
            within == one or (len(one) > 1 and within.startswith(one))
            for within in brackets(head)
            for one in self.altering
        )


def _shortest(grammar: Grammar, piece: str) -> tuple[Parts, ...]:
    """The readings with the fewest words, from the end of the piece to its beginning."""
    best: dict[int, tuple[int, dict[Parts, None]]] = {len(piece): (0, {frozenset(): None})}
    for at in range(len(piece) - 1, -1, -1):
        for end in range(at + 1, len(piece) + 1):
            if end not in best:
                continue
            words = list(_classes(grammar, piece[at:end]))
            if not words:
                continue
            count, rest = best[end][0] + 1, best[end][1]
            known = best.get(at)
            if known is None or count < known[0]:
                known = best[at] = (count, {})
            if count == known[0]:
                known[1].update({after | own: None for after in rest for own in words})
    return tuple(best[0][1]) if 0 in best else ()


def _classes(grammar: Grammar, word: str) -> Iterator[Parts]:
    if word in grammar.silent:
        yield frozenset()
    for one in grammar.words.get(word, ()):
        yield frozenset((one,))
