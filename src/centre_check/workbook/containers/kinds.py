"""The kinds of container that can be read."""

from enum import StrEnum


class Kind(StrEnum):
    """What a file is by its content, whatever it is called."""

    XLSX = "xlsx"  # .xlsm too: its macros are never looked at


class DamagedFile(Exception):
    """The parser of a container cannot read the file."""
