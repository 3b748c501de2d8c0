"""The system's Chromium, driven by playwright; pages are opened from files."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from outside import needs

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


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
