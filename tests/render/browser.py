"""The system's Chromium, driven by playwright; pages are opened from files."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def needs(*commands: str, what: str, check: str) -> str:
    """The first of the commands that is installed.

    Without one the test is skipped, saying which check was not made.
    """
    found = next(filter(None, map(shutil.which, commands)), None)
    if found is None:
        pytest.skip(f"{what} is not installed: {check} was not checked")
    return found


_open: list[Browser] = []  # playwright starts once a process: whoever comes second shares it


@contextmanager
def chromium(check: str) -> Iterator[Browser]:
    """A headless browser."""
    command = needs(*_NAMES, what="Chromium", check=check)
    if _open:
        yield _open[0]
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox"])
        _open.append(browser)
        yield browser
        _open.clear()
        browser.close()
