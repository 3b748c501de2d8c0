"""Worker processes on this machine: they live long, are bound once, and end when we do."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

from centre_check.workbook.guard import Limits

_PER_WORKER = 16  # workbooks below which another process costs more than it saves


class Crew(NamedTuple):
    """Who does the work: `start` gives an executor with so many workers.

    `stop` gives up what they are at. `deaths` are the exceptions of a future whose worker died;
    what it was given may be innocent. `check` is asked now and then while we wait; it raises when
    no answer can come any more, or sees to it that the futures end.
    """

    size: int
    start: Callable[[int], Executor]
    stop: Callable[[Executor], None]
    deaths: tuple[type[Exception], ...] = (BrokenExecutor,)
    check: Callable[[Executor], None] = lambda _: None


def local(size: int, limits: Limits) -> Crew:
    """As many processes on this machine."""
    return Crew(size, partial(_start, limits), _stop, check=_check)


def fitting(sources: int) -> int:
    """How many processes are worth their start for as many workbooks."""
    return max(1, min(_processors(), sources // _PER_WORKER))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start(limits: Limits, size: int) -> Executor:
    # A fork has everything loaded; macOS' own libraries do not bear it, Windows has none.
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(size, context, initializer=_enter, initargs=(limits,))


def _stop(executor: Executor) -> None:
    for worker in multiprocessing.active_children():
        worker.kill()
    executor.shutdown()


def _check(executor: Executor) -> None:
    """Break an executor that waits for the rest of an answer whose worker was killed over it.

    The others wait for the dead one's lock. Once they are gone and nobody can write any more, the
    executor's own thread sees the end of the pipe, and all its futures end.
    """
    workers = list((getattr(executor, "_processes", None) or {}).values())
    if all(worker.is_alive() for worker in workers):
        return
    for worker in workers:
        worker.kill()
        worker.join()
    writer = getattr(getattr(executor, "_result_queue", None), "_writer", None)
    if writer is not None and not writer.closed:
        writer.close()


def _enter(limits: Limits) -> None:
    """The worker's first act: no output of its own, no interruption but ours, its limits."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    gc.freeze()
    gc.set_threshold(200_000)
    if os.name == "posix":
        _bind(limits)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _bind(limits: Limits) -> None:
    import resource

    from centre_check.workbook.isolation import limit, limit_memory

    limit(resource.RLIMIT_CORE, 0)
    limit_memory(limits)
