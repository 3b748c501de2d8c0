"""What is wrong in an office's own Word file: a place in it, and a sentence."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from centre_check.errors import StandardError
from centre_check.files.mistakes import each_told
from centre_check.files.shown import shown
from centre_check.words import Words, mark

SAVE_AS_DOCX = mark("open it in Word or WPS and save it as .docx")


class TemplateMistake(NamedTuple):
    """One mistake: the part of the file (a marked word), the text there, a marked sentence."""

    part: str
    text: str
    message: str
    values: Mapping[str, object]

    def say(self, words: Callable[..., str], name: str) -> str:
        """`模板.docx（正文，「{{ 中心 }}」）：没有名为「中心」的占位符`."""
        return words(
            mark("{path} ({part}, 「{text}」): {mistake}"),
            path=name,
            part=words(self.part),
            text=shown(self.text),
            mistake=words(self.message, **self.values),
        )


class BrokenTemplate(StandardError):
    """A template that cannot be filled, with all its mistakes in the order of the file."""

    def __init__(self, name: str, mistakes: Iterable[TemplateMistake]) -> None:
        self.name = name
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.say(Words("en"))))

    def say(self, words: Callable[..., str]) -> list[str]:
        """One line a mistake."""
        return each_told(self.mistakes, lambda one: one.say(words, self.name), words)
