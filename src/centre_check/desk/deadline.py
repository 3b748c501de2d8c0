"""Read and judge one workbook for so long and no longer: one made to be slow ends in a sentence.

The worker bounds the parsers only. Millions of cells, or thousands of records of which any two may
be the same one, take their time here. An alarm interrupts whatever is running; it costs an ordinary
audit nothing.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from centre_check.machine import IS_SANDBOX
from centre_check.words import mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from centre_check.workbook.guard import Limits


class _OverTime(BaseException):
    """The time is over; a BaseException, so that nothing on its way takes it for its own."""


@contextmanager
def deadline(path: Path, limits: Limits) -> Iterator[None]:
    """Bound what is done inside by the limit `judging`.

    Raises:
        WorkbookError: it took longer.
    """
    try:
        with _alarm(limits.judging):
            yield
    except _OverTime:
        from centre_check.workbook.guard.contents import name_of

        refused = limits.refusal(
            "judging",
            2 * limits.judging,
            mark("{path} takes longer to read and judge than {limit} seconds"),
            path=name_of(path),
        )
        raise refused from None


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    if IS_SANDBOX:  # whoever started us ends us
        yield
        return
    if not hasattr(signal, "setitimer"):
        with _watched(seconds):
            yield
        return
    try:
        before = signal.signal(signal.SIGALRM, _ring)
    except ValueError:  # a thread of a cluster's worker, which has a deadline of its own
        yield
        return
    # Again each second: what is raised in a callback of the garbage collector is lost.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> NoReturn:
    raise _OverTime


@contextmanager
def _watched(seconds: int) -> Iterator[None]:
    """Where there is no alarm (Windows): another thread interrupts this one."""
    import _thread
    import threading

    is_over = threading.Event()

    def interrupt() -> None:
        is_over.set()
        _thread.interrupt_main()

    try:  # started in the background, the process may ignore interrupts, and ours with them
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
    except ValueError:  # a thread of a cluster's worker
        yield
        return
    timer = threading.Timer(seconds, interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    except KeyboardInterrupt:
        if is_over.is_set():
            raise _OverTime from None
        raise
    finally:
        timer.cancel()
        signal.signal(signal.SIGINT, before)
