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


@contextmanager
def chromium(check: str) -> Iterator[Browser]:
    """A headless browser."""
    command = needs(*_NAMES, what="Chromium", check=check)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox"])
        yield browser
        browser.close()
