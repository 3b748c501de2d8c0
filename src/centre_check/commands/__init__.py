"""The command line: one module a command, found by file name; parses, calls, prints."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

# Objects: an audit makes few cycles, and so does importing; looking for them took a quarter of it.
_COLLECT_AFTER = 200_000


def start() -> NoReturn:
    """Be the process of the command line: run it, and end with its exit code."""
    code = _answer(None)
    with suppress(OSError):  # what cannot be flushed is told by the ordinary way out
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        # Nothing is left to clean up; freeing every object one by one is a tenth of `--help`.
        os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line within a process and leave by `SystemExit`, as tests need it."""
    sys.exit(_answer(arguments))


def _answer(arguments: Sequence[str] | None) -> int:
    gc.set_threshold(_COLLECT_AFTER)
    from centre_check.commands.shared.program import answer

    return answer(arguments)
