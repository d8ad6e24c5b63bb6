"""What stands behind the window, as the window asks for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.checks.acceptance import Accepted
    from wizard.fleet.arriving import Arriving
    from wizard.fleet.overview import Entry
    from wizard.fleet.story import Story
    from wizard.fleet.timetable import Plan, Present, When
    from wizard.profiles.schema import Profile
    from wizard.secret import Secret
    from wizard.setup.adopt import Connection, Proposal
    from wizard.setup.flow import Flow
    from wizard.setup.ports import Progress
    from wizard.setup.state import SetupState
    from wizard.setup.steps import Step


class Helper(Protocol):
    """Plays the technician."""

    def __call__(self, flow: Flow, step: Step, /) -> Awaitable[Mapping[str, str | Secret]]:
        """Do a step's work in the practice instance; give the values to fill in."""


class Remove(Protocol):
    """Takes setups off this workstation."""

    def __call__(self, state: SetupState, leave_secrets: bool, /) -> Awaitable[None]:
        """Remove one; True leaves its secrets behind. Raises ProblemError."""


class OwnProfiles(Protocol):
    """The profiles that were opened from files on this workstation.

    All but `is_own` may block: the window calls them in a worker thread.
    """

    def take(self, path: Path, /) -> Profile:
        """Add the profile of a file and give it. Raises ProblemError profile.*."""

    def is_own(self, profile_id: str, /) -> bool:
        """Tell whether a profile is one of these, and not a built-in one."""

    def users(self, profile_id: str, /) -> Sequence[SetupState]:
        """Give the saved setups that need a profile. Raises ProblemError records.*."""

    def remove(self, profile_id: str, /) -> None:
        """Remove one that no setup needs. Raises ProblemError profile.* and records.*."""


class Preferences(Protocol):
    """What the person chose for the program, remembered."""

    @property
    def watch(self) -> bool:
        """Tell whether the program may look at HaloPSA by itself."""

    def set_watch(self, watch: bool) -> None:
        """Remember whether it may. Raises ProblemError records.unwritable."""


class Fleet(Protocol):
    """The setups over time: how they stand, their re-check, and what persons said.

    All but `recheck` may block: the window calls it in a worker thread. Raises ProblemError
    records.* and history.*.
    """

    def stamp(self) -> object:
        """Give what is another value as soon as anybody has written anything."""

    def entries(self) -> Sequence[Entry]:
        """Give every setup as it stands."""

    def story(self, setup_id: str) -> Story | None:
        """Give all that is known of a setup; None where there is none (any more)."""

    async def recheck(self, setup_ids: Collection[str], told: Callable[[Entry], None], /) -> None:
        """Re-check these setups; `told` hears of each one when it is finished and written down.

        Cancelled, it ends at once.
        """

    def accept(self, setup_id: str, accepted: Accepted, /) -> None:
        """Write down that a person accepts a drift."""

    def unaccept(self, setup_id: str, accepted: Accepted, /) -> None:
        """Take such a word back."""

    def save_report(self, path: Path, setup_ids: Collection[str], /) -> None:
        """Save a report of these setups: as PDF where the name ends so, else as HTML.

        Raises ProblemError report.*.
        """


class Schedule(Protocol):
    """The system's own scheduler. May block: the window calls it in a worker thread.

    Raises ProblemError schedule.*.
    """

    def present(self) -> Present | None:
        """Give what is set up, as the system has it; None where nothing is."""

    def plan(self, when: When | None, /) -> Plan:
        """Give what would be done for this schedule, or (None) to have none; nothing is done."""

    def carry_out(self, plan: Plan, /) -> None:
        """Do what was planned."""


class Exchange(Protocol):
    """Files with setups. May block: the window calls it in a worker thread.

    Raises ProblemError exchange.*, records.* and address.*.
    """

    def export(self, states: Iterable[SetupState], path: Path, /) -> None:
        """Write these setups into a file, whole or not at all."""

    def read(self, path: Path, /) -> Arriving:
        """Tell what is in a file; nothing is taken yet."""

    def take(self, found: Arriving, /, *, replace: bool) -> int:
        """Save what was read, all or nothing; give how many."""


class Adoption(Protocol):
    """Looks at a connection that was made by hand, and saves it as a setup."""

    async def keychain_name(self) -> str:
        """Name the keychain that secrets go to. Raises ProblemError keychain.missing."""

    async def look(
        self, connection: Connection, profiles: Sequence[Profile], progress: Progress, /
    ) -> Proposal:
        """Find out which profile fits. Saves nothing. Raises ProblemError."""

    async def adopt(
        self,
        proposal: Proposal,
        profile: Profile,
        progress: Progress,
        /,
        *,
        memory_only: bool = False,
    ) -> SetupState:
        """Save it as a setup of this profile. Raises ProblemError; then nothing is saved."""
