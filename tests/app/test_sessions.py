"""Sign-ins as the program holds them: shared by setups, renewed, kept over a restart if asked."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace as with_

from tests.halo.signing_in import Person, agent, application
from tests.setup.fakes import Saved
from wizard.app.inspector import HaloInspector
from wizard.app.kept_secrets import KeptSecrets
from wizard.app.sessions import Sessions
from wizard.app.visits import HaloVisits
from wizard.checks import connection
from wizard.checks.findings import Finding, State
from wizard.fleet.outcome import Outcome
from wizard.fleet.runner import recheck
from wizard.halo.limits import Budgets
from wizard.practice.behaviour import Behaviour
from wizard.practice.model import Agent
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance
from wizard.problems import ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup import sign_in
from wizard.setup.flow import Flow, new_state
from wizard.setup.screens import opening
from wizard.setup.state import SecretPlace

pytestmark = pytest.mark.anyio
LIONGARD = Catalog().get("liongard")


@pytest.fixture(autouse=True)
def port(monkeypatch):
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        free = int(found.getsockname()[1])
    for module in (sign_in, opening):
        monkeypatch.setattr(module, "PORTS", (free,))
    return free


@dataclass
class Keychain:
    """A keychain that outlives the program. `refuses`: it takes nothing more."""

    kept: dict[str, Secret] = field(default_factory=dict)
    refuses: bool = False

    def backend(self) -> str:
        return "a keychain"

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        if self.refuses:
            raise ProblemError(problem("keychain.locked"))
        self.kept[service] = secret
        return SecretPlace(service, True, "a keychain")

    hold = keep

    def get(self, place: SecretPlace) -> Secret | None:
        return self.kept.get(place.service)

    def forget(self, place: SecretPlace) -> None:
        self.kept.pop(place.service, None)


@dataclass
class Here:
    """A practice instance, Sam, and a workstation on which the program can be started again."""

    practice: PracticeInstance
    sam: Agent
    client_id: str
    stack: AsyncExitStack
    keychain: Keychain = field(default_factory=Keychain)
    records: Saved = field(default_factory=Saved)
    sessions: Sessions | None = None

    async def start(self) -> None:
        """Start the program (again)."""
        self.sessions = Sessions(self.keychain, lambda *key: f"shared {' '.join(key)}")

    async def setup(self, name: str = "one", at: str = "sign_in") -> Flow:
        inspector = HaloInspector(LIONGARD, Budgets(), sessions=self.sessions)
        self.stack.push_async_callback(inspector.close)
        flow = Flow(
            LIONGARD,
            self.records.load(name) or new_state(LIONGARD, setup_id=name),
            inspector=inspector,
            keychain=self.keychain,
            records=self.records,
            service=lambda setup, secret: f"{setup} {secret}",
        )
        if "web" not in flow.state.answers:
            flow.answer("address", self.practice.address)
            await flow.check()
        if sign_in.CLIENT_ID not in flow.state.answers:
            flow.answer(sign_in.CLIENT_ID, self.client_id)
        await flow.ask_again()
        flow.go(at)
        return flow

    async def signed_in(self, *, stay: bool = False) -> Flow:
        await self.start()
        flow = await self.setup()
        await flow.stay_signed_in(stay=stay)
        await flow.sign_in(Person(self.sam))
        return flow

    def expire(self) -> None:
        """Let an hour pass for the token that is held."""
        for held in self.sessions._held.values():
            held._end = held._young_until = 0.0

    def disable(self) -> None:
        self.practice.world.put_agent(with_(self.sam, active=False))

    def stored(self) -> list[str]:
        return [each.reveal() for name, each in self.keychain.kept.items() if "shared" in name]


@asynccontextmanager
async def place(port: int, *, administrator: bool = True, **switches: bool) -> AsyncIterator[Here]:
    async with AsyncExitStack() as stack:
        world = Scenario(name="test", behaviour=with_(Behaviour(rate_limit=None), **switches))
        practice = stack.enter_context(PracticeInstance(world=world))
        client_id, _ = application(practice, port)
        sam = agent(practice, administrator=administrator)
        yield Here(practice, sam, client_id, stack)


def by_id(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    return {each.requirement: each for each in findings}


async def checked(flow: Flow, step: str) -> dict[str, Finding]:
    flow.go(step)
    return by_id(await flow.check())


async def test_nobody_signed_in_is_unknown_with_that_cause_and_never_missing(port):
    async with place(port) as here:
        await here.start()
        flow = await here.setup()
        found = by_id(await flow.check())
        assert set(found) == {connection.SIGN_IN}
        for step in ("sign_in", "agent", "permissions", "teams"):
            for each in (await checked(flow, step)).values():
                assert each.state is State.UNKNOWN
                assert "[sign_in.needed]" in each.found
                assert each.remedy == problem("sign_in.needed").remedy


async def test_without_the_wish_nothing_of_it_leaves_memory(port):
    async with place(port) as here:
        flow = await here.signed_in()
        assert here.keychain.kept == {}
        here.expire()
        assert by_id(await flow.check())[connection.SIGN_IN].state is State.MET
        assert here.keychain.kept == {}
        await here.start()
        again = await here.setup()
        assert "[sign_in.needed]" in by_id(await again.check())[connection.SIGN_IN].found


async def test_who_stays_signed_in_is_so_after_a_restart_and_the_token_rotates(port):
    async with place(port) as here:
        await here.signed_in(stay=True)
        (first,) = here.stored()
        await here.start()
        flow = await here.setup(at="agent")
        assert flow.signed_in is None  # nothing is asked of HaloPSA before a check
        flow.answer("agent_name", "Sam")
        assert (await checked(flow, "agent"))["agent:Username"].state is State.MET
        assert flow.signed_in == "Sam"
        (second,) = here.stored()
        assert second != first
        await here.start()
        later = await here.setup()
        assert by_id(await later.check())[connection.SIGN_IN].found == "signed in as Sam"


async def test_a_keychain_that_refuses_the_new_token_loses_nothing_now(port):
    async with place(port) as here:
        flow = await here.signed_in(stay=True)
        here.keychain.refuses = True
        here.expire()
        assert by_id(await flow.check())[connection.SIGN_IN].state is State.MET
        assert here.stored() == []  # a used one would only be refused at the next start
        here.expire()
        assert by_id(await flow.check())[connection.SIGN_IN].state is State.MET
        here.keychain.refuses = False
        await here.start()
        again = await here.setup()
        assert "[sign_in.needed]" in by_id(await again.check())[connection.SIGN_IN].found
        assert sign_in.REFRESH not in again.state.secrets


async def test_a_refused_renewal_says_sign_in_again_on_every_step(port):
    async with place(port) as here:
        flow = await here.signed_in(stay=True)
        here.disable()
        here.expire()
        for step in ("agent", "permissions", "teams", "sign_in"):
            for each in (await checked(flow, step)).values():
                assert each.state is State.UNKNOWN
                assert "[sign_in.again]" in each.found
        assert flow.signed_in is None
        here.practice.world.put_agent(here.sam)
        await flow.sign_in(Person(here.sam))
        assert by_id(flow.findings("sign_in"))[connection.SIGN_IN].state is State.MET


async def test_a_stored_token_that_is_refused_says_sign_in_again(port):
    async with place(port) as here:
        await here.signed_in(stay=True)
        here.disable()
        await here.start()
        flow = await here.setup()
        assert "[sign_in.again]" in by_id(await flow.check())[connection.SIGN_IN].found


async def test_one_sign_in_serves_two_setups_and_signing_out_ends_it_for_both(port):
    async with place(port) as here:
        first = await here.signed_in(stay=True)
        second = await here.setup("two")
        assert second.signed_in == "Sam"
        assert by_id(await second.check())[connection.SIGN_IN].state is State.MET
        assert sign_in.stays(second.state.answers)
        await second.sign_out()
        assert first.signed_in is None
        assert here.stored() == []
        await here.start()
        third = await here.setup()
        assert sign_in.REFRESH not in third.state.secrets


async def test_a_setup_that_knows_of_no_kept_sign_in_ends_it_too(port):
    async with place(port) as here:
        first = await here.signed_in()
        second = await here.setup("two")
        await first.stay_signed_in(stay=True)
        assert here.stored()
        await second.sign_out()
        assert here.stored() == []


async def test_signing_out_forgets_what_an_earlier_run_kept(port):
    async with place(port) as here:
        await here.signed_in(stay=True)
        await here.start()
        flow = await here.setup()
        assert here.stored()
        await flow.sign_out()
        assert here.stored() == []


async def test_a_person_without_the_rights_keeps_every_row_unknown_with_that_cause(port):
    async with place(port, administrator=False) as here:
        flow = await here.signed_in()
        found = by_id(flow.findings("sign_in"))
        assert found[connection.SIGN_IN].found == "signed in as Sam"
        told = found[connection.APPLICATIONS]
        assert connection.lacks_right(told)
        assert told.remedy.startswith("Sam may not see API applications.")
        assert not any(each.state is State.MISSING for each in found.values())
        for each in (await checked(flow, "application")).values():
            assert each.state is not State.MISSING


async def test_a_kept_sign_in_that_went_with_its_setup_does_not_come_back(port):
    async with place(port) as here:
        flow = await here.signed_in(stay=True)
        gone = flow.state.secrets[sign_in.REFRESH]
        here.keychain.forget(gone)
        here.sessions.no_longer_kept([gone.service, "another"])
        here.expire()
        await flow.check()
        assert flow.signed_in == "Sam"
        assert here.stored() == []


async def test_who_sees_nobody_but_themselves_sees_no_agents(port):
    async with place(port, other_agents_readable=False) as here:
        flow = await here.signed_in()
        told = by_id(flow.findings("sign_in"))[connection.AGENTS]
        assert told.state is State.UNKNOWN
        assert "[agent.others_hidden]" in told.found


async def test_a_failed_sign_in_leaves_the_one_that_there_is(port):
    async with place(port) as here:
        flow = await here.signed_in()
        with pytest.raises(ProblemError) as caught:
            await flow.sign_in(Person(here.sam, "refuse"))
        assert caught.value.problem.code == "sign_in.refused"
        assert flow.signed_in == "Sam"


async def test_a_re_check_looks_through_a_kept_sign_in_and_keeps_the_next_token(port):
    async with place(port) as here:
        flow = await here.signed_in(stay=True)
        flow.answer("agent_name", "Sam")
        (first,) = here.stored()
        await here.start()
        here.practice.clear_requests()
        visits = HaloVisits(
            profiles=Catalog().get,
            secrets=KeptSecrets(here.keychain),
            sessions=here.sessions,
            history=None,
            budgets=Budgets(),
        )
        told: list[Outcome] = []
        saved = here.records.load("one")
        await recheck([saved, saved.with_(id="two")], visits, told.append)
        for each in told:
            assert by_id(each.report.findings)["agent:Username"].state is State.MET
        assert len(told) == 2
        (second,) = here.stored()
        assert second != first
        assert [each.path for each in here.practice.requests if each.method == "POST"] == [
            "/auth/token"
        ]


async def test_a_sign_in_goes_on_after_a_scheduled_run_has_renewed_it(port):
    async with place(port) as here:
        flow = await here.signed_in(stay=True)
        window = here.sessions
        await here.start()  # as another program would, beside the window
        scheduled = await here.setup("two")
        assert by_id(await scheduled.check())[connection.SIGN_IN].state is State.MET
        here.sessions = window
        (renewed,) = here.stored()
        here.expire()
        assert by_id(await flow.check())[connection.SIGN_IN].state is State.MET
        (after,) = here.stored()
        assert after != renewed
