"""Reads a YAML text strictly: gives its plain tree, or all mistakes of its writing at once."""

import re
from collections.abc import Iterator

from centre_check.files.mistakes import BrokenFile, Mistake, raise_if
from centre_check.files.source import SourceFile
from centre_check.files.syntax import syntax_mistake
from centre_check.files.tree import Tree
from centre_check.words import mark

_LARGEST = 2 * 1024 * 1024  # bytes; the largest standard we know has 60 thousand


def parse_yaml(text: str | bytes, name: str) -> SourceFile:
    """The tree of `text` (bytes are read as UTF-8), called `name` in mistakes.

    Plain words keep their text: `NO`, `12:30`, `007`, `1e3` and `2019-11-11` are not reinterpreted.
    Only `true` and `false` become booleans, and `null`, `~` and nothing become None.

    Raises:
        BrokenFile: with every repeated key, alias, tag, tab … and the first fault of syntax.
    """
    text = _plain_text(text, name)
    mistakes = list(refused_characters(text))
    tree = Tree()
    try:
        _compose(without_refused_characters(text), tree)
    except _yaml_error() as error:
        if not mistakes:  # a fault of syntax beside a tab is mostly the tab's
            mistakes.append(syntax_mistake(error, text))
    raise_if(name, [*mistakes, *tree.mistakes])
    return SourceFile(name, tree.data, tree.value_places, tree.key_places)


def _plain_text(text: str | bytes, name: str) -> str:
    """`text` decoded, without a byte order mark, each line ended by a line feed."""
    if len(text) > _LARGEST:
        _refuse_size(name)
    if isinstance(text, bytes):
        text = _decoded(text, name)
    elif len(text.encode(errors="surrogatepass")) > _LARGEST:
        _refuse_size(name)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _refuse_size(name: str) -> None:
    message = mark("the file is larger than {limit} MiB; is it the right file?")
    raise BrokenFile(name, [Mistake(1, 1, message, {"limit": _LARGEST // 1024**2})])


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    message = mark("the file is not saved as UTF-8; save it again with the encoding UTF-8")
    raise BrokenFile(name, [Mistake(line, 1, message)])


def _yaml_error() -> type[Exception]:
    import yaml

    return yaml.YAMLError


def _compose(text: str, tree: Tree) -> None:
    import yaml

    takers = {
        yaml.DocumentStartEvent: tree.begin_document,
        yaml.AliasEvent: tree.take_alias,
        yaml.ScalarEvent: tree.take_scalar,
        yaml.SequenceStartEvent: tree.open_list,
        yaml.MappingStartEvent: tree.open_mapping,
        yaml.SequenceEndEvent: tree.close,
        yaml.MappingEndEvent: tree.close,
    }
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # in a browser there is no libyaml
    for event in yaml.parse(text, Loader=loader):
        if take := takers.get(type(event)):
            take(event)
        if tree.is_too_deep:
            return


# What YAML calls printable, less the tab (invisible, and no indentation) and less the characters
# that only YAML takes for line ends (U+0085, U+2028, U+2029): editors would count other lines.
_REFUSED = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def refused_characters(text: str) -> Iterator[Mistake]:
    """The first refused character of every line of `text`."""
    if not _REFUSED.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _REFUSED.search(line):
            yield _mistake(number, found.start() + 1, found.group())


def without_refused_characters(text: str) -> str:
    """`text` with a space for each refused character, so that all places stay the same."""
    return _REFUSED.sub(" ", text)


def _mistake(line: int, column: int, character: str) -> Mistake:
    if character == "\t":
        return Mistake(line, column, mark("a tab stands here; use spaces"))
    message = mark("an invisible character (U+{code}) stands here; delete it")
    return Mistake(line, column, message, {"code": f"{ord(character):04X}"})
