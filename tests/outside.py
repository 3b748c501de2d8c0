"""Programs of others that a test looks through: LibreOffice, poppler, a browser."""

import atexit
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest


def needs(*commands: str, what: str, check: str) -> str:
    """The first of the commands that is installed.

    Without one the test is skipped, saying which check was not made.
    """
    found = next(filter(None, map(shutil.which, commands)), None)
    if found is None:
        pytest.skip(f"{what} is not installed: {check} was not checked")
    return found


def by_libreoffice(paths: Sequence[Path], extension: str, folder: Path) -> list[Path]:
    """Each file converted, in `folder`: all by one start, which costs more than any of them."""
    check = f"{'、'.join(path.name for path in paths)} as .{extension}"
    command = needs("soffice", what="LibreOffice", check=check)
    options = [f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", extension]
    line = [command, *options, "--outdir", folder, *paths]
    subprocess.run(line, check=True, capture_output=True, timeout=180)
    return [folder / f"{path.stem}.{extension}" for path in paths]


@cache
def _profile() -> str:
    """A user profile of this process's own: two may not share one."""
    folder = Path(mkdtemp(prefix="centre-check-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder.as_uri()
