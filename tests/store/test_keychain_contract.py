"""What every keychain does, whatever it stores with."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import windows_vault
from wizard.secret import Secret
from wizard.setup.ports import Keychain
from wizard.setup.state import SecretPlace
from wizard.store.secrets import SessionKeychain, SystemKeychain

SECRET = Secret("12345678-1234-4234-8234-123456789abc-87654321-4321-4321-8321-cba987654321")
OTHER = Secret("another")


@pytest.fixture(params=["session", "secret service", "windows"])
def keychain(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Keychain]:
    """Give a way to open the keychain; a second opening is as after a restart of the program."""
    if request.param == "session":
        memory = SessionKeychain()
        return lambda: memory
    if request.param == "windows":
        windows_vault.install(monkeypatch)
    else:
        request.getfixturevalue("secret_service")
    return SystemKeychain


def test_gives_back_what_it_kept(keychain: Callable[[], Keychain]) -> None:
    place = keychain().keep("halo-setup:a:secret", SECRET)

    assert keychain().get(place) == SECRET
    assert place.service == "halo-setup:a:secret"
    assert SECRET.reveal() not in repr(place)


def test_names_itself_in_the_place(keychain: Callable[[], Keychain]) -> None:
    chain = keychain()
    place = chain.keep("s", SECRET)

    assert place.backend == chain.backend()
    assert place.in_keychain == isinstance(chain, SystemKeychain)


def test_keeps_the_newest(keychain: Callable[[], Keychain]) -> None:
    chain = keychain()
    chain.keep("s", OTHER)
    place = chain.keep("s", SECRET)

    assert keychain().get(place) == SECRET


def test_keeps_secrets_apart(keychain: Callable[[], Keychain]) -> None:
    chain = keychain()
    one, two = chain.keep("one", SECRET), chain.keep("two", OTHER)
    chain.forget(one)

    assert chain.get(one) is None
    assert chain.get(two) == OTHER


def test_forgets_wholly_and_again(keychain: Callable[[], Keychain]) -> None:
    chain = keychain()
    chain.keep("s", OTHER)
    place = chain.keep("s", SECRET)  # a replaced secret must not reappear
    chain.forget(place)
    chain.forget(place)

    assert keychain().get(place) is None


def test_knows_nothing_of_an_absent_secret(keychain: Callable[[], Keychain]) -> None:
    assert keychain().get(SecretPlace("absent", in_keychain=True, backend="")) is None
    assert keychain().get(SecretPlace("absent", in_keychain=False, backend="")) is None


def test_holds_for_this_session_only(keychain: Callable[[], Keychain]) -> None:
    chain = keychain()
    place = chain.hold("s", SECRET)
    assert chain.get(place) == SECRET
    assert not place.in_keychain

    again = keychain()
    if again is not chain:
        assert again.get(place) is None
        assert again.get(SecretPlace("s", in_keychain=True, backend="")) is None

    chain.forget(place)
    assert chain.get(place) is None


def test_serves_twenty_threads(keychain: Callable[[], Keychain]) -> None:
    chain = keychain()

    def keep_and_get(number: int) -> Secret | None:
        place = chain.keep(f"s{number}", Secret(f"value {number}"))
        return chain.get(place)

    with ThreadPoolExecutor(20) as threads:
        got = list(threads.map(keep_and_get, range(20)))

    assert got == [Secret(f"value {number}") for number in range(20)]


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_gives_back_any_text(keychain: Callable[[], Keychain], text: str) -> None:
    chain = keychain()
    assert chain.get(chain.keep("any", Secret(text))) == Secret(text)
