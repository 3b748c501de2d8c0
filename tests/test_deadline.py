"""A workbook made to be slow ends in one sentence, whatever command reads it."""

import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from centre_check.desk.deadline import deadline
from centre_check.errors import WorkbookError
from centre_check.workbook.guard import DEFAULT
from conftest import AGREEMENTS, TENANTS, Result, base_centre, run, spawn

IMPATIENT = DEFAULT._replace(judging=1)


@pytest.fixture
def slow(workbook: Callable[..., Path]) -> Path:
    """Each of many tenants may be party to each of as many nameless agreements."""
    sheets = base_centre("区级")
    tenants, agreements = sheets[TENANTS] * 2000, sheets[AGREEMENTS] * 2000
    sheets[TENANTS] = [row | {"实体名称": f"鄠邑区第{at}商行"} for at, row in enumerate(tenants)]
    sheets[AGREEMENTS] = [row | {"实体名称": None} for row in agreements]
    return workbook(sheets)


@pytest.mark.parametrize("command", [("audit",), ("explain", "HY-FW-02")], ids=["audit", "explain"])
def test_judging_has_a_limit(slow: Path, command: tuple[str, ...]) -> None:
    # A process of its own: an alarm that rings in a callback of hypothesis would fail the test.
    ended = spawn(*command, slow, "--limit", "judging=1")
    assert ended.code == 3
    assert "读取和审核超过1秒" in ended.stderr
    assert "--limit judging=2" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_file_that_is_slow_does_not_hide_the_next(
    slow: Path, workbook: Callable[..., Path], audit: Callable[..., Result]
) -> None:
    quick = workbook(base_centre("区级"), name="快.xlsx")
    ended = run("audit", slow, quick, "--limit", "judging=1", "-f", "json")
    assert (ended.code, len(ended.json["audits"]), len(ended.json["errors"])) == (3, 1, 1)


def test_an_ordinary_audit_leaves_no_alarm(
    workbook: Callable[..., Path], audit: Callable[..., Result]
) -> None:
    before = signal.getsignal(signal.SIGALRM)
    assert audit(workbook(base_centre("区级"))).code == 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def _never_ends() -> None:
    while True:
        pass


@pytest.mark.parametrize("interrupts", [signal.default_int_handler, signal.SIG_IGN])
def test_without_alarms_another_thread_interrupts(
    monkeypatch: pytest.MonkeyPatch, interrupts: signal.Handlers
) -> None:
    monkeypatch.delattr(signal, "setitimer")
    before = signal.signal(signal.SIGINT, interrupts)  # ignored where a shell put us behind
    try:
        with pytest.raises(WorkbookError, match="than 1 seconds"), deadline(Path("a"), IMPATIENT):
            _never_ends()
        assert signal.getsignal(signal.SIGINT) is interrupts
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("has_alarms", [True, False])
def test_a_thread_that_is_not_the_main_one_is_left_to_itself(
    monkeypatch: pytest.MonkeyPatch, *, has_alarms: bool
) -> None:
    if not has_alarms:
        monkeypatch.delattr(signal, "setitimer")

    def work() -> str:
        with deadline(Path("a"), IMPATIENT):
            return "done"

    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(work).result() == "done"


def test_an_interrupt_by_the_user_stays_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    with pytest.raises(KeyboardInterrupt), deadline(Path("a"), IMPATIENT):
        raise KeyboardInterrupt


@pytest.mark.parametrize("option", ["cells=5", "sheets=1"])
def test_explain_takes_the_limits_of_audit(workbook: Callable[..., Path], option: str) -> None:
    ended = run("explain", "HY-YJ-01", workbook(base_centre("区级")), "--limit", option)
    assert ended.code == 3
    assert f"--limit {option.partition('=')[0]}=" in ended.stderr


def test_explain_refuses_a_limit_that_there_is_not() -> None:
    assert run("explain", "HY-YJ-01", "--limit", "cels=5").code == 2
