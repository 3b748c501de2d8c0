"""Golden files of whole documents: `--update` writes them anew, a person reads the change."""

from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def is_as_kept(name: str, text: str, *, update: bool) -> bool:
    """Whether the file `name` holds `text`; with `update` it does from now on."""
    path = GOLDEN / name
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    return path.read_bytes() == text.encode()
