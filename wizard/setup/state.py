"""A setup as it is saved after every step: answers, place, confirmations, findings; no secret."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, field
from msgspec.structs import replace

from wizard.checks.findings import Finding


class Confirmation(Struct, frozen=True):
    """A person's word that a requirement is fulfilled, for what the API cannot tell."""

    person: str
    at: dt.datetime


class SecretPlace(Struct, frozen=True):
    """Where a secret is: the keychain's service name, or this session's memory only."""

    service: str
    in_keychain: bool
    backend: str  # the keychain's name as people know it, such as "GNOME Keyring"

    @property
    def elsewhere(self) -> bool:
        """Tell whether the secret is on the workstation only that this setup was imported from."""
        return not self.in_keychain and not self.backend


class SetupState(Struct, frozen=True):
    """One profile applied to one instance, as far as it has come. Immutable: use `with_`."""

    id: str
    profile_id: str
    practice: bool
    created: dt.datetime
    step: str = "instance"
    visited: tuple[str, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, SecretPlace] = field(default_factory=dict)  # by input name
    confirmed: dict[str, Confirmation] = field(default_factory=dict)  # by requirement id
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)  # by step id
    checked: dict[str, dt.datetime] = field(default_factory=dict)  # by step id
    finished: dt.datetime | None = None

    def with_(self, **changes: object) -> SetupState:
        """Give a copy with these fields changed."""
        return replace(self, **changes)
