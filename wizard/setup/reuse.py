"""What a new setup takes over from an earlier one of the same instance: the wizard's own access."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.setup import sign_in
from wizard.setup.state import SetupState

_ADMIN_ID, _ADMIN_SECRET = "admin_client_id", "admin_client_secret"


def with_access(mine: SetupState, others: Iterable[SetupState]) -> SetupState:
    """Give the state with the applications that the wizard has in this instance already.

    Made once, they serve every setup. What this setup has itself is left alone.
    """
    same = [
        each
        for each in others
        if each.id != mine.id and each.answers.get("web") == mine.answers.get("web")
    ]
    return _with_sign_in(_with_administrator(mine, same), same)


def _with_administrator(mine: SetupState, same: Iterable[SetupState]) -> SetupState:
    if _ADMIN_ID in mine.answers or _ADMIN_SECRET in mine.secrets:
        return mine
    for other in same:
        place = other.secrets.get(_ADMIN_SECRET)
        client_id = other.answers.get(_ADMIN_ID)
        if client_id and place and place.in_keychain:
            return mine.with_(
                answers={**mine.answers, _ADMIN_ID: client_id},
                secrets={**mine.secrets, _ADMIN_SECRET: place},
            )
    return mine


def _with_sign_in(mine: SetupState, same: Iterable[SetupState]) -> SetupState:
    """Take over the application for sign-ins, and that the person stays signed in.

    Its secret may be missing: most applications of this kind have none.
    """
    if sign_in.CLIENT_ID in mine.answers:
        return mine
    known = next((each for each in same if sign_in.CLIENT_ID in each.answers), None)
    if known is None:
        return mine
    names = (sign_in.CLIENT_ID, sign_in.PORT, sign_in.STAY)
    taken = {name: known.answers[name] for name in names if name in known.answers}
    places = {
        name: place
        for name, place in known.secrets.items()
        if name in (sign_in.CLIENT_SECRET, sign_in.REFRESH) and place.in_keychain
    }
    return mine.with_(answers={**mine.answers, **taken}, secrets={**mine.secrets, **places})
