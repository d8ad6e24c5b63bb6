"""The program's log: into one file, which `wizard.store.log_file` keeps."""

from __future__ import annotations

import contextlib
import logging
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.store.redaction import Redactor

if TYPE_CHECKING:
    from wizard.store.log_file import LogFile

# They tell of each request or file descriptor, with addresses; their warnings are enough.
_QUIET = ("asyncio", "httpcore", "httpx", "jeepney", "keyring")


class _Log(logging.Handler):
    """Hands records to the file. What writes it is loaded with the first one: most starts of the
    window show their page before there is any.
    """

    def __init__(self, path: Path, redactor: Redactor) -> None:
        super().__init__()
        self._path = path
        self._redactor = redactor

    @cached_property
    def _file(self) -> LogFile:
        from wizard.store.log_file import LogFile  # noqa: PLC0415

        return LogFile(self._path, self._redactor)

    def emit(self, record: logging.LogRecord) -> None:
        """Write it, redacted."""
        self._file.handle(record)

    def close(self) -> None:
        """Close the file, if it was ever opened."""
        super().close()
        if "_file" in vars(self):
            self._file.close()


def setup_logging(level: int, path: Path, redactor: Redactor) -> None:
    """Log to this file from `level` on. Never raises; without a writable file nothing is logged.

    May be called again: the file then replaces the earlier one.
    """
    root = logging.getLogger()
    for earlier in [handler for handler in root.handlers if isinstance(handler, _Log)]:
        root.removeHandler(earlier)
        with contextlib.suppress(OSError):  # what it still held does not fit on the disk
            earlier.close()
    root.addHandler(_Log(path, redactor))
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
