"""The language of placeholders: Jinja without anything but naming, repeating and asking."""

from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from centre_check.render.visible import visible_text


class Sandbox(SandboxedEnvironment):
    """Looks up the columns of rows, never the attributes of Python's objects."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_as_text)
        self.globals.clear()
        self.tests.clear()
        self.filters = {"length": len}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A row's column; of a loop what Jinja's own sandbox allows."""
        return obj[attribute] if isinstance(obj, dict) else super().getattr(obj, attribute)


def _as_text(value: object) -> Markup:
    """The value as text of XML; a bracket written as a number, as docxtpl rewrites some."""
    text = str(escape(visible_text(str(value)).replace("\t", " ")))
    return Markup(text.replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped above
