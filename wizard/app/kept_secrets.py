"""The secrets of saved setups, for a run in which nobody is asked for them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from typing import Protocol

from wizard.fleet.names import name_of
from wizard.problems import ProblemError, problem
from wizard.secret import Secret
from wizard.setup.ports import Keychain
from wizard.setup.state import SecretPlace, SetupState
from wizard.setup.vault import why_gone
from wizard.store.redaction import Redactor

OWN, ADMINISTRATOR = "client_secret", "admin_client_secret"

_PREFIXES = {OWN: "HALO_SETUP_SECRET_", ADMINISTRATOR: "HALO_SETUP_ADMIN_SECRET_"}
_ALONE = {OWN: "HALO_SETUP_CLIENT_SECRET", ADMINISTRATOR: "HALO_SETUP_ADMIN_CLIENT_SECRET"}


class Secrets(Protocol):
    """Where the secrets of saved setups come from."""

    async def get(self, state: SetupState, name: str) -> Secret | None:
        """Give the secret of this name; None where the setup has none. Raises ProblemError."""


class KeptSecrets:
    """The secrets that setups keep in the keychain of this workstation."""

    def __init__(self, keychain: Keychain) -> None:
        self._keychain = keychain

    async def get(self, state: SetupState, name: str) -> Secret | None:
        """Give a secret that the setup keeps; None where it keeps none of this name.

        Raises ProblemError keychain.*, and for one that should be there what `why_gone` gives.
        """
        place = state.secrets.get(name)
        if place is None:
            return None
        secret = await asyncio.to_thread(self._keychain.get, place)
        if secret is None:
            raise ProblemError(why_gone(place))
        return secret


class GivenSecrets:
    """Secrets from the environment, else from any keychain: for setups of another workstation.

    `HALO_SETUP_SECRET_<NAME>` and `HALO_SETUP_ADMIN_SECRET_<NAME>` are those of the setup of this
    name (see `variable_name`); where a run is of one setup `alone`, the variables of `check` are
    its too. `service` names the keychain's entry for (setup id, name).
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        keychain: Keychain,
        service: Callable[[str, str], str],
        redactor: Redactor,
        *,
        alone: bool,
    ) -> None:
        self._environment = environment
        self._keychain = keychain
        self._service = service
        self._redactor = redactor
        self._alone = alone

    async def get(self, state: SetupState, name: str) -> Secret | None:
        """Give a secret; None for what setups may do without.

        Raises ProblemError: keychain.*, or `secret.not_given`, which names the variable.
        """
        given = self._given(state, name)
        if given:
            secret = Secret(given)
            self._redactor.know(secret)
            return secret
        place = SecretPlace(self._service(state.id, name), in_keychain=True, backend="")
        try:
            kept = await asyncio.to_thread(self._keychain.get, place)
        except ProblemError as error:
            # Where secrets come from variables there is seldom a keychain; that is no fault.
            if error.problem.code != "keychain.missing":
                raise
            kept = None
        if kept is None and name in _PREFIXES:
            raise ProblemError(problem("secret.not_given", _variable(state, name)))
        return kept

    def _given(self, state: SetupState, name: str) -> str:
        if name not in _PREFIXES:
            return ""
        said = self._environment.get(_variable(state, name), "")
        if not said and self._alone:
            said = self._environment.get(_ALONE[name], "")
        return said.strip()


def _variable(state: SetupState, name: str) -> str:
    return _PREFIXES[name] + variable_name(name_of(state))


def variable_name(name: str) -> str:
    """Give a setup's name as a variable's: capitals, and _ for all but letters and digits.

    `liongard@acme.halopsa.com` becomes `LIONGARD_ACME_HALOPSA_COM`.
    """
    return re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")
