"""The answer for every workbook, in their order: kept from an earlier run, or made by a worker."""

from collections.abc import Generator, Iterable

from centre_check.batch import summary
from centre_check.batch.crew import Crew
from centre_check.batch.key import key
from centre_check.batch.run import run
from centre_check.batch.sources import Source
from centre_check.batch.store import Store
from centre_check.batch.work import Answer, Recipe, Task, auditor, failed, lost, work
from centre_check.errors import CentreCheckError, WorkbookError
from centre_check.model.findings import Failure
from centre_check.render.json import object_text
from centre_check.render.json_lines import content_of


def answers(
    sources: Iterable[Source], recipe: Recipe, crew: Crew, store: Store | None
) -> Generator[Answer]:
    """One answer a workbook; each is handed out before the next few are read.

    Raises:
        CentreCheckError: what the recipe names is broken: no workbook can be audited by it.
    """
    auditor(recipe)  # once here: workers that are forks have it then
    tasks = (_task(source, recipe, store) for source in sources)
    return run(tasks, crew, work, lost)


def _task(source: Source, recipe: Recipe, store: Store | None) -> Task | Answer:
    try:
        content = source.contents(recipe.limits)
    except CentreCheckError as error:
        return failed(source.path, error, recipe)
    known = key(source.path, content, recipe.fingerprint)
    line = store.find(known) if store is not None else None
    if line is None:
        return Task(source.path, content, recipe, known)
    said = content_of(line)
    kept = Answer(source.path, known, "", None, is_kept=True)
    if isinstance(said, Failure):
        return kept._replace(failure=said, exit_code=WorkbookError.exit_code)
    return kept._replace(text=object_text(said), summary=summary.of_object(said))
