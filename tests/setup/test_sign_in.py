"""A setup that looks through a person's sign-in: what is asked, kept, shared and forgotten."""

from __future__ import annotations

import asyncio

import pytest

from tests.setup.fakes import Saved, Told, flow_of
from wizard.checks.findings import Finding, State
from wizard.halo.redirect import PORTS, redirect_uri
from wizard.problems import Layer, ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup import sign_in
from wizard.setup.flow import Flow
from wizard.setup.state import SecretPlace
from wizard.setup.steps import StepKind

CATALOG = Catalog()
FOUND = (Finding("connection:sign-in", State.MET, Layer.TOKEN, "x", "signed in as Sam"),)


def at_sign_in(records: Saved | None = None, inspector: Told | None = None, **more: str) -> Flow:
    profile = CATALOG.get(more.pop("profile", "liongard"))
    flow = flow_of(profile, records or Saved(), inspector=inspector, **more)
    flow.answer("address", "https://acme.halopsa.com")
    asyncio.run(flow.check())
    flow.go("sign_in")
    return flow


def refused(work) -> str:
    with pytest.raises(ProblemError) as caught:
        asyncio.run(work)
    return caught.value.problem.code


def test_it_is_the_first_choice_and_the_usual_one():
    flow = flow_of(CATALOG.get("liongard"), Saved())
    (choice,) = next(each for each in flow.steps if each.kind is StepKind.CONNECTION).inputs
    assert [each.value for each in choice.choices] == ["sign_in", "admin", "own"]
    assert choice.default == "sign_in"


def test_the_step_says_all_that_the_application_needs():
    flow = at_sign_in()
    rows = {row.label: row.value for row in flow.current.fill_in}
    assert rows["Authentication Method"] == "Authorisation Code (Native Application)"
    assert rows["Redirect URI"] == redirect_uri(PORTS[0])
    assert rows["Allow Agent Logins"] == "ticked"
    assert {"all:teams", "admin", "read:tickets", "read:customers"} <= set(rows)
    assert flow.missing_inputs(flow.current) == (sign_in.CLIENT_ID,)


@pytest.mark.parametrize("port", PORTS)
def test_another_port_is_another_address_to_register(port):
    flow = at_sign_in()
    flow.answer(sign_in.PORT, f"{port}")
    rows = {row.label: row.value for row in flow.current.fill_in}
    assert rows["Redirect URI"] == redirect_uri(port)
    assert sign_in.port_of(flow.state.answers) == port


@pytest.mark.parametrize("nonsense", ["", "80", "70000", "x", "３０００"])
def test_a_port_that_is_not_on_the_list_is_the_first_one(nonsense):
    assert sign_in.port_of({sign_in.PORT: nonsense}) == PORTS[0]


def test_signing_in_shows_the_address_and_checks_the_step():
    inspector = Told()
    flow = at_sign_in(inspector=inspector)
    flow.answer(sign_in.CLIENT_ID, "the-id")
    inspector.findings = FOUND
    shown: list[str] = []
    assert flow.signed_in is None
    assert asyncio.run(flow.sign_in(shown.append)) == FOUND
    assert len(shown) == 1
    assert flow.signed_in == "Sam"
    assert flow.findings("sign_in") == FOUND
    assert sign_in.REFRESH not in flow.state.secrets


def test_a_sign_in_that_failed_leaves_what_was_found_before():
    inspector = Told()
    flow = at_sign_in(inspector=inspector)
    inspector.error = ProblemError(problem("sign_in.refused"))
    assert refused(flow.sign_in(lambda _: None)) == "sign_in.refused"
    assert flow.findings("sign_in") == ()
    assert flow.signed_in is None


def test_it_stays_on_this_workstation_only_if_that_is_asked_for():
    flow = at_sign_in()
    asyncio.run(flow.stay_signed_in(stay=True))  # before anybody is signed in: a wish
    assert sign_in.stays(flow.state.answers)
    assert sign_in.REFRESH not in flow.state.secrets
    asyncio.run(flow.sign_in(lambda _: None))
    assert flow.state.secrets[sign_in.REFRESH].in_keychain
    asyncio.run(flow.stay_signed_in(stay=False))
    assert not sign_in.stays(flow.state.answers)
    assert sign_in.REFRESH not in flow.state.secrets
    assert flow.signed_in == "Sam"


def test_a_keychain_that_refuses_costs_the_staying_and_not_the_sign_in():
    inspector = Told()
    flow = at_sign_in(inspector=inspector)
    asyncio.run(flow.stay_signed_in(stay=True))
    inspector.locked = True
    inspector.findings = FOUND
    assert refused(flow.sign_in(lambda _: None)) == "keychain.locked"
    assert flow.signed_in == "Sam"
    assert flow.findings("sign_in") == FOUND
    assert not sign_in.stays(flow.state.answers)
    assert sign_in.REFRESH not in flow.state.secrets


def test_a_sign_in_that_cannot_be_renewed_is_not_called_kept():
    inspector = Told()
    flow = at_sign_in(inspector=inspector)
    asyncio.run(flow.stay_signed_in(stay=True))
    inspector.renewable = False
    assert refused(flow.sign_in(lambda _: None)) == "sign_in.not_renewable"
    assert flow.signed_in == "Sam"
    assert not sign_in.stays(flow.state.answers)
    assert sign_in.REFRESH not in flow.state.secrets


def test_the_wish_to_stay_counts_until_the_browser_is_back():
    inspector = Told()
    flow = at_sign_in(inspector=inspector)

    def opened(_: str) -> None:
        flow.answer(sign_in.STAY, "yes")

    asyncio.run(flow.sign_in(opened))
    assert flow.state.secrets[sign_in.REFRESH].in_keychain


def test_signing_out_forgets_both():
    flow = at_sign_in()
    asyncio.run(flow.stay_signed_in(stay=True))
    asyncio.run(flow.sign_in(lambda _: None))
    asyncio.run(flow.sign_out())
    assert flow.signed_in is None
    assert sign_in.REFRESH not in flow.state.secrets


def test_the_application_is_made_once_and_serves_every_setup_of_the_instance():
    records = Saved()
    first = at_sign_in(records)
    first.answer(sign_in.CLIENT_ID, "the-id")
    first.answer(sign_in.PORT, f"{PORTS[1]}")
    first.answer(sign_in.STAY, "yes")
    kept = SecretPlace("test:shared", True, "a keychain")
    held = SecretPlace("test:held", False, "memory")
    places = {sign_in.REFRESH: kept, sign_in.CLIENT_SECRET: held}
    records.save(first.state.with_(secrets=places))
    second = at_sign_in(records, profile="perimeters", setup_id="two")
    mine = second.state
    assert mine.answers[sign_in.CLIENT_ID] == "the-id"
    assert sign_in.port_of(mine.answers) == PORTS[1]
    assert sign_in.stays(mine.answers)
    assert mine.secrets == {sign_in.REFRESH: kept}


def test_an_application_of_another_instance_is_not_taken_over():
    records = Saved()
    first = at_sign_in(records)
    first.answer(sign_in.CLIENT_ID, "the-id")
    first.answer("web", "https://other.halopsa.com")
    second = at_sign_in(records, setup_id="two")
    assert sign_in.CLIENT_ID not in second.state.answers


def test_a_kept_sign_in_that_is_gone_is_not_an_input_to_enter_again():
    records = Saved()
    first = at_sign_in(records)
    place = SecretPlace("test:shared", False, "memory")
    records.save(first.state.with_(secrets={sign_in.REFRESH: place}))
    later = flow_of(CATALOG.get("liongard"), records)
    assert asyncio.run(later.ask_again()) == {}
    assert sign_in.REFRESH not in later.state.secrets


def test_what_an_earlier_run_kept_is_handed_on_until_somebody_is_signed_in():
    inspector = Told()
    flow = at_sign_in(inspector=inspector)
    asyncio.run(flow.keep_secret(sign_in.REFRESH, Secret("refresh")))
    asyncio.run(flow.check())
    assert sign_in.REFRESH in inspector.asked[-1][1]
    asyncio.run(flow.keep_secret(sign_in.CLIENT_SECRET, Secret("s")))
    asyncio.run(flow.check())
    assert {sign_in.REFRESH, sign_in.CLIENT_SECRET} <= inspector.asked[-1][1]
