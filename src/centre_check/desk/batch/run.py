"""Give tasks to workers and hand out their answers in the tasks' order, few in flight at a time."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Executor, Future, wait

from centre_check.desk.batch import summary
from centre_check.desk.batch.crew import Crew
from centre_check.desk.batch.sources import WorkbookSource
from centre_check.desk.batch.store import Store, key
from centre_check.desk.batch.work import FileAnswer, Task, auditor, failed, lost, work
from centre_check.desk.recipe import Recipe
from centre_check.errors import CentreCheckError, WorkbookError
from centre_check.model.findings import Failure
from centre_check.render.json import object_text
from centre_check.render.json_lines import content_of

_WINDOW = 6  # tasks in flight for each worker
_PATIENCE = 2  # seconds of waiting before the crew is asked whether an answer can still come
_MOST_BYTES = 32 << 20  # of workbooks in flight, unless it is one alone


def run(
    tasks: Iterable[Task | FileAnswer],
    crew: Crew,
    work: Callable[[Task], FileAnswer],
    lost: Callable[[Task], FileAnswer],
) -> Generator[FileAnswer]:
    """The answer of every task, in their order; what is an answer already takes its place in it.

    A worker that dies takes those in flight with it: each of them is done again, alone. Only a
    task that then takes its worker with it once more gets the answer of `lost`.
    """
    flight = _Flight(crew, work, lost)
    try:
        for task in tasks:
            while flight.is_full(task):
                yield flight.land()
            flight.add(task)
        while flight.waiting:
            yield flight.land()
    finally:
        flight.end()


class _Flight:
    """The tasks that are with the workers, oldest first."""

    def __init__(
        self, crew: Crew, work: Callable[[Task], FileAnswer], lost: Callable[[Task], FileAnswer]
    ) -> None:
        self.waiting: deque[tuple[Task, Future[FileAnswer]] | FileAnswer] = deque()
        self._crew = crew
        self._work = work
        self._lost = lost
        self._bytes = 0
        self._executor: Executor | None = None

    def is_full(self, task: Task | FileAnswer) -> bool:
        """Whether another one has to wait."""
        if not self.waiting:
            return False
        size = 0 if isinstance(task, FileAnswer) else len(task.content)
        many = len(self.waiting) >= _WINDOW * self._crew.size
        return many or self._bytes + size > _MOST_BYTES

    def add(self, task: Task | FileAnswer) -> None:
        """Send a task off."""
        if isinstance(task, FileAnswer):
            self.waiting.append(task)
            return
        self._bytes += len(task.content)
        self.waiting.append((task, self._sent(task)))

    def _sent(self, task: Task) -> Future[FileAnswer]:
        if self._executor is None:
            self._executor = self._crew.start(self._crew.size)
        try:
            return self._executor.submit(self._work, task)
        except self._crew.deaths:
            self._executor.shutdown()
            self._executor = self._crew.start(self._crew.size)
            return self._executor.submit(self._work, task)

    def land(self) -> FileAnswer:
        """The answer of the oldest task."""
        first = self.waiting.popleft()
        if isinstance(first, FileAnswer):
            return first
        task, future = first
        self._bytes -= len(task.content)
        try:
            return self._result(future, self._executor)
        except self._crew.deaths:
            return self._again(task)

    def _result(self, future: Future[FileAnswer], executor: Executor | None) -> FileAnswer:
        while not wait((future,), _PATIENCE).done:
            if executor is not None:
                self._crew.check(executor)
        return future.result()

    def _again(self, task: Task) -> FileAnswer:
        with self._crew.start(1) as alone:
            try:
                return self._result(alone.submit(self._work, task), alone)
            except self._crew.deaths:
                return self._lost(task)

    def end(self) -> None:
        """Send the workers home; what is still with them is given up."""
        if self._executor is None:
            return
        if self.waiting:
            self._crew.stop(self._executor)
        else:
            self._executor.shutdown()


def answers(
    sources: Iterable[WorkbookSource], recipe: Recipe, crew: Crew, store: Store | None
) -> Generator[FileAnswer]:
    """One answer a workbook; each is handed out before the next few are read.

    Raises:
        CentreCheckError: what the recipe names is broken: no workbook can be audited by it.
    """
    auditor(recipe)  # once here: workers that are forks have it then
    tasks = (_task(source, recipe, store) for source in sources)
    return run(tasks, crew, work, lost)


def _task(source: WorkbookSource, recipe: Recipe, store: Store | None) -> Task | FileAnswer:
    try:
        content = source.contents(recipe.limits)
    except CentreCheckError as error:
        return failed(source.path, error, recipe)
    known = key(source.path, content, recipe.fingerprint)
    line = store.find(known) if store is not None else None
    if line is None:
        return Task(source.path, content, recipe, known)
    said = content_of(line)
    kept = FileAnswer(source.path, known, "", None, is_kept=True)
    if isinstance(said, Failure):
        return kept._replace(failure=said, exit_code=WorkbookError.exit_code)
    return kept._replace(text=object_text(said), summary=summary.of_object(said))
