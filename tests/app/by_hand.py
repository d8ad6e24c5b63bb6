"""Setups made by hand in a practice instance, and a workstation that may adopt them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.ui.fakes import MemoryKeychain
from wizard.app.adopt import Adoption
from wizard.app.flows import Flows
from wizard.practice.server import PracticeInstance
from wizard.practice.technician import Technician
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup.adopt import Connection, Proposal
from wizard.store.history import History
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor

PROFILES = Catalog().all()
_STEPS = ("given", "role", "agent", "permissions", "teams", "application")


@contextmanager
def by_hand(
    profile: Profile | str,
    world: str = "easy",
    breaks: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> Iterator[ByHand]:
    """Give a setup that somebody has made in an instance of its own."""
    with PracticeInstance(world=world) as instance:
        yield made_in(instance, profile, breaks, names)


def made_in(
    instance: PracticeInstance,
    profile: Profile | str,
    breaks: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> ByHand:
    """Make a setup in this instance."""
    wanted = profile if isinstance(profile, Profile) else Catalog().get(profile)
    technician = Technician(instance.world, wanted, names or {}, breaks)
    entered = technician.do("admin_application", "admin_application")
    for kind in _STEPS:
        technician.do(kind, kind)
    entered |= technician.do("credentials", "credentials")
    technician.do("scopes", "scopes")
    own, admin = entered["client_secret"], entered["admin_client_secret"]
    assert isinstance(own, Secret)
    assert isinstance(admin, Secret)
    connection = Connection(instance.address, str(entered["client_id"]), own)
    return ByHand(instance, connection, str(entered["admin_client_id"]), admin)


@dataclass(frozen=True)
class ByHand:
    """A connection that works, and an administrator's beside it."""

    instance: PracticeInstance
    own: Connection
    admin_id: str
    admin_secret: Secret

    @property
    def with_administrator(self) -> Connection:
        """The connection with an administrator's application beside it."""
        return replace(
            self.own, admin_client_id=self.admin_id, admin_client_secret=self.admin_secret
        )

    def seen(self, *, administrator: bool) -> Connection:
        """The connection, with an administrator's beside it or alone."""
        return self.with_administrator if administrator else self.own

    @property
    def token_requests(self) -> list[int]:
        """The status of each token request so far."""
        return [each.status for each in self.instance.requests if each.method == "POST"]


@dataclass
class Desk:
    """A workstation: its records, history and keychain, and what adopts there."""

    folder: Path
    keychain: MemoryKeychain = field(default_factory=MemoryKeychain)

    def __post_init__(self) -> None:
        path, redactor = self.folder / "setups.sqlite3", Redactor()
        self.records = SqliteRecords(path, redactor)
        self.history = History(path, redactor)
        self.flows = Flows(self.records, self.history, redactor, practice=False)
        self.flows._keychain = self.keychain  # type: ignore[assignment]  # not the desktop's
        self.adoption: Adoption = self.flows.adoption()
        self.told: list[str] = []

    async def look(
        self, connection: Connection, profiles: Collection[Profile] = PROFILES
    ) -> Proposal:
        """Look at a connection."""
        return await self.adoption.look(connection, tuple(profiles), self.told.append)

    @property
    def empty(self) -> bool:
        """Tell whether nothing at all was saved or kept."""
        return not (self.records.all() or self.keychain.kept or self.keychain.held)
