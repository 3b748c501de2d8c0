"""The same centre in every container: equal findings, each with the cell where it stands."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from converted import ROOT, as_csv, as_xlsb, zipped

from conftest import Result
from outside import by_libreoffice

SAMPLES = sorted((ROOT / "samples").glob("*.xlsx"))
Audit = Callable[..., Result]


@cache
def _saved(extension: str) -> dict[str, bytes]:
    """Every sample as LibreOffice saves it, by one start of it."""
    with TemporaryDirectory() as folder:
        made = by_libreoffice(SAMPLES, extension, Path(folder))
        return {path.stem: path.read_bytes() for path in made}


def _xls(path: Path, folder: Path) -> Path:
    return _by_libreoffice(path, "xls", folder)


def _ods(path: Path, folder: Path) -> Path:
    return _by_libreoffice(path, "ods", folder)


def _by_libreoffice(path: Path, extension: str, folder: Path) -> Path:
    made = folder / f"{path.stem}.{extension}"
    made.write_bytes(_saved(extension)[path.stem])
    return made


def _xlsb(path: Path, folder: Path) -> Path:
    made = folder / f"{path.stem}.xlsb"
    made.write_bytes(as_xlsb(path))
    return made


def _xlsm(path: Path, folder: Path) -> Path:
    made = folder / f"{path.stem}.xlsm"
    made.write_bytes(path.read_bytes())
    return made


def _csv_folder(path: Path, folder: Path, encoding: str = "utf-8") -> Path:
    made = folder / path.stem
    made.mkdir()
    for name, content in as_csv(path, encoding).items():
        (made / name).write_bytes(content)
    return made


def _csv_folder_gb18030(path: Path, folder: Path) -> Path:
    return _csv_folder(path, folder, "gb18030")


def _csv_zip(path: Path, folder: Path) -> Path:
    made = folder / f"{path.stem}.zip"
    made.write_bytes(zipped(as_csv(path, "utf-8-sig")))
    return made


CONTAINERS = {
    "xls": _xls,
    "ods": _ods,
    "xlsb": _xlsb,
    "xlsm": _xlsm,
    "a folder of csv": _csv_folder,
    "a folder of csv in GB18030": _csv_folder_gb18030,
    "a zip of csv": _csv_zip,
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("convert", CONTAINERS.values(), ids=CONTAINERS)
def test_findings_are_those_of_the_xlsx(
    sample: Path, convert: Callable[[Path, Path], Path], tmp_path: Path, audit: Audit
) -> None:
    own = audit(sample)
    other = audit(convert(sample, tmp_path))
    assert other.stderr == ""
    assert other.code == own.code
    assert list(_essence(other)) == list(_essence(own))


def _essence(result: Result) -> Iterator[dict[str, Any]]:
    """Of every finding what it rests on: outcome, measured, where."""
    for finding in result.audit["findings"]:
        yield {
            "criterion": finding["criterion"],
            "outcome": finding["outcome"],
            "measured": finding.get("measured"),
            "cells": sorted(_addresses(finding)),
        }


def _addresses(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if "ref" in part and "sheet" in part:
            yield f"{part['sheet']}!{part['ref']}"
        for inner in part.values():
            yield from _addresses(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _addresses(inner)
