"""What somebody probably meant: the nearest of the words that are known."""

import unicodedata
from collections.abc import Iterable

_CLOSE = 0.6
_CLOSE_FOR_TWO = (
    0.5  # 县级 and 区级 share one of two characters: that is all a short word can share
)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that resembles `word` most, or None if none does.

    Upper and lower case, full and half width are the same here.
    """
    import difflib

    by_form = {_form(candidate): candidate for candidate in known}
    form = _form(word)
    short = len(form) == 2 and not form.isascii()
    found = difflib.get_close_matches(
        form, by_form, n=1, cutoff=_CLOSE_FOR_TWO if short else _CLOSE
    )
    return by_form[found[0]] if found else None


def _form(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()
