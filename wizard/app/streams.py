"""What the terminal's commands print has to arrive, whatever the system's character set is.

Windows gives a program whose output goes into a file or a pipe the character set of another age, in
which there is no tick; printing one would end the program.
"""

from __future__ import annotations

import io
import sys


def print_anything() -> None:
    """Let both outputs take every character: UTF-8 in files and pipes, a stand-in on a screen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program without a console has none
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
