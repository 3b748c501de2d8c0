"""What is wrong in a file that somebody wrote: a place, and a sentence in either language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from centre_check.errors import StandardError
from centre_check.words import Words, mark


class Term(str):
    """A marked message that stands inside another one and is translated with it."""

    __slots__ = ()


class WrongValue(ValueError):
    """Raised by a validator of a model whose sentence has values, so that it can be translated.

    Attributes:
        message: the marked message, with `{names}`.
        values: what fills the names.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake of a file.

    Attributes:
        line: counted from 1, as editors do.
        column: counted from 1, in characters.
        message: the marked English message, with `{names}`.
        values: what fills the names; a `Term` is translated, a tuple becomes a list in words.
    """

    line: int
    column: int
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def say(self, words: Callable[..., str]) -> str:
        """The sentence without its place."""
        said = words(self.message, **{n: _spoken(v, words) for n, v in self.values.items()})
        for sign in "「」":  # values bring them, too; each language has its own
            said = said.replace(sign, words(sign))
        return said


class BrokenFile(StandardError):
    """A file that cannot be used, with all its mistakes.

    Attributes:
        name: the file as the user knows it.
        mistakes: in the order of their lines; at least one.
        message: all mistakes in English, one a line; `say` gives them in the user's language.
    """

    def __init__(self, name: str, mistakes: Iterable[Mistake]) -> None:
        self.name = name
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: (mistake.line, mistake.column)))
        super().__init__("\n".join(self.say(Words("en"))))

    def say(self, words: Callable[..., str]) -> list[str]:
        """One line a mistake: `huyi.yaml:12:5 unknown key 「quoet」; did you mean 「quote」?`."""
        return [f"{self.name}:{m.line}:{m.column} {m.say(words)}" for m in self.mistakes]


def raise_if(source_name: str, mistakes: Iterable[Mistake]) -> None:
    """Raise all of `mistakes` together as one `BrokenFile`, if there are any."""
    found = tuple(mistakes)
    if found:
        raise BrokenFile(source_name, found)


def _spoken(value: object, words: Callable[..., str]) -> object:
    if isinstance(value, Term):
        return words(value)
    if isinstance(value, tuple):
        return words(mark(", ")).join(str(_spoken(part, words)) for part in value)
    return value
