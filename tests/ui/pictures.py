"""Draws every page in its typical states, in light and dark, to look at.

    python -m tests.ui.pictures OUTDIR [PART_OF_A_NAME]

Nothing is shown on a screen and nothing is reached over the network.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

# isort: split
import qasync

from tests.ui.fakes import World, day, finding
from wizard.checks.findings import KnownBy, State
from wizard.problems import problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements
from wizard.secret import Secret
from wizard.setup.state import SecretPlace
from wizard.ui.pages.base import StepPage
from wizard.ui.services import Services
from wizard.ui.window import Window

_DARK = {
    QPalette.ColorRole.Window: "#2b2b2e",
    QPalette.ColorRole.WindowText: "#f2f2f2",
    QPalette.ColorRole.Base: "#1f1f22",
    QPalette.ColorRole.AlternateBase: "#2b2b2e",
    QPalette.ColorRole.Text: "#f2f2f2",
    QPalette.ColorRole.Button: "#3a3a3e",
    QPalette.ColorRole.ButtonText: "#f2f2f2",
    QPalette.ColorRole.PlaceholderText: "#a0a0a5",
    QPalette.ColorRole.ToolTipBase: "#3a3a3e",
    QPalette.ColorRole.ToolTipText: "#f2f2f2",
    QPalette.ColorRole.Highlight: "#2f6fb5",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#2f6fb5",
}


def dark_palette() -> QPalette:
    """Give a dark palette like that of the desktops."""
    palette = QPalette()
    for role, name in _DARK.items():
        palette.setColor(role, QColor(name))
    for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#85858a"))
    return palette


async def settle() -> None:
    """Let tasks, layouts and deletions run."""
    for _ in range(8):
        await asyncio.sleep(0.005)


class Studio:
    """A window in a made world, brought into one state after the other."""

    def __init__(self, profile_id: str, *, practice: bool = False) -> None:
        catalog = Catalog()
        self.world = World(*catalog.all())
        self.profile = catalog.get(profile_id)
        self.world.inspector.everything = tuple(each.id for each in requirements(self.profile))

        async def helper(*_: object) -> dict[str, str | Secret]:
            return {}

        self.window = Window(
            Services(
                profiles=self.world.profiles,
                records=self.world.records,
                open_flow=self.world.open_flow,
                practice=practice,
                helper=helper if practice else None,
                open_url=self.world.opened.append,
                person="anna",
                open_practice=None if practice else lambda: None,
            )
        )
        self.window.show()

    @property
    def page(self) -> StepPage:
        """Give the page that is shown."""
        return self.window._journey._page

    @asynccontextmanager
    async def waiting(self) -> AsyncIterator[None]:
        """Hold a check while it runs."""
        gate = self.world.inspector.gate = asyncio.Event()
        self.window._journey.check()
        await asyncio.sleep(0.3)  # until the sign that something runs is shown
        await settle()
        yield
        gate.set()
        self.world.inspector.gate = None
        await settle()

    async def begin(self) -> None:
        """Begin a setup and find the instance."""
        self.window.begin(self.profile, None)
        await settle()

    async def find(self) -> None:
        """Find the instance."""
        self.world.flow.answer("address", "https://acme.halopsa.com")
        await self.world.flow.check()
        self.page.fill()

    async def to(self, step: str) -> None:
        """Go to a step."""
        self.world.flow.answer("agent_name", "liongard")
        for each in self.world.flow.steps:
            if each.id == step:
                break
            if self.world.flow.current.id != each.id:
                self.world.flow.go(each.id)
            self.world.flow.next()
        self.window._journey.go(step)
        await settle()

    async def check(self) -> None:
        """Check the step."""
        self.window._journey.check()
        await settle()


Scenes = AsyncIterator[tuple[str, Window]]


async def scenes() -> Scenes:
    """Give the window in one typical state after the other."""
    studio = Studio("liongard")
    for part in (_start, _opening, _work, _credentials, _proof, _end):
        async for scene in part(studio):
            yield scene
    studio.window.close()
    async for scene in _others():
        yield scene


async def _start(studio: Studio) -> Scenes:
    window = studio.window
    window.show_home()
    await settle()
    yield "home-empty", window
    window.show_choice()
    await settle()
    yield "choose", window
    window._choose.choose("watchguard-cloud")
    await settle()
    yield "choose-chosen", window


async def _opening(studio: Studio) -> Scenes:
    window, world = studio.window, studio.world
    await studio.begin()
    yield "instance-empty", window
    await studio.check()
    yield "instance-needed", window
    world.flow.answer("address", "https://acme.halopsa.com")
    studio.page.fill()
    world.inspector.problem = problem("network.dns", "acme.halopsa.com: Name or service not known")
    await studio.check()
    yield "instance-error", window
    async with studio.waiting():
        yield "instance-busy", window
    yield "instance-found", window
    await studio.to("connection")
    yield "connection", window
    await studio.to("admin_application")
    yield "admin_application-empty", window
    await world.flow.keep_secret("admin_client_secret", Secret("x" * 40))
    world.flow.answer("admin_client_id", "4d6c4c0e-3d1f-4c1e-9f5a-2f5f0d7f9b11")
    studio.page.fill()
    await studio.check()
    yield "admin_application-met", window


async def _work(studio: Studio) -> Scenes:
    window = studio.window
    await studio.to("agent")
    yield "agent", window
    await studio.to("permissions")
    yield "permissions-empty", window
    _some_left(studio)
    await studio.check()
    yield "permissions-left", window
    window.resize(880, 600)
    await settle()
    yield "permissions-left-small", window
    window.resize(1040, 720)
    studio.page.row_actions().confirm("permission:Can edit closed Tickets")
    await settle()
    yield "permissions-confirmed", window
    studio.world.inspector.findings.clear()
    await studio.check()
    yield "permissions-met", window
    await studio.to("teams")
    yield "teams", window
    await studio.to("application")
    yield "application", window


async def _credentials(studio: Studio) -> Scenes:
    window, world = studio.window, studio.world
    await studio.to("credentials")
    yield "credentials-empty", window
    world.keychain.missing = True
    studio.page.enter_secret("client_secret", Secret("z" * 36))
    await studio.check()
    world.keychain.missing = False
    yield "credentials-no-keychain", window
    world.flow.answer("client_id", "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21")
    studio.page.fill()
    world.inspector.problem = problem("token.invalid_client", "HTTP 400 invalid_client")
    await studio.check()
    yield "credentials-error", window
    await studio.to("scopes")
    await studio.check()
    yield "scopes-met", window


async def _proof(studio: Studio) -> Scenes:
    window = studio.window
    await studio.to("proof")
    yield "proof-empty", window
    async with studio.waiting():
        yield "proof-busy", window
        _some_left(studio)
    yield "proof-left", window
    studio.world.inspector.findings.clear()
    await studio.check()
    yield "proof-met", window


async def _end(studio: Studio) -> Scenes:
    window = studio.window
    for step in ("hand_over", "note", "done"):
        await studio.to(step)
        yield step, window
    _more_setups(studio)
    window.show_home()
    await settle()
    yield "home", window


async def _others() -> Scenes:
    studio = Studio("perimeters", practice=True)
    await studio.begin()
    await studio.find()
    await studio.to("permissions")
    _some_left(studio)
    await studio.check()
    yield "practice-permissions", studio.window
    await studio.to("hand_over")
    yield "practice-hand_over", studio.window
    studio.window.close()
    studio = Studio("topleft")
    await studio.begin()
    await studio.find()
    await studio.to("role")
    yield "topleft-role", studio.window
    studio.window.tell(
        "Enter again: Client Secret (Id and secret). It was held for an earlier session only."
    )
    await settle()
    yield "topleft-notice", studio.window
    studio.window.close()


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


async def draw(folder: Path, part: str) -> None:
    """Draw all scenes whose name contains this."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    light = QPalette(app.palette())
    async for name, window in scenes():
        if part not in name:
            continue
        for kind, palette in (("light", light), ("dark", dark_palette())):
            app.setPalette(palette)
            await settle()
            window.grab().save(str(folder / f"{name}-{kind}.png"))
        app.setPalette(light)


def main() -> None:
    """Draw into the folder that is named first."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle("fusion")
    app.setQuitOnLastWindowClosed(False)
    qasync.run(draw(folder, sys.argv[2] if len(sys.argv) > 2 else ""))


if __name__ == "__main__":
    main()
