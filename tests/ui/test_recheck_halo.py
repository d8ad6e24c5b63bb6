"""Re-checking in the window, on a real practice instance: drift, accepting, mending, green."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace as with_
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QFileDialog

from tests.ui.fakes import MemoryKeychain
from tests.ui.person import Person
from wizard.app.flows import Flows
from wizard.app.overview import Overview
from wizard.app.played import PlayedTechnician
from wizard.app.visits import HaloVisit
from wizard.checks.acceptance import Weight, accept
from wizard.fleet.overview import Stand
from wizard.practice.faults import Fault, FaultKind
from wizard.practice.scenarios import SCENARIOS
from wizard.practice.server import PracticeInstance
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.setup.flow import Flow
from wizard.setup.state import SetupState
from wizard.store.history import History
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor
from wizard.ui.fleet.desk import Desk
from wizard.ui.services import Services
from wizard.ui.window import Window

pytestmark = pytest.mark.anyio

ROW = "permission:Tickets Access Level"


class Workplace:
    """A finished setup on a practice instance, in real files, and a window before it."""

    def __init__(self, instance: PracticeInstance, folder: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr("wizard.app.flows.SystemKeychain", MemoryKeychain)
        path, redactor = folder / "setups.sqlite3", Redactor()
        self.instance = instance
        self.records = SqliteRecords(path, redactor)
        self.history = History(path, redactor)
        self.profiles = Catalog().all()
        self._flows = Flows(self.records, self.history, redactor, practice=False)
        self.flows: list[Flow] = []
        self._path, self._redactor = path, redactor
        self.fleet = self.overview()
        self.services = Services(
            profiles=lambda: self.profiles,
            records=self.records,
            open_flow=self.open_flow,
            person="anna",
            helper=self.help,
            remove=self._flows.remove,
            fleet=lambda: self.fleet,
        )

    def overview(self) -> Overview:
        """Give what a program of its own knows of the setups."""
        return Overview(
            self._path,
            self.records,
            self.history,
            lambda: self.profiles,
            self._flows.visits,
            redactor=self._redactor,
            practice=False,
        )

    def open_flow(self, profile: Profile, state: SetupState | None) -> Flow:
        self.flows.append(self._flows.open(profile, state))
        return self.flows[-1]

    async def help(self, flow: Flow, step: object) -> object:
        return await PlayedTechnician(self.instance, flow).do(step)  # type: ignore[arg-type]

    async def set_up(self, profile_id: str = "liongard") -> SetupState:
        """Do a guide up to its end, and prove it."""
        profile = next(each for each in self.profiles if each.id == profile_id)
        flow = self.open_flow(profile, None)
        flow.answer("connection", "admin")
        technician = PlayedTechnician(self.instance, flow)
        while flow.current.id != "done":
            await technician.work(flow.current)
            if flow.current.id in ("instance", "proof"):
                await flow.check()
            flow.next()
        return flow.state

    def take_right(self) -> None:
        """Take a right from the agent, as somebody does who knows nothing of the setup."""
        self.claim("Tx", "1")

    def claim(self, code: str, value: str) -> None:
        """Set a permission of the agent."""
        agent = self.instance.world.state.agent_named("Liongard")
        assert agent is not None
        assert agent.claims[code] != value
        self.instance.world.put_agent(with_(agent, claims={**agent.claims, code: value}))

    def accept_changes(self, setup: SetupState, reason: str) -> dt.date:
        """Accept what changed until today, as "y"; give the day."""
        story = self.fleet.story(setup.id)
        assert story is not None
        assert story.changed
        now = dt.datetime.now(dt.UTC)
        for change in story.changed:
            word = accept(change.drift, reason=reason, person="y", at=now, until=now.date())
            self.fleet.accept(setup.id, word)
        return now.date()

    def run_codes(self, setup: SetupState) -> list[int]:
        """Give how the runs of a setup ended, the newest first."""
        return [each.exit_code for each in self.history.runs(setup.id)]


class Technician(Person):
    """A person at a window that re-checks."""

    def __init__(self, place: Workplace) -> None:
        self.window = Window(place.services)
        self.window.show_home()
        self.window.show()

    @property
    def desk(self) -> Desk:
        desk = self.window.desk
        assert desk is not None
        return desk

    async def rest(self) -> None:
        """Wait until the window does nothing any more, and nothing is re-checked or read."""
        await super().rest()
        if self.window._desk is not None:
            await self.desk.settled()
            await super().rest()


@pytest.fixture
async def place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anyio_backend: object
) -> AsyncIterator[Workplace]:
    scenario = SCENARIOS["easy"]
    free = with_(scenario, behaviour=with_(scenario.behaviour, rate_limit=None))
    instance = await asyncio.to_thread(PracticeInstance, world=free)
    made = Workplace(instance, tmp_path, monkeypatch)
    yield made
    for flow in made.flows:
        await flow.close()
    await asyncio.to_thread(instance.stop)


async def test_what_broke_is_shown_as_drift_and_mended_until_all_is_green(
    place: Workplace,
) -> None:
    setup = await place.set_up()
    assert place.run_codes(setup) == [0]  # the proof is the first run
    place.take_right()
    person = Technician(place)
    await person.rest()
    assert "Proven · checked today" in person.page_text()
    place.instance.clear_requests()
    await person.click(f"check-again:{setup.id}")
    assert place.instance.writes == ()
    assert "Needs a hand, 1 left, 1 changed · checked today" in person.page_text()
    await person.click(f"go-on:{setup.id}")
    assert person.reads("verdict") == "Needs a hand: 1 thing changed since it was last good."
    text = person.page_text()
    assert "Tickets Access Level was “Read and Modify” on" in text
    assert "and is “Read Only” now." in text
    assert person.reads("next") == "Mend"

    await person.click(f"mend:{ROW}")
    assert person.reads("title") == "Set the agent's permissions"
    shown = {name for name in person.names() if name.startswith("step:")}
    assert shown == {"step:permissions", "step:proof"}
    assert "To mend: Tickets Access Level." in person.page_text()
    await person.click("do-it")
    await person.click("check")
    assert person.reads("step:permissions") == "Permissions: done, this page"
    await person.click("next")
    assert person.reads("title") == "Prove the connection"
    assert person.reads("step:proof") == "Proof: done, this page"
    assert person.reads("next") == "Finish"
    await person.click("next")
    assert place.run_codes(setup) == [0, 1, 0]
    assert person.reads("verdict").startswith("Mended: the connection works again")
    assert not person.sees(f"point:{ROW}")
    await person.click("home")
    assert "Mended today · checked today" in person.page_text()
    await person.leave()


async def test_a_change_is_accepted_with_a_reason_and_can_be_taken_back(place: Workplace) -> None:
    setup = await place.set_up()
    place.take_right()
    person = Technician(place)
    await person.rest()
    await person.click(f"check-again:{setup.id}")
    await person.click(f"go-on:{setup.id}")
    await person.click(f"accept:{ROW}")
    until = person.see("accept:until", QDateEdit)
    assert until.date() == QDate.currentDate().addDays(90)
    assert "anna" in person.page_text()
    await person.click("accept-it")
    assert "with a reason and a name" in person.reads("accept-wrong")
    assert place.history.accepted(setup.id) == ()
    await person.enter("accept:reason", "Read access is enough for now")
    await person.key(Qt.Key.Key_Return)
    assert person.reads("verdict") == "Holds, with 1 accepted change."
    (word,) = place.history.accepted(setup.id)
    assert (word.person, word.reason) == ("anna", "Read access is enough for now")
    assert word.until == dt.date.today() + dt.timedelta(days=90)
    assert "Accepted by anna until" in person.page_text()
    assert person.see(f"unaccept:{ROW}").hasFocus()

    # It stays accepted with the next check, and comes back when it is another change.
    await person.click("check")
    assert person.reads("verdict") == "Holds, with 1 accepted change."
    place.claim("Tx", "0")
    await person.click("check")
    assert person.reads("verdict") == "Needs a hand: 1 thing changed since it was last good."
    assert "Was accepted by anna until" in person.page_text()
    place.take_right()
    await person.click("check")
    await person.click(f"unaccept:{ROW}")
    assert person.reads("verdict") == "Needs a hand: 1 thing changed since it was last good."
    assert place.history.accepted(setup.id) == ()
    assert person.see(f"accept:{ROW}").hasFocus()
    await person.leave()


async def test_what_is_accepted_is_not_in_the_way_when_something_else_is_mended(
    place: Workplace,
) -> None:
    setup = await place.set_up()
    place.take_right()
    await place.fleet.recheck([setup.id], lambda _: None)
    place.accept_changes(setup, "x")
    world = place.instance.world
    application = world.state.application_named("Liongard")
    assert application is not None
    scopes = tuple(each for each in application.scopes if each != "edit:tickets")
    assert scopes != application.scopes
    world.put_application(with_(application, scopes=scopes))
    person = Technician(place)
    await person.rest()
    await person.click(f"check-again:{setup.id}")
    await person.click(f"go-on:{setup.id}")
    assert person.reads("verdict") == "Needs a hand: 1 thing changed since it was last good."
    await person.click("next")
    assert {each for each in person.names() if each.startswith("step:")} == {
        "step:scopes",
        "step:proof",
    }
    await person.leave()


async def test_beside_something_to_mend_an_accepted_row_counts_as_accepted(
    place: Workplace,
) -> None:
    setup = await place.set_up()
    place.take_right()
    await place.fleet.recheck([setup.id], lambda _: None)
    until = place.accept_changes(setup, "Reads only")
    place.claim("lf", "0")
    person = Technician(place)
    await person.rest()
    await person.click(f"check-again:{setup.id}")
    await person.click(f"go-on:{setup.id}")
    await person.click("next")
    assert person.reads("title") == "Set the agent's permissions"
    assert person.reads("next") == "Continue with 1 left"
    assert person.reads("step:permissions").startswith("Permissions: 1 left")
    assert person.reads(f"row:{ROW}").startswith("Tickets Access Level: accepted, ")
    said = f"Accepted by y until {until}: Reads only"
    assert said in person.see(f"row:{ROW}").accessibleDescription()
    assert said in person.page_text()

    # A look that changes nothing leaves it so; mended, the step holds but for what is accepted.
    await person.click("check")
    assert person.reads("next") == "Continue with 1 left"
    place.claim("lf", "1")
    await person.click("check")
    assert person.reads("step:permissions").startswith("Permissions: 1 accepted")
    assert person.reads("next") == "Next"
    await person.click("next")
    await person.rest()
    assert person.reads("verdict").startswith("Nothing is left to mend: ")
    assert person.reads("step:proof").startswith("Proof: 1 accepted")
    assert person.sees("group:Accepted")
    assert not person.sees("group:Missing")

    # Another value is another thing than what was accepted.
    place.claim("Tx", "0")
    await person.click("check")
    assert person.reads("verdict").startswith("Not yet: ")
    await person.leave()


async def test_an_accepted_change_comes_back_when_its_day_is_over(place: Workplace) -> None:
    setup = await place.set_up()
    place.take_right()
    told = []
    await place.fleet.recheck([setup.id], told.append)
    story = place.fleet.story(setup.id)
    assert story is not None
    (change,) = story.changed

    long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=9)
    word = accept(change.drift, reason="x", person="y", at=long_ago, until=long_ago.date())
    place.fleet.accept(setup.id, word)
    story = place.fleet.story(setup.id)
    assert story is not None
    assert [each.weight for each in story.changed] == [Weight.EXPIRED]
    assert story.entry.stand is Stand.HAND


async def test_an_instance_that_is_down_is_unknown_with_what_was_last_known(
    place: Workplace,
) -> None:
    setup = await place.set_up()
    person = Technician(place)
    await person.rest()
    place.instance.faults.switch_on(Fault(kind=FaultKind.SERVER_ERROR))
    await person.click(f"check-again:{setup.id}")
    await person.click(f"go-on:{setup.id}")
    text = person.page_text()
    assert "Could not be read" in text
    assert "Changed since it was last good" not in text
    assert f"Last known: “Read and Modify” on {dt.date.today()}." in text
    assert not person.sees("next")
    assert person.see("check").isEnabled()
    place.instance.faults.switch_off()
    await person.click("check")
    assert person.reads("verdict").startswith("The connection works: all")
    await person.leave()


async def test_a_re_check_that_fails_inside_the_program_stays_told_until_one_works(
    place: Workplace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    setup = await place.set_up()
    person = Technician(place)
    await person.rest()
    failed = "The last re-check failed: Something went wrong inside this program."

    async def fail(*_: object) -> None:
        raise RuntimeError

    async def fail_once() -> None:
        with monkeypatch.context() as broken:
            broken.setattr(HaloVisit, "_look", fail)
            await person.click(f"check-again:{setup.id}")
        caplog.clear()  # it is logged, too

    await fail_once()
    await person.click("new-setup")
    await person.click("home")  # all is read anew
    assert "Cannot be checked" in person.page_text()
    await person.click(f"go-on:{setup.id}")
    assert person.reads("verdict") == failed
    assert person.reads("remedy").startswith("Nothing was lost. Try again")
    await person.click("check")
    assert person.reads("verdict").startswith("The connection works: all")
    assert not person.sees("remedy")
    await person.click("home")
    assert "Cannot be checked" not in person.page_text()
    await fail_once()
    await place.overview().recheck([setup.id], lambda _: None)  # another program does better
    await person.click("new-setup")
    await person.click("home")
    assert "Cannot be checked" not in person.page_text()
    await person.leave()


async def test_what_another_program_writes_is_shown(place: Workplace) -> None:
    setup = await place.set_up()
    person = Technician(place)
    await person.rest()
    assert "Proven" in person.page_text()
    place.take_right()
    told = []
    await place.fleet.recheck([setup.id], told.append)  # as the command line does
    assert [each.stand for each in told] == [Stand.HAND]
    person.desk._refreshing.look()
    await person.rest()
    assert "Needs a hand, 1 left, 1 changed" in person.page_text()
    await person.leave()


async def test_a_setup_is_removed_from_its_page(place: Workplace) -> None:
    setup = await place.set_up()
    person = Technician(place)
    await person.rest()
    await person.click(f"go-on:{setup.id}")
    await person.click("remove-setup")
    assert "Remove this setup from this workstation?" in person.page_text()
    await person.key(Qt.Key.Key_Escape)
    assert not person.sees(f"really-remove:{setup.id}")
    await person.click("remove-setup")
    await person.click(f"really-remove:{setup.id}")
    assert person.reads("title") == "Welcome"
    assert place.records.all() == ()
    await person.leave()


async def test_the_report_of_a_setup_is_saved_from_its_page(
    place: Workplace, tmp_path: Path
) -> None:
    setup = await place.set_up()
    person = Technician(place)
    await person.rest()
    await person.click(f"go-on:{setup.id}")
    person.press("save-report")
    (dialog,) = person.window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "report.html"))
    dialog.close()
    await person.rest()
    assert "The report was saved as report.html." in person.page_text()
    assert "Liongard" in (tmp_path / "report.html").read_text()
    await person.leave()


async def test_closing_the_window_ends_a_re_check(place: Workplace) -> None:
    setup = await place.set_up()
    person = Technician(place)
    await person.rest()
    place.instance.faults.switch_on(Fault(kind=FaultKind.SILENT))
    person.press(f"check-again:{setup.id}")
    await asyncio.sleep(0)
    assert person.desk.rechecking.running
    person.window.close()
    await person.window.finish()
    assert not person.desk.rechecking.running
    assert place.run_codes(setup) == [0]
    place.instance.faults.switch_off()
    person.window.deleteLater()
    await asyncio.sleep(0)
