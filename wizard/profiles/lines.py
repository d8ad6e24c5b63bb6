"""Which line of a TOML text a place such as `step[2].scope[1].name` stands on.

TOML's own parser keeps no positions. This scan knows headers and keys, which is all that profiles
are made of; for anything finer it names the line of what surrounds it.
"""

from __future__ import annotations

import re
from collections import defaultdict

from wizard.profiles.mistakes import around

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_PATH = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_PATH})\s*\]")
_DEPTH = 8  # deeper than any profile; bounds the work on a hostile file
_KEY = re.compile(rf"\s*({_PATH})\s*=")


class LineIndex:
    """The lines of a TOML text by place. Never fails, whatever the text is."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._counts: dict[str, int] = defaultdict(int)
        table, inside = "", ""
        for number, line in enumerate(text.splitlines(), start=1):
            if not inside:
                header, key = _HEADER.match(line), _KEY.match(line)
                if header:
                    table = self._table(_names(header[2]), repeated=header[1] == "[[")
                    self._lines.setdefault(table, number)
                elif key:
                    place = ".".join([*([table] if table else []), *_names(key[1])])
                    self._lines.setdefault(place, number)
            inside = _after(line, inside)

    def line(self, place: str) -> int | None:
        """Give the line of the place, or of the nearest thing around it; None for the file."""
        return next((self._lines[each] for each in around(place) if each in self._lines), None)

    def _table(self, names: list[str], *, repeated: bool) -> str:
        place = ""
        for depth, name in enumerate(names[:_DEPTH], start=1):
            place = f"{place}.{name}" if place else name
            if repeated and depth == len(names):
                self._counts[place] += 1
            if self._counts[place]:
                place = f"{place}[{self._counts[place] - 1}]"
        return place


def _names(path: str) -> list[str]:
    return [name.strip("\"'") for name in re.findall(_NAME, path)]


def _after(line: str, inside: str) -> str:
    """Tell which multi-line string is open after this line ("" for none)."""
    for quotes in ('"""', "'''"):
        if inside in ("", quotes) and line.count(quotes) % 2:
            return "" if inside else quotes
    return inside
