"""The command line: one module a command, found by file name; parses, calls, prints."""

from centre_check.commands.shared.program import main, start

__all__ = ["main", "start"]
