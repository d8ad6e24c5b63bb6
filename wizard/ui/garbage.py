"""Looks for garbage in the window's thread only, and keeps the long rounds out of its way.

Left to itself, Python makes a round in whichever thread makes the object too many. What Qt works
with in the window's thread would then be destroyed in another one: a timer that has just become
due, say, and the process ends with a segmentation fault.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ENOUGH = 700  # new objects that are worth a round, as in Python itself
_MIDDLE = 10  # rounds over what is new, until one covers what outlived those, too
_FULL = 10_000  # rounds until one covers everything


class Rounds:
    """Makes the rounds that Python would make, where and when it is told to."""

    def __init__(self) -> None:
        """From now on Python makes none by itself, in any thread."""
        gc.disable()
        self._made = 0

    def make(self) -> None:
        """Make the round that is due, if one is."""
        if gc.get_count()[0] < _ENOUGH:
            return
        self._made += 1
        gc.collect((self._made % _MIDDLE == 0) + (self._made % _FULL == 0))


def none_yet() -> None:
    """Look for no garbage until `looking`: what the first page loads is there to stay."""
    gc.disable()


@contextmanager
def looking() -> Iterator[None]:
    """Look for garbage whenever Qt's event loop in this thread has nothing else to do."""
    from PySide6.QtCore import QAbstractEventDispatcher  # noqa: PLC0415 - not for `none_yet`

    dispatcher, rounds = QAbstractEventDispatcher.instance(), Rounds()
    dispatcher.aboutToBlock.connect(rounds.make)
    try:
        yield
    finally:
        dispatcher.aboutToBlock.disconnect(rounds.make)


def keep_for_good() -> None:
    """Make a full round now, and leave all that is here out of later ones.

    A full round over all that is loaded stops the window for a tenth of a second and more. It stays
    until the program ends, so there is nothing to find in it.
    """
    gc.collect()
    gc.freeze()
