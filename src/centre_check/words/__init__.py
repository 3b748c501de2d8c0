"""Every word a user sees: English in the code, Chinese from one gettext catalogue.

The catalogue is `locale/zh/LC_MESSAGES/centre_check.po`; `make words` compiles it. A message of
the code is written `say("… {cells}", cells=…)`; a message that is kept for later is marked with
`mark("…")`, so that it is found for the catalogue where it stands.
"""

import gettext
import os
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

LANGUAGES = ("zh", "en")
DOMAIN = "centre_check"
LOCALE = os.path.join(os.path.dirname(__file__), "locale")  # pathlib would cost --help 5 ms


_QUOTES = str.maketrans("「」", "“”")


class Phrase(NamedTuple):
    """A text that a standard or a form brings in both languages."""

    zh: str
    en: str


def mark(message: str) -> str:
    """Give `message` back unchanged: marks it for the catalogue, to be said later."""
    return message


class _English(gettext.NullTranslations):
    """What stands in the code, which quotes as Chinese does so that nothing has to be escaped."""

    def gettext(self, message: str) -> str:
        return message.translate(_QUOTES)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).translate(_QUOTES)


class Words:
    """Says messages in one language.

    Calling it gives the message in that language with its `{names}` filled in.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.lang == "en":
            return _English()
        # gettext keeps what it parsed: click, which asks it too, does not parse it again.
        return gettext.translation(DOMAIN, LOCALE, [self.lang])

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language; `values` fill its `{names}`."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Like calling, for a message that differs between one and many; `{n}` is the number."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def join(self, parts: Iterable[str]) -> str:
        """The parts one after another, with the language's comma for lists."""
        return self(mark(", ")).join(parts)

    def clauses(self, parts: Iterable[str]) -> str:
        """The parts of one sentence, with the language's comma for clauses."""
        first, *rest = parts
        for part in rest:
            first = self(mark("{clause}, {next}"), clause=first, next=part)
        return first

    def run_on(self, parts: Iterable[str]) -> str:
        """The parts one after another, with a blank between where the language has one."""
        return ("" if self.lang == "zh" else " ").join(parts)

    def phrase(self, phrase: Phrase) -> str:
        """A text of a standard or a form in this language."""
        return phrase.zh if self.lang == "zh" else phrase.en
