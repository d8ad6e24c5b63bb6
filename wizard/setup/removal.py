"""Taking a setup off this workstation: its record, and the secrets that no other setup needs.

Nothing is changed in HaloPSA. It is all or nothing: where the keychain or the disk refuses, what
was taken away until then is put back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.problems import ProblemError, problem
from wizard.secret import Secret
from wizard.setup.ports import Keychain, Records
from wizard.setup.state import SecretPlace, SetupState


@dataclass(frozen=True, slots=True)
class Going:
    """The secrets that go with a setup, and those that stay since another setup uses them."""

    secrets: tuple[SecretPlace, ...]
    shared: tuple[SecretPlace, ...]


def going(state: SetupState, every: Iterable[SetupState]) -> Going:
    """Tell what goes with a setup, given every saved one.

    The secret of the wizard's own application is one entry for all setups of an instance.
    """
    elsewhere = {
        place.service for other in every if other.id != state.id for place in other.secrets.values()
    }
    places = tuple(state.secrets.values())
    return Going(
        tuple(each for each in places if each.service not in elsewhere),
        tuple(each for each in places if each.service in elsewhere),
    )


def remove(
    state: SetupState, records: Records, keychain: Keychain, *, leave_secrets: bool = False
) -> None:
    """Remove a setup. May block, as the keychain may ask a person to unlock it.

    `leave_secrets` takes only the record, for a keychain that cannot be had any more. Raises
    ProblemError removal.keychain and removal.records; then nothing was removed.
    """
    taken: list[tuple[SecretPlace, Secret]] = []
    try:
        places = () if leave_secrets else going(state, records.all()).secrets
        for place in places:
            secret = keychain.get(place)
            if secret is not None:
                taken.append((place, secret))
            keychain.forget(place)
        records.delete(state.id)
    except ProblemError as error:
        _put_back(keychain, taken)
        told = error.problem
        code = "removal.keychain" if told.code.startswith("keychain.") else "removal.records"
        raise ProblemError(problem(code, f"{told.code} {told.detail}".strip())) from None


def _put_back(keychain: Keychain, taken: Iterable[tuple[SecretPlace, Secret]]) -> None:
    for place, secret in taken:
        # What does not go back is asked for again when the setup is opened.
        with contextlib.suppress(ProblemError):
            store = keychain.keep if place.in_keychain else keychain.hold
            store(place.service, secret)
