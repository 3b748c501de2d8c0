"""The workers of a Dask cluster: the same run, on machines that somebody has set up already.

Workbooks travel to the workers as bytes; a standard, mapping or attestation that is given by path
must be there under the same path. A worker with one thread ends by itself over a workbook that
hangs; its nanny starts it anew and the scheduler gives its other tasks to others.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from importlib import import_module
from time import monotonic
from typing import Any

from centre_check import __version__
from centre_check.desk.batch.crew import Crew
from centre_check.errors import UsageProblem, WorkerProblem
from centre_check.words import mark

_PATIENCE = 10  # seconds for the scheduler to answer
_WITHOUT_WORKERS = 8  # seconds


@contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """The workers behind a scheduler, like `tcp://10.0.0.5:8786`.

    Raises:
        UsageProblem: it cannot be reached, has no workers, or they have another version.
        WorkerProblem: the scheduler went away.
    """
    try:
        distributed: Any = import_module("distributed")  # its annotations are partial
    except ImportError as error:
        raise UsageProblem(
            mark("a cluster needs the package distributed, which is not installed"),
            mark("install it: pip install centre-check[cluster]"),
        ) from error
    logging.disable()  # a scheduler's absence is told in a sentence of ours, not in its log
    try:
        with _connected(distributed, address) as client:
            _check(client.run(_version), address)
            yield _crew(distributed, client, address)
    except (CancelledError, distributed.client.ClosedClientError) as error:
        raise WorkerProblem(
            mark("the scheduler at {address} is gone"),
            mark("with -o, the same command with --resume goes on"),
            address=address,
        ) from error
    finally:
        logging.disable(logging.NOTSET)


def _connected(distributed: Any, address: str) -> Any:
    try:
        return distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:  # a time-out is an OSError
        raise UsageProblem(
            mark("no scheduler answers at {address}"),
            mark("write its address like tcp://10.0.0.5:8786"),
            address=address,
        ) from error


def _crew(distributed: Any, client: Any, address: str) -> Crew:
    line = client.scheduler_comm

    def start(_size: int) -> Executor:
        executor: Executor = client.get_executor(pure=False)
        return executor

    seen = monotonic()  # when there were workers

    def check(_executor: Executor) -> None:
        nonlocal seen
        # What is sent over a lost line is kept for a scheduler that may never come back.
        if client.scheduler_comm is not line:
            raise CancelledError
        if client.nthreads():
            seen = monotonic()
        elif monotonic() - seen > _WITHOUT_WORKERS:  # their nannies would have started them anew
            raise WorkerProblem(
                mark("the workers at {address} are gone"),
                mark("with -o, the same command with --resume goes on"),
                address=address,
            )

    size = sum(client.nthreads().values())
    return Crew(size, start, _give_up, (distributed.KilledWorker,), check)


def _version() -> str:
    return __version__


def _check(versions: dict[str, str], address: str) -> None:
    if not versions:
        raise UsageProblem(
            mark("the scheduler at {address} has no workers"),
            mark("start some: dask worker {address} --nthreads 1"),
            address=address,
        )
    others = sorted(set(versions.values()) - {__version__})
    if others:
        raise UsageProblem(
            mark("workers at {address} have version {other}, this is {own}"),
            mark("install the same version everywhere"),
            address=address,
            other=others[0],
            own=__version__,
        )


def _give_up(executor: Executor) -> None:
    executor.shutdown(wait=False)
