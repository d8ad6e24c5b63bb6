"""Which keychain a run uses."""

from __future__ import annotations

from wizard.problems import Problem, ProblemError
from wizard.secret import Secret
from wizard.setup.ports import Keychain
from wizard.setup.state import SecretPlace
from wizard.store.redaction import Redactor
from wizard.store.secrets import SessionKeychain, SystemKeychain


def keychain_for_walk() -> tuple[Keychain, Problem | None]:
    """Give the system's keychain, or this session's memory and why.

    Only for walks on the practice instance; the window asks the person instead.
    """
    system = SystemKeychain()
    try:
        system.backend()
    except ProblemError as error:
        return SessionKeychain(), error.problem
    return system, None


class TellingKeychain:
    """A keychain that tells the redactor every secret that passes, so that no log can hold it."""

    def __init__(self, inner: Keychain, redactor: Redactor) -> None:
        self._inner = inner
        self._redactor = redactor

    def backend(self) -> str:
        """Name the keychain as people know it. Raises ProblemError where there is none."""
        return self._inner.backend()

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        """Store and read back. Raises ProblemError."""
        self._redactor.know(secret)
        return self._inner.keep(service, secret)

    def hold(self, service: str, secret: Secret) -> SecretPlace:
        """Hold the secret in memory for this session only."""
        self._redactor.know(secret)
        return self._inner.hold(service, secret)

    def get(self, place: SecretPlace) -> Secret | None:
        """Give the secret back; None where it is gone."""
        secret = self._inner.get(place)
        if secret is not None:
            self._redactor.know(secret)
        return secret

    def forget(self, place: SecretPlace) -> None:
        """Delete the secret."""
        self._inner.forget(place)
