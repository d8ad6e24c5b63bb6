"""Keeps the garbage collector's long rounds out of the window's way."""

from __future__ import annotations

import gc

_FULL_ROUNDS = 1000  # how many rounds over what is younger come before one over everything


def none_yet() -> None:
    """Look for no garbage until `keep_for_good`: what the first page loads is there to stay."""
    gc.disable()


def keep_for_good() -> None:
    """Make a full round now, leave all that is here out of later ones, and make those rare.

    A full round stops the window for a tenth of a second and more. What is loaded stays until the
    program ends, so there is nothing to find in it; and young objects, which is what a check
    leaves behind, are looked through all the same.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _FULL_ROUNDS)
    gc.collect()
    gc.freeze()
    gc.enable()
