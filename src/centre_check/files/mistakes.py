"""What is wrong in a file that somebody wrote: a place, and a sentence in either language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from centre_check.errors import StandardError
from centre_check.words import Words, mark

MOST_TOLD = 20  # of the mistakes of one file; who mends these will ask again
One = TypeVar("One")


def each_told(
    mistakes: Sequence[One],
    say: Callable[[One], str],
    words: Callable[..., str],
    more: int = 0,
) -> list[str]:
    """One line a mistake, of the first of them, then how many more there are."""
    said = [say(one) for one in mistakes[:MOST_TOLD]]
    rest = len(mistakes) - len(said) + more
    return [*said, words(mark("and {n} more"), n=rest)] if rest else said


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
        more: further mistakes, which nobody looked at closely.
        message: the first mistakes in English, one a line; `say` has them in the user's language.
    """

    def __init__(self, name: str, mistakes: Iterable[Mistake], more: int = 0) -> None:
        self.name = name
        self.more = more
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: (mistake.line, mistake.column)))
        super().__init__("\n".join(self.say(Words("en"))))

    def say(self, words: Callable[..., str]) -> list[str]:
        """One line a mistake: `huyi.yaml:12:5 unknown key 「quoet」; did you mean 「quote」?`."""

        def line(one: Mistake) -> str:
            return f"{self.name}:{one.line}:{one.column} {one.say(words)}"

        return each_told(self.mistakes, line, words, self.more)

    @property
    def number(self) -> int:
        """How many mistakes there are in all."""
        return len(self.mistakes) + self.more


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
