"""Every page of the window in its states, to be drawn and measured.

A scene is one entry: a coroutine under `@scene(name)` that takes a `Studio`, a window in a made
world, and brings it into the state that its name tells. Names are `page-state`.
"""

import asyncio
import datetime as dt
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec import structs
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget

from tests.checks import observations as seen
from tests.ui import adoptions
from tests.ui.fakes import World, day, finding
from tests.ui.fleets import FakeFleet
from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.rules.case import unknown
from wizard.halo.records import Instance
from wizard.problems import Layer, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.lint import lint_bytes
from wizard.profiles.prose import spoken
from wizard.profiles.requirements import requirements
from wizard.profiles.schema import FieldRow, GivenStep, Profile, ScreenStep, Source
from wizard.secret import Secret
from wizard.setup.adopt import Connection, Proposal
from wizard.setup.flow import new_state
from wizard.setup.state import SecretPlace, SetupState
from wizard.ui.pages.base import StepPage
from wizard.ui.services import Services
from wizard.ui.window import Window

WIDE = (1040, 720)  # px, as the window opens
_SLOW = 0.3  # s, until the sign that something runs is shown

RARE = Profile(
    format=1,
    id="rare",
    name="Rare",
    summary="Has the steps that no built-in guide has.",
    source=Source(title="Rare guide", publisher="Rare", seen=dt.date(2026, 11, 22)),
    prerequisites=(),
    steps=(
        GivenStep(name="token", label="Enrolment key"),
        ScreenStep(
            title="Set the notification",
            menu=("Configuration", "Notifications"),
            rows=(
                FieldRow(label="Send to", value="Rare"),
                FieldRow(label="Trigger", value="Ticket updated", note="for every ticket type"),
            ),
        ),
    ),
)


_BROKEN = b"""format = 1
id = "our-own"
name = "Our own"
summary = "Reads tickets."

[source]
title = "Guide"
publisher = "We"
seen = 2026-11-22

[[step]]
kind = "application"
name = "Our own"

  [[step.scope]]
  name = "read:ticket"

[[step]]
kind = "handover"
where = "there"
"""


class Studio:
    """A window in a made world."""

    def __init__(self, profile_id: str = "liongard", *, practice: bool = False) -> None:
        profiles = Catalog().all()
        self.world = World(*profiles)
        self.profile = {each.id: each for each in (*profiles, RARE)}[profile_id]
        asked = tuple(each.id for each in requirements(self.profile))
        self.world.inspector.everything = asked
        unseen = [name for name in asked if name.startswith("screen:")]  # by the API
        self.world.inspector.states = dict.fromkeys(unseen, State.UNKNOWN)

        self.adoption = adoptions.FakeAdoption()
        self.fleet = FakeFleet(self.world.records, profiles)

        async def helper(*_: object) -> dict[str, str | Secret]:
            return {}

        self.window = Window(
            Services(
                profiles=lambda: self.world.profiles,
                records=self.world.records,
                open_flow=self.world.open_flow,
                practice=practice,
                helper=helper if practice else None,
                open_url=self.world.opened.append,
                person="anna",
                open_practice=None if practice else lambda: None,
                remove=self.world.remove,
                own_profiles=lambda: self.world.own,
                schedule=lambda: self.world.schedule,
                exchange=lambda: self.world.exchange,
                adoption=lambda: self.adoption,
                fleet=lambda: self.fleet,
            )
        )
        self.window.resize(*WIDE)
        self.window.show()

    @property
    def page(self) -> StepPage:
        """Give the page that is shown."""
        return self.window.here._page

    async def begin(self) -> None:
        """Begin a setup."""
        self.window.begin(spoken(self.profile), None)
        await settle()

    async def at(self, kind: str) -> None:
        """Begin a setup, find the instance, and go to the step of this kind."""
        await self.begin()
        flow = self.world.flow
        if kind != "connection":
            flow.answer("connection", "sign_in" if kind == "sign_in" else "admin")
        flow.answer("address", "https://acme.halopsa.com")
        await flow.check()
        self.page.fill()
        flow.answer("agent_name", "liongard")
        await self.to(kind)
        await self.window.bridge.settled()

    async def to(self, kind: str) -> None:
        """Go to the step of this kind; those before it are done."""
        flow = self.world.flow
        if kind in ("application", "credentials", "scopes", "proof", "hand_over", "note", "done"):
            flow.answer("client_id", "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21")
            if kind not in ("application", "credentials"):
                await flow.keep_secret("client_secret", Secret("z" * 36))
        for step in flow.steps:
            if step.kind == kind:
                self.window.here.go(step.id)
                break
            if flow.current.id != step.id:
                flow.go(step.id)
            if step.requirements:
                await flow.check()
            flow.next()
        await settle()

    async def check(self) -> None:
        """Check the step."""
        self.window.here.check()
        await settle()

    async def hold(self) -> None:
        """Check the step, and keep the check from ending."""
        self.world.inspector.gate = asyncio.Event()
        self.window.here.check()
        await asyncio.sleep(_SLOW)
        await settle()

    async def close(self) -> None:
        """Close the window, for good."""
        self.world.keychain.missing = False  # so that a secret in a field finds its place
        for gate in (self.world.inspector.gate, self.adoption.gate):
            if gate is not None:
                gate.set()
        self.world.inspector.gate = self.adoption.gate = None
        for _ in range(2):  # the first saves what was entered
            await self.window.bridge.settled()
            self.window.close()
        await self.window.finish()
        self.window.deleteLater()
        await settle()


Play = Callable[[Studio], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """One page in one state."""

    name: str
    play: Play
    profile: str = "liongard"
    practice: bool = False

    async def set_up(self) -> Studio:
        """Give a window that shows it."""
        studio = Studio(self.profile, practice=self.practice)
        await self.play(studio)
        await settle()
        return studio

    @asynccontextmanager
    async def shown(self) -> AsyncIterator[Studio]:
        """Give a window that shows it, and close it whatever happens."""
        studio = await self.set_up()
        try:
            yield studio
        finally:
            await studio.close()


SCENES: dict[str, Scene] = {}


def scene(name: str, **options: Any) -> Callable[[Play], Play]:
    """Add a scene; options: `profile`, `practice`."""

    def add(play: Play) -> Play:
        assert name not in SCENES
        SCENES[name] = Scene(name, play, **options)
        return play

    return add


async def settle() -> None:
    """Let tasks, layouts and deletions run."""
    for _ in range(6):
        await asyncio.sleep(0.004)
        QApplication.sendPostedEvents(None, 0)


# -- without a setup ------------------------------------------------------------------------


@scene("home-empty")
async def _(studio: Studio) -> None:
    studio.window.show_home()


@scene("home-full")
async def _(studio: Studio) -> None:
    await studio.at("done")
    _more_setups(studio)
    studio.window.show_home()


@scene("home-many")
async def _(studio: Studio) -> None:
    await studio.at("done")
    _more_setups(studio)
    for number in range(5):
        old = studio.world.flow.state.with_(
            id=f"more{number}", created=day(f"2026-09-0{number + 1}")
        )
        studio.world.records.save(old)
    studio.window.show_home()


@scene("home-remove")
async def _(studio: Studio) -> None:
    await studio.at("done")
    studio.window.show_home()
    studio.window.here.page._cards[0].ask()


@scene("home-remove-error")
async def _(studio: Studio) -> None:
    await studio.at("done")
    studio.window.show_home()
    studio.window.here.page._cards[0].ask()
    studio.world.keychain.locked = True
    studio.window.here.page._cards[0].remove.emit(studio.world.flow.state, False)
    await studio.window.bridge.settled()


@scene("home-practice", practice=True)
async def _(studio: Studio) -> None:
    studio.window.show_home()


@scene("home-error")
async def _(studio: Studio) -> None:
    studio.window.show_home()
    studio.window.problem.show_problem(problem("records.unwritable", "No space left on device"))


@scene("import-new")
async def _(studio: Studio) -> None:
    await _import(studio, here=0)


@scene("import-here")
async def _(studio: Studio) -> None:
    await _import(studio, here=2)


@scene("schedule-off")
async def _(studio: Studio) -> None:
    studio.window.show_schedule()
    await studio.window.bridge.settled()


@scene("schedule-planned")
async def _(studio: Studio) -> None:
    await _schedule(studio, "weekly")


@scene("schedule-set")
async def _(studio: Studio) -> None:
    await _schedule(studio, "daily")
    studio.window.here.next()
    await studio.window.bridge.settled()


@scene("schedule-removal")
async def _(studio: Studio) -> None:
    await _schedule(studio, "daily")
    studio.window.here.next()
    await studio.window.bridge.settled()
    studio.window.findChild(QRadioButton, "often:off").click()
    await studio.window.bridge.settled()


@scene("schedule-none")
async def _(studio: Studio) -> None:
    studio.world.schedule.problem = problem("schedule.none")
    studio.window.show_schedule()
    await studio.window.bridge.settled()


@scene("choose-empty")
async def _(studio: Studio) -> None:
    studio.window.show_choice()


@scene("choose-chosen")
async def _(studio: Studio) -> None:
    studio.window.show_choice()
    studio.window.here.page.choose("watchguard-cloud")


@scene("choose-mistakes")
async def _(studio: Studio) -> None:
    studio.window.show_choice()
    name = "our-own-monitoring.toml"
    studio.window.here.page.show_mistakes(name, lint_bytes(_BROKEN))


@scene("choose-own")
async def _(studio: Studio) -> None:
    await _own(studio)


@scene("choose-own-removal")
async def _(studio: Studio) -> None:
    await _own(studio)
    studio.window.here.page.ask_removal("our-own", ())


@scene("choose-own-used")
async def _(studio: Studio) -> None:
    await _own(studio)
    made = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    users = [SetupState(f"s{n}", "our-own", n == 2, made) for n in range(3)]
    somewhere = {"web": "https://service.werkstatt-muenchen-und-umland.example"}
    users[0] = users[0].with_(answers=somewhere)
    studio.window.here.page.ask_removal("our-own", users)


async def _own(studio: Studio) -> None:
    """Choose a profile that was opened from a file."""
    studio.window.show_choice()
    profiles = {each.id: each for each in Catalog().all()}
    studio.window.here.page.take(spoken(structs.replace(profiles["topleft"], id="our-own")))


@scene("choose-nothing")
async def _(studio: Studio) -> None:
    studio.window.show_choice()
    studio.window.here.page.search.setText("connectwise")


# -- a connection that was made by hand -----------------------------------------------------


@scene("adopt-empty")
async def _(studio: Studio) -> None:
    studio.window.show_adopt()


@scene("adopt-needed")
async def _(studio: Studio) -> None:
    studio.window.show_adopt()
    studio.window.here.next()


@scene("adopt-administrator")
async def _(studio: Studio) -> None:
    await _given(studio, adoptions.WITH_ADMINISTRATOR)


@scene("adopt-busy")
async def _(studio: Studio) -> None:
    await _given(studio)
    studio.adoption.gate = asyncio.Event()
    studio.window.here.next()
    await asyncio.sleep(_SLOW)


@scene("adopt-error")
async def _(studio: Studio) -> None:
    await _given(studio)
    studio.adoption.problem = problem("token.invalid_client", "401 invalid_client")
    studio.window.here.next()
    await studio.window.bridge.settled()


@scene("adopt-other-host")
async def _(studio: Studio) -> None:
    await _given(studio)
    studio.adoption.problem = problem("auth_server.other_host", "sign-in.example.net")
    studio.window.here.next()
    await studio.window.bridge.settled()


@scene("adopt-known")
async def _(studio: Studio) -> None:
    await _given(studio)
    state = adoptions.state()
    studio.world.records.save(state)
    studio.adoption.found = adoptions.known(state)
    studio.window.here.next()
    await studio.window.bridge.settled()


@scene("adopt-no-keychain")
async def _(studio: Studio) -> None:
    studio.adoption.missing = True
    await _given(studio)


@scene("proposal-met")
async def _(studio: Studio) -> None:
    await _proposed(studio, adoptions.proposal(seen.good()))


@scene("proposal-differs")
async def _(studio: Studio) -> None:
    held = adoptions.scoped(seen.good(), "read:tickets", "read:assets", "edit:assets")
    await _proposed(studio, adoptions.proposal(held))


@scene("proposal-own-eyes")
async def _(studio: Studio) -> None:
    await _proposed(studio, adoptions.proposal(adoptions.blind()))


@scene("proposal-equal")
async def _(studio: Studio) -> None:
    await _proposed(studio, adoptions.equal())


@scene("proposal-unlike")
async def _(studio: Studio) -> None:
    await _proposed(studio, adoptions.unlike())


@scene("proposal-keychain")
async def _(studio: Studio) -> None:
    await _proposed(studio, adoptions.proposal(seen.good()))
    studio.adoption.problem = problem("keychain.locked")
    studio.window.here.next()
    await studio.window.bridge.settled()


async def _given(studio: Studio, connection: Connection = adoptions.CONNECTION) -> None:
    studio.window.show_adopt()
    studio.window.here._page.fill(connection)
    await settle()


async def _proposed(studio: Studio, found: Proposal) -> None:
    await _given(studio)
    studio.adoption.found = found
    studio.window.here.next()
    await studio.window.bridge.settled()


# -- finding HaloPSA ------------------------------------------------------------------------


@scene("instance-empty")
async def _(studio: Studio) -> None:
    await studio.begin()


@scene("instance-practice", practice=True)
async def _(studio: Studio) -> None:
    await studio.begin()


@scene("instance-needed")
async def _(studio: Studio) -> None:
    await studio.begin()
    await studio.check()


@scene("instance-busy")
async def _(studio: Studio) -> None:
    await _address(studio)
    await studio.hold()


@scene("instance-error")
async def _(studio: Studio) -> None:
    await _address(studio)
    detail = "acme.halopsa.com: Name or service not known"
    studio.world.inspector.problem = problem("network.dns", detail)
    await studio.check()


@scene("instance-met")
async def _(studio: Studio) -> None:
    await _address(studio)
    await studio.check()


@scene("instance-unknown")
async def _(studio: Studio) -> None:
    web = "https://helpdesk.example.co.uk"
    studio.world.inspector.instance = Instance(
        web, f"{web}/api", f"{web}/auth", None, discovered=False
    )
    await _address(studio)
    await studio.check()


async def _address(studio: Studio) -> None:
    await studio.begin()
    studio.world.flow.answer("address", "https://acme.halopsa.com")
    studio.page.fill()


# -- the pages with rows, each in each state ------------------------------------------------


def _first(studio: Studio, state: State) -> None:
    """Let a check of the step find its first requirement in this state, the rest met."""
    step = studio.world.flow.current
    name = next(iter(step.requirements)) if step.requirements != ("*",) else "scope:read:tickets"
    studio.world.inspector.findings[name] = _found(name, state)


def _found(name: str, state: State) -> Finding:
    link = "https://acme.halopsa.com/config/agents/7"
    if state is State.MISSING:
        seen = ("agent 'liongard' carries Tx = 1 (Read Only)", "role 'Techniker' carries no Tx")
        what = name.partition(":")[2] or "it"
        remedy = f"Agents > liongard > Permissions > Edit: set {what}, and save."
        return finding(name, state, evidence=seen, remedy=remedy, link=link)
    if state is State.UNKNOWN:
        seen = ("the answer carries no claims of the role 'Techniker für Außendienst'",)
        return finding(name, state, evidence=seen, remedy="Look in HaloPSA, then confirm it.")
    return finding(name, state, link=link)


async def _nothing(studio: Studio) -> None: ...


async def _met(studio: Studio) -> None:
    await studio.check()


async def _missing(studio: Studio) -> None:
    _first(studio, State.MISSING)
    await studio.check()


async def _unknown(studio: Studio) -> None:
    _first(studio, State.UNKNOWN)
    await studio.check()


async def _excess(studio: Studio) -> None:
    _first(studio, State.EXCESS)
    await studio.check()


async def _confirmed(studio: Studio) -> None:
    await _unknown(studio)
    studio.page.row_actions().confirm(next(iter(studio.world.inspector.findings)))


async def _error(studio: Studio) -> None:
    studio.world.inspector.problem = problem("token.invalid_client", "HTTP 400 invalid_client")
    await studio.check()


STATES = {
    "empty": _nothing,
    "busy": Studio.hold,
    "met": _met,
    "missing": _missing,
    "unknown": _unknown,
    "excess": _excess,
    "confirmed": _confirmed,
    "error": _error,
}
WITH_ROWS = {  # page: the profile that shows most of it
    "admin_application": "liongard",
    "role": "topleft",
    "agent": "topleft",
    "permissions": "perimeters",
    "teams": "liongard",
    "application": "liongard",
    "scopes": "watchguard-cloud",
    "proof": "liongard",
}


def _add_pages_with_rows() -> None:
    for page, profile in WITH_ROWS.items():
        for state, bring in STATES.items():

            async def play(studio: Studio, page: str = page, bring: Play = bring) -> None:
                await studio.at(page)
                if page == "admin_application":
                    await _let_in(studio)
                await bring(studio)

            scene(f"{page}-{state}", profile=profile)(play)


async def _let_in(studio: Studio) -> None:
    flow = studio.world.flow
    await flow.keep_secret("admin_client_secret", Secret("x" * 40))
    flow.answer("admin_client_id", "4d6c4c0e-3d1f-4c1e-9f5a-2f5f0d7f9b11")
    studio.page.fill()


_add_pages_with_rows()


@scene("connection-empty")
async def _(studio: Studio) -> None:
    await studio.at("connection")


@scene("admin_application-new")
async def _(studio: Studio) -> None:
    await studio.at("admin_application")


@scene("sign_in-new")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")


@scene("sign_in-needed")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await studio.check()


@scene("sign_in-ready")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await _made(studio)


@scene("sign_in-waiting")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await _made(studio)
    await studio.hold()


@scene("sign_in-met")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await _made(studio)
    await studio.world.flow.stay_signed_in(stay=True)
    _said_by_halo(studio)
    await studio.check()


@scene("sign_in-reused")
async def _(studio: Studio) -> None:
    await _another_of_the_instance(studio)
    await studio.at("sign_in")


@scene("sign_in-lacking")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await _made(studio)
    _said_by_halo(studio)
    _lacking(studio, "connection:agents", "connection:applications")
    await studio.check()


@scene("sign_in-error")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await _made(studio)
    studio.world.inspector.problem = problem(
        "sign_in.secret_needed", "401 invalid_client: The client credentials are invalid."
    )
    await studio.check()


@scene("sign_in-cancelled")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await _made(studio)
    await studio.hold()
    studio.window._cancel()
    await settle()


@scene("permissions-lacking")
async def _(studio: Studio) -> None:
    await studio.at("sign_in")
    await _made(studio)
    await studio.check()
    await studio.to("permissions")
    rows = [row.requirement for row in studio.world.flow.current.fill_in]
    _lacking(studio, *rows)
    await studio.check()


async def _made(studio: Studio) -> None:
    """Make the application for sign-ins, and enter its id."""
    studio.world.flow.answer("sign_in_client_id", "4d6c4c0e-3d1f-4c1e-9f5a-2f5f0d7f9b11")
    studio.page.fill()


async def _another_of_the_instance(studio: Studio) -> None:
    """Save a setup of the same instance, which made the application for sign-ins."""
    state = new_state(studio.profile, setup_id="before")
    answers = {
        "web": "https://acme.halopsa.com",
        "sign_in_client_id": "4d6c4c0e-3d1f-4c1e-9f5a-2f5f0d7f9b11",
        "sign_in_port": "3000",
    }
    studio.world.records.save(state.with_(answers=answers))


def _said_by_halo(studio: Studio) -> None:
    for name, found in (
        ("sign-in", "signed in as Sam"),
        ("agents", "agents are shown (14)"),
        ("roles", "roles are shown (6)"),
        ("applications", "applications are shown (3)"),
    ):
        requirement = f"connection:{name}"
        studio.world.inspector.findings[requirement] = finding(
            requirement, wanted="can be read", found=found, evidence=()
        )


def _lacking(studio: Studio, *requirements: str) -> None:
    for each in requirements:
        cause = problem("sign_in.lacks_right", "GET /Agent: 403")
        studio.world.inspector.findings[each] = unknown(each, Layer.AGENT, "Yes", cause)


@scene("permissions-some")
async def _(studio: Studio) -> None:
    await studio.at("permissions")
    _some_left(studio)
    await studio.check()


@scene("permissions-practice", profile="perimeters", practice=True)
async def _(studio: Studio) -> None:
    await studio.at("permissions")
    _some_left(studio)
    await studio.check()


@scene("proof-some")
async def _(studio: Studio) -> None:
    await studio.at("proof")
    _some_left(studio)
    await studio.check()


@scene("role-notice", profile="topleft")
async def _(studio: Studio) -> None:
    await studio.at("role")
    studio.window.tell(
        "Enter Client Secret (Id and secret). The secret was held for an earlier session only."
    )


@scene("given-empty", profile="rare")
async def _(studio: Studio) -> None:
    await studio.at("given")


@scene("screen-unknown", profile="rare")
async def _(studio: Studio) -> None:
    await studio.at("screen")


@scene("screen-confirmed", profile="rare")
async def _(studio: Studio) -> None:
    await studio.at("screen")
    studio.page.row_actions().confirm(studio.world.flow.current.fill_in[0].requirement)


# -- the secret, and the end ----------------------------------------------------------------


@scene("credentials-empty")
async def _(studio: Studio) -> None:
    await studio.at("credentials")
    studio.world.flow.answer("client_id", "")
    studio.page.fill()


@scene("credentials-no-keychain")
async def _(studio: Studio) -> None:
    await studio.at("credentials")
    studio.world.keychain.missing = True
    studio.page.enter_secret("client_secret", Secret("z" * 36))
    await studio.check()


async def _with_secret(studio: Studio) -> None:
    await studio.at("credentials")
    studio.page.enter_secret("client_secret", Secret("z" * 36))
    await studio.page.commit()


def _add_credentials() -> None:
    for state in ("busy", "met", "missing", "unknown", "error"):

        async def play(studio: Studio, bring: Play = STATES[state]) -> None:
            await _with_secret(studio)
            await bring(studio)

        scene(f"credentials-{state}")(play)


_add_credentials()


@scene("credentials-pasted")
async def _(studio: Studio) -> None:
    await studio.at("credentials")
    studio.world.flow.answer("client_id", "")
    studio.page.fill()
    field = studio.window.findChild(QLineEdit, "input:client_id")
    field.setFocus()
    guid = "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21"
    QApplication.clipboard().setText(f"Client ID: {guid} Client Secret: {guid}-{guid}")
    field.paste()
    await studio.window.bridge.settled()


@scene("credentials-shown")
async def _(studio: Studio) -> None:
    guid = "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21"
    await studio.at("credentials")
    await studio.world.flow.keep_secret("client_secret", Secret(f"{guid}-{guid}"))
    studio.page.fill()
    await studio.check()
    studio.window.findChild(QWidget, "show:client_secret").click()
    await studio.window.bridge.settled()


@scene("proof-cancelled")
async def _(studio: Studio) -> None:
    await studio.at("proof")
    await studio.check()
    await studio.hold()
    studio.window.bridge.cancel()


@scene("hand_over-copied")
async def _(studio: Studio) -> None:
    await studio.at("hand_over")
    studio.window.findChild(QWidget, "copy:Client Secret").click()
    await studio.window.bridge.settled()
    for _ in range(18):
        studio.window.clipboard.tick()


@scene("hand_over-met")
async def _(studio: Studio) -> None:
    await studio.at("hand_over")


@scene("hand_over-asks", profile="perimeters", practice=True)
async def _(studio: Studio) -> None:
    await studio.at("application")
    for step in studio.world.flow.steps:
        if step.kind == "hand_over":
            studio.world.flow.answer("client_id", "")
            studio.window.here.go(step.id)


@scene("hand_over-page", profile="topleft")
async def _(studio: Studio) -> None:
    await studio.at("hand_over")


@scene("note-empty")
async def _(studio: Studio) -> None:
    await studio.at("note")


@scene("done-met")
async def _(studio: Studio) -> None:
    await studio.at("done")


@scene("done-missing")
async def _(studio: Studio) -> None:
    await studio.at("proof")
    _some_left(studio)
    await studio.check()
    studio.window.here.go("done")


@scene("done-unknown")
async def _(studio: Studio) -> None:
    await studio.at("scopes")
    studio.window.here.go("done")


def _some_left(studio: Studio) -> None:
    inspector = studio.world.inspector
    inspector.findings = {
        "permission:Tickets Access Level": finding(
            "permission:Tickets Access Level",
            State.MISSING,
            wanted="Read and Modify",
            found="Read Only",
            evidence=(
                "agent 'liongard' carries Tx = 1 (Read Only)",
                "role 'Techniker' carries no Tx",
            ),
            remedy="Agents > liongard > Permissions > Edit: set Tickets Access Level to"
            " Read and Modify, and save.",
            link="https://acme.halopsa.com/config/agents/7",
        ),
        "permission:Can edit closed Tickets": finding(
            "permission:Can edit closed Tickets",
            State.UNKNOWN,
            evidence=("the answer carries no claims of the role 'Techniker für Außendienst'",),
            remedy="Look in HaloPSA and confirm it by hand.",
        ),
        "permission:Customers Access Level": finding(
            "permission:Customers Access Level",
            State.EXCESS,
            wanted="Read Only",
            found="Read and Modify",
        ),
        "probe:GET /Tickets": finding(
            "probe:GET /Tickets",
            State.MISSING,
            wanted="200",
            found="403",
            because="permission:Tickets Access Level",
        ),
    }


async def _import(studio: Studio, *, here: int) -> None:
    """Show a file of 16 setups, some of which are here, and one of which has no guide here."""
    names = (
        "our-own-integration@acme.halopsa.com",
        "liongard@service.werkstatt-muenchen-und-umland.example",
        *["topleft@acme.halopsa.com"] * 14,
    )
    parts = [name.split("@") for name in names]
    file = [
        SetupState(f"i{n}", guide, False, day("2026-10-01"), answers={"web": f"https://{host}"})
        for n, (guide, host) in enumerate(parts)
    ]
    assert file[0].profile_id == "our-own-integration"  # which is not here
    studio.world.records.save_all(file[:here])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "halo-setups.json"
        studio.world.exchange.export(file, path)
        studio.window.exchanging.read(path)
        await studio.window.bridge.settled()


async def _schedule(studio: Studio, often: str) -> None:
    studio.window.show_schedule()
    await studio.window.bridge.settled()
    studio.window.findChild(QRadioButton, f"often:{often}").click()
    await studio.window.bridge.settled()


def _more_setups(studio: Studio) -> None:
    base = studio.world.flow.state
    records = studio.world.records
    place = SecretPlace("x", True, "GNOME Keyring")
    for number, name, changes in (
        (7, "watchguard-cloud", {"step": "permissions", "finished": None}),
        (8, "topleft", {"step": "instance", "finished": None, "answers": {}}),
        (9, "perimeters", {"finished": day("2026-11-02"), "secrets": {"client_secret": place}}),
        (
            6,
            "liongard",
            {
                "finished": day("2026-10-14"),
                "findings": {
                    "proof": (
                        finding("token"),
                        finding("x", State.MISSING),
                        finding("y", State.UNKNOWN, known_by=KnownBy.NONE),
                    )
                },
                "answers": base.answers
                | {"web": "https://service.werkstatt-muenchen-und-umland.example"},
            },
        ),
    ):
        records.save(
            base.with_(
                id=f"old{number}", profile_id=name, created=day(f"2026-10-0{number}"), **changes
            )
        )


from tests.ui import fleet_scenes  # noqa: E402, F401 - which adds its scenes to these
