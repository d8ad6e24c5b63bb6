"""The page of the regular re-check."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from tests.ui.fakes import World
from tests.ui.person import Person
from wizard.fleet.timetable import Present, Weekday, When, plan_lines
from wizard.problems import problem

pytestmark = pytest.mark.anyio


async def opened(world: World) -> Person:
    person = Person(world)
    person.window.show_schedule()
    await person.rest()
    return person


def plan(person: Person) -> str:
    return person.see("plan", QPlainTextEdit).toPlainText()


async def test_what_will_be_done_is_shown_before_it_is_done(world: World) -> None:
    person = await opened(world)
    assert person.reads("present") == "No regular re-check is set up."
    assert not person.sees("plan")
    await person.click("often:weekly")
    person.see("weekday", QComboBox).setCurrentIndex(Weekday.FRIDAY)
    person.see("time", QComboBox).setCurrentText("06:30")
    await person.rest()
    shown = plan(person)
    assert "OnCalendar=Fri *-*-* 06:30:00" in shown
    assert "systemctl --user enable halo-setup-recheck.timer" in shown
    assert world.schedule.done == []

    await person.click("next")
    (done,) = world.schedule.done
    assert "\n".join(plan_lines(done)) == shown
    assert person.reads("present") == (
        "Every week on Friday at 06:30, by systemd.\nNext time: 2026-11-23, 07:34."
    )
    assert not person.sees("next")
    await person.leave()


async def test_it_is_changed_and_removed(world: World) -> None:
    world.schedule.kept = Present(
        scheduler="launchd", when=When(dt.time(23, 59)), active=True, words=()
    )
    person = await opened(world)
    assert person.reads("present") == (
        "Every day at 23:59, by launchd.\nThe system does not say when it runs next."
    )
    assert person.see("time", QComboBox).currentText() == "23:59"
    await person.click("often:weekly")
    assert person.reads("next") == "Set it up"
    await person.click("often:off")
    assert not person.sees("time")
    assert person.reads("next") == "Remove it"
    assert "disable --now" in plan(person)
    await person.click("next")
    assert person.reads("present") == "No regular re-check is set up."
    await person.leave()


async def test_one_of_another_hand_or_switched_off_can_be_set_up_anew(world: World) -> None:
    world.schedule.kept = Present(scheduler="cron", when=None, active=True, words=())
    person = await opened(world)
    assert "Set up in cron, at other times" in person.reads("present")
    assert person.reads("next") == "Set it up"
    world.schedule.kept = Present(
        scheduler="cron", when=When(dt.time(7, 30)), active=False, words=()
    )
    person.window.show_schedule()
    await person.rest()
    assert person.reads("present") == "Set up, but switched off in cron."
    await person.click("next")
    assert "Every day at 07:30" in person.reads("present")
    await person.leave()


async def test_a_refusal_is_told_and_nothing_is_claimed(world: World) -> None:
    person = await opened(world)
    await person.click("often:daily")
    world.schedule.problem = problem("schedule.refused", "systemctl (1): is masked")
    await person.click("next")
    assert "The system's scheduler refused." in person.page_text()
    assert person.reads("present") == "No regular re-check is set up."
    await person.leave()


async def test_where_nothing_can_be_asked_nothing_is_offered(world: World) -> None:
    world.schedule.problem = problem("schedule.none")
    person = await opened(world)
    assert person.reads("present") == "It is not known yet whether one is set up."
    assert not person.sees("often:daily")
    await person.click("back")
    assert person.reads("title") == "Welcome"
    await person.leave()


async def test_a_page_that_was_left_meanwhile_is_let_go(world: World) -> None:
    person = Person(world)
    person.window.show_schedule()
    person.window.show_home()
    await person.rest()
    assert not person.sees("error")
    assert person.reads("title") == "Welcome"
    await person.leave()
