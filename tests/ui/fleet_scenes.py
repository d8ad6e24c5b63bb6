"""The scenes of many setups: home, the list, the page of a setup, mending."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QWidget

from tests.ui import fleets
from tests.ui.fakes import day, finding
from tests.ui.scenes import Studio, scene, settle
from wizard.checks.findings import Finding, State
from wizard.problems import problem
from wizard.profiles.requirements import requirements
from wizard.setup.state import Confirmation, SetupState
from wizard.ui.fleet.page import FleetPage

SLOW = 0.3  # s, until the progress is shown


@scene("home-drift")
async def _(studio: Studio) -> None:
    fleets.fill(studio.fleet, studio.world.records, 6)
    mended = studio.world.records.all()[3]
    studio.fleet.ran(mended, fleets.met(studio.profile, *fleets.lost_right()))
    studio.fleet.ran(mended, fleets.met(studio.profile))
    await _home(studio)


@scene("fleet-full")
async def _(studio: Studio) -> None:
    await _fleet(studio)


@scene("fleet-checking")
async def _(studio: Studio) -> None:
    await _fleet(studio)
    studio.fleet.held_after = 17
    studio.window.findChild(QWidget, "recheck").click()
    await settle()
    await asyncio.sleep(SLOW)


@scene("fleet-filtered")
async def _(studio: Studio) -> None:
    page = await _fleet(studio)
    studio.window.findChild(QWidget, "only:hand").click()
    page.filters.search.setText("liongard")
    page.table.setFocus()
    page.table.selectAll()


@scene("fleet-nothing")
async def _(studio: Studio) -> None:
    page = await _fleet(studio)
    page.filters.search.setText("connectwise")


@scene("story-drift")
async def _(studio: Studio) -> None:
    await _story(studio, *fleets.lost_right(), finding("scope:all", State.MISSING))


@scene("story-unknown")
async def _(studio: Studio) -> None:
    names = [each.id for each in requirements(studio.profile)][:3]
    said = "HaloPSA did not answer within 30 seconds."
    await _story(studio, *(finding(name, State.UNKNOWN, found=said) for name in names))


@scene("story-failed")
async def _(studio: Studio) -> None:
    state = await _story(studio, *fleets.lost_right())
    studio.fleet.failed[state.id] = problem("internal", "RuntimeError")
    studio.window.desk.show_setup(state.id)


@scene("story-accepting")
async def _(studio: Studio) -> None:
    await _story(studio, *fleets.lost_right())
    studio.window.findChild(QWidget, f"accept:{fleets.RIGHT}").click()
    studio.window.findChild(QWidget, "accept-it").click()


@scene("story-accepted")
async def _(studio: Studio) -> None:
    state = await _story(studio, *fleets.lost_right())
    studio.fleet.accept_all(state, "Read access is enough until the project ends.")
    studio.window.desk.show_setup(state.id)


@scene("story-mended")
async def _(studio: Studio) -> None:
    state = await _story(studio, *fleets.lost_right())
    studio.fleet.ran(state, fleets.met(studio.profile, fleets.fine_right()))
    word = Confirmation("Anna", day("2026-03-02"))
    studio.fleet.said[state.id] = (("screen:Notification/Send to", word),)
    studio.window.desk.show_setup(state.id)


@scene("story-remove")
async def _(studio: Studio) -> None:
    await _story(studio)
    studio.window.findChild(QWidget, "remove-setup").click()


@scene("mend-permissions")
async def _(studio: Studio) -> None:
    studio.world.inspector.findings = {each.requirement: each for each in fleets.lost_right()}
    await _story(studio, *fleets.lost_right())
    studio.window.findChild(QWidget, f"mend:{fleets.RIGHT}").click()
    await studio.window.bridge.settled()


@scene("mend-beside-accepted")
async def _(studio: Studio) -> None:
    other = finding("permission:Can edit closed Tickets", State.MISSING, value="No")
    lost = fleets.lost_right()
    studio.world.inspector.findings = {each.requirement: each for each in (*lost, other)}
    state = await _story(studio, *lost)
    studio.fleet.accept_all(state, "Read access is enough until the project ends.")
    studio.fleet.ran(state, fleets.met(studio.profile, *lost, other))
    studio.window.desk.show_setup(state.id)
    await studio.window.bridge.settled()
    await settle()
    studio.window.findChild(QWidget, f"mend:{other.requirement}").click()
    await studio.window.bridge.settled()


async def _home(studio: Studio) -> None:
    studio.window.show_home()
    await settle()
    await studio.window.desk.settled()


async def _fleet(studio: Studio) -> FleetPage:
    fleets.fill(studio.fleet, studio.world.records, 40)
    await _home(studio)
    page = studio.window.findChild(FleetPage)
    page._calmly()
    return page


async def _story(studio: Studio, *otherwise: Finding) -> SetupState:
    """Show a setup that was good in March, and of which a check just found this."""
    state = fleets.done(0, studio.profile.id, "acme.halopsa.com")
    studio.world.records.save(state)
    march = day("2026-03-02")
    studio.fleet.ran(state, fleets.met(studio.profile, fleets.fine_right()), march)
    studio.fleet.ran(state, fleets.met(studio.profile, *otherwise))
    await _home(studio)
    studio.window.desk.show_setup(state.id)
    await studio.window.bridge.settled()
    await settle()
    return state
