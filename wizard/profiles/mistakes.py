"""A mistake in a profile, and where it is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LAST = re.compile(r"(\.[^.\[\]]+|\[\d+\]|^[^.\[\]]+)$")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in a profile file.

    `place` is such as `step[2].scope[1].name` (counting from 0), or empty for the whole file;
    `line` counts from 1, None where it is not known. Not `serious`: a remark, the profile works.
    """

    place: str
    line: int | None
    message: str
    serious: bool = True


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Give "; did you mean …?" for the known word that is closest, or nothing.

    `cutoff` says how alike it must be, from 0 (anything) to 1 (the same but for case).
    """
    lowered = {name.lower(): name for name in known}
    found = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=cutoff)
    return f"; did you mean {lowered[found[0]]}?" if found else ""


def around(place: str) -> Iterator[str]:
    """Give the place and every place around it, the nearest first, without the whole file."""
    while place:
        yield place
        shorter = _LAST.sub("", place)
        place = shorter if shorter != place else ""
