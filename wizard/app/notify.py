"""Tells the person at this desktop that a re-check found setups worse than before."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.schedule import notification


def tell_worse(names: Sequence[str]) -> None:
    """Show one notification for these setups, in the person's language; none for none."""
    if not names:
        return
    # The command line needs no language of its own: only here is somebody to read it.
    from wizard.ui.translation import spoken, wanted  # noqa: PLC0415

    with spoken(wanted()):
        text = notification.worse(names)
    notification.show(text)
