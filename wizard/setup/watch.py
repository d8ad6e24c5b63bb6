"""When to look at HaloPSA by itself, while a step's page is open. Pure: its driver tells the time.

What it weighs: how long ago something changed, how much a look costs, how much of their share of
the request budget live looks have used (`wizard.halo.limits`), and what kept the last one from
seeing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from wizard.halo.glance import Room
from wizard.setup.looks import Look

_TOO_MANY = frozenset({"http.rate_limited", "budget.exhausted"})


@dataclass(frozen=True, slots=True)
class Pace:
    """How often to look, in seconds.

    `rests` says how long to rest between two looks, by how long nothing has changed: up to so many
    seconds, a rest of so many. After the last of them it stops until the person comes back.
    `settled` is the least rest where nothing is left to do. `soon` comes after the page has
    opened, and `pause` after typing. `after_trouble` and `after_refusal` are the first and the
    longest rest while looks fail; each failure doubles it.
    """

    rests: tuple[tuple[float, float], ...] = ((120, 4), (600, 6), (1800, 20), (3600, 60))
    settled: float = 20
    soon: float = 1
    pause: float = 3
    after_trouble: tuple[float, float] = (8, 120)
    after_refusal: tuple[float, float] = (30, 300)


class Why(StrEnum):
    """Why it looks or does not."""

    WATCHING = "watching"
    OFF = "off"  # switched off by the person
    HIDDEN = "hidden"
    NEEDED = "needed"  # an input is not answered yet
    BLIND = "blind"  # these credentials show nothing here
    ASKED = "asked"  # HaloPSA asks to wait
    SPENT = "spent"  # live looks have used up their share
    REFUSED = "refused"  # the sign-in is refused
    TROUBLE = "trouble"  # HaloPSA could not be seen
    RESTING = "resting"  # nothing has changed for long


@dataclass(frozen=True, slots=True)
class Plan:
    """When to look next (None: not until something happens), and why then."""

    at: float | None
    why: Why


class Watch:
    """The watch over one page. Every time is in seconds of one clock that only goes forward."""

    def __init__(self, now: float, pace: Pace | None = None, *, on: bool = True) -> None:
        """Begin when the page is opened."""
        self._pace = pace or Pace()
        self.on = on
        self.visible = True
        self.needed = False
        self._moved = now  # when something changed, or the person did something
        self._wished: float | None = now + self._pace.soon  # a look by then, however it rests
        self._free = now  # the person is busy before
        self._looked: float | None = None
        self._last = Look(0, Room())
        self._failures = 0

    def came_back(self, now: float) -> None:
        """Take that the person is back at the window, perhaps after a Save in Halo."""
        self._moved = self._wished = now

    def answered(self, now: float) -> None:
        """Take that an answer changed, or work was done: what failed before may do now."""
        self._moved, self._wished = now, now + self._pace.soon
        self._failures = 0
        self._last = replace(self._last, blind=False, refused=False, problem=None)

    def touched(self, now: float) -> None:
        """Take that the person is typing."""
        self._moved, self._free = now, now + self._pace.pause

    def checked(self, now: float, *, left: bool) -> None:
        """Take that the person checked by hand; `left` tells whether something is left to do."""
        self._moved = self._looked = now
        self._wished = None
        self._failures = 0
        self._last = replace(self._last, blind=False, refused=False, problem=None, left=left)

    def looked(self, now: float, look: Look) -> None:
        """Take what a live look gave."""
        self._looked, self._last = now, look
        self._wished = None
        self._failures = self._failures + 1 if look.refused or look.problem else 0
        if look.news:
            self._moved = now

    def plan(self, now: float) -> Plan:
        """Tell when to look next."""
        for stopped, why in (
            (not self.on, Why.OFF),
            (not self.visible, Why.HIDDEN),
            (self.needed, Why.NEEDED),
            (self._last.blind and not self._last.cost, Why.BLIND),
        ):
            if stopped:
                return Plan(None, why)
        why = self._why()
        rest = self._rest(now, why)
        if rest is None:
            return Plan(None, Why.RESTING)
        if self._looked is None:
            return Plan(max(self._wished or now, self._free, now), why)
        due = self._looked + rest
        if self._wished is not None and why not in (Why.REFUSED, Why.ASKED, Why.SPENT):
            due = min(due, max(self._wished, self._looked + self._pace.soon))
        due = max(due, self._free)
        opens = self._looked + self._last.room.wait
        if opens > due:
            return Plan(opens, Why.ASKED if self._last.room.asked else Why.SPENT)
        return Plan(max(due, now), why)

    def _why(self) -> Why:
        """Tell how the last look went."""
        last = self._last
        if last.refused:
            return Why.REFUSED
        if last.blind:
            return Why.BLIND
        if last.problem is None:
            return Why.WATCHING
        if last.problem.code in _TOO_MANY:
            return Why.ASKED if last.room.asked else Why.SPENT
        return Why.TROUBLE

    def _rest(self, now: float, why: Why) -> float | None:
        """Give how long to rest after the last look; None: for good."""
        pace, last = self._pace, self._last
        idle = now - self._moved
        usual = next((rest for until, rest in pace.rests if idle < until), None)
        if usual is None:
            return None
        if why in (Why.ASKED, Why.SPENT):
            return max(usual, last.room.wait, last.problem.retry_after or 0 if last.problem else 0)
        if why in (Why.REFUSED, Why.TROUBLE):
            first, longest = pace.after_refusal if why is Why.REFUSED else pace.after_trouble
            return min(first * 2.0 ** min(self._failures - 1, 16), longest)
        if why is Why.BLIND or not last.left:
            usual = max(usual, pace.settled)
        # The more of their share live looks have used, the longer they rest: three times as long as
        # the share would bear for ever once it is used up, so that it never is. What is left over
        # is for the moment at which the person comes back.
        room = last.room
        return max(usual, 3 * room.used * last.cost * room.window / room.share)
