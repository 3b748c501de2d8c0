"""Reading: from a workbook's bytes to facts, each with its cell."""

from centre_check.workbook.read import read_facts

__all__ = ["read_facts"]
