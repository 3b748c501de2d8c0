"""Check what a template's placeholders name before any of them is filled in."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from centre_check.documents.fields import Fields, Rows
from centre_check.render.word_template.mistakes import TemplateMistake
from centre_check.render.word_template.sandbox import Sandbox
from centre_check.words import mark
from centre_check.words.nearest import nearest

_LOOP = "loop"
_OF_LOOP = frozenset({"index", "first", "last", "length"})
_LINE_END = re.compile(r"\r\n|\r|\n")
_TAGS = re.compile(r"<[^<>]*>")
_PLACEHOLDER = re.compile(r"\{[{%].*?[%}]\}")


class _Fault(NamedTuple):
    line: int
    name: str  # as it stands there, to find the placeholder in its line
    message: str
    values: Mapping[str, object]


def mistakes(source: str, kind: str, fields: Fields, sandbox: Sandbox) -> Iterator[TemplateMistake]:
    """Every mistake in the placeholders of a part; `source` has a line a paragraph."""
    lines = _LINE_END.split(source)
    try:
        tree = sandbox.parse(source)
    except TemplateSyntaxError as error:
        yield TemplateMistake(kind, _place(lines, error.lineno, ""), _of_syntax(error), {})
        return
    for fault in _Reader(fields).read(tree, {}):
        yield TemplateMistake(
            kind, _place(lines, fault.line, fault.name), fault.message, fault.values
        )


def _place(lines: list[str], number: int, name: str) -> str:
    """The placeholder with `name` on that line, or all the text there."""
    text = _TAGS.sub("", lines[number - 1]) if number <= len(lines) else ""
    named = [one for one in _PLACEHOLDER.findall(text) if name and name in one]
    return named[0] if named else text.strip()


def _of_syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "endfor" in message or "endif" in message:
        return mark("a repetition or a question is begun and not ended, or ended and not begun")
    return mark("this cannot be read; write placeholders as in the starter file")


class _Reader:
    """Walks over the placeholders; a scope says which list a name goes through."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    def read(self, node: nodes.Node, scope: Mapping[str, Rows]) -> Iterator[_Fault]:
        match node:
            case nodes.Template() | nodes.If():
                if isinstance(node, nodes.If):
                    yield from self._value(node.test, scope)
                for child in node.iter_child_nodes(exclude=("test",)):
                    yield from self.read(child, scope)
            case nodes.Output():
                for child in node.nodes:
                    yield from self._shown(child, scope)
            case nodes.For():
                yield from self._repeated(node, scope)
            case _:
                yield _not_allowed(node)

    def _repeated(self, node: nodes.For, scope: Mapping[str, Rows]) -> Iterator[_Fault]:
        if not isinstance(node.iter, nodes.Name) or not isinstance(node.target, nodes.Name):
            yield _not_allowed(node)
            return
        if node.test is not None or node.recursive or scope:
            message = mark("a repetition can neither choose rows nor stand inside another one")
            yield _Fault(node.lineno, node.iter.name, message, {})
            return
        rows = self._fields.get(node.iter.name)
        if rows is None:
            yield self._unknown(node.iter.name, node.lineno)
            return
        if not isinstance(rows, Rows):
            message = mark("「{name}」 is one text and cannot be repeated")
            yield _Fault(node.lineno, node.iter.name, message, {"name": node.iter.name})
            return
        for child in node.body:
            yield from self.read(child, {node.target.name: rows})
        for child in node.else_:
            yield from self.read(child, scope)

    def _shown(self, node: nodes.Node, scope: Mapping[str, Rows]) -> Iterator[_Fault]:
        """What is printed has to be one text."""
        if isinstance(node, nodes.TemplateData):
            return
        if isinstance(node, nodes.Name):
            if node.name in scope:
                message = mark("name one of the columns: {columns}")
                columns = " ".join(scope[node.name].columns)
                yield _Fault(node.lineno, node.name, message, {"columns": columns})
                return
            if isinstance(self._fields.get(node.name), Rows):
                message = mark("「{name}」 is a list: repeat a row of a table for it")
                yield _Fault(node.lineno, node.name, message, {"name": node.name})
                return
        yield from self._value(node, scope)

    def _value(self, node: nodes.Node, scope: Mapping[str, Rows]) -> Iterator[_Fault]:
        """What is printed or asked about."""
        match node:
            case nodes.Const():
                return
            case nodes.Name(name=name):
                if name not in scope and name not in self._fields:
                    yield self._unknown(name, node.lineno)
            case nodes.Getattr(node=nodes.Name(name=name), attr=column):
                yield from self._column(name, column, node.lineno, scope)
            case nodes.Getitem(node=nodes.Name(name=name), arg=nodes.Const(value=str(column))):
                yield from self._column(name, column, node.lineno, scope)
            case nodes.Not() | nodes.And() | nodes.Or() | nodes.Compare() | nodes.Operand():
                for child in node.iter_child_nodes():
                    yield from self._value(child, scope)
            case nodes.Filter(node=nodes.Name() as inner, name="length", args=[], kwargs=[]):
                yield from self._value(inner, scope)
            case _:
                yield _not_allowed(node)

    def _column(
        self, name: str, column: str, line: int, scope: Mapping[str, Rows]
    ) -> Iterator[_Fault]:
        if name == _LOOP and scope and column in _OF_LOOP:
            return
        if name not in scope:
            known = name in self._fields
            yield _not_allowed_at(line, name) if known else self._unknown(name, line)
        elif column not in scope[name].columns:
            guess = nearest(column, scope[name].columns)
            yield _named(line, column, guess, mark("there is no column 「{name}」"))

    def _unknown(self, name: str, line: int) -> _Fault:
        return _named(line, name, nearest(name, self._fields), mark("there is no field 「{name}」"))


def _named(line: int, name: str, guess: str | None, message: str) -> _Fault:
    if guess is None:
        return _Fault(line, name, message, {"name": name})
    message = mark("there is no 「{name}」; did you mean 「{nearest}」?")
    return _Fault(line, name, message, {"name": name, "nearest": guess})


def _not_allowed(node: nodes.Node) -> _Fault:
    return _not_allowed_at(node.lineno, "")


def _not_allowed_at(line: int, name: str) -> _Fault:
    message = mark("a template can only name fields, repeat rows and ask whether a field is filled")
    return _Fault(line, name, message, {})
