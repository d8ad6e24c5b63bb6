"""What the window is handed in: it builds none of this itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first page stands before all that a setup needs is loaded
    from wizard.profiles.schema import Profile
    from wizard.setup.flow import Flow
    from wizard.setup.ports import Records
    from wizard.setup.state import SetupState
    from wizard.setup.watch import Pace
    from wizard.ui.ports import (
        Adoption,
        Exchange,
        Fleet,
        Helper,
        OwnProfiles,
        Preferences,
        Remove,
        Schedule,
    )


@dataclass(frozen=True, eq=False, repr=False)  # nobody compares it; it stands sooner so
class Services:
    """The parts of the program behind the window.

    `profiles` are the integrations of this workstation: they are loaded when they are asked for,
    after the first page stands. `open_flow` begins a new setup (None) or resumes a saved one.
    `helper` plays the technician in the practice instance and gives the values to fill in.
    `open_url` None: the system's browser. `person` confirms rows by name. `open_practice` starts
    a window on the practice instance. `remove` takes a setup off this workstation; True leaves its
    secrets behind. None: this cannot be done here. Without `preferences` HaloPSA is only looked at
    when somebody asks; `pace` is how often otherwise. `fleet` gives what re-checks saved setups and
    knows their history; it is called after the first page stands. `schedule` gives the system's
    own scheduler, `adoption` what saves connections that were made by hand, `exchange` what writes
    and reads files with setups, and `own_profiles` what keeps profiles that are opened from files,
    likewise.
    """

    profiles: Callable[[], Sequence[Profile]]
    records: Records
    open_flow: Callable[[Profile, SetupState | None], Flow]
    practice: bool = False
    helper: Helper | None = None
    open_url: Callable[[str], None] | None = None
    person: str = ""
    open_practice: Callable[[], None] | None = None
    remove: Remove | None = None
    own_profiles: Callable[[], OwnProfiles] | None = None
    preferences: Preferences | None = None
    pace: Pace | None = None
    fleet: Callable[[], Fleet] | None = None
    adoption: Callable[[], Adoption] | None = None
    schedule: Callable[[], Schedule] | None = None
    exchange: Callable[[], Exchange] | None = None
