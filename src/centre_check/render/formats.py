"""Which module draws which format, by the suffix of the file that is written."""

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from centre_check.documents.tree import Document
from centre_check.errors import OutputError
from centre_check.words import mark


class Format(NamedTuple):
    """A format: the module that draws it, and the packages that it cannot do without."""

    module: str
    packages: tuple[str, ...] = ()


FORMATS: Mapping[str, Format] = {
    ".pdf": Format("pdf", ("typst", "pylopdf_fonts_zh_cn")),  # none for Windows on ARM
    ".docx": Format("docx", ("docx",)),
    ".html": Format("html", ("minijinja",)),
    ".xlsx": Format("xlsx", ("xlsxwriter",)),
    ".md": Format("markdown"),
    ".csv": Format("csv"),
    ".json": Format("tree_json"),
    ".txt": Format("plain"),
}


def renderer(suffix: str) -> Callable[[Document], bytes]:
    """What draws a document in the format of this suffix.

    Raises:
        OutputError: a package that it needs is not installed.
    """
    wanted = FORMATS[suffix]
    missing = [package for package in wanted.packages if find_spec(package) is None]
    if missing:
        raise OutputError(
            mark("{suffix} files cannot be made here: {package} is not installed"),
            mark("choose another format, or install it: pip install centre-check"),
            suffix=suffix,
            package=missing[0],
        )
    render: Callable[[Document], bytes] = import_module(
        f"centre_check.render.{wanted.module}"
    ).render
    return render
