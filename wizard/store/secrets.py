"""Secrets in the operating system's keychain, or in memory for this session.

This is the only module that imports keyring, and it does so at the first use: finding a backend
takes 0.1 to 0.2 s, which `halo-setup --version` has no reason to wait for. Every call may block,
for as long as a person is asked to unlock the keychain, so the flow calls from a worker thread.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.secret import Secret
from wizard.setup.state import SecretPlace
from wizard.store import secret_service
from wizard.store.keychain_errors import explain

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

# One service name per secret, one user name for all: on Windows a second user name on the same
# service name would move the first secret to another place.
_USER = "halo-setup"
# CRED_MAX_CREDENTIAL_BLOB_SIZE of the Windows Credential Manager, in bytes of UTF-16. keyring
# does not look, and Windows then answers with an error that names no reason.
_WINDOWS_LIMIT = 2560

_Given = TypeVar("_Given")


def service_name(setup_id: str, name: str, practice: bool) -> str:
    """Give the name under which a setup's secret `name` stands in the keychain.

    Different setups, names and worlds never share one. Practice runs have a prefix of their own,
    so that a person who tidies the keychain sees what is only training.
    """
    prefix = "halo-setup-practice" if practice else "halo-setup"
    return ":".join([prefix, quote(setup_id, safe=""), quote(name, safe="")])


class SessionKeychain:
    """Holds secrets in memory until the program ends, where no keychain is there or wanted."""

    def __init__(self) -> None:
        self._held: dict[str, Secret] = {}
        self._lock = threading.Lock()

    def backend(self) -> str:
        """Say that this is no keychain but memory."""
        return tr("this session's memory")

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        """Hold the secret; the place says that it is in no keychain."""
        return self.hold(service, secret)

    def hold(self, service: str, secret: Secret) -> SecretPlace:
        """Hold the secret in memory for this session only."""
        with self._lock:
            self._held[service] = secret
        return SecretPlace(service, in_keychain=False, backend=self.backend())

    def get(self, place: SecretPlace) -> Secret | None:
        """Give the secret back; None where it is gone or was held by an earlier session."""
        with self._lock:
            return None if place.in_keychain else self._held.get(place.service)

    def forget(self, place: SecretPlace) -> None:
        """Let go of the secret; it may be gone already."""
        with self._lock:
            if not place.in_keychain:
                self._held.pop(place.service, None)


class SystemKeychain:
    """The keychain of the operating system, through keyring. Safe to use from several threads.

    Raises ProblemError `keychain.missing`, `keychain.locked`, `keychain.failed` or
    `keychain.too_long`. No exception carries a secret, nor is chained to one that could.
    """

    def __init__(self) -> None:
        self._session = SessionKeychain()
        self._chosen: KeyringBackend | None = None
        # Replacing a secret is several steps (read, write, compare); one of them at a time, so
        # that nobody reads in between, and one question to the person at a time.
        self._lock = threading.RLock()

    def backend(self) -> str:
        """Name the keychain as people know it. Raises ProblemError where there is none."""
        with self._lock:
            return _shown_name(self._keyring())

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        """Store the secret, read it back and compare, and say where it is.

        What stood there before is put back if the new secret did not arrive whole.
        """
        with self._lock:
            backend = self._keyring()
            arrived = _guarded(lambda: _replace(backend, service, secret.reveal()))
            if not arrived:
                raise ProblemError(problem("keychain.failed", tr("it gave back something else")))
            self._session.forget(SecretPlace(service, in_keychain=False, backend=""))
            return SecretPlace(service, in_keychain=True, backend=_shown_name(backend))

    def hold(self, service: str, secret: Secret) -> SecretPlace:
        """Hold the secret in memory for this session only; no keychain is asked."""
        return self._session.hold(service, secret)

    def get(self, place: SecretPlace) -> Secret | None:
        """Give the secret back; None where it is gone or was held by an earlier session."""
        if not place.in_keychain:
            return self._session.get(place)
        with self._lock:
            backend = self._keyring()
            text = _guarded(lambda: backend.get_password(place.service, _USER))
        return Secret(text) if text else None

    def forget(self, place: SecretPlace) -> None:
        """Delete the secret; it may be gone already."""
        if not place.in_keychain:
            self._session.forget(place)
            return
        with self._lock:
            backend = self._keyring()
            _guarded(lambda: _delete(backend, place.service))

    def _keyring(self) -> KeyringBackend:
        if self._chosen is None:
            self._chosen = _guarded(_choose)
        if self._chosen is None:
            raise ProblemError(problem("keychain.missing"))
        return self._chosen


def _guarded(work: Callable[[], _Given]) -> _Given:
    """Do the work; its errors become a ProblemError that is chained to none of them."""
    try:
        return work()
    except ProblemError:
        raise
    except Exception as error:  # noqa: BLE001 - backends let errors of every kind through
        found = explain(error)
    # Raised out here, since even `from None` would leave the cause in __context__.
    raise ProblemError(found)


def _choose() -> KeyringBackend | None:
    """Give the backend to use, or None where no fit one is there.

    keyring's own choice is taken if it is fit. If not, the fit backend with the highest priority:
    instead of a chain, whose later links may be plain files, and because keyring remembers "none"
    although a keychain may have been started since.
    """
    import keyring  # noqa: PLC0415
    from keyring.backend import KeyringBackend, by_priority, get_all_keyring  # noqa: PLC0415
    from keyring.backends import null  # noqa: PLC0415

    preferred = keyring.get_keyring()
    if isinstance(preferred, null.Keyring):
        return None  # switched off on purpose: `keyring --disable`
    if _is_fit(type(preferred)):
        return preferred
    get_all_keyring()  # makes the backends known; its own list is as old as its first call
    fit = [kind for kind in KeyringBackend.get_viable_backends() if _is_fit(kind)]
    return max(fit, key=by_priority)() if fit else None


def _is_fit(kind: type[KeyringBackend]) -> bool:
    """Say whether a backend may have a secret: a keychain, not a file, a chain or a dummy."""
    from keyring.backends import chainer, fail, null  # noqa: PLC0415

    if issubclass(kind, chainer.ChainerBackend | fail.Keyring | null.Keyring):
        return False
    for base in kind.__mro__:
        if base.__module__.startswith("keyrings.alt") or "plain" in base.__name__.lower():
            return False
    return kind.priority >= 1  # below 1: not recommended, in keyring's own measure


def _shown_name(backend: KeyringBackend) -> str:
    """Give the keychain's name as people know it; a third party's backend names itself."""
    module = type(backend).__module__.removeprefix("keyring.backends.")
    if module in {"SecretService", "libsecret"}:
        return secret_service.running_name()
    known = {
        "Windows": "Windows Credential Manager",
        "macOS": "macOS Keychain",
        "kwallet": "KWallet",
    }
    return known.get(module) or str(backend.name)


def _is_windows(backend: KeyringBackend) -> bool:
    return type(backend).__module__ == "keyring.backends.Windows"


def _replace(backend: KeyringBackend, service: str, text: str) -> bool:
    """Write and read back; say whether what was read is what was written. Raises anything."""
    if _is_windows(backend):
        if len(text.encode("utf-16-le")) > _WINDOWS_LIMIT:
            raise ProblemError(problem("keychain.too_long"))
        # The default may roam with the user's profile to other machines.
        backend.persist = "local machine"  # type: ignore[attr-defined]
    before = backend.get_password(service, _USER)
    arrived = False
    try:
        if before is not None and _is_windows(backend):
            # Writing over it would leave the old secret behind under "user@service".
            backend.delete_password(service, _USER)
        backend.set_password(service, _USER, text)
        arrived = backend.get_password(service, _USER) == text
    finally:
        if not arrived:
            # macOS deletes before it adds, so that a failed write loses the old secret.
            _put_back(backend, service, before)
    return arrived


def _put_back(backend: KeyringBackend, service: str, before: str | None) -> None:
    with contextlib.suppress(Exception):  # the first failure is the one to tell
        if before is None:
            backend.delete_password(service, _USER)
        else:
            backend.set_password(service, _USER, before)


def _delete(backend: KeyringBackend, service: str) -> None:
    """Delete; backends differ in what they raise for an absent secret, so look whether it is."""
    try:
        backend.delete_password(service, _USER)
    except Exception:
        if backend.get_password(service, _USER) is not None:
            raise
