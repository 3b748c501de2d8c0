"""The guard: knows a file by its content and refuses what no parser may see.

`contents` takes a file's bytes without hanging; `look` says what they are, or raises a
`WorkbookError` with what was found, the limit, and the option that raises it.
"""

from centre_check.workbook.guard.contents import contents
from centre_check.workbook.guard.limits import DEFAULT, Limits, limits_of
from centre_check.workbook.guard.look import FileLook, look

__all__ = ["DEFAULT", "FileLook", "Limits", "contents", "limits_of", "look"]
