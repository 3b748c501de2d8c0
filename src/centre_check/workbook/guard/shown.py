"""How a name that somebody else chose stands in a sentence: one line, odd signs spelt out."""

_LONGEST = 60


def shown(text: str) -> str:
    """`text` with signs that steer a terminal or turn the direction of writing spelt out.

    Bytes that are no text, which Python keeps as lone surrogates, become question marks.
    """
    plain = text.encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in plain)


def short(text: str) -> str:
    """`text` shown, and cut where it is very long."""
    line = shown(text[: 2 * _LONGEST])
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
