"""Compile the shipped standards: `python -m centre_check.standard.compile`, or `make compiled`."""

from collections.abc import Iterator
from pathlib import Path

from centre_check.standard import locations
from centre_check.standard.compiled import dump
from centre_check.standard.load import read


def compiled_files(path: Path) -> Iterator[tuple[str, str]]:
    """The names and texts of what the standard at `path` compiles to: book, levels, form."""
    text = path.read_bytes()
    edition = read(path, text)
    standards = [edition.resolve(level.id) for level in edition.levels]
    form_path = edition.form_path
    book = {
        "sha256": edition.sha256,
        "form": standards[0].form,
        "form_sha256": locations.digest(form_path.read_bytes()),
        "levels": edition.levels,
    }
    yield f"{path.stem}.json", dump(book)
    for standard in standards:
        yield f"{path.stem}.{standard.level.id}.json", dump(standard)
    yield f"form.{form_path.stem}.json", dump(edition.form.slim())


def main() -> None:
    """Write what every shipped standard compiles to, beside them."""
    for path in (*locations.shipped(), *locations.totals()):
        folder = path.parent / "compiled"
        folder.mkdir(exist_ok=True)
        for name, text in compiled_files(path):
            (folder / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
