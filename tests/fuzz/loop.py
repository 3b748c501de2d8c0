"""Run a target again and again on changed inputs; keep those that come out in a new way.

The target runs in a child process with limits of memory and time, so that an abort or an endless
loop is a finding like any other. The running input stands in memory that both processes share.
"""

import mmap
import os
import pickle
import random
import resource
import signal
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn, Protocol

_SHARED = 8 << 20  # bytes for the running input
_MEMORY = 2 << 30
_KILLED_AFTER = 10  # seconds of CPU in one execution
_FRESH = 0.25  # the share of inputs that are made from a seed, not from what was kept
_MOST_KEPT = 4_000


class Flaw(Exception):
    """Something that must never happen came of an input."""


class Target(Protocol):
    """What is run. An input is the content of a file."""

    seeds: Sequence[bytes]
    suffix: str

    def mutated(self, dice: random.Random, pool: Sequence[bytes]) -> bytes:
        """A new input, made from some of the pool."""

    def run(self, content: bytes) -> Hashable:
        """How it came out; raises `Flaw`, or anything else, where it must not."""

    def run_as_audit(self, content: bytes) -> Hashable:
        """As `run`, with all that protects the program: for an input that ended the process."""


class Finding(NamedTuple):
    """An input and what came of it."""

    content: bytes
    cause: str


@dataclass
class Tally:
    """What a run has seen so far."""

    executions: int = 0
    outcomes: set[Hashable] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    deaths: int = 0  # of the child, where the program itself would have survived
    seconds: float = 0.0

    def found(self, content: bytes, cause: str) -> None:
        """One finding; further inputs of the same cause are left out."""
        if cause not in {finding.cause for finding in self.findings}:
            self.findings.append(Finding(content, cause))


def fuzz(target: Target, seed: int, executions: int, seconds: float) -> Tally:
    """So many executions, or as many as the seconds allow; the same seed gives the same ones."""
    began = time.monotonic()
    tally = Tally()
    life = 0
    while tally.executions < executions and time.monotonic() - began < seconds:
        dice = random.Random(f"{seed}.{life}")  # noqa: S311 - no secret
        shared = _Shared()
        left = (executions - tally.executions, began + seconds)
        seen, status = _in_child(lambda: _run(target, dice, shared, *left))  # noqa: B023
        if isinstance(seen, Tally):
            _add(tally, seen)
        else:  # what it saw is lost but for the count
            tally.executions += shared.executions
            _judge_death(target, shared.content, status, tally)
        life += 1
    tally.seconds = time.monotonic() - began
    return tally


def cause_of(target: Target, content: bytes) -> str:
    """What an input does that must never happen; "" for nothing."""
    found, status = _in_child(lambda: _cause(target.run, content))
    if found is None:
        found, status = _in_child(lambda: _cause(target.run_as_audit, content))
    return f"ended by {status}" if found is None else str(found)


class _Shared:
    """The running input and how many came before it, for the parent to see."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _SHARED)

    def note(self, content: bytes, executions: int) -> None:
        self._memory.seek(0)
        self._memory.write(executions.to_bytes(8) + len(content).to_bytes(8) + content)

    @property
    def executions(self) -> int:
        return int.from_bytes(self._memory[:8])

    @property
    def content(self) -> bytes:
        return self._memory[16 : 16 + int.from_bytes(self._memory[8:16])]


def _run(
    target: Target, dice: random.Random, shared: _Shared, executions: int, end: float
) -> Tally:
    tally = Tally()
    pool: list[bytes] = []
    for content in _inputs(target, dice, pool):
        if tally.executions >= executions or time.monotonic() >= end:
            break
        shared.note(content, tally.executions)
        tally.executions += 1
        signal.setitimer(signal.ITIMER_PROF, _KILLED_AFTER)
        outcome, cause = _outcome(target.run, content)
        if cause:
            tally.found(content, cause)
        elif outcome not in tally.outcomes:
            tally.outcomes.add(outcome)
            if len(pool) < _MOST_KEPT:
                pool.append(content)
    return tally


def _inputs(target: Target, dice: random.Random, pool: Sequence[bytes]) -> Iterator[bytes]:
    yield from target.seeds
    while True:
        yield target.mutated(dice, pool if pool and dice.random() > _FRESH else target.seeds)


def _outcome(run: Callable[[bytes], Hashable], content: bytes) -> tuple[Hashable, str]:
    try:
        return run(content), ""
    except Flaw as flaw:
        return None, str(flaw)
    except BaseException as error:  # noqa: BLE001 - a panic of a parser is no Exception
        return None, _raised(error)


def _cause(run: Callable[[bytes], Hashable], content: bytes) -> str:
    signal.setitimer(signal.ITIMER_PROF, _KILLED_AFTER)
    return _outcome(run, content)[1]


def _raised(error: BaseException) -> str:
    """The error and where it was raised, without what differs from input to input."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at is not None else ""
    return f"{type(error).__name__} at {place}"


def _judge_death(target: Target, content: bytes, status: int, tally: Tally) -> None:
    """The child ended on this input: a finding unless the program itself turns it into words."""
    cause, again = _in_child(lambda: _cause(target.run_as_audit, content))
    if cause is None:
        tally.found(content, f"ended by {again}, before by {status}")
    elif cause:
        tally.found(content, str(cause))
    else:
        tally.deaths += 1


def _add(tally: Tally, seen: Tally) -> None:
    tally.executions += seen.executions
    tally.outcomes |= seen.outcomes
    for finding in seen.findings:
        tally.found(*finding)


def _in_child(work: Callable[[], object]) -> tuple[object, int]:
    """What `work` gives in a process of its own, None where that ended before; and how it ended."""
    come, go = os.pipe()
    child = os.fork()
    if child == 0:
        _work(work, go)
    os.close(go)
    with os.fdopen(come, "rb") as stream:
        said = stream.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return (pickle.loads(said) if said and not code else None), code  # noqa: S301 - our own child


def _work(work: Callable[[], object], go: int) -> NoReturn:
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        with os.fdopen(go, "wb") as stream:
            stream.write(pickle.dumps(work()))
        code = 0
    finally:
        os._exit(code)
