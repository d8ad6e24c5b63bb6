"""The way through a guide for somebody who goes by what things are called, not where they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from wizard.profiles.catalog import Catalog

ADMINISTRATOR = "An administrator's API application"
CHECKS = ("Find", "Check now")
ONWARD = ("Next", "Continue with")
DO_IT = "Do it for me"
CONFIRM = "I looked: it is set"
# What the wizard cannot know: the name under which HaloPSA hosts the instance.
_ASKED = {("perimeters", "Hand-over"): ("Namespace", "aldergate")}
_HERE = re.compile(r"(.*): (.*), this page")


@dataclass(frozen=True)
class Here:
    """The step that is shown, and the word for how it stands."""

    step: str
    word: str


class Person(Protocol):
    """Finds things by their names. Each way of working has its own."""

    @property
    def here(self) -> Here:
        """Give the step that is shown, and how it stands."""

    @property
    def primary(self) -> str:
        """Give the name of the button that the window urges to press."""

    def offers(self, name: str) -> bool:
        """Tell whether there is a button that can be pressed, whose name begins so."""

    def press(self, name: str) -> None:
        """Press a button."""

    def choose(self, name: str) -> None:
        """Choose one of several."""

    def write(self, name: str, text: str) -> None:
        """Replace the text of a field."""

    def let_it_work(self) -> None:
        """Press "Do it for me" and wait until it is done."""

    def check(self, button: str) -> None:
        """Press the button that checks, and wait for what was found."""

    def confirm(self) -> None:
        """Give one's word for a row that the API does not show, and see that it is taken."""

    def go_on(self, button: str) -> None:
        """Press the button that goes on, and wait for the next step."""


def here(names: Iterable[str]) -> Here | None:
    """Find the current step among the names of the buttons."""
    found = (_HERE.fullmatch(name) for name in names)
    return next((Here(*each.groups()) for each in found if each), None)


def go_through(person: Person, profile: str, at_step: Callable[[str], bool]) -> None:
    """Do a whole guide, to its last page, as the window urges.

    `at_step` may do a step's work itself: then it is True.
    """
    person.press("New setup")
    person.choose(Catalog().get(profile).name)
    person.go_on("Start")
    while not person.offers("Finish"):
        step = person.here.step
        if step == "Connection":
            person.choose(ADMINISTRATOR)
        if not at_step(step) and person.offers(DO_IT):
            person.let_it_work()
        if (profile, step) in _ASKED:
            person.write(*_ASKED[profile, step])
        urged = person.primary
        if urged in CHECKS:
            person.check(urged)
        while person.offers(CONFIRM):
            person.confirm()
        assert urged not in CHECKS or person.here.word == "done", person.here
        person.go_on(next(filter(person.offers, ONWARD)))
