"""Draw a document as a PDF file: A4 pages set by typst, their fonts embedded."""

from datetime import UTC, datetime, time

from centre_check.documents.tree import Document

_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)


def render(document: Document) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1, the same bytes each time."""
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
