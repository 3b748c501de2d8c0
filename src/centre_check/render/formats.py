"""Which module draws which format, by the suffix of the file that is written."""

from collections.abc import Callable, Mapping
from importlib import import_module

from centre_check.documents.tree import Document

FORMATS: Mapping[str, str] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".xlsx": "xlsx",
    ".md": "markdown",
    ".csv": "csv",
    ".json": "tree_json",
    ".txt": "plain",
}


def renderer(suffix: str) -> Callable[[Document], bytes]:
    """What draws a document in the format of this suffix.

    Raises:
        OutputError: the library that draws it is not installed.
    """
    module = import_module(f"centre_check.render.{FORMATS[suffix]}")
    render: Callable[[Document], bytes] = module.render
    return render
