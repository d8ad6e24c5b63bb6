"""What comes from a file: what is new, what is here, and what becomes of it."""

from __future__ import annotations

import pytest

from tests.store.states import CREATED, finding, state
from wizard.fleet.arriving import arriving, to_save
from wizard.problems import ProblemError
from wizard.setup.state import Confirmation, SecretPlace, SetupState

WEB = "https://acme.halopsa.com"
ANSWERS = {"address": WEB, "web": WEB, "client_id": "an-id", "agent_name": "liongard"}
ASKED = {"client_secret": SecretPlace("a:client_secret", False, "")}
KEPT = {"client_secret": SecretPlace("halo-setup:a:client_secret", True, "KWallet")}
HERE = state(answers=ANSWERS, secrets=KEPT, findings={"proof": (finding(),)})


def coming(**answers: str) -> SetupState:
    said = {"screen:x": Confirmation("Ada", CREATED)}
    return state(step="proof", answers={**ANSWERS, **answers}, secrets=ASKED, confirmed=said)


def saved(file: SetupState, here: SetupState = HERE) -> SetupState:
    found = arriving([file], [here], ["liongard"])
    assert to_save(found, [here], replace=False) == ()
    (state,) = to_save(found, [here], replace=True)
    return state


def test_new_ones_and_those_that_are_here_are_told_apart() -> None:
    found = arriving([coming(), state("b", profile_id="x")], [HERE], ["liongard"])
    assert [each.id for each in found.new] == ["b"]
    assert [each.id for each in found.here] == ["a"]
    assert found.unknown_profiles == ("x",)


def test_a_new_one_asks_for_its_secret_and_begins_where_its_instance_is_found() -> None:
    found = arriving([coming(trust_other_host="yes")], [], ["liongard"])
    (taken,) = to_save(found, [], replace=False)
    assert taken == coming().with_(step="instance")


def test_one_that_is_replaced_keeps_its_secret_for_the_same_application() -> None:
    taken = saved(coming(agent_name="Liongard"))
    assert taken.secrets == KEPT
    assert taken.answers["agent_name"] == "Liongard"
    assert taken.confirmed == coming().confirmed
    assert taken.findings == {}  # of other answers


@pytest.mark.parametrize(
    "other", [{"web": "https://evil.example"}, {"client_id": "other"}, {"admin_client_id": "x"}]
)
def test_a_secret_does_not_go_where_a_file_says(other: dict[str, str]) -> None:
    assert saved(coming(**other)).secrets == ASKED


def test_a_yes_to_another_host_is_never_a_file_s() -> None:
    assert "trust_other_host" not in saved(coming(trust_other_host="yes")).answers
    trusting = HERE.with_(answers={**ANSWERS, "trust_other_host": "yes"})
    assert saved(coming(), trusting).answers["trust_other_host"] == "yes"
    elsewhere = coming(web="https://evil.example")
    assert "trust_other_host" not in saved(elsewhere, trusting).answers


def test_practice_does_not_go_with_real_setups() -> None:
    with pytest.raises(ProblemError) as caught:
        arriving([coming().with_(practice=True)], [HERE], ["liongard"])
    assert caught.value.problem.code == "exchange.practice"
