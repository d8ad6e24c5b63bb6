"""Setups that come from a file: which are new here, which are here already, and what is saved."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wizard.problems import ProblemError, problem
from wizard.setup import sign_in
from wizard.setup.discovered import TRUST
from wizard.setup.state import SetupState

# By these a secret is known to belong still to the setup that comes in the place of another.
_OWNERS = ("web", "client_id", "admin_client_id", sign_in.CLIENT_ID)
# What counts on the workstation only on which it was said.
_HERE_ONLY = (TRUST, sign_in.STAY)


@dataclass(frozen=True, slots=True)
class Arriving:
    """What is in a file. `here` are those whose id is here already, as the file has them.

    `unknown_profiles` are the ids of guides that are not on this workstation.
    """

    new: tuple[SetupState, ...]
    here: tuple[SetupState, ...]
    unknown_profiles: tuple[str, ...]


def arriving(
    incoming: Iterable[SetupState], present: Iterable[SetupState], profiles: Collection[str]
) -> Arriving:
    """Tell what of a file is new. Raises ProblemError exchange.practice."""
    states = tuple(incoming)
    if any(each.practice for each in states):
        raise ProblemError(problem("exchange.practice"))
    known = {each.id for each in present}
    return Arriving(
        new=tuple(each for each in states if each.id not in known),
        here=tuple(each for each in states if each.id in known),
        unknown_profiles=tuple(sorted({each.profile_id for each in states} - set(profiles))),
    )


def to_save(
    found: Arriving, present: Iterable[SetupState], *, replace: bool
) -> tuple[SetupState, ...]:
    """Give the states to save, all at once; `replace`: also in the place of those that are here.

    Each begins where its instance is found anew, since a file is no look. A sign-in on another host
    is a yes of this workstation's person only. What is replaced keeps its secrets as long as
    they go to the same instance in the name of the same applications.
    """
    known = {each.id: each for each in present}
    coming = [*found.new, *(found.here if replace else ())]
    return tuple(_taken(each, known.get(each.id)) for each in coming)


def _taken(coming: SetupState, here: SetupState | None) -> SetupState:
    answers = {name: text for name, text in coming.answers.items() if name not in _HERE_ONLY}
    taken = coming.with_(step="instance", answers=answers)
    if here is None or any(coming.answers.get(each) != here.answers.get(each) for each in _OWNERS):
        return taken
    said = {name: here.answers[name] for name in _HERE_ONLY if name in here.answers}
    return taken.with_(answers={**answers, **said}, secrets={**taken.secrets, **here.secrets})
