"""How scopes are settled: what is asked, in which order, and what each answer is taken to mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.gates import FakeGate
from wizard.checks.settle import Settled, pair, settle
from wizard.problems import ProblemError

WANTED = ("read:tickets", "edit:tickets", "read:customers")
ALL = ("all", "all:teams")

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def how(settled: Settled) -> dict[str, str]:
    return dict(settled.facts.how)


async def test_the_exact_list_is_asked_first_and_decides():
    gate = FakeGate(*WANTED, "all:teams")
    settled = await settle(gate, WANTED)
    assert gate.asked == [WANTED, ALL]
    assert settled.facts.decided == dict.fromkeys(WANTED, True)
    assert set(how(settled).values()) == {"granted when exactly the guide's list was asked for"}
    assert settled.token.asked == WANTED
    assert settled.facts.held == {*WANTED, "all:teams", "openid"}
    assert settled.widest is not None
    assert settled.widest.asked == ALL
    assert settled.sign_in.listed
    assert settled.sign_in.identity == gate.identity


async def test_what_is_dropped_is_not_granted():
    gate = FakeGate("read:tickets", "edit:tickets", refuses=False)
    settled = await settle(gate, WANTED)
    assert settled.facts.decided["read:customers"] is False
    assert (
        how(settled)["read:customers"] == "not granted when exactly the guide's list was asked for"
    )
    # What is not there may be done by something else that the application holds.
    assert settled.token.asked == ALL


async def test_where_the_list_is_refused_all_is_read_then_each_alone():
    gate = FakeGate("read:tickets", "read:customers")
    settled = await settle(gate, WANTED)
    assert gate.asked == [WANTED, ALL, ("all",), ("edit:tickets",)]
    assert settled.facts.decided == {
        "read:tickets": True, "read:customers": True, "edit:tickets": False,
    }  # fmt: skip
    assert how(settled) == {
        "read:tickets": "granted when all was asked for",
        "read:customers": "granted when all was asked for",
        "edit:tickets": "refused when asked for alone (invalid_scope)",
    }
    assert settled.token.asked == ("all",)


async def test_an_answer_without_a_list_decides_only_by_refusal():
    gate = FakeGate("read:tickets", "edit:tickets", lists=False)
    settled = await settle(gate, WANTED)
    assert settled.facts.decided == {"read:customers": False}
    assert settled.facts.held is None
    assert not settled.sign_in.listed
    assert settled.token.asked == ("all",)


async def test_where_all_is_refused_too_the_granted_ones_are_asked_together():
    gate = FakeGate(
        "read:tickets",
        "edit:tickets",
        fails={ALL: "token.invalid_scope", ("all",): "token.invalid_scope"},
    )
    settled = await settle(gate, WANTED)
    assert gate.asked[-1] == ("read:tickets", "edit:tickets")
    assert settled.token.asked == ("read:tickets", "edit:tickets")
    assert how(settled)["edit:tickets"] == "granted when it alone was asked for"
    assert settled.widest is None


async def test_where_nothing_is_granted_the_pair_is_still_proven():
    gate = FakeGate(fails={ALL: "token.invalid_scope", ("all",): "token.invalid_scope"})
    settled = await settle(gate, WANTED)
    assert gate.asked[-1] == ()
    assert settled.token.asked == ()
    assert settled.facts.decided == dict.fromkeys(WANTED, False)


class Expanding(FakeGate):
    """Lists the parts of a wide scope, and not its name."""

    async def token(self, scopes):
        answer = await super().token(scopes)
        listed = (answer.granted or frozenset()) - {"all:standard"}
        return replace(answer, granted=listed)


async def test_a_wide_name_may_be_listed_as_its_parts():
    wanted = ("all:standard", "admin:webhooks")
    named = await settle(FakeGate(*wanted, parts=("read:tickets",)), wanted)
    assert named.facts.decided == dict.fromkeys(wanted, True)
    expanded = await settle(Expanding(*wanted, parts=("read:tickets",)), wanted)
    assert expanded.facts.decided == {"admin:webhooks": True}


async def test_a_wide_name_is_not_granted_where_no_parts_are_listed():
    gate = FakeGate("admin:webhooks", refuses=False)
    settled = await settle(gate, ("all:standard", "admin:webhooks"))
    assert settled.facts.decided == {"all:standard": False, "admin:webhooks": True}


async def test_a_narrow_name_is_decided_whatever_else_is_listed():
    gate = FakeGate("read:tickets", "edit:tickets", parts=("read:kb",), refuses=False)
    settled = await settle(gate, (*WANTED, "read:nothing-known"))
    assert settled.facts.decided["read:customers"] is False
    assert settled.facts.decided["read:nothing-known"] is False


async def test_a_diagnosis_that_fails_harms_nothing_where_a_token_is_there():
    gate = FakeGate(*WANTED, fails={ALL: "network.timeout"})
    settled = await settle(gate, WANTED)
    assert settled.facts.decided == dict.fromkeys(WANTED, True)
    assert settled.facts.held is None
    assert settled.widest is None
    assert settled.token.asked == WANTED


async def test_without_any_token_the_cause_is_raised():
    gate = FakeGate("read:tickets", fails={ALL: "network.timeout"})
    with pytest.raises(ProblemError) as caught:
        await settle(gate, WANTED)
    assert caught.value.problem.code == "network.timeout"


async def test_a_wrong_secret_is_not_tried_again():
    gate = FakeGate(fails={WANTED: "token.invalid_client"})
    with pytest.raises(ProblemError) as caught:
        await settle(gate, WANTED)
    assert caught.value.problem.code == "token.invalid_client"
    assert gate.asked == [WANTED]


@pytest.mark.parametrize("tells", [WANTED, ALL, None])
async def test_the_identity_is_that_of_any_answer_that_tells(tells):
    gate = FakeGate("read:tickets", "all:teams", refuses=False)
    gate.tells = tells
    assert (await settle(gate, WANTED)).sign_in.identity == gate.identity


async def test_where_no_answer_tells_nobody_is_named():
    gate = FakeGate(*WANTED)
    gate.identity = None
    assert (await settle(gate, WANTED)).sign_in.identity is None


async def test_the_pair_alone_asks_for_no_scope():
    gate = FakeGate(*WANTED)
    settled = await pair(gate)
    assert gate.asked == [()]
    assert settled.sign_in.identity == gate.identity
    assert settled.sign_in.listed is False
    assert settled.token.asked == ()
    assert settled.facts.decided == {}
