"""Signing in with the browser, renewing and ending it, against the practice instance over HTTP."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import httpx
import pytest
from msgspec.structs import replace as with_

from tests.halo.fakes import INSTANCE, SteppingTime, transport
from tests.halo.signing_in import SAM, Person, agent, application
from wizard.halo.records import TokenAnswer
from wizard.halo.session import Halo
from wizard.halo.signed_in import SCOPES, SignedIn, SignInApplication, sign_in
from wizard.halo.token_endpoint import TokenEndpoint
from wizard.practice.behaviour import Behaviour
from wizard.practice.faults import Fault, FaultKind, Place
from wizard.practice.model import Agent, Method
from wizard.practice.scenarios import Scenario
from wizard.practice.server import PracticeInstance
from wizard.problems import ProblemError
from wizard.secret import Secret

pytestmark = pytest.mark.anyio


@dataclass
class Here:
    """A practice instance, an application of the wizard in it, and Sam."""

    practice: PracticeInstance
    halo: Halo
    sam: Agent
    ours: SignInApplication
    secret: Secret
    time: SteppingTime = field(default_factory=SteppingTime)

    async def token(self, person: Person | None = None, **changes: object) -> TokenAnswer:
        ours = replace(self.ours, **changes)
        shown = person or Person(self.sam)
        return await sign_in(self.halo.token_endpoint, ours, shown, 30)

    async def refused(self, person: Person | None = None, **changes: object) -> str:
        with pytest.raises(ProblemError) as caught:
            await self.token(person, **changes)
        return caught.value.problem.code

    async def signed_in(self, **changes: object) -> SignedIn:
        return SignedIn(self.ours, token=await self.token(), clock=self.time.clock, **changes)

    def requests(self) -> int:
        return sum(each.path == "/auth/token" for each in self.practice.requests)


@pytest.fixture
def port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@asynccontextmanager
async def place(
    port, method=Method.NATIVE, *, administrator=True, **switches
) -> AsyncIterator[Here]:
    behaviour = with_(Behaviour(rate_limit=None), **switches)
    with PracticeInstance(world=Scenario(name="test", behaviour=behaviour)) as practice:
        client_id, secret = application(practice, port, method)
        async with Halo.open(practice.address) as halo:
            ours = SignInApplication(client_id, port)
            sam = agent(practice, administrator=administrator)
            yield Here(practice, halo, sam, ours, secret)
            # The browser posts on the sign-in page; the wizard itself never writes.
            assert {each.path for each in practice.writes} <= {"/auth/authorize"}


async def test_a_person_signs_in_and_the_wizard_sees_what_they_see(port):
    async with place(port) as here:
        person = Person(here.sam)
        signed_in = SignedIn(here.ours, token=await here.token(person))
        assert "You can close this tab" in (await person.seen()).text
        assert here.practice.tenant in person.shown[0]
        gate = here.halo.person(signed_in)
        reader = gate.reader(await gate.token())
        assert (await reader.me()).name == SAM
        assert len(await reader.agents()) > 2
        assert len(await reader.roles()) > 0
        assert gate.client_id in {each.client_id for each in await reader.applications()}


async def test_where_a_secret_is_demanded_the_problem_says_so_and_the_secret_helps(port):
    async with place(port, Method.WITH_SECRET) as here:
        assert await here.refused() == "sign_in.secret_needed"
        assert await here.refused(secret=Secret("wrong")) == "token.invalid_client"
        token = await here.token(secret=here.secret)
        assert token.refresh_token


async def test_a_refusal_is_told_to_both(port):
    async with place(port) as here:
        person = Person(here.sam, "refuse")
        assert await here.refused(person) == "sign_in.refused"
        page = await person.seen()
        assert page.status_code == 400
        assert "access_denied" in page.text
        assert here.requests() == 0


async def test_a_changed_state_gets_no_token(port):
    async with place(port) as here:

        def evil(address):
            return re.sub(r"state=[^&]+", "state=evil", address)

        person = Person(here.sam, change=evil)
        assert await here.refused(person) == "sign_in.wrong_state"
        assert "does not belong to this sign-in" in (await person.seen()).text
        assert here.requests() == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"scopes": ("read:tickets",)}, "sign_in.invalid_scope"),
        ({"method": Method.SERVICES}, "sign_in.wrong_method"),
        ({"allow_agents": False}, "sign_in.refused"),
    ],
)
async def test_an_application_that_is_set_up_otherwise_is_told(port, changes, code):
    async with place(port) as here:
        client_id, _ = application(here.practice, port, **changes)
        assert await here.refused(client_id=client_id) == code


async def test_an_authorisation_server_elsewhere_gets_nobody_without_a_yes():
    other = replace(INSTANCE, authorisation_server="https://login.example/auth")
    endpoint = TokenEndpoint(transport(lambda _: httpx.Response(500), instance=other), other)
    with pytest.raises(ProblemError) as caught:
        await sign_in(endpoint, SignInApplication("id", 0), pytest.fail, 1)
    assert caught.value.problem.code == "auth_server.other_host"


async def test_a_cancel_while_the_browser_is_open_lets_go_of_the_port(port):
    async with place(port) as here:
        opened = asyncio.Event()
        waiting = asyncio.create_task(
            sign_in(here.halo.token_endpoint, here.ours, lambda _: opened.set(), 30)
        )
        await opened.wait()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert await here.token()


async def test_a_token_is_kept_until_shortly_before_its_end_and_then_renewed(port):
    async with place(port) as here:
        kept = []

        async def rotated(refresh):
            kept.append(refresh)

        signed_in = await here.signed_in(rotated=rotated)
        endpoint, first = here.halo.token_endpoint, signed_in.refresh_token
        token = await signed_in.token(endpoint)
        here.time.now = 3539
        assert await signed_in.token(endpoint) is token
        here.time.now = 3540
        renewed = await signed_in.token(endpoint)
        assert renewed.access_token != token.access_token
        assert kept == [signed_in.refresh_token]
        assert signed_in.refresh_token != first
        me = await here.halo.person(signed_in).reader(renewed).me()
        assert me.name == SAM


async def test_many_who_want_a_renewal_get_the_same_one(port):
    async with place(port) as here:
        signed_in = await here.signed_in()
        here.time.now = 4000
        before = here.requests()
        tokens = await asyncio.gather(
            *(signed_in.token(here.halo.token_endpoint) for _ in range(5))
        )
        assert len({token.access_token for token in tokens}) == 1
        assert here.requests() - before == 1


async def test_a_cancelled_check_does_not_lose_the_renewal_that_it_began(port):
    async with place(port) as here:
        signed_in = await here.signed_in()
        first = signed_in.refresh_token
        here.time.now = 4000
        waiting = asyncio.create_task(signed_in.token(here.halo.token_endpoint))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await signed_in.settled()
        assert signed_in.refresh_token != first
        assert await signed_in.token(here.halo.token_endpoint)


async def test_a_refused_renewal_says_sign_in_again_and_stays_so(port):
    async with place(port) as here:
        signed_in = await here.signed_in()
        here.practice.world.put_agent(with_(here.sam, active=False))
        here.time.now = 4000
        for _ in range(2):
            with pytest.raises(ProblemError) as caught:
                await signed_in.token(here.halo.token_endpoint)
            assert caught.value.problem.code == "sign_in.again"
        assert not signed_in.alive


async def test_a_renewal_that_the_network_broke_is_tried_again(port):
    async with place(port) as here:
        signed_in = await here.signed_in()
        here.time.now = 4000
        here.practice.faults.switch_on(Fault(kind=FaultKind.UNAVAILABLE, where=(Place.TOKEN,)))
        with pytest.raises(ProblemError) as caught:
            await signed_in.token(here.halo.token_endpoint)
        assert caught.value.problem.code == "http.server_error"
        here.practice.faults.switch_off()
        assert await signed_in.token(here.halo.token_endpoint)


async def test_without_a_refresh_token_the_end_is_the_end(port):
    async with place(port) as here:
        token = replace(await here.token(), refresh_token=None)
        signed_in = SignedIn(here.ours, token=token, clock=here.time.clock)
        assert await signed_in.renew(here.halo.token_endpoint, token) is token
        here.time.now = 4000
        with pytest.raises(ProblemError) as caught:
            await signed_in.token(here.halo.token_endpoint)
        assert caught.value.problem.code == "sign_in.again"


async def test_a_sign_in_of_an_earlier_run_goes_on_from_its_refresh_token(port):
    async with place(port) as here:
        stored = (await here.token()).refresh_token
        signed_in = SignedIn(here.ours, refresh=stored)
        gate = here.halo.person(signed_in)
        assert (await gate.reader(await gate.token()).me()).name == SAM
        again = SignedIn(here.ours, refresh=stored)
        with pytest.raises(ProblemError) as caught:
            await again.token(here.halo.token_endpoint)
        assert caught.value.problem.code == "sign_in.again"


async def test_what_the_person_may_not_see_is_a_right_that_they_lack(port):
    async with place(port, administrator=False) as here:
        signed_in = await here.signed_in()
        gate = here.halo.person(signed_in)
        reader = gate.reader(await gate.token())
        assert (await reader.me()).name == SAM
        before = here.requests()
        for _ in range(3):
            with pytest.raises(ProblemError) as caught:
                await reader.applications()
            assert caught.value.problem.code == "sign_in.lacks_right"
            assert caught.value.problem.detail.startswith("GET /Application: 40")
        assert here.requests() == before  # a young token is not renewed for it


async def test_an_old_token_that_is_refused_is_renewed_once(port):
    async with place(port) as here:
        signed_in = await here.signed_in()
        endpoint = here.halo.token_endpoint
        token = await signed_in.token(endpoint)
        here.time.now = 700
        renewed = await signed_in.renew(endpoint, token)
        assert renewed is not token
        assert await signed_in.renew(endpoint, token) is renewed
        assert await signed_in.renew(endpoint, renewed) is renewed


async def test_who_is_not_known_any_more_is_asked_to_sign_in_again(port):
    async with place(port) as here:
        signed_in = await here.signed_in()
        gate = here.halo.person(signed_in)
        reader = gate.reader(await gate.token())
        here.practice.faults.switch_on(Fault(kind=FaultKind.UNAUTHORISED, where=(Place.ME,)))
        with pytest.raises(ProblemError) as caught:
            await reader.me()
        assert caught.value.problem.code == "sign_in.again"


async def test_nothing_secret_of_a_sign_in_shows_in_what_is_printed(port):
    async with place(port) as here:
        token = await here.token()
        assert token.refresh_token
        printed = repr(token) + repr(here.ours) + repr(SignedIn(here.ours, token=token))
        assert token.refresh_token.reveal() not in printed
        assert token.access_token.reveal() not in printed


def test_the_scopes_ask_for_no_more_than_the_application_holds():
    assert SCOPES == ("openid", "offline_access", "all", "all:teams")
