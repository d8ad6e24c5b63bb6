"""The language that the program speaks: English as written, or what a translator makes of it.

Texts stand in the code as whole English sentences with `{names}` for what is filled in, so that
Qt Linguist finds them (`lupdate` looks for `tr` and `mark`) and a translator may order the words
anew. Who shows them (the window) installs the translator; without one they stay English.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import reduce


def _as_written(text: str) -> str:
    return text


_translate: Callable[[str], str] = _as_written
_write_day: Callable[[dt.date], str] = dt.date.isoformat


def speak(
    translate: Callable[[str], str] | None, write_day: Callable[[dt.date], str] | None = None
) -> None:
    """Take the translator to use from now on, and who writes days; None: English, 2026-11-22."""
    global _translate, _write_day  # noqa: PLW0603 - one program speaks one language
    _translate = translate or _as_written
    _write_day = write_day or dt.date.isoformat


def day(moment: dt.date) -> str:
    """Give a day as the program's language writes it; of a moment, the day that it is here."""
    if isinstance(moment, dt.datetime):
        moment = moment.astimezone().date()
    return _write_day(moment)


def tr(text: str, /, **values: object) -> str:
    """Give a text in the program's language, with the values in the places of their names.

    The text is a literal of ours, never a tenant's: only the values may come from outside, and
    they are filled in as they are.
    """
    spoken = _translate(text)
    return spoken.format(**values) if values else spoken


def plural(number: int, one: str, many: str, /, **values: object) -> str:
    """Give the text for one or for many, with `{number}` filled in; both are marked texts."""
    return tr(one if number == 1 else many, number=number, **values)


def series(names: Iterable[str]) -> str:
    """Give "A, B, C": things one after the other; "" for none."""
    several = list(names)
    if not several:
        return ""
    return reduce(lambda before, name: tr("{names}, {name}", names=before, name=name), several)


def listed(names: Sequence[str]) -> str:
    """Give "A", "A and B" or "A, B and C"; "" for none."""
    if len(names) < 2:
        return series(names)
    return tr("{names} and {name}", names=series(names[:-1]), name=names[-1])


def mark(text: str, /) -> str:
    """Mark a text that is translated later, when it is shown, by `tr(the_constant)`."""
    return text
