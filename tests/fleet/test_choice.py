"""Which setups a re-check is about: each one once, and those of an instance together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.store.states import state
from wizard.fleet.choice import Shard, UnknownNamesError, by_instance, is_set_up, named
from wizard.fleet.names import host_of
from wizard.setup.state import SetupState

HOSTS = some.sampled_from(["acme.halopsa.com", "Beta.example:8443", "beta.example:8443", "c", ""])


def setup(setup_id: str, host: str, profile: str = "liongard") -> SetupState:
    answers = {"web": f"https://{host}"} if host else {}
    return state(setup_id, answers=answers).with_(profile_id=profile)


SETUPS = some.lists(
    some.builds(setup, some.uuids().map(str), HOSTS), unique_by=lambda each: each.id
)


@given(SETUPS, some.integers(1, 9))
def test_the_shards_hold_every_setup_exactly_once(setups: list[SetupState], of: int):
    shards = [Shard(number, of) for number in range(1, of + 1)]
    held = [each.id for shard in shards for each in setups if shard.holds(each)]
    assert sorted(held) == sorted(each.id for each in setups)


@given(SETUPS, some.integers(1, 9))
def test_the_setups_of_an_instance_are_in_one_shard(setups: list[SetupState], of: int):
    where: dict[str, set[int]] = {}
    for number in range(1, of + 1):
        for each in setups:
            if Shard(number, of).holds(each):
                where.setdefault(host_of(each).casefold(), set()).add(number)
    assert all(len(numbers) == 1 for numbers in where.values())


def test_a_shard_holds_the_same_on_every_machine_and_in_every_version():
    hosts = [f"tenant{number}.halopsa.com" for number in range(12)]
    held = [number for number, host in enumerate(hosts) if Shard(1, 3).holds(setup("any", host))]
    assert held == [4, 5, 9]


@pytest.mark.parametrize("text", ["1/1", "2/5", " 5/5 "])
def test_a_shard_is_read_as_people_write_it(text: str):
    shard = Shard.parse(text)
    assert f"{shard.number}/{shard.of}" == text.strip()


@pytest.mark.parametrize("text", ["0/3", "4/3", "1/0", "a/b", "1", "1/2/3", "-1/3", "1/", ""])
def test_what_is_no_shard_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - whoever asks says it in words
        Shard.parse(text)


@given(SETUPS)
def test_grouping_loses_and_doubles_nothing_and_begins_with_the_most(setups: list[SetupState]):
    groups = by_instance(setups)
    assert sorted(each.id for group in groups.values() for each in group) == sorted(
        each.id for each in setups
    )
    sizes = [len(group) for group in groups.values()]
    assert sizes == sorted(sizes, reverse=True)
    assert all(host_of(each).casefold() == host for host in groups for each in groups[host])


class TestNames:
    ACME, SAME = setup("a1", "acme.halopsa.com"), setup("a2", "acme.halopsa.com")
    OTHER = setup("b1", "beta.example", "topleft")
    ALL = (ACME, SAME, OTHER)

    def test_a_name_stands_for_all_that_have_it_and_an_id_for_one(self):
        assert named(self.ALL, ["Liongard@ACME.halopsa.com"]) == (self.ACME, self.SAME)
        assert named(self.ALL, ["a2"]) == (self.SAME,)

    def test_who_is_named_twice_is_checked_once_in_the_order_of_the_setups(self):
        asked = ["b1", "topleft@beta.example", "a2", "liongard@acme.halopsa.com"]
        assert named(self.ALL, asked) == self.ALL

    def test_every_unknown_name_is_told(self):
        with pytest.raises(UnknownNamesError) as caught:
            named(self.ALL, ["a1", "nobody", "liongard"])
        assert caught.value.names == ("nobody", "liongard")


def test_what_was_only_begun_is_no_connection_yet():
    begun = state("a", answers={"web": "https://acme.halopsa.com"})
    assert not is_set_up(begun)
    assert is_set_up(begun.with_(finished=begun.created))
    assert is_set_up(begun.with_(answers={"client_id": "x"}))
