"""A sheet's comments: new ones added, a note appended to those that are there."""

import re

from centre_check.render.annotate.element import Element
from centre_check.render.annotate.xml import child, child_made, children, made, put_before

AUTHOR = "centre-check"
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_SPACE = "xml:space"
_FONT = (("sz", "9"), ("rFont", "宋体"), ("charset", "134"))


class Comments:
    """A comments part."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._list = child_made(root, "commentList", frozenset({"extLst"}))
        self._known = {
            one.get("ref", "").replace("$", "").upper(): one
            for one in children(self._list, "comment")
        }
        self._author = ""

    @property
    def refs(self) -> list[str]:
        """The cells that have a comment."""
        return list(self._known)

    def add(self, ref: str, text: str) -> bool:
        """Say `text` at a cell, after what is said there already; whether its comment is new."""
        if ref in self._known:
            self._append(self._known[ref], f"\n\n{AUTHOR}：\n{text}")
            return False
        comment = made(self._list, "comment", {"ref": ref, "authorId": self._author_id()})
        said = made(comment, "text")
        said.append(_run(comment, text))
        comment.append(said)
        self._list.append(comment)
        self._known[ref] = comment
        return True

    def _append(self, comment: Element, text: str) -> None:
        said = child_made(comment, "text", frozenset({"commentPr"}))
        plain = child(said, "t")
        if plain is not None:  # plain text and runs do not stand side by side
            run = made(said, "r")
            said.insert(said.children.index(plain), run)
            said.remove(plain)
            run.append(plain)
        put_before(said, _run(said, text), frozenset({"rPh", "phoneticPr"}))

    def _author_id(self) -> str:
        if not self._author:
            authors = child_made(self.root, "authors", frozenset({"commentList"}))
            authors.append(made(authors, "author", text=AUTHOR))
            self._author = str(sum(1 for _ in children(authors, "author")) - 1)
        return self._author


def escaped(text: str) -> str:
    """`text` so that Excel does not take `_x0041_` in it for a character."""
    return _ESCAPED.sub("_x005F_", text)


def _run(like: Element, text: str) -> Element:
    run = made(like, "r")
    look = made(run, "rPr")
    for name, value in _FONT:
        look.append(made(look, name, {"val": value}))
    run.append(look)
    run.append(made(run, "t", {_SPACE: "preserve"}, escaped(text)))
    return run
