"""What the terminal's commands print has to arrive, whatever the system's character set is.

Windows gives a program whose output goes into a file or a pipe the character set of another age, in
which there is no tick; printing one would end the program.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TextIO

# Where a screen has no tick, a mark must not become "?": that one says "unknown".
_STAND_INS = {"✓": "v", "✗": "x", "…": "...", "“": '"', "”": '"', "’": "'"}


def print_anything() -> None:
    """Let both outputs take every character: UTF-8 in files and pipes, a stand-in on a screen."""
    codecs.register_error("stand-in", _stand_in)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program without a console has none
            if stream.isatty():
                stream.reconfigure(errors="stand-in")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def flush_output() -> None:
    """Send what was printed on its way, as long as an error can be told. Raises OSError."""
    if sys.stdout is not None:
        sys.stdout.flush()


def let_go(*streams: TextIO | None) -> None:
    """Print nothing more there: at its end Python would try once more, and complain."""
    for stream in streams:
        if stream is not None:
            with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("wb") as nothing:
                os.dup2(nothing.fileno(), stream.fileno())


def _stand_in(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    what = error.object[error.start : error.end]
    return "".join(_STAND_INS.get(each, "?") for each in what), error.end
