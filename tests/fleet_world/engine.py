"""The re-check's engine in this process, on cast setups, without the command around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tests.fleet_world.mould import MemoryKeys
from wizard.app.kept_secrets import KeptSecrets
from wizard.app.sessions import Sessions
from wizard.app.visits import HaloVisits
from wizard.fleet.outcome import Outcome
from wizard.fleet.runner import recheck
from wizard.halo.limits import Budgets
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.setup.state import SetupState
from wizard.store.history import History


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
