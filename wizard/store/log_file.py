"""The log's file itself: rotating, readable by this user only, and without secrets."""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
from pathlib import Path
from typing import IO, Any

from wizard.store.redaction import Redactor

KEPT = 3  # older files

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_SIZE = 1_000_000  # bytes of one file
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class LogFile(logging.handlers.RotatingFileHandler):
    """A rotating file that stays silent when the disk is full or the folder is gone."""

    def __init__(self, path: Path, redactor: Redactor) -> None:
        # Opened at the first record, where a failure is dropped like any other.
        super().__init__(path, maxBytes=_SIZE, backupCount=KEPT, delay=True)
        self.setFormatter(RedactingFormatter(redactor))

    def _open(self) -> IO[Any]:  # type: ignore[override]
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        Path(self.baseFilename).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return open(
            self.baseFilename, self.mode, encoding="utf-8", errors="replace", opener=private
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Drop the record: logging would print it to stderr, with its arguments unredacted."""


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
