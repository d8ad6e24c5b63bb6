"""The re-check's engine in this process, on cast setups, without the command around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fleet_world.mould import Cast, MemoryKeys, mould
from tests.fleet_world.served import Fleet
from wizard.app.kept_secrets import KeptSecrets
from wizard.app.sessions import Sessions
from wizard.app.visits import HaloVisits
from wizard.fleet.outcome import Outcome
from wizard.fleet.runner import recheck
from wizard.halo.limits import Allowance, Budgets
from wizard.practice.world import World
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.setup.state import SetupState
from wizard.store.history import History
from wizard.store.records import SqliteRecords

GENEROUS = Allowance(requests=10_000_000)


@dataclass(frozen=True)
class Stand:
    """A fleet that is not served yet, and the finished setups on it."""

    fleet: Fleet
    casts: tuple[Cast, ...]

    @property
    def setups(self) -> list[SetupState]:
        return [setup for cast in self.casts for setup in cast.setups]

    @property
    def secrets(self) -> dict[str, str]:
        return {name: text for cast in self.casts for name, text in cast.secrets.items()}

    def saved(self, folder: Path) -> History:
        """Save the setups in this folder, and give their history."""
        records = SqliteRecords(folder / "setups.sqlite3")
        for setup in self.setups:
            records.save(setup)
        return History(folder / "setups.sqlite3")


def stand(instances: int, profiles: Sequence[str], *, checked: bool = True, **served: Any) -> Stand:
    """Set up so many instances with these profiles on each; `served` goes to the fleet."""
    model, casts = mould(profiles, checked=checked), []

    def build(number: int, address: str) -> World:
        casts.append(model.at(number, address))
        return casts[-1].world()

    fleet = Fleet(instances, build, **served)
    return Stand(fleet, tuple(casts))


def visits(
    secrets: Mapping[str, str], budgets: Budgets, history: History | None = None
) -> HaloVisits:
    """Give what opens instances, with these secrets by service name."""
    keychain = MemoryKeys(dict(secrets))
    profiles: dict[str, Profile] = {each.id: each for each in Catalog().all()}
    return HaloVisits(
        profiles=profiles.__getitem__,
        secrets=KeptSecrets(keychain),
        sessions=Sessions(keychain, lambda web, client_id: f"{web} {client_id}"),
        history=history,
        budgets=budgets,
    )


async def rechecked(
    setups: Sequence[SetupState],
    secrets: Mapping[str, str],
    budgets: Budgets,
    history: History | None = None,
    told: Callable[[Outcome], None] = lambda _: None,
) -> list[Outcome]:
    """Re-check these setups; give the outcomes in the order in which they were told."""
    outcomes: list[Outcome] = []

    def hear(outcome: Outcome) -> None:
        outcomes.append(outcome)
        told(outcome)

    await recheck(setups, visits(secrets, budgets, history), hear)
    return outcomes
