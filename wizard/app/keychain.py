"""Which keychain a run uses."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from wizard.language import tr
from wizard.problems import Problem, ProblemError, problem
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


T = TypeVar("T")

_SHUT = ("keychain.missing", "keychain.locked")


class PatientKeychain:
    """A keychain for a run that nobody may be watching: each call ends after `patience` seconds.

    A keychain may ask the person to unlock it, for as long as it takes. Once it did not answer, or
    was found locked or missing, it is not asked again: else a person would see one question for
    each secret.
    """

    def __init__(self, inner: Keychain, patience: float = 30.0) -> None:
        self._inner = inner
        self._patience = patience
        self._shut: Problem | None = None

    def backend(self) -> str:
        """Name the keychain as people know it. Raises ProblemError where there is none."""
        return self._ask(self._inner.backend)

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        """Store and read back. Raises ProblemError."""
        return self._ask(lambda: self._inner.keep(service, secret))

    def hold(self, service: str, secret: Secret) -> SecretPlace:
        """Hold the secret in memory for this session only."""
        return self._inner.hold(service, secret)

    def get(self, place: SecretPlace) -> Secret | None:
        """Give the secret back; None where it is gone. Raises ProblemError."""
        return self._ask(lambda: self._inner.get(place))

    def forget(self, place: SecretPlace) -> None:
        """Delete the secret. Raises ProblemError."""
        self._ask(lambda: self._inner.forget(place))

    def _ask(self, work: Callable[[], T]) -> T:
        if self._shut is not None:
            raise ProblemError(self._shut)
        answer: Future[T] = Future()
        # A daemon: the program may end although the keychain never answers.
        threading.Thread(target=_answer, args=(answer, work), name="keychain", daemon=True).start()
        try:
            return answer.result(self._patience)
        except TimeoutError:
            said = tr("it did not answer within {seconds} seconds", seconds=f"{self._patience:g}")
            self._shut = problem("keychain.locked", said)
        except ProblemError as error:
            if error.problem.code in _SHUT:
                self._shut = error.problem
            raise
        raise ProblemError(self._shut)


def _answer(answer: Future[T], work: Callable[[], T]) -> None:
    try:
        answer.set_result(work())
    except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
        answer.set_exception(error)


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
