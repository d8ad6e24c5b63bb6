"""What the flow needs from outside, as protocols: who checks, who keeps secrets, who saves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from wizard.checks.findings import Finding
from wizard.halo.records import Instance
from wizard.secret import Secret
from wizard.setup.state import Confirmation, SecretPlace, SetupState

Progress = Callable[[str], None]
Show = Callable[[str], None]


class Inspector(Protocol):
    """Looks at HaloPSA for the flow. Sends GET and the token POST only."""

    async def discover(self, address: str, tenant: str | None) -> Instance:
        """Find the servers and tenant behind a web address. Raises ProblemError."""

    async def inspect(
        self,
        answers: Mapping[str, str],
        secrets: Mapping[str, Secret],
        wanted: Collection[str] | None,
        progress: Progress,
        *,
        role_only: bool,
    ) -> tuple[Finding, ...]:
        """Check these requirement ids (None: all of the profile). Raises ProblemError.

        `role_only` judges a role by itself, before any agent holds it.
        """

    async def sign_in(
        self, answers: Mapping[str, str], secrets: Mapping[str, Secret], show: Show
    ) -> None:
        """Let a person sign in with the browser; `show` gets the address to open.

        One sign-in serves all setups of the instance while the program runs. Raises ProblemError.
        """

    def signed_in(self, answers: Mapping[str, str]) -> str | None:
        """Name who is signed in, None where nobody is."""

    async def stay_signed_in(self, answers: Mapping[str, str], *, stay: bool) -> SecretPlace | None:
        """Keep what renews the sign-in in the keychain from now on, or no longer.

        Gives its place; None where nothing is kept. Raises ProblemError keychain.*.
        """

    async def sign_out(self, answers: Mapping[str, str]) -> None:
        """Forget the sign-in in memory and in the keychain. Raises ProblemError keychain.*."""

    def link(self, answers: Mapping[str, str], screen: str) -> str | None:
        """Give the deep link to a screen of the instance, as far as the answers tell it."""

    async def close(self) -> None:
        """Close the connection to the instance; it opens again when needed."""


class Keychain(Protocol):
    """Keeps secrets. May block: the flow calls it in a worker thread."""

    def backend(self) -> str:
        """Name the keychain as people know it. Raises ProblemError where there is none."""

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        """Store and read back. Raises ProblemError."""

    def hold(self, service: str, secret: Secret) -> SecretPlace:
        """Hold the secret in memory for this session only."""

    def get(self, place: SecretPlace) -> Secret | None:
        """Give the secret back; None where it is gone (or was held by an earlier session)."""

    def forget(self, place: SecretPlace) -> None:
        """Delete the secret."""


class Records(Protocol):
    """Saves setups. Raises ProblemError (records.unwritable)."""

    def save(self, state: SetupState) -> None:
        """Save the state, replacing the one with the same id, all or nothing."""

    def load(self, setup_id: str) -> SetupState | None:
        """Give a saved state."""

    def all(self) -> tuple[SetupState, ...]:
        """Give every saved setup, newest first."""

    def delete(self, setup_id: str) -> None:
        """Delete a setup."""


class Sayings(Protocol):
    """Remembers who confirmed what."""

    def confirm(self, setup_id: str, requirement: str, confirmation: Confirmation) -> None:
        """Write down a person's word. Raises ProblemError (history.unwritable)."""
