"""Draw a document as a PDF file: A4 pages set by typst, their fonts embedded."""

from datetime import UTC, datetime, time
from importlib.util import find_spec

from centre_check.documents.tree import Document
from centre_check.errors import OutputError
from centre_check.words import mark

_NEEDED = ("typst", "pylopdf_fonts_zh_cn")
_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def check() -> None:
    """See whether PDF files can be made on this computer, without loading anything.

    Raises:
        OutputError: typst or its fonts are not installed; there is none for Windows on ARM.
    """
    if not all(find_spec(package) for package in _NEEDED):
        raise OutputError(
            mark("PDF files cannot be made here: typst or its fonts are not installed"),
            mark("choose .docx or .html, or install them: pip install typst pylopdf-fonts-zh-cn"),
        )


def render(document: Document) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1, the same bytes each time.

    Raises:
        OutputError: typst or its fonts are not installed.
    """
    check()
    import json
    from pathlib import Path

    import pylopdf_fonts_zh_cn
    import typst

    from centre_check.render.pdf.content import content

    faces = [pylopdf_fonts_zh_cn.sans_path(), pylopdf_fonts_zh_cn.serif_path()]
    here = Path(__file__).parent
    return typst.compile(
        here / "page.typ",
        root=here,
        format="pdf",
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[faces[0].parent],
        ),
        sys_inputs={"document": json.dumps(content(document, faces), ensure_ascii=False)},
        timestamp=datetime.combine(document.day, time(), UTC) if document.day else _NO_DAY,
        pdf_standards=["a-2a", "ua-1"],  # to be archived, and to be read aloud
    )
