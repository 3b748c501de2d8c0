"""Reads an Office file back as text and pictures of text, as an office would see it."""

import subprocess
from pathlib import Path

from outside import by_libreoffice, needs


def as_pdf(content: bytes, suffix: str, folder: Path) -> Path:
    """The file converted by LibreOffice."""
    source = folder / f"paper{suffix}"
    source.write_bytes(content)
    return by_libreoffice([source], "pdf", folder)[0]


def pages(pdf: Path) -> list[str]:
    """The text of each page, without the spaces and line ends that layout puts in."""
    reader = needs("pdftotext", what="poppler-utils", check="the text of a .pdf")
    read = subprocess.run([reader, "-raw", pdf, "-"], check=True, capture_output=True)
    return ["".join(page.split()) for page in read.stdout.decode().split("\f")[:-1]]
