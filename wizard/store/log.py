"""The log file: rotating, readable by this user only, and without secrets."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import re
from pathlib import Path
from typing import IO, Any

from wizard.store.redaction import Redactor

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_SIZE = 1_000_000  # bytes of one file
_KEPT = 3  # older files
# They tell of each request or file descriptor, with addresses; their warnings are enough.
_QUIET = ("asyncio", "httpcore", "httpx", "jeepney", "keyring")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class RedactingFormatter(logging.Formatter):
    """Formats a record, its arguments and its traceback, and then takes the secrets out.

    Lines after the first are indented and control characters are spelled out, so that no text
    from HaloPSA can pass for a record of its own or drive the terminal that shows the log.
    """

    def __init__(self, redactor: Redactor) -> None:
        super().__init__(_FORMAT)
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """Give the line or lines for this record."""
        text = self._redactor.redact(super().format(record))
        text = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
        return text.replace("\n", "\n    ")


class _LogFile(logging.handlers.RotatingFileHandler):
    """A rotating file that stays silent when the disk is full or the folder is gone."""

    def _open(self) -> IO[Any]:  # type: ignore[override]
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open(
            self.baseFilename, self.mode, encoding="utf-8", errors="replace", opener=private
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Drop the record: logging would print it to stderr, with its arguments unredacted."""


def setup_logging(level: int, path: Path, redactor: Redactor) -> None:
    """Log to this file from `level` on. Never raises; without a writable file nothing is logged.

    May be called again: the file then replaces the earlier one.
    """
    root = logging.getLogger()
    for earlier in [handler for handler in root.handlers if isinstance(handler, _LogFile)]:
        root.removeHandler(earlier)
        with contextlib.suppress(OSError):  # what it still held does not fit on the disk
            earlier.close()
    # Opened at the first record, where a failure is dropped like any other.
    log_file = _LogFile(path, maxBytes=_SIZE, backupCount=_KEPT, delay=True)
    log_file.setFormatter(RedactingFormatter(redactor))
    root.addHandler(log_file)
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
