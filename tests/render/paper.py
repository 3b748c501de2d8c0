"""Reads an Office file back as text and pictures of text, as an office would see it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def needs(command: str, package: str, check: str) -> str:
    """The command; without it the test is skipped, saying which check was not made."""
    found = shutil.which(command)
    if found is None:
        reason = f"{package} is not installed: {check} was not checked"
        if os.environ.get("CENTRE_CHECK_ALLOW_SKIPS") == "no":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def as_pdf(content: bytes, suffix: str, folder: Path) -> Path:
    """The file converted by LibreOffice, whose user profile is in `folder` too."""
    office = needs("soffice", "LibreOffice", f"{suffix} as .pdf")
    source = folder / f"paper{suffix}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return source.with_suffix(".pdf")


def pages(pdf: Path) -> list[str]:
    """The text of each page, without the spaces and line ends that layout puts in."""
    reader = needs("pdftotext", "poppler-utils", "the text of a .pdf")
    read = subprocess.run([reader, "-raw", pdf, "-"], check=True, capture_output=True)
    return ["".join(page.split()) for page in read.stdout.decode().split("\f")[:-1]]
