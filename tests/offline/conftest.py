"""The page, built once a run, in the system's Chromium with the network off."""

import fcntl
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from page import build
from playwright.sync_api import Browser, Download, Page

from conftest import ROOT

sys.path.append(str(ROOT / "tests" / "render"))
from browser import chromium

NAME = build.NAMES["zh"]
PATIENCE = 240_000  # milliseconds, for a machine on which all tests run at once
ONE_FILE = "input[type=file]:not([webkitdirectory])"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as `make page` builds it; one worker of the run builds, the others wait."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed: the page was not checked")
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "page"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / NAME).exists():
            assert build.main(["--lang", "zh", "--out", str(folder)]) == 0
    return folder / NAME


@dataclass
class Opened:
    """A page in a browser, and what it tried to reach or complained of."""

    page: Page
    reached: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def drop(
        self, paths: Sequence[Path], until: str = "#view .verdict, #view .tots, #view .wrong"
    ) -> None:
        """Give it files as the button for choosing does; wait for what comes of them."""
        self.page.evaluate("document.getElementById('view').replaceChildren()")
        self.page.set_input_files(ONE_FILE, [str(path) for path in paths])
        self.page.wait_for_selector(until, timeout=PATIENCE)

    def opens(self, page: Path) -> None:
        """Load a page from its file and wait until it is ready."""
        self.page.on("pageerror", lambda one: self.troubles.append(str(one)))
        self.page.goto(page.as_uri())
        self.page.wait_for_selector("#ready .mark.pass", timeout=PATIENCE)

    def saved(self, press: Callable[[], object]) -> bytes:
        """The file that is saved when something is pressed."""
        with self.page.expect_download(timeout=PATIENCE) as given:
            press()
        return _content(given.value)

    def button(self, name: str) -> Callable[[], object]:
        """Presses the button of this name."""
        return self.page.get_by_role("button", name=name, exact=True).click

    def results(self) -> list[Any]:
        """The lines of the results file of many workbooks."""
        content = self.saved(self.button("存结果文件（报上级汇总用）"))
        return [json.loads(line) for line in content.decode().splitlines()]


def _content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium("the page") as found:
        yield found


@pytest.fixture(scope="session")
def opened(built: Path, browser: Browser) -> Iterator[Opened]:
    """The page when it is ready; in the end it has reached nothing and stored nothing."""
    with_network_off = browser.new_context(offline=True, viewport={"width": 1366, "height": 900})
    page = with_network_off.new_page()
    found = Opened(page)
    with_network_off.on("request", lambda one: found.reached.append(one.url))
    found.opens(built)
    yield found
    outside = [one for one in found.reached if not one.startswith("blob:")]
    assert outside == [built.as_uri()]
    assert found.troubles == []
    assert page.evaluate("[document.cookie, location.protocol]") == ["", "file:"]
    assert with_network_off.storage_state() == {"cookies": [], "origins": []}
    with_network_off.close()
