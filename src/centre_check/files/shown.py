"""How a piece of a file appears inside a sentence: on one line, short, without control signs."""

_LONGEST = 40


def shown(text: str) -> str:
    """`text` fit for a message."""
    visible = "".join(c if c.isprintable() else " " for c in text[: 4 * _LONGEST])
    line = " ".join(visible.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
