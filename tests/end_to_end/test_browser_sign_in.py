"""A real browser signs in at the practice instance, for the wizard's own flow and its window."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from tests.end_to_end.conftest import Workstation
from tests.end_to_end.traces import told_to_the_system, traces
from tests.end_to_end.window import RealWindow
from tests.halo.signing_in import agent, application
from tests.practice.chromium import Chromium, chromium
from tests.setup.fakes import Saved
from wizard.app.inspector import HaloInspector
from wizard.app.sessions import Sessions
from wizard.checks.findings import Finding, State
from wizard.halo.limits import Budgets
from wizard.practice.model import Agent, Method
from wizard.practice.server import PracticeInstance
from wizard.practice.sign_ins import password_of
from wizard.problems import ProblemError
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup import sign_in
from wizard.setup.flow import Flow, new_state
from wizard.setup.screens import opening
from wizard.store.secrets import SessionKeychain

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        shutil.which("chromium") is None or shutil.which("chromedriver") is None,
        reason="no browser: apt-get install chromium chromium-driver",
    ),
    pytest.mark.timeout(240),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> int:
    """A free port in the place of those that people register: tests may run side by side."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        free = int(found.getsockname()[1])
    for module in (sign_in, opening):
        monkeypatch.setattr(module, "PORTS", (free,))
    return free


@dataclass
class Here:
    """A setup at the step that signs in, and the browser that its address is opened in."""

    practice: PracticeInstance
    flow: Flow
    browser: Chromium
    sam: Agent
    secret: Secret

    async def sign_in(self, do: Callable[[], None]) -> tuple[Finding, ...]:
        """Sign in; `do` is what the person does in the browser, in a thread."""
        visits: list[asyncio.Future[None]] = []

        def opened(address: str) -> None:
            def visit() -> None:
                self.browser.open(address)
                do()

            visits.append(asyncio.ensure_future(asyncio.to_thread(visit)))

        try:
            return await self.flow.sign_in(opened)
        finally:
            for each in visits:
                await each

    async def refused(self, do: Callable[[], None]) -> str:
        with pytest.raises(ProblemError) as caught:
            await self.sign_in(do)
        return caught.value.problem.code

    def enter(self, action: str = "Allow") -> None:
        """Enter name and password, and consent or refuse."""
        self.browser.fill("Username", self.sam.name)
        self.browser.fill("Password", password_of(self.sam))
        self.browser.press("Sign in")
        self.browser.press(action)

    def states(self) -> dict[str, State]:
        found = self.flow.findings("sign_in")
        return {each.requirement.removeprefix("connection:"): each.state for each in found}


@pytest.fixture
async def here(request, browser, port):
    """A setup in which the wizard's application is made and its id entered."""
    options = getattr(request, "param", {})
    async with AsyncExitStack() as stack:
        practice = stack.enter_context(PracticeInstance())
        method = options.get("method", Method.NATIVE)
        client_id, secret = application(practice, port, method)
        sam = agent(practice, administrator=options.get("administrator", True))
        profile = Catalog().get("liongard")
        sessions = Sessions(SessionKeychain(), _service, patience=options.get("patience", 60))
        inspector = HaloInspector(profile, Budgets(), sessions=sessions)
        stack.push_async_callback(inspector.close)
        flow = Flow(
            profile,
            new_state(profile, setup_id="one", practice=True),
            inspector=inspector,
            keychain=SessionKeychain(),
            records=Saved(),
            service=_service,
        )
        flow.answer("address", practice.address)
        await flow.check()
        flow.go("sign_in")
        flow.answer(sign_in.CLIENT_ID, client_id)
        yield Here(practice, flow, browser, sam, secret)
        assert {each.path for each in practice.writes} <= {"/auth/authorize"}


def _service(one: str, other: str) -> str:
    return f"test {one} {other}"


async def test_a_person_signs_in_and_every_row_can_be_seen(here):
    await here.sign_in(here.enter)
    here.browser.until("You can close this tab")
    assert here.flow.signed_in == "Sam"
    assert set(here.states().values()) == {State.MET}
    assert here.flow.findings("sign_in")[0].found == "signed in as Sam"
    here.flow.go("agent")
    here.flow.answer("agent_name", "Sam")
    found = {each.requirement: each for each in await here.flow.check()}
    assert found["agent:Username"].state is State.MET


@pytest.mark.parametrize("here", [{"method": Method.WITH_SECRET}], indirect=True)
async def test_where_halo_wants_a_secret_it_is_asked_for_and_then_goes(here):
    assert await here.refused(here.enter) == "sign_in.secret_needed"
    assert here.flow.signed_in is None
    await here.flow.keep_secret(sign_in.CLIENT_SECRET, here.secret)
    await here.sign_in(here.enter)
    assert here.flow.signed_in == "Sam"
    assert set(here.states().values()) == {State.MET}


@pytest.mark.parametrize("here", [{"administrator": False}], indirect=True)
async def test_a_person_without_the_rights_is_told_who_has_to_do_it(here):
    await here.sign_in(here.enter)
    assert here.flow.signed_in == "Sam"
    assert here.states()["sign-in"] is State.MET
    told = next(f for f in here.flow.findings("sign_in") if f.requirement.endswith("applications"))
    assert told.state is State.UNKNOWN
    assert told.remedy.startswith("Sam may not see API applications. An administrator of HaloPSA")


async def test_a_refusal_is_named_and_told_in_the_browser(here):
    assert await here.refused(lambda: here.enter("Refuse")) == "sign_in.refused"
    here.browser.until("This sign-in did not work")
    here.browser.until("access_denied")
    assert here.flow.signed_in is None
    await here.sign_in(here.enter)  # a second try is not hindered by the first
    assert here.flow.signed_in == "Sam"


async def test_another_state_is_refused_and_its_code_not_used(here):
    def evil() -> None:
        changed = re.sub(r"state=[^&]+", "state=of-somebody-else", here.browser.address)
        here.browser.open(changed)
        here.enter()

    assert await here.refused(evil) == "sign_in.wrong_state"
    here.browser.until("does not belong to this sign-in")
    assert not any(each.path == "/auth/token" for each in here.practice.requests)
    assert here.flow.signed_in is None


async def test_a_cancel_lets_go_and_the_tab_that_is_left_harms_nothing(here, port):
    opened = asyncio.Event()
    shown: list[str] = []

    def show(address: str) -> None:
        shown.append(address)
        opened.set()

    waiting = asyncio.create_task(here.flow.sign_in(show))
    await opened.wait()
    await asyncio.to_thread(here.browser.open, shown[0])
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    with socket.socket() as tried:
        assert tried.connect_ex(("127.0.0.1", port)) != 0
    assert here.flow.signed_in is None
    await here.sign_in(here.enter)
    assert here.flow.signed_in == "Sam"


@pytest.mark.parametrize("here", [{"patience": 0.2}], indirect=True)
async def test_a_redirect_that_never_comes_is_named(here):
    assert await here.refused(lambda: None) == "sign_in.no_answer"
    assert here.flow.signed_in is None


async def test_an_address_that_is_not_registered_never_comes_back(here, monkeypatch):
    sessions = here.flow._inspector._sessions
    monkeypatch.setattr(sessions, "_patience", 0.2)
    other = here.practice.world.state.client(here.flow.state.answers[sign_in.CLIENT_ID])
    here.practice.world.put_application(replace(other, redirect_uris=("http://localhost:1/x",)))
    assert await here.refused(lambda: None) == "sign_in.no_answer"
    here.browser.until("redirect_uri")


async def test_one_sign_in_serves_the_other_setups_of_the_instance(here):
    await here.sign_in(here.enter)
    profile = Catalog().get("perimeters")
    sessions = here.flow._inspector._sessions
    inspector = HaloInspector(profile, Budgets(), sessions=sessions)
    other = Flow(
        profile,
        new_state(profile, setup_id="two", practice=True),
        inspector=inspector,
        keychain=SessionKeychain(),
        records=here.flow._records,
        service=_service,
    )
    other.answer("address", here.practice.address)
    await other.check()
    assert other.signed_in == "Sam"
    other.go("sign_in")
    await other.check()
    assert {each.state for each in other.findings("sign_in")} == {State.MET}
    await other.sign_out()
    assert here.flow.signed_in is None
    await inspector.close()


def test_in_the_real_window_and_again_after_a_restart(workstation, browser):
    window = workstation.open()
    window.begin("liongard")
    window.click("do-it")
    window.check()
    window.next()
    assert window.next().step == "sign_in"
    window.click("do-it")
    window.click("stay-signed-in")
    name = sign_in_by_browser(workstation, window, browser)
    assert window.look().standing("sign_in") == "done"
    (kept,) = kept_sign_ins(workstation)
    assert traces(kept, *workstation.everywhere()) == []
    assert told_to_the_system(kept, window.process.pid) == []

    window.kill()
    window = workstation.open()
    assert window.resume().step == "sign_in"
    assert "You stay signed in on this workstation" in window.look().texts
    # The practice instance forgot its sign-ins: what was kept is refused, and the browser asked.
    assert sign_in_by_browser(workstation, window, browser) == name
    assert len(workstation.opened) == 2
    (renewed,) = kept_sign_ins(workstation)
    assert renewed != kept
    window.click("sign-out")
    window.until(lambda seen: "Nobody is signed in" in seen.texts, "nobody")
    assert kept_sign_ins(workstation) == []
    assert window.close() == 0


def sign_in_by_browser(workstation: Workstation, window: RealWindow, browser: Chromium) -> str:
    """Sign in as an administrator, and give the name that the window shows."""
    before = len(workstation.opened)
    window.display.click(*window._bring("check").middle)  # this runs until the browser is back
    window.until(lambda seen: "open-again" in seen, "the wait for the browser")
    workstation.picture("sign_in-waiting")
    window.until(lambda _: len(workstation.opened) > before, "the browser")
    browser.open(workstation.opened[-1])
    name, password = re.search(r"^(.+) (practice-\d+)$", browser.text, re.MULTILINE).groups()
    browser.fill("Username", name)
    browser.fill("Password", password)
    browser.press("Sign in")
    browser.press("Allow")
    browser.until("You can close this tab")
    window.until(lambda seen: f"Signed in as {name}" in seen.texts, "who is signed in")
    window.idle()
    workstation.picture("sign_in-met")
    return str(name)


def kept_sign_ins(workstation: Workstation) -> list[str]:
    return [held for at, held in workstation.secrets().items() if at.endswith(":sign-in")]
