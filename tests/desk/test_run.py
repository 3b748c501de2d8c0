"""Workers that crash, hang, eat memory or are killed cost only the workbook that made them."""

import os
import signal
import struct
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from centre_check.desk.batch.crew import Crew, fitting, local
from centre_check.desk.batch.run import run
from centre_check.desk.batch.work import FileAnswer, Task, lost, work
from centre_check.desk.recipe import Recipe
from centre_check.form.types import Disclosure
from centre_check.words import Words
from centre_check.workbook.guard import DEFAULT, Limits

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals and rlimits")
_LIMITS = DEFAULT._replace(judging=2, memory=1 << 30)


class _Trouble(NamedTuple):
    """A recipe whose auditor does what the workbook's name says."""

    limits: Limits = _LIMITS
    fingerprint: str = ""

    @property
    def words(self) -> Words:
        return Words("en")

    def auditor(self) -> Any:
        return self

    def audit(self, path: Path, content: bytes) -> Any:
        match path.name:
            case "abort":
                os.abort()
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "hang":
                time.sleep(600)
            case "eat":
                return bytearray(8 << 30)
            case "deep":
                return self.audit(path, content)
            case "defect":
                return {}["nothing"]
        raise ValueError(path.name)


def _done(task: Task) -> FileAnswer:
    """Work that only troubles its worker."""
    if task.path.name.startswith("good"):
        time.sleep(0.002 * (ord(task.path.name[-1]) % 5))
        return FileAnswer(task.path, "", f"{task.path.name}", None)
    return work(task)


def _answers(names: list[str], jobs: int = 2) -> Iterator[FileAnswer]:
    tasks = (Task(Path(name), b"x", _Trouble(), "") for name in names)
    return run(tasks, local(jobs, _LIMITS), _done, lost)


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("abort", 3, "stopped the process that audited it"),
        ("kill", 3, "stopped the process that audited it"),
        ("hang", 3, "took more than 4 seconds"),
        ("eat", 3, "needs more than 1024M of memory"),
        ("deep", 3, "needs more than"),
        ("defect", 70, "a defect in centre-check: KeyError"),
    ],
)
def test_one_workbook_that_fells_its_worker(name: str, code: int, said: str, jobs: int) -> None:
    names = [f"good{at}" for at in range(20)]
    names[7] = name
    found = list(_answers(names, jobs))
    assert [answer.path.name for answer in found] == names
    assert [answer.text for answer in found] == [*names[:7], "", *names[8:]]
    bad = found[7]
    assert bad.failure is not None
    assert (bad.exit_code, bad.key) == (code, "")
    assert said in bad.failure.message


class _Silent(Executor):
    """Takes work and never answers, as a cluster does over a lost line."""

    def submit(self, *_: Any, **__: Any) -> Any:
        return Future()


def test_a_crew_that_cannot_answer_any_more_ends_the_run() -> None:
    asked = 0

    def check(_executor: Executor) -> None:
        nonlocal asked
        asked += 1
        if asked == 2:
            raise CancelledError

    crew = Crew(1, lambda _: _Silent(), lambda _: None, check=check)
    with pytest.raises(CancelledError):
        next(run([Task(Path("good"), b"x", _Trouble(), "")], crew, _done, lost))
    assert asked == 2


def _torn(task: Task) -> FileAnswer:
    """Work whose worker is killed in the middle of its answer, with the others waiting behind."""
    if task.path.name == "torn":

        def half(self: Connection, buffer: memoryview) -> None:
            os.write(self.fileno(), struct.pack("!i", len(buffer)) + bytes(buffer[:10]))
            os.kill(os.getpid(), signal.SIGKILL)

        Connection._send_bytes = half  # type: ignore[attr-defined]  # noqa: SLF001
    return FileAnswer(task.path, "", task.path.name, None)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_answer_that_breaks_off_costs_only_its_own(
    jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("centre_check.desk.batch.run._PATIENCE", 0.2)
    names = [f"good{at}" for at in range(20)]
    names[7] = "torn"
    tasks = (Task(Path(name), b"x", _Trouble(), "") for name in names)
    found = list(run(tasks, local(jobs, _LIMITS), _torn, lost))
    assert [answer.text for answer in found] == [*names[:7], "", *names[8:]]
    assert found[7].exit_code == 3


def test_several_that_fell_their_workers_one_after_the_other() -> None:
    names = ["kill", "good1", "abort", "good2", "kill", "kill", "good3"]
    found = list(_answers(names))
    assert [answer.text for answer in found] == ["", "good1", "", "good2", "", "", "good3"]


def test_few_are_in_flight_however_many_there_are() -> None:
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        for at in range(300):
            taken += 1
            yield Task(Path(f"good{at}"), b"x", _Trouble(), "")

    for done, _ in enumerate(run(tasks(), local(2, _LIMITS), _done, lost)):
        assert taken - done <= 14
    assert taken == 300


def test_large_workbooks_wait_for_one_another() -> None:
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        for at in range(6):
            taken += 1
            yield Task(Path(f"good{at}"), bytes(20 << 20), _Trouble(), "")

    for done, _ in enumerate(run(tasks(), local(2, _LIMITS), _done, lost)):
        assert taken - done <= 2


def test_workers_are_gone_when_nobody_waits_for_them() -> None:
    started: list[Any] = []
    crew = local(2, _LIMITS)

    def start(size: int) -> Any:
        started.append(crew.start(size))
        return started[-1]

    answers = run(
        (Task(Path(f"good{at}"), b"x", _Trouble(), "") for at in range(50)),
        Crew(2, start, crew.stop),
        _done,
        lost,
    )
    next(answers)
    pids = list(started[0]._processes)  # noqa: SLF001 - to see that they end
    answers.close()
    assert len(pids) == 2
    assert not [pid for pid in pids if Path(f"/proc/{pid}").exists()]


@pytest.mark.parametrize(("sources", "jobs"), [(1, 1), (15, 1), (16, 1)])
def test_few_workbooks_are_not_worth_a_second_process(sources: int, jobs: int) -> None:
    assert fitting(sources) == jobs


def test_a_recipe_says_all_that_can_change_a_result() -> None:
    day = date(2026, 6, 30)
    recipe = Recipe("s", None, None, day, "zh", Disclosure.MASKED, DEFAULT, None, None)
    others = [
        recipe._replace(level="town"),
        recipe._replace(today=date(2026, 7, 1)),
        recipe._replace(lang="en"),
        recipe._replace(disclosure=Disclosure.FULL),
        recipe._replace(limits=DEFAULT._replace(cells=1)),
        recipe._replace(files=("another",)),
    ]
    assert len({one.fingerprint for one in (recipe, *others)}) == 7
    given = recipe._replace(as_of=day)
    assert given._replace(today=date(2026, 7, 1)).fingerprint == given.fingerprint
