"""A run on a real Dask scheduler with two workers, one of them killed midway, is the local run."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, run

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs process groups")
pytest.importorskip("distributed")
_NANNY_QUIET = {"DASK_LOGGING__DISTRIBUTED": "critical"}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _start(folder: Path, module: str, *arguments: str) -> "subprocess.Popen[bytes]":
    """A process of Dask's in a group of its own, with its log in the folder."""
    with (folder / f"{module}.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=os.environ | _NANNY_QUIET,
            start_new_session=True,
        )


class Cluster:
    """A scheduler and two workers of one thread each."""

    def __init__(self, folder: Path) -> None:
        port = _free_port()
        self.address = f"tcp://127.0.0.1:{port}"
        common = ("--no-dashboard", "--host", "127.0.0.1")
        self.scheduler = _start(folder, "dask_scheduler", "--port", str(port), *common)
        self.workers = [
            _start(folder, "dask_worker", self.address, "--nthreads", "1", *common)
            for _ in range(2)
        ]

    def wait(self) -> None:
        from distributed import Client

        with Client(self.address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)

    def end(self) -> None:
        for process in (*self.workers, self.scheduler):
            kill(process)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process and all that it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    folder = tmp_path / "dask"
    folder.mkdir()
    started = Cluster(folder)
    try:
        started.wait()
        yield started
    finally:
        started.end()


@pytest.fixture
def centres(tmp_path: Path) -> Path:
    """Forty workbooks; of many the content is the same, so that most are reported twice."""
    folder = tmp_path / "centres"
    folder.mkdir()
    samples = sorted((ROOT / "samples").glob("*.xlsx"))
    for number in range(40):
        shutil.copy(samples[number % 4], folder / f"{number:02}.xlsx")
    (folder / "坏.xlsx").write_bytes(b"bad")
    return folder


def _ended(process: "subprocess.Popen[bytes]") -> tuple[bytes, bytes]:
    """What it has printed when it ends by itself."""
    try:
        return process.communicate(timeout=120)
    finally:
        process.kill()
        process.wait()


def test_a_worker_that_is_killed_midway_costs_nothing(
    cluster: Cluster, centres: Path, tmp_path: Path
) -> None:
    local = run("audit", centres, "-f", "jsonl", "--jobs", 2)
    command = ["audit", str(centres), "--scheduler", cluster.address, "-o", "r.jsonl", "-q"]
    process = subprocess.Popen(
        [sys.executable, "-m", "centre_check", *command],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    part = tmp_path / "r.jsonl.part"
    while process.poll() is None and not (part.exists() and part.stat().st_size > 500_000):
        time.sleep(0.01)
    assert process.poll() is None
    kill(cluster.workers[0])
    out, err = _ended(process)
    assert (process.returncode, "Traceback" in err.decode()) == (local.code, False), err.decode()
    assert (tmp_path / "r.jsonl").read_text("utf-8") == local.stdout
    assert out.decode().startswith("共41份")


def test_a_scheduler_that_goes_away_is_a_sentence_and_the_run_can_go_on(
    cluster: Cluster, centres: Path, tmp_path: Path
) -> None:
    command = ["audit", str(centres), "--scheduler", cluster.address, "-o", "r.jsonl", "-q"]
    process = subprocess.Popen(
        [sys.executable, "-m", "centre_check", *command],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    part = tmp_path / "r.jsonl.part"
    while process.poll() is None and not (part.exists() and part.stat().st_size > 500_000):
        time.sleep(0.01)
    kill(cluster.scheduler)
    _, err = _ended(process)
    assert (process.returncode, "--resume" in err.decode()) == (3, True), err.decode()
    assert "distributed" not in err.decode()  # its log is not for an inspector
    run("audit", centres, "-o", tmp_path / "r.jsonl", "--resume")
    assert (tmp_path / "r.jsonl").read_text("utf-8") == run("audit", centres, "-f", "jsonl").stdout


def test_no_scheduler_is_a_sentence(centres: Path) -> None:
    result = run("audit", centres, "--scheduler", "nonsense://here")
    assert (result.code, "tcp://10.0.0.5:8786" in result.stderr) == (2, True)
