"""Why the system does not open or write a file, each cause with its own next step."""

import errno
from pathlib import Path
from typing import NamedTuple

from centre_check.errors import OutputError, WorkbookError
from centre_check.files.mistakes import Term
from centre_check.words import mark


class Cause(NamedTuple):
    """A cause, and what to do about it, as marked messages."""

    message: str
    hint: str


_FULL = Cause(mark("the disk is full"), mark("free some space, or choose another place"))
_BUSY = Cause(
    mark("another program has it open"), mark("close the file in other programs and try again")
)
_REFUSED = Cause(
    mark("access is denied"), mark("choose another place, or ask whoever looks after it")
)
_GONE = Cause(
    mark("the folder is not there, or not any more"), mark("create it, or choose another place")
)
_TOO_LONG = Cause(mark("its name is too long"), mark("choose a shorter name"))
_BROKEN = Cause(mark("the device does not answer"), mark("connect it again, or choose another"))
_CAUSES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EBUSY: _BUSY,
    errno.ETXTBSY: _BUSY,
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: _REFUSED,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EIO: _BROKEN,
    errno.ENXIO: _BROKEN,
    errno.ESTALE: _BROKEN,
}
_SHARED = (32, 33)  # of Windows: another process holds the file, or a part of it


def cause_of(error: OSError) -> Cause:
    """Why it failed."""
    if getattr(error, "winerror", None) in _SHARED:
        return _BUSY
    known = _CAUSES.get(error.errno or 0)
    return known or Cause(error.strerror or str(error), mark("choose another place"))


def unwritable(path: Path, error: OSError) -> OutputError:
    """That the file cannot be written."""
    message, hint = cause_of(error)
    return OutputError(
        mark("{path} cannot be written: {cause}"), hint, path=path, cause=Term(message)
    )


def unreadable(name: object, error: OSError) -> WorkbookError:
    """That the file cannot be opened."""
    message, _ = cause_of(error)
    return WorkbookError(
        mark("{path} cannot be opened: {cause}"),
        mark("check the name and the folder, and that you may read it"),
        path=name,
        cause=Term(message),
    )
