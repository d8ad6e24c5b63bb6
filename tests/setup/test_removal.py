"""Taking a setup off the workstation: all or nothing, and nothing that another setup needs."""

import datetime as dt

import pytest

from tests.setup.fakes import Saved
from wizard.problems import Problem, ProblemError, problem
from wizard.secret import Secret
from wizard.setup.removal import going, remove
from wizard.setup.state import SecretPlace, SetupState
from wizard.store.secrets import SessionKeychain

OWN, SHARED = "halo-setup:one:client_secret", "halo-setup:one:admin_client_secret"


class Chain(SessionKeychain):
    """A keychain in memory that stops to let go after some secrets, or cannot be had at all."""

    def __init__(self) -> None:
        super().__init__()
        self.lets_go = 99
        self.gone: Problem | None = None

    def get(self, place: SecretPlace) -> Secret | None:
        if self.gone:
            raise ProblemError(self.gone)
        return super().get(place)

    def forget(self, place: SecretPlace) -> None:
        if self.lets_go == 0:
            raise ProblemError(problem("keychain.locked"))
        self.lets_go -= 1
        super().forget(place)


@pytest.fixture
def chain() -> Chain:
    return Chain()


@pytest.fixture
def records(chain: Chain) -> Saved:
    """Two setups of one instance: the second one uses the first one's administrator."""
    saved = Saved()
    own = chain.hold(OWN, Secret("one's own"))
    shared = chain.hold(SHARED, Secret("administrator's"))
    saved.save(_state("one", {"client_secret": own, "admin_client_secret": shared}))
    saved.save(_state("two", {"admin_client_secret": shared}))
    return saved


def _state(setup_id: str, secrets: dict[str, SecretPlace]) -> SetupState:
    created = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    return SetupState(setup_id, "liongard", False, created, secrets=secrets)


def held(chain: Chain) -> set[str]:
    places = (SecretPlace(each, False, "") for each in (OWN, SHARED))
    return {place.service for place in places if chain.get(place)}


def one(records: Saved) -> SetupState:
    state = records.load("one")
    assert state is not None
    return state


def test_the_last_setup_takes_the_shared_secret_with_it(records: Saved, chain: Chain) -> None:
    gone = going(one(records), records.all())
    assert [each.service for each in gone.secrets] == [OWN]
    assert [each.service for each in gone.shared] == [SHARED]
    remove(one(records), records, chain)
    assert [each.id for each in records.all()] == ["two"]
    assert held(chain) == {SHARED}
    two = records.load("two")
    assert two is not None
    remove(two, records, chain)
    assert records.all() == ()
    assert held(chain) == set()


@pytest.mark.parametrize("lets_go", [0, 1])
def test_a_keychain_that_refuses_leaves_everything(
    records: Saved, chain: Chain, lets_go: int
) -> None:
    records.delete("two")  # now both secrets go
    chain.lets_go = lets_go
    with pytest.raises(ProblemError) as caught:
        remove(one(records), records, chain)
    assert caught.value.problem.code == "removal.keychain"
    assert "keychain.locked" in caught.value.problem.detail
    assert held(chain) == {OWN, SHARED}
    assert len(records.all()) == 1


def test_a_record_that_stays_keeps_its_secrets(
    records: Saved, chain: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: str) -> None:
        raise ProblemError(problem("records.unwritable"))

    monkeypatch.setattr(records, "delete", full)
    with pytest.raises(ProblemError) as caught:
        remove(one(records), records, chain)
    assert caught.value.problem.code == "removal.records"
    assert held(chain) == {OWN, SHARED}


def test_the_record_alone_can_go_where_no_keychain_is(records: Saved, chain: Chain) -> None:
    chain.gone = problem("keychain.missing")
    with pytest.raises(ProblemError):
        remove(one(records), records, chain)
    assert len(records.all()) == 2
    remove(one(records), records, chain, leave_secrets=True)
    assert [each.id for each in records.all()] == ["two"]
