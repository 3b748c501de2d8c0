"""Hold the audits of a run until its head can be written: on disk, so that memory stays flat."""

import tempfile
from collections.abc import Iterator

from centre_check.model.findings import Failure
from centre_check.render.json import assemble

_LENGTH = 12  # digits of a text's length, written before it
_IN_MEMORY = 1 << 20


class Spool:
    """The audits and failures of a run that become one JSON text."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - kept open
        self._days: set[str] = set()
        self._failures: list[Failure] = []

    def audit(self, text: str, as_of: str) -> None:
        """One audit more."""
        content = text.encode()
        self._file.write(f"{len(content):{_LENGTH}}".encode() + content)
        self._days.add(as_of)

    def failure(self, failure: Failure) -> None:
        """One workbook more that could not be audited."""
        self._failures.append(failure)

    def pieces(self) -> Iterator[bytes]:
        """The whole text, piece by piece; the spool is empty then."""
        with self._file:
            for piece in assemble(self._texts(), self._days, self._failures, self._lang):
                yield piece.encode()

    def _texts(self) -> Iterator[str]:
        self._file.seek(0)
        while length := self._file.read(_LENGTH):
            yield self._file.read(int(length)).decode()
