"""Read a doubtful workbook in another process, so that no parser can take this one with it.

A parser's abort, panic, endless loop or hunger for memory becomes one `WorkbookError`. The worker
writes nothing but its grids, into one pipe; it has no output of ours open, leaves no core file, and
dies when we do. Where the platform cannot fork (Windows) it is a new interpreter, which has a time
limit but no limit of memory; in a browser's sandbox nothing is started and the page keeps time.

Measured on 2 cores: reading a workbook of 24 parts takes 8 ms here and 25 to 30 ms in a fork,
because the copied interpreter's pages are copied once more and the grids cross the pipe. So only
what the look before opening leaves in doubt comes here: every .xls, .xlsb and .ods, more than 2 MB
or 16 MB unpacked, a million cells or more spanned, odd numbers, places, encodings, counts or
merges, and texts that are repeated into more than 64 MB.
"""

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, NoReturn, cast

from centre_check.errors import WorkbookError
from centre_check.machine import CAN_FORK, IS_SANDBOX
from centre_check.words import mark
from centre_check.workbook.containers import READERS, DamagedFile, FileKind
from centre_check.workbook.grid import Grid
from centre_check.workbook.guard.limits import Limits, amount
from centre_check.workbook.guard.sorts import SAVE_AS_XLSX

_CHUNK = 1 << 20
_READ, _DAMAGED, _HUNGRY = b"R", b"D", b"M"
Grids = tuple[Grid, ...]


class _Answer(NamedTuple):
    """What came out of the worker before it ended, and how it ended."""

    content: bytes
    status: int  # an exit code, or a signal's number below zero
    is_late: bool


def run(kind: FileKind, content: bytes, name: str, limits: Limits) -> Grids:
    """The sheets of a workbook, read in another process.

    Raises:
        DamagedFile: the parser cannot read it.
        WorkbookError: the parser asked for more than the limits, or broke down.
    """
    ask = _inside if IS_SANDBOX else _forked if CAN_FORK else _spawned
    answer = ask(kind, content, limits)
    if answer.is_late:
        refused = limits.refusal(
            "seconds",
            limits.seconds + 1,
            mark("{path} takes longer to read than {limit} seconds"),
            path=name,
        )
        raise refused
    tag, packed = answer.content[:1], answer.content[1:]
    if len(packed) > limits.memory // 4 or tag == _HUNGRY or _was_hungry(answer):
        raise WorkbookError(
            mark("{path} needs more than {limit} of memory to be read, or is damaged"),
            mark("open it in Excel or WPS, delete what is not needed, save it as .xlsx"),
            path=name,
            limit=amount("memory", limits.memory),
        )
    if tag == _DAMAGED:
        message, values = pickle.loads(packed)  # noqa: S301 - written by our own worker
        raise DamagedFile(message, **values)
    if tag != _READ or answer.status:
        raise broken_down(name)
    return cast("Grids", pickle.loads(packed))  # noqa: S301


def broken_down(name: str) -> WorkbookError:
    """The sentence for a parser that broke down without saying why."""
    return WorkbookError(
        mark("{path} is damaged: reading it broke down"),
        SAVE_AS_XLSX,
        path=name,
    )


def _was_hungry(answer: _Answer) -> bool:
    """An allocation that failed ends in an abort, the system's own guard in a kill."""
    return not answer.content and answer.status in (-signal.SIGABRT, -getattr(signal, "SIGKILL", 9))


def _answer_of(kind: FileKind, content: bytes) -> bytes:
    """What the worker says: the grids, or why there are none."""
    try:
        return _READ + pickle.dumps(READERS[kind](content), pickle.HIGHEST_PROTOCOL)
    except DamagedFile as error:
        return _DAMAGED + pickle.dumps((error.message, error.values))
    except (MemoryError, RecursionError):
        return _HUNGRY


def _inside(kind: FileKind, content: bytes, _limits: Limits) -> _Answer:
    """Read it here: the sandbox that we are in is the other process."""
    try:
        return _Answer(_answer_of(kind, content), 0, is_late=False)
    except Exception:  # noqa: BLE001 - as a worker that broke down
        return _Answer(b"", 1, is_late=False)


def _forked(kind: FileKind, content: bytes, limits: Limits) -> _Answer:
    if kind in (FileKind.XLSX, FileKind.XLS, FileKind.XLSB, FileKind.ODS):
        import python_calamine  # noqa: F401 - once here, not in each worker

    come, go = os.pipe()
    watched, held = os.pipe()
    worker = os.fork()
    if worker == 0:
        _work(lambda: _answer_of(kind, content), limits, go, watched)
    os.close(go)
    os.close(watched)
    late, received = False, b""
    try:
        received, late = _received(come, limits)
    finally:
        os.close(come)
        with suppress(ProcessLookupError):
            if late or len(received) > limits.memory // 4 or sys.exc_info()[0]:
                os.kill(worker, signal.SIGKILL)
        _, status = os.waitpid(worker, 0)
        os.close(held)
    return _Answer(received, os.waitstatus_to_exitcode(status), late)


def _received(come: int, limits: Limits) -> tuple[bytes, bool]:
    """All that the worker writes, and whether its time ran out first."""
    import select

    end = time.monotonic() + limits.seconds
    chunks: list[bytes] = []
    size = 0
    while size <= limits.memory // 4:
        left = end - time.monotonic()
        if left <= 0 or not select.select([come], [], [], left)[0]:
            return b"", True
        chunk = os.read(come, _CHUNK)
        if not chunk:
            break
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks), False


def _work(answer: Callable[[], bytes], limits: Limits, go: int, watched: int) -> NoReturn:
    """The worker: bound itself, read, write, end; nothing of the parent's is flushed or closed."""
    code = 1
    try:
        _bind(limits, go, watched)
        said = memoryview(answer())
        while said:
            said = said[os.write(go, said[:_CHUNK]) :]
        code = 0
    finally:
        os._exit(code)


def _bind(limits: Limits, go: int, watched: int) -> None:
    """Give up all that the worker does not need, and take on its limits."""
    import fcntl
    import resource
    import select

    signal.set_wakeup_fd(-1)
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGIO):
        signal.signal(one, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    low, high = sorted((go, watched))
    os.closerange(3, low)
    os.closerange(low + 1, high)
    os.closerange(high + 1, 4096)
    # When the parent ends, however it ends, the pipe that it holds closes and SIGIO ends us.
    fcntl.fcntl(watched, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(watched, fcntl.F_SETFL, fcntl.fcntl(watched, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([watched], [], [], 0)[0]:  # it had ended before
        os._exit(1)
    signal.alarm(limits.seconds + 1)
    limit(resource.RLIMIT_CORE, 0)
    limit_memory(limits)
    limit(resource.RLIMIT_CPU, limits.seconds + 1)


def limit_memory(limits: Limits) -> None:
    """Bound this process's memory to the limit on top of what it holds already."""
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as sizes:  # noqa: PTH123 - in a fork
            held = int(sizes.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):  # not Linux: what is held is small beside the limit
        held = 0
    limit(resource.RLIMIT_AS, held + limits.memory)


def limit(what: int, most: int) -> None:
    """Take on a limit of this process, or keep a tighter one that it has."""
    import resource

    soft, hard = resource.getrlimit(what)
    known = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
    with suppress(ValueError, OSError):  # macOS takes no limit of memory
        resource.setrlimit(what, (min([most, *known]), hard))


def _spawned(kind: FileKind, content: bytes, limits: Limits) -> _Answer:
    import subprocess

    command = [sys.executable, "-I", "-m", "centre_check.workbook.isolation", kind]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _Answer(b"", 1, is_late=True)
    return _Answer(done.stdout, done.returncode, is_late=False)


def main() -> None:
    """The worker where the platform cannot fork: a workbook comes in, its grids go out."""
    sys.stdout.buffer.write(_answer_of(FileKind(sys.argv[1]), sys.stdin.buffer.read()))


if __name__ == "__main__":
    main()
