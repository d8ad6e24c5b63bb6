"""The keychain when things go wrong, and what it refuses to be."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend, get_all_keyring
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringError, KeyringLocked, PasswordSetError

from tests.secret_service import SecretService
from tests.store import windows_vault
from wizard.problems import ProblemError
from wizard.secret import Secret
from wizard.setup.state import SecretPlace
from wizard.store.secrets import SystemKeychain, service_name

SECRET = Secret("12345678-1234-4234-8234-123456789abc-87654321-4321-4321-8321-cba987654321")
PLACE = SecretPlace("s", in_keychain=True, backend="")


def code_of(work: Callable[[], object]) -> str:
    """Do the work, which must fail with a ProblemError that carries no secret; give its code."""
    with pytest.raises(ProblemError) as caught:
        work()
    error = caught.value
    shown = "".join(traceback.format_exception(error)) + repr(error.problem)
    assert SECRET.reveal() not in shown
    assert error.__cause__ is None
    assert error.__context__ is None  # nothing hangs on it that could carry the secret
    return error.problem.code


# ---- a real keychain


def test_is_named_as_people_know_it(secret_service: SecretService) -> None:
    assert SystemKeychain().backend() == "GNOME Keyring"


def test_stores_under_one_name_each(secret_service: SecretService) -> None:
    SystemKeychain().keep("halo-setup:a:client_secret", SECRET)
    SystemKeychain().keep("halo-setup:a:client_secret", SECRET)

    (label,) = secret_service.labels()
    assert "halo-setup:a:client_secret" in label


@pytest.mark.parametrize("call", ["keep", "get", "forget"])
def test_locked(secret_service: SecretService, call: str) -> None:
    chain = SystemKeychain()
    chain.keep("s", SECRET)
    secret_service.lock()

    assert code_of(calls(chain)[call]) == "keychain.locked"


@pytest.mark.parametrize("call", ["keep", "get", "forget"])
def test_daemon_killed(secret_service: SecretService, call: str) -> None:
    chain = SystemKeychain()
    chain.keep("s", SECRET)
    secret_service.kill_daemon()

    # D-Bus starts another one, if it may: locked. Without it, there is none.
    assert code_of(calls(chain)[call]) in {"keychain.locked", "keychain.missing"}


@pytest.mark.parametrize("call", ["keep", "get", "forget"])
def test_bus_killed(secret_service: SecretService, call: str) -> None:
    chain = SystemKeychain()
    chain.keep("s", SECRET)
    secret_service.kill_bus()

    assert code_of(calls(chain)[call]) == "keychain.missing"


def test_bus_killed_leaves_what_is_held(secret_service: SecretService) -> None:
    chain = SystemKeychain()
    held = chain.hold("s", SECRET)
    secret_service.kill_bus()

    assert chain.get(held) == SECRET


def test_keychain_that_is_started_later_is_found(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What keyring remembers once it has found none.
    monkeypatch.setattr(keyring.core, "_keyring_backend", fail.Keyring())

    chain = SystemKeychain()
    assert chain.get(chain.keep("s", SECRET)) == SECRET


def test_a_hundred_thousand_characters(secret_service: SecretService) -> None:
    long = Secret("0123456789" * 10_000)
    chain = SystemKeychain()

    assert chain.get(chain.keep("s", long)) == long


def test_text_that_cannot_be_encoded(secret_service: SecretService) -> None:
    chain = SystemKeychain()
    broken = Secret(SECRET.reveal() + "\ud800")

    assert code_of(lambda: chain.keep("s", broken)) == "keychain.failed"
    assert chain.get(PLACE) is None


def test_keep_ends_the_holding(secret_service: SecretService) -> None:
    chain = SystemKeychain()
    held = chain.hold("s", Secret("before"))
    chain.keep("s", SECRET)

    assert chain.get(held) is None


def test_child_process_sees_the_same_keychain(secret_service: SecretService) -> None:
    SystemKeychain().keep("s", SECRET)
    program = (
        "from wizard.store.secrets import SystemKeychain as K;"
        "from wizard.setup.state import SecretPlace as P;"
        "print(len(K().get(P('s', True, '')).reveal()))"
    )
    child = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env=secret_service.environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert child.stdout.strip() == str(len(SECRET.reveal()))


def test_no_bus_at_all() -> None:
    program = (
        "from wizard.store.secrets import SystemKeychain\n"
        "from wizard.problems import ProblemError\n"
        "try: SystemKeychain().backend()\n"
        "except ProblemError as error: print(error.problem.code)"
    )
    gone = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "PYTHON_KEYRING_BACKEND", "DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    child = subprocess.run(
        [sys.executable, "-c", program],
        env=environment | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert child.stdout.strip() == "keychain.missing"


def test_importing_it_does_not_import_keyring() -> None:
    program = "import sys, wizard.store.secrets; print('keyring' in sys.modules)"
    child = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert child.stdout.strip() == "False"


# ---- Windows


def test_windows_limit_is_counted_in_utf_16(monkeypatch: pytest.MonkeyPatch) -> None:
    windows_vault.install(monkeypatch)
    chain = SystemKeychain()

    assert chain.get(chain.keep("s", Secret("x" * 1280))) == Secret("x" * 1280)
    assert code_of(lambda: chain.keep("s", Secret("x" * 1281))) == "keychain.too_long"
    assert code_of(lambda: chain.keep("s", Secret("😀" * 641))) == "keychain.too_long"
    assert chain.get(PLACE) == Secret("x" * 1280)


def test_windows_secret_stays_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    vault = windows_vault.install(monkeypatch)
    chain = SystemKeychain()
    chain.keep("s", SECRET)

    assert chain.backend() == "Windows Credential Manager"
    assert vault.held["s"]["Persist"] == vault.CRED_PERSIST_LOCAL_MACHINE


def test_windows_leaves_no_replaced_secret_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    vault = windows_vault.install(monkeypatch)
    chain = SystemKeychain()
    chain.keep("s", Secret("old"))
    chain.keep("s", SECRET)

    assert list(vault.held) == ["s"]


def test_windows_failed_write_puts_the_old_secret_back(monkeypatch: pytest.MonkeyPatch) -> None:
    vault = windows_vault.install(monkeypatch)
    chain = SystemKeychain()
    chain.keep("s", Secret("old"))
    vault.refuse_writes = 1

    with pytest.raises(ProblemError) as caught:
        chain.keep("s", SECRET)
    assert caught.value.problem.detail == "VaultError 1312"
    assert chain.get(PLACE) == Secret("old")


# ---- backends that fail, lie, or are none


_Kind = TypeVar("_Kind", bound=type[KeyringBackend])


def unregistered(kind: _Kind) -> _Kind:
    """Take a backend out of keyring's register, so that only a test that names it uses it."""
    KeyringBackend._classes.discard(kind)  # type: ignore[attr-defined]
    return kind


@pytest.fixture(autouse=True)
def own_register(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backends that a test defines are registered for this test only."""
    get_all_keyring()  # keyring's own are registered once, when first loaded: not in the copy
    monkeypatch.setattr(KeyringBackend, "_classes", set(KeyringBackend._classes))  # type: ignore[attr-defined]


@unregistered
class Faulty(KeyringBackend):
    """Raises what it is told to, with the secret in it, as a raw backend may."""

    priority = 9  # type: ignore[assignment]

    def __init__(self, make: Callable[[str], BaseException]) -> None:
        super().__init__()
        self.make = make

    def _fail(self, text: str) -> None:
        raise self.make(text) from ValueError(text)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail(password)

    def get_password(self, service: str, username: str) -> str | None:
        self._fail(SECRET.reveal())
        return None

    def delete_password(self, service: str, username: str) -> None:
        self._fail(SECRET.reveal())


def dbus_error(name: str) -> Callable[[str], BaseException]:
    class DBusErrorResponse(Exception):  # noqa: N818 - jeepney's own name
        def __init__(self, text: str) -> None:
            super().__init__(name, text)
            self.name = name
            self.data = (text,)

    return DBusErrorResponse


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (RuntimeError, "keychain.failed"),
        (KeyringError, "keychain.failed"),
        (PasswordSetError, "keychain.failed"),
        (InitError, "keychain.failed"),
        (KeyringLocked, "keychain.locked"),
        (ConnectionResetError, "keychain.missing"),
        (FileNotFoundError, "keychain.missing"),
        (lambda text: windows_vault.VaultError(1783, "CredWrite", text), "keychain.failed"),
        (lambda text: OSError(-25308, text), "keychain.locked"),
        (dbus_error("org.freedesktop.DBus.Error.ServiceUnknown"), "keychain.missing"),
        (dbus_error("org.freedesktop.Secret.Error.IsLocked"), "keychain.locked"),
        (dbus_error("org.freedesktop.DBus.Error.Failed"), "keychain.failed"),
        (dbus_error(SECRET.reveal()), "keychain.failed"),
    ],
)
@pytest.mark.parametrize("call", ["keep", "get", "forget"])
def test_raw_errors_are_told_without_the_secret(
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[str], BaseException],
    code: str,
    call: str,
) -> None:
    use(monkeypatch, Faulty(make))

    assert code_of(calls(SystemKeychain())[call]) == code


@unregistered
class Memory(KeyringBackend):
    priority = 9  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get(service)

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service]


@unregistered
class Cutting(Memory):
    """Stores the first 20 characters, as a store with a silent limit would."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service] = password[:20]


def test_cut_secret_is_noticed_and_not_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Cutting()
    use(monkeypatch, backend)

    assert code_of(lambda: SystemKeychain().keep("s", SECRET)) == "keychain.failed"
    assert backend.held == {}


def test_cut_secret_does_not_cost_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Cutting()
    backend.held["s"] = "old"
    use(monkeypatch, backend)

    assert code_of(lambda: SystemKeychain().keep("s", SECRET)) == "keychain.failed"
    assert backend.held == {"s": "old"}


def test_undeletable_secret_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Sticky(Memory):
        def delete_password(self, service: str, username: str) -> None:
            raise PermissionError(self.held[service])

    backend = Sticky()
    backend.held["s"] = SECRET.reveal()
    use(monkeypatch, backend)

    assert code_of(lambda: SystemKeychain().forget(PLACE)) == "keychain.failed"


def test_third_party_backend_is_called_by_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = Memory()
    use(monkeypatch, backend)

    assert SystemKeychain().backend() == backend.name


def plaintext() -> KeyringBackend:
    class PlaintextKeyring(Memory):
        pass

    return PlaintextKeyring()


def below_recommended() -> KeyringBackend:
    class Weak(Memory):
        priority = 0.5  # type: ignore[assignment]

    return Weak()


def of_keyrings_alt() -> KeyringBackend:
    kind = type("EncryptedKeyring", (Memory,), {"__module__": "keyrings.alt.file"})
    return kind()


@pytest.mark.parametrize(
    "make", [plaintext, below_recommended, of_keyrings_alt, fail.Keyring, null.Keyring]
)
def test_refuses_what_is_no_keychain(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], KeyringBackend]
) -> None:
    backend = make()
    use(monkeypatch, backend)
    chain = SystemKeychain()

    assert code_of(chain.backend) == "keychain.missing"
    assert code_of(lambda: chain.keep("s", SECRET)) == "keychain.missing"
    assert getattr(backend, "held", {}) == {}


def test_of_a_chain_the_best_fit_link_alone_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    class Best(Memory):
        pass

    file = plaintext()
    use(monkeypatch, chainer.ChainerBackend(), alone=False)
    monkeypatch.setattr(KeyringBackend, "_classes", {type(file), type(below_recommended()), Best})

    assert SystemKeychain().backend() == Best().name


def test_choice_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "nowhere_at_all.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)

    assert code_of(SystemKeychain().backend) == "keychain.missing"


# ---- names


texts = st.text(min_size=1)


@given(st.tuples(texts, texts, st.booleans()), st.tuples(texts, texts, st.booleans()))
def test_no_two_secrets_share_a_name(
    one: tuple[str, str, bool], two: tuple[str, str, bool]
) -> None:
    assert (service_name(*one) == service_name(*two)) == (one == two)


@given(texts, texts)
def test_practice_has_its_own_prefix(setup_id: str, name: str) -> None:
    assert service_name(setup_id, name, True).startswith("halo-setup-practice:")
    assert service_name(setup_id, name, False).startswith("halo-setup:")


# ---- helpers


def calls(chain: SystemKeychain) -> dict[str, Callable[[], object]]:
    return {
        "keep": lambda: chain.keep("s", SECRET),
        "get": lambda: chain.get(PLACE),
        "forget": lambda: chain.forget(PLACE),
    }


def use(monkeypatch: pytest.MonkeyPatch, backend: KeyringBackend, *, alone: bool = True) -> None:
    """Make this what keyring has chosen, and (alone) the only one there is."""
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    if alone:
        monkeypatch.setattr(KeyringBackend, "_classes", {type(backend)})
