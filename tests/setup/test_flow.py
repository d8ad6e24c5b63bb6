"""The engine: nothing is lost, whatever a person does and whenever the program ends."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.setup.fakes import Saved, Told, flow_of
from wizard.checks.findings import Finding, KnownBy, State
from wizard.problems import Layer, ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.standing import StepState
from wizard.setup.state import SetupState
from wizard.setup.steps import InputKind, StepKind
from wizard.store.secrets import SessionKeychain

CATALOG = Catalog()
LIONGARD = CATALOG.get("liongard")


def finding(requirement: str, state: State) -> Finding:
    return Finding(requirement, state, Layer.AGENT, "wanted", "found")


def at(kind: StepKind, records: Saved | None = None, inspector: Told | None = None):
    flow = flow_of(LIONGARD, records or Saved(), inspector=inspector)
    flow.go(next(step.id for step in flow.steps if step.kind is kind))
    return flow


@pytest.mark.parametrize("profile", CATALOG.ids())
def test_the_steps_stand_in_the_order_of_the_work(profile):
    flow = flow_of(CATALOG.get(profile), Saved())
    kinds = [step.kind for step in flow.steps]
    assert kinds[:3] == [StepKind.INSTANCE, StepKind.CONNECTION, StepKind.SIGN_IN]
    order = [
        StepKind.AGENT, StepKind.APPLICATION, StepKind.CREDENTIALS, StepKind.SCOPES,
        StepKind.PROOF, StepKind.HAND_OVER, StepKind.DONE,
    ]  # fmt: skip
    places = [kinds.index(kind) for kind in order]
    assert places == sorted(places)
    assert (StepKind.ROLE in kinds) == (profile == "topleft")
    assert len({step.id for step in flow.steps}) == len(flow.steps)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [("sign_in", StepKind.SIGN_IN), ("admin", StepKind.ADMIN_APPLICATION), ("own", None)],
)
def test_the_wizard_has_an_application_of_its_own_as_far_as_the_choice_needs_one(choice, shown):
    flow = flow_of(LIONGARD, Saved())
    flow.answer("connection", choice)
    own = {StepKind.SIGN_IN, StepKind.ADMIN_APPLICATION} & {step.kind for step in flow.steps}
    assert own == ({shown} if shown else set())


def test_a_closed_program_goes_on_where_it_was():
    records = Saved()
    first = flow_of(LIONGARD, records)
    first.answer("address", " https://acme.halopsa.com ")
    first.next()
    first.next()
    second = flow_of(LIONGARD, records)
    assert second.current == first.current
    assert second.state == first.state
    assert second.state.answers["address"] == "https://acme.halopsa.com"


def test_what_cannot_be_saved_does_not_count():
    records = Saved()
    flow = flow_of(LIONGARD, records)
    flow.answer("address", "https://acme.halopsa.com")
    records.full = True
    with pytest.raises(ProblemError) as caught:
        flow.next()
    assert caught.value.problem.code == "records.unwritable"
    assert flow.current.kind is StepKind.INSTANCE
    records.full = False
    assert flow.next().kind is StepKind.CONNECTION


def test_a_check_that_could_not_run_leaves_what_was_found_before():
    inspector = Told()
    inspector.findings = (finding("team:any", State.MET),)
    flow = at(StepKind.TEAMS, inspector=inspector)
    asyncio.run(flow.check())
    inspector.error = ProblemError(problem("network.timeout"))
    with pytest.raises(ProblemError):
        asyncio.run(flow.check())
    assert flow.findings("teams") == inspector.findings


def test_a_persons_word_is_kept_as_that_and_only_for_what_is_unknown():
    inspector = Told()
    inspector.findings = (finding("team:any", State.UNKNOWN),)
    flow = at(StepKind.TEAMS, inspector=inspector)
    asyncio.run(flow.check())
    assert flow.standing(flow.current).unknown == 1
    flow.confirm("team:any", "Kim")
    said = flow.findings("teams")[0]
    assert said.state is State.UNKNOWN
    assert said.known_by is KnownBy.PERSON
    assert said.evidence[-1].startswith("confirmed by Kim on ")
    inspector.findings = (finding("team:any", State.MISSING),)
    asyncio.run(flow.check())
    assert flow.findings("teams") == inspector.findings
    flow.unconfirm("team:any")
    inspector.findings = (finding("team:any", State.UNKNOWN),)
    asyncio.run(flow.check())
    assert flow.findings("teams")[0].known_by is KnownBy.NONE


def test_next_is_never_in_the_way_and_remembers_what_is_left():
    inspector = Told()
    inspector.findings = (finding("team:any", State.MISSING),)
    flow = at(StepKind.TEAMS, inspector=inspector)
    step = flow.current
    asyncio.run(flow.check())
    flow.next()
    assert flow.standing(step).state is StepState.LEFT
    assert flow.standing(step).missing == 1


def test_the_newest_word_on_a_requirement_counts_on_every_step():
    inspector = Told()
    inspector.findings = (finding("team:any", State.UNKNOWN), finding("team:x", State.MISSING))
    flow = at(StepKind.TEAMS, inspector=inspector)
    teams = flow.current
    asyncio.run(flow.check())
    flow.go("proof")
    inspector.findings = (finding("team:any", State.MET), finding("token", State.MET))
    asyncio.run(flow.check())
    states = {each.requirement: each.state for each in flow.findings(teams.id)}
    assert states == {"team:any": State.MET, "team:x": State.MISSING}
    assert (flow.standing(teams).missing, flow.standing(teams).unknown) == (1, 0)


def test_the_instance_is_done_when_it_is_found_and_not_with_another_address():
    flow = flow_of(LIONGARD, Saved())
    step = flow.current
    flow.answer("address", "https://acme.halopsa.com")
    assert flow.standing(step).state is StepState.TODO
    asyncio.run(flow.check())
    assert flow.standing(step).state is StepState.DONE
    assert "assumed" not in flow.state.answers
    flow.answer("address", "https://other.halopsa.com")
    assert flow.standing(step).state is StepState.TODO
    assert "web" not in flow.state.answers
    flow.next()  # on without a look
    assert flow.standing(step).state is StepState.TODO


def test_what_does_not_say_that_it_is_halo_is_only_assumed():
    inspector = Told()
    inspector.instance = replace(inspector.instance, discovered=False)
    flow = flow_of(LIONGARD, Saved(), inspector=inspector)
    flow.answer("address", "https://acme.halopsa.com")
    asyncio.run(flow.check())
    assert flow.state.answers["assumed"] == "yes"


def test_a_secret_of_memory_is_asked_for_again_and_one_of_the_keychain_is_not():
    records, keychain = Saved(), SessionKeychain()
    flow = flow_of(LIONGARD, records, keychain=keychain)
    asyncio.run(flow.keep_secret("client_secret", Secret("s3cret"), memory_only=True))
    assert asyncio.run(flow.ask_again()) == {}
    later = flow_of(LIONGARD, records, keychain=SessionKeychain())
    assert asyncio.run(later.ask_again()) == {"client_secret": problem("secret.session_over")}
    step = next(step for step in later.steps if step.kind is StepKind.CREDENTIALS)
    assert "client_secret" in later.missing_inputs(step)


def test_no_secret_is_saved():
    records = Saved()
    flow = flow_of(LIONGARD, records)
    asyncio.run(flow.keep_secret("client_secret", Secret("s3cret-text")))
    assert b"s3cret-text" not in records.rows["one"]


def test_a_new_address_makes_void_what_was_found_at_the_old_one():
    flow = flow_of(LIONGARD, Saved())
    flow.answer("address", "https://acme.halopsa.com")
    asyncio.run(flow.check())
    assert flow.state.answers["tenant"] == "acme"
    flow.answer("address", "https://other.halopsa.com")
    assert set(flow.state.answers) == {"address"}


def test_another_host_for_the_sign_in_is_asked_about():
    inspector = Told()
    inspector.instance = replace(
        inspector.instance, authorisation_server="https://login.example.com/auth"
    )
    flow = flow_of(LIONGARD, Saved(), inspector=inspector)
    flow.answer("address", "https://acme.halopsa.com")
    asyncio.run(flow.check())
    asked = next(each for each in flow.current.inputs if each.name == "trust_other_host")
    assert "https://login.example.com/auth" in asked.choices[0].label
    assert "trust_other_host" in flow.missing_inputs(flow.current)


def test_the_wizards_own_application_is_needed_once_an_instance():
    records, keychain = Saved(), SessionKeychain()
    first = flow_of(LIONGARD, records, keychain=keychain)
    first.answer("address", "https://acme.halopsa.com")
    asyncio.run(first.check())
    first.answer("admin_client_id", "the-id")
    asyncio.run(first.keep_secret("admin_client_secret", Secret("admin-secret")))
    place = replace_place(first.state.secrets["admin_client_secret"])
    records.save(first.state.with_(secrets={"admin_client_secret": place}))
    second = flow_of(CATALOG.get("perimeters"), records, keychain=keychain, setup_id="two")
    second.answer("address", "https://acme.halopsa.com")
    asyncio.run(second.check())
    assert second.state.answers["admin_client_id"] == "the-id"
    assert second.secret_place("admin_client_secret") == place


def replace_place(place):
    """Say that the place is in a keychain, as it would be with a real one."""
    return type(place)(place.service, True, "a keychain")


class HeldUp(Saved):
    """Records on a slow disk: what was found is written when the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.may_end = threading.Event(), threading.Event()
        self.writers: list[threading.Thread] = []

    def save(self, state: SetupState) -> None:
        if state.findings and not self.writers:
            self.writers.append(threading.current_thread())
            self.begun.set()
            assert self.may_end.wait(10)
        super().save(state)


@pytest.mark.anyio
async def test_a_slow_disk_holds_up_neither_the_window_nor_an_answer():
    records, inspector = HeldUp(), Told()
    flow = at(StepKind.AGENT, records, inspector)
    inspector.findings = (finding("agent", State.MET),)
    check = asyncio.create_task(flow.check())
    assert await asyncio.to_thread(records.begun.wait, 10)  # the loop goes on meanwhile
    assert not flow.findings(flow.current.id), "what was found counts when it is saved"
    answer = asyncio.create_task(asyncio.to_thread(flow.answer, "agent_name", "liongard"))
    records.may_end.set()
    await asyncio.gather(check, answer)
    assert records.writers != [threading.main_thread()]
    for state in (flow.state, records.load("one")):
        assert state.answers["agent_name"] == "liongard"
        assert [each.requirement for each in state.findings[flow.current.id]] == ["agent"]
        assert flow.current.id in state.checked


class Wandering(RuleBasedStateMachine):
    """A person wanders through a setup; the program may end at any moment."""

    @initialize(profile=st.sampled_from(CATALOG.ids()))
    def begin(self, profile):
        self.profile = CATALOG.get(profile)
        self.records = Saved()
        self.inspector = Told()
        self.flow = flow_of(self.profile, self.records, inspector=self.inspector)
        self.expected: dict[str, str] = {}

    @rule()
    def go_next(self):
        steps, before = self.flow.steps, self.flow.position
        after = self.flow.next()
        assert self.flow.steps.index(after) == min(before + 1, len(steps) - 1)

    @rule()
    def go_back(self):
        before = self.flow.position
        self.flow.back()
        assert self.flow.position == max(before - 1, 0)

    @rule(data=st.data())
    def answer(self, data):
        texts = [each for each in self.flow.current.inputs if each.kind is InputKind.TEXT]
        if texts and texts[0].name != "address":
            name = data.draw(st.sampled_from(texts)).name
            value = data.draw(st.text(max_size=20))
            self.flow.answer(name, value)
            self.expected[name] = value.strip()

    @rule(choice=st.sampled_from(["sign_in", "admin", "own"]))
    def choose(self, choice):
        self.flow.answer("connection", choice)
        self.expected["connection"] = choice

    @rule(data=st.data(), state=st.sampled_from(State))
    def check(self, data, state):
        ids = self.flow.current.requirements
        self.inspector.findings = tuple(finding(each, state) for each in ids)
        if self.flow.current.kind is not StepKind.INSTANCE:
            asyncio.run(self.flow.check())

    @rule()
    def kill_and_resume(self):
        self.flow = flow_of(self.profile, self.records, inspector=self.inspector)

    @invariant()
    def nothing_is_lost(self):
        for name, value in self.expected.items():
            given = self.flow.state.answers.get(name, "")
            default = {
                each.name: each.default for step in self.flow.steps for each in step.inputs
            }.get(name, "")
            assert given == value or (not value and given == default)
        saved = self.records.load("one")
        assert saved is None or saved == self.flow.state
        assert self.flow.current in self.flow.steps


Wandering.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestWandering = Wandering.TestCase
