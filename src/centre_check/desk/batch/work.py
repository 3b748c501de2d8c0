"""What a worker does with one workbook: audit it, and put every way in which that ends in words."""

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from centre_check.desk.batch import summary
from centre_check.desk.batch.summary import AuditSummary
from centre_check.desk.exits import sentences
from centre_check.desk.recipe import Auditor, Recipe
from centre_check.errors import CentreCheckError, Defect, WorkbookError
from centre_check.model.findings import Failure
from centre_check.model.sightings import Sighting
from centre_check.render.json import audit_text
from centre_check.words import mark
from centre_check.workbook.guard import Limits
from centre_check.workbook.guard.contents import name_of
from centre_check.workbook.guard.limits import amount

_DEADLINE = 2  # times what judging may take, which ends by itself where Python is running


class Task(NamedTuple):
    """One workbook to be audited."""

    path: Path
    content: bytes
    recipe: Recipe
    key: str


class FileAnswer(NamedTuple):
    """What came of one workbook: the text and summary of its audit, or why there is none.

    `key` is empty where the same workbook might end otherwise next time. `sightings` are what the
    workbook is compared with others by; an answer that is kept has none.
    """

    path: Path
    key: str
    text: str
    summary: AuditSummary | None
    failure: Failure | None = None
    exit_code: int = 0  # of a failure
    is_kept: bool = False  # an earlier run has made it
    sightings: tuple[Sighting, ...] = ()
    repeats: Failure | None = None  # says so where its centre has come before


def work(task: Task) -> FileAnswer:
    """Audit one workbook, in a worker."""
    try:
        with _deadline(task.recipe.limits):
            audit = auditor(task.recipe).audit(task.path, task.content)
            text, brief = audit_text(audit), summary.of_audit(audit)
            return FileAnswer(task.path, task.key, text, brief, sightings=audit.sightings)
    except CentreCheckError as error:
        return failed(task.path, error, task.recipe, task.key)
    except (MemoryError, RecursionError):
        return failed(task.path, _hungry(task), task.recipe)
    except Exception as error:  # noqa: BLE001 - a defect of ours over one file; the others go on
        return failed(task.path, _defect(task, error), task.recipe)


@lru_cache(maxsize=1)
def auditor(recipe: Recipe) -> Auditor:
    """The auditor of a recipe, kept for the next workbook."""
    return recipe.auditor()


def failed(path: Path, error: CentreCheckError, recipe: Recipe, key: str = "") -> FileAnswer:
    """The answer for a workbook that could not be audited."""
    message, *hint = sentences(error, recipe.words)
    failure = Failure(name_of(path), message, " ".join(hint))
    is_final = error.exit_code == WorkbookError.exit_code
    return FileAnswer(path, key if is_final else "", "", None, failure, error.exit_code)


def lost(task: Task) -> FileAnswer:
    """The answer for a workbook that took its worker with it, alone as well as among others."""
    limits = task.recipe.limits
    error = WorkbookError(
        mark("{path} stopped the process that audited it, or took more than {limit} seconds"),
        mark("open it in Excel or WPS, delete what is not needed, save it as .xlsx"),
        path=name_of(task.path),
        limit=limits.judging * _DEADLINE,
    )
    return failed(task.path, error, task.recipe)


def _hungry(task: Task) -> WorkbookError:
    return WorkbookError(
        mark("{path} needs more than {limit} of memory to be read, or is damaged"),
        mark("open it in Excel or WPS, delete what is not needed, save it as .xlsx"),
        path=name_of(task.path),
        limit=amount("memory", task.recipe.limits.memory),
    )


def _defect(task: Task, error: Exception) -> Defect:
    return Defect(
        mark("{path}: a defect in centre-check: {kind}: {error}"),
        mark("audit this file alone with --debug and report it"),
        path=name_of(task.path),
        kind=type(error).__name__,
        error=error,
    )


@contextmanager
def _deadline(limits: Limits) -> Iterator[None]:
    """End the whole worker when its time is over; nothing less stops a parser that hangs."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - nothing is written
        faulthandler.dump_traceback_later(limits.judging * _DEADLINE, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
