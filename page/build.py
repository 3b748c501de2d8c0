"""Build the page: one HTML file that holds the program, its Python and the page's own sources.

    python -m page.build [--lang zh|en]... [--out FOLDER] [--keep FOLDER]

The parts come from npm and pip as `parts.toml` says, each checked by its digest, and are kept for
the next build. The same sources give the same bytes.
"""

import argparse
import base64
import gzip
import hashlib
import html
import io
import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from centre_check.bridge import answer
from centre_check.desk.page import NAMES, office_block

HERE = Path(__file__).parent
ROOT = HERE.parent
SCRIPTS = (
    "words",
    "elements",
    "engine",
    "reading",
    "pointing",
    "one",
    "roster",
    "many",
    "paper",
    "start",
)
_TITLES = {"zh": "标准化创业中心自查", "en": "Entrepreneurship centre self-check"}
_PAGES = {  # what the browser's print writes below each page
    "zh": '"第" counter(page) "页 共" counter(pages) "页"',
    "en": '"page " counter(page) " of " counter(pages)',
}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_STANDARD = "huyi-2019-centre"
_MEGA = 1_000_000
_MOST = 20 * _MEGA  # bytes of a page
_LEFT_OUT = (".pyi", ".so", "py.typed", "RECORD")
_FOLDERS_LEFT_OUT = ("pydantic/v1/", "openpyxl/chart/tests/", "sboms/", "_yaml/")


class BuildProblem(Exception):
    """The page cannot be built: says why."""


class Pin(NamedTuple):
    """A package in one version, whose file has this digest."""

    name: str
    version: str
    sha256: str
    platform: str | None = None


def main(arguments: list[str] | None = None) -> int:
    """Build the pages that are asked for; the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--lang", action="append", choices=list(NAMES))
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--keep", type=Path, default=ROOT / "dist" / "parts")
    asked = parser.parse_args(arguments)
    try:
        parts = Parts.gathered(asked.keep)
        asked.out.mkdir(parents=True, exist_ok=True)
        for lang in asked.lang or list(NAMES):
            text = page(lang, parts)
            target = asked.out / NAMES[lang]
            target.write_bytes(text)
            print(
                f"{target}: {len(text) / _MEGA:.1f} MB, SHA-256 {hashlib.sha256(text).hexdigest()}"
            )
    except BuildProblem as error:
        print(error, file=sys.stderr)
        return 3
    return 0


class Parts(NamedTuple):
    """What every page is built from."""

    runtime: Mapping[str, bytes]  # the files of pyodide, packed
    program: bytes  # a zip of all packages, ours first

    @classmethod
    def gathered(cls, keep: Path) -> "Parts":
        """The parts, fetched where they are not kept in the folder.

        Raises:
            BuildProblem: one cannot be fetched, or is not the one that was tried.
        """
        known = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
        keep.mkdir(parents=True, exist_ok=True)
        (pyodide,) = _pins(known["npm"])
        runtime = dict(_packed(_runtime(_fetched(pyodide, keep, _by_npm(pyodide)))))
        wheels = [
            _fetched(pin, keep, _by_pip(pin, known["python"])) for pin in _pins(known["wheels"])
        ]
        return cls(runtime, _zip({**dict(_ours()), **dict(_theirs(wheels))}))


def page(lang: str, parts: Parts) -> bytes:
    """The page in a language.

    Raises:
        BuildProblem: it is larger than a page may be.
    """
    shell = (HERE / "index.html").read_text(encoding="utf-8")
    scripts = "\n".join((HERE / f"{one}.js").read_text(encoding="utf-8") for one in SCRIPTS)
    blocks = [
        _block("worker", (HERE / "worker.js").read_text(encoding="utf-8")),
        _block("samples", json.dumps(dict(_samples(lang)), ensure_ascii=False)),
        *(_block(name, base64.b64encode(data).decode()) for name, data in parts.runtime.items()),
        _block("program.zip", base64.b64encode(parts.program).decode()),
    ]
    filled = shell
    for mark, text in {
        "{{lang}}": {"zh": "zh-CN", "en": "en"}[lang],
        "{{title}}": html.escape(_TITLES[lang]),
        "{{style}}": (HERE / "page.css").read_text(encoding="utf-8"),
        "{{pages}}": _PAGES[lang],
        "{{office}}": office_block(lang=lang),
        "{{blocks}}": "\n".join(blocks),
        "{{script}}": scripts,
    }.items():
        filled = filled.replace(mark, text)
    text = filled.encode()
    if len(text) > _MOST:
        raise BuildProblem(f"the page has {len(text) / _MEGA:.1f} MB; at most {_MOST // _MEGA}")
    return text


def _block(name: str, text: str) -> str:
    """A text that the page holds and no browser runs."""
    kept = text.replace("</script", "<\\/script")
    return f'<script type="text/plain" id="part-{name}">{kept}</script>'


def _packed(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, data in files.items():
        yield name, data if name.endswith(".zip") else gzip.compress(data, 9, mtime=0)


def _samples(lang: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The samples, each with the digest of the JSON that the command line prints of it."""
    for path in sorted((ROOT / "samples").glob("*.xlsx")):
        asked = {"do": "audit", "name": path.name, "lang": lang, "standard": _STANDARD}
        said = json.loads(answer(json.dumps(asked), path.read_bytes()).text)["result"]
        content = base64.b64encode(path.read_bytes()).decode()
        digest = hashlib.sha256(said.encode()).hexdigest()
        yield path.name, {"content": content, "sha256": digest}


def _pins(table: Mapping[str, Mapping[str, str]]) -> Iterator[Pin]:
    return (Pin(name, **values) for name, values in table.items())


def _by_npm(pin: Pin) -> list[str]:
    return ["npm", "pack", "--silent", f"{pin.name}@{pin.version}"]


def _by_pip(pin: Pin, python: Mapping[str, str]) -> list[str]:
    platforms = [pin.platform] if pin.platform else [python["platform"], "any"]
    return [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--only-binary=:all:", "--implementation", "cp"),
        *("--python-version", python["version"]),
        *(one for abi in (python["abi"], "abi3", "none") for one in ("--abi", abi)),
        *(one for name in platforms for one in ("--platform", name)),
        f"{pin.name}=={pin.version}",
    ]


def _fetched(pin: Pin, keep: Path, command: list[str]) -> bytes:
    """The file of a package, from the folder or by the command that puts it there."""
    known = keep / pin.sha256
    if not known.is_file():
        folder = keep / f"new-{pin.name}"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        except FileNotFoundError as error:
            raise BuildProblem(
                f"{command[0]} is not installed; the page is built with it"
            ) from error
        files = list(folder.iterdir())
        if done.returncode or len(files) != 1:
            raise BuildProblem(f"{pin.name} {pin.version} cannot be fetched: {done.stderr[-500:]}")
        digest = hashlib.sha256(files[0].read_bytes()).hexdigest()
        if digest != pin.sha256:
            raise BuildProblem(
                f"{pin.name} {pin.version} is not the one that was tried: SHA-256 {digest}"
            )
        files[0].rename(known)
        folder.rmdir()
    return known.read_bytes()


_RUNTIME = ("pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs", "python_stdlib.zip")


def _runtime(package: bytes) -> Mapping[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        found = {}
        for name in _RUNTIME:
            member = archive.extractfile(f"package/{name}")
            if member is None:
                raise BuildProblem(f"pyodide has no {name}")
            found[name] = member.read()
        lock = archive.extractfile("package/pyodide-lock.json")
        info = json.load(lock)["info"] if lock else {}
    return {**found, "lock": json.dumps({"info": info, "packages": {}}).encode()}


def _ours() -> Iterator[tuple[str, bytes]]:
    source = ROOT / "src"
    for path in sorted((source / "centre_check").rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.is_file() and "__pycache__" not in name and not name.endswith((".po", ".typ")):
            yield name, path.read_bytes()
    for path in sorted((ROOT / "standards").rglob("*")):
        if path.is_file():
            yield (
                f"centre_check/standards/{path.relative_to(ROOT / 'standards').as_posix()}",
                path.read_bytes(),
            )


def _theirs(wheels: list[bytes]) -> Iterator[tuple[str, bytes]]:
    for wheel in wheels:
        with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
            for name in archive.namelist():
                is_for_wasm = name.endswith(".so") and "linux" not in name
                is_licence = "licenses/" in name
                is_unused = name.endswith(_LEFT_OUT) or any(
                    one in name for one in _FOLDERS_LEFT_OUT
                )
                if is_for_wasm or is_licence or not is_unused:
                    yield name, archive.read(name)


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            if not name.endswith("/"):
                archive.writestr(
                    zipfile.ZipInfo(name, _FIRST_DAY), files[name], zipfile.ZIP_DEFLATED, 9
                )
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
