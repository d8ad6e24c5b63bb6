"""Tells the person at this desktop what a re-check in which nobody watched came to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wizard.language import tr
from wizard.problems import Problem
from wizard.schedule import notification


def tell_worse(names: Sequence[str]) -> None:
    """Show one notification for these setups, in the person's language; none for none."""
    if names:
        _show(lambda: notification.worse(names))


def tell_impossible(why: Problem) -> None:
    """Show that nothing could be re-checked: nobody watches a run that a scheduler began."""
    _show(lambda: tr("The regular re-check could not run. {why}", why=why.happened))


def _show(text: Callable[[], str]) -> None:
    # The command line needs no language of its own: only here is somebody to read it.
    from wizard.ui.translation import spoken, wanted  # noqa: PLC0415

    with spoken(wanted()):
        said = text()
    notification.show(said)
