"""Live checks against a real practice instance: what a technician saves shows without a click."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from msgspec.structs import replace as with_

from tests.ui.fakes import World
from tests.ui.person import Person
from tests.ui.test_watching import QUICK, Chosen, look, watching
from wizard.app.inspector import HaloInspector
from wizard.app.played import PlayedTechnician
from wizard.checks.findings import State
from wizard.halo.limits import Allowance, Budgets
from wizard.practice.faults import Fault, FaultKind
from wizard.practice.scenarios import SCENARIOS
from wizard.practice.server import PracticeInstance
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup.flow import Flow, new_state
from wizard.setup.looks import watched
from wizard.setup.standing import StepState
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind

pytestmark = pytest.mark.anyio

PERMISSION = "permission:Tickets Access Level"
PLENTY = Allowance(requests=10_000, live=5_000)
_LOOKS = 50  # within which what is waited for has to show


class RealWorld(World):
    """Setups on a practice instance."""

    def __init__(self, instance: PracticeInstance, *profiles: Profile) -> None:
        super().__init__(*profiles)
        self.instance = instance
        self.budgets = Budgets(PLENTY)

    def open_flow(self, profile: Profile, state: SetupState | None) -> Flow:
        flow = Flow(
            profile,
            state or new_state(profile, setup_id="s1"),
            inspector=HaloInspector(profile, self.budgets),
            keychain=self.keychain,
            records=self.records,
            service=lambda setup, name: f"{setup}/{name}",
        )
        self.flows.append(flow)
        return flow


@pytest.fixture
async def world(anyio_backend: object) -> AsyncIterator[RealWorld]:
    """Give a world behind which a practice instance stands that counts no requests."""
    scenario = SCENARIOS["easy"]
    free = with_(scenario, behaviour=with_(scenario.behaviour, rate_limit=None))
    instance = await asyncio.to_thread(PracticeInstance, world=free)
    made = RealWorld(instance, *Catalog().all())
    yield made
    for flow in made.flows:
        await flow.close()
    await asyncio.to_thread(instance.stop)


@pytest.fixture
async def person(world: RealWorld) -> AsyncIterator[Person]:
    """Give a person at a window that watches, many times a second."""
    someone = Person(world, preferences=Chosen(), pace=QUICK)
    yield someone
    await someone.leave()


async def halfway(world: RealWorld, profile_id: str, step: str) -> Flow:
    """Do a guide up to a step."""
    profile = next(each for each in world.profiles if each.id == profile_id)
    flow = world.open_flow(profile, None)
    flow.answer("connection", "admin")
    technician = PlayedTechnician(world.instance, flow)
    while flow.current.id != step:
        await technician.work(flow.current)
        if flow.current.kind is StepKind.INSTANCE:
            await flow.check()
        flow.next()
    return flow


async def watched_at(person: Person, world: RealWorld, step: str) -> PlayedTechnician:
    """Open the page of a step of a guide; give who works in HaloPSA meanwhile."""
    flow = await halfway(world, "liongard", step)
    person.window.begin(flow.profile, flow.state)
    await person.rest()
    return PlayedTechnician(world.instance, world.flow)


async def seen(person: Person, holds: Callable[[], bool]) -> None:
    """Wait for the look after which something holds."""
    for _ in range(_LOOKS):
        if holds():
            return
        await look(person)
    raise AssertionError(f"not seen: {person.reads('status')}, {row(person)}")


def row(person: Person) -> str:
    return person.see(f"row:{PERMISSION}").accessibleName()


async def test_a_save_in_halo_turns_the_row_to_met_without_a_click(
    person: Person, world: RealWorld
) -> None:
    technician = await watched_at(person, world, "permissions")
    step = world.flow.current
    await seen(person, lambda: ": missing" in row(person))
    assert person.reads("next") == "Continue with 6 left"
    await technician.do(step)  # a Save in Halo: nothing is entered or pressed here
    await seen(person, lambda: world.flow.standing(step).missing == 0)
    assert person.reads("next") == "Next"
    assert person.reads("step:permissions") == "Permissions: done, this page"
    assert person.reads("status").startswith("Watching Halo · checked ")
    assert world.instance.writes == ()


async def test_what_is_taken_back_in_halo_is_missing_again(
    person: Person, world: RealWorld
) -> None:
    technician = await watched_at(person, world, "permissions")
    step = world.flow.current
    await technician.do(step)
    await seen(person, lambda: world.flow.findings(step.id) != ())
    assert world.flow.standing(step).missing == 0
    agent = world.instance.world.state.agent_named("Liongard")
    assert agent is not None
    code, value = next((code, value) for code, value in agent.claims.items() if code != "A")
    world.instance.world.put_agent(with_(agent, claims={code: value}))
    await seen(person, lambda: world.flow.standing(step).missing > 0)


@pytest.mark.parametrize("kind", [FaultKind.RATE_LIMITED, FaultKind.RATE_LIMITED_SILENT])
async def test_when_halopsa_asks_to_wait_the_foot_says_so_and_nothing_is_sent(
    person: Person, world: RealWorld, kind: FaultKind
) -> None:
    await watched_at(person, world, "permissions")
    await seen(person, lambda: ": missing" in row(person))
    before = world.flow.findings("permissions")
    world.instance.faults.switch_on(Fault(kind=kind, detail="40"))
    await look(person)
    sent = len(world.instance.requests)
    assert person.reads("status").startswith("Paused for ")
    assert "HaloPSA asks to wait · checked " in person.reads("status")
    assert not person.sees("error")
    assert world.flow.findings("permissions") == before
    wait = watching(person)._timer.remainingTime() / 1000
    assert 20 < wait < 41
    person.window.showMinimized()
    person.window.showNormal()  # who comes back has to wait, too
    await asyncio.sleep(0)
    assert watching(person)._timer.remainingTime() / 1000 > wait - 5
    assert len(world.instance.requests) == sent


@pytest.mark.parametrize("profile", Catalog().ids())
async def test_a_look_costs_hardly_more_than_what_there_is_to_see(
    world: RealWorld, profile: str
) -> None:
    """As the request log counts it: each thing is read once, and the two tokens that tell what an
    application may do are fresh. Only what refuses the integration costs more.
    """
    flow = await halfway(world, profile, "done")
    looked = 0
    for step in flow.steps:
        if not watched(step, flow.state):
            continue
        flow.go(step.id)
        await flow.look()  # the first look finds its way: discovery, a token, the list of agents
        world.instance.clear_requests()
        cost = (await flow.look()).cost
        sent = world.instance.requests
        assert cost == len(sent)
        reads = [request for request in sent if request.method == "GET"]
        tokens = len(sent) - len(reads)
        distinct = {request.path for request in reads}
        refused = sum(request.status == 401 for request in reads)
        pages = 1 if step.kind in (StepKind.ROLE, StepKind.ADMIN_APPLICATION) else 0
        assert len(reads) <= len(distinct) + refused // 2 + pages, (step.id, sent)
        judged = step.kind in (StepKind.SCOPES, StepKind.APPLICATION, StepKind.CREDENTIALS)
        own = judged or step.kind is StepKind.ADMIN_APPLICATION
        assert tokens <= (3 if judged else 1 if own else 0), (step.id, sent)
        assert len(sent) == 1 or step.kind is not StepKind.CREDENTIALS, sent
        looked += 1
    assert looked >= 6


async def test_permissions_and_teams_are_watched_with_one_request_a_look(world: RealWorld) -> None:
    flow = await halfway(world, "liongard", "done")
    for step in ("permissions", "teams", "agent"):
        flow.go(step)
        await flow.look()
        assert (await flow.look()).cost == 1


@pytest.mark.parametrize("connection", ["admin", "sign_in", "own"])
async def test_id_and_secret_are_tried_with_one_request(world: RealWorld, connection: str) -> None:
    """Whoever looks beside them has nothing to do with it, and nobody has to be signed in."""
    flow = await halfway(world, "liongard", "scopes")
    flow.answer("connection", connection)
    flow.go("credentials")
    await flow.look()
    for ask in (flow.check, flow.look):
        world.instance.clear_requests()
        await ask()
        sent = [(each.method, each.path, each.status) for each in world.instance.requests]
        assert sent == [("POST", "/auth/token", 200)]
        assert flow.standing(flow.current).state is StepState.DONE
    await flow.keep_secret("client_secret", Secret("another"))
    world.instance.clear_requests()
    await flow.check()
    assert [each.path for each in world.instance.requests] == ["/auth/token"]
    (found,) = flow.findings("credentials")
    assert found.state is State.MISSING
    assert found.remedy


async def test_a_name_that_is_taken_again_is_noticed_with_the_next_list(world: RealWorld) -> None:
    """A live look goes by an earlier list of agents only while the agent keeps its name."""
    flow = await halfway(world, "liongard", "done")
    flow.go("permissions")
    await flow.look()
    assert (await flow.look()).cost == 1
    agent = world.instance.world.state.agent_named("Liongard")
    assert agent is not None
    world.instance.world.put_agent(with_(agent, name="Somebody else"))
    assert flow.standing(flow.current).state is StepState.DONE
    await flow.look()  # the details tell that the list is old
    world.instance.clear_requests()
    await flow.look()
    assert "/api/Agent" in {request.path for request in world.instance.requests}
    await flow.look()  # one look that does not see what was seen before may be hindered
    assert flow.standing(flow.current).state is not StepState.DONE
