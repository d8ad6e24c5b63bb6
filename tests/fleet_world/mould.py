"""Finished setups of one instance, made once by the real flow, and cast into many instances."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from msgspec.structs import replace as with_

from tests.end_to_end.walks import Held
from tests.fleet_world.keys import NAME
from wizard.app.inspector import HaloInspector
from wizard.app.played import PlayedTechnician
from wizard.halo.limits import Allowance, Budgets
from wizard.practice.model import State
from wizard.practice.scenarios import SCENARIOS
from wizard.practice.server import PracticeInstance
from wizard.practice.world import World
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.flow import Flow, new_state
from wizard.setup.state import SecretPlace, SetupState
from wizard.setup.steps import StepKind
from wizard.store.secrets import service_name

FOUR = ("liongard", "perimeters", "topleft", "watchguard-cloud")
# WatchGuard leaves the names of agent and application free, so it can be there more than once.
FIVE = (*FOUR, "watchguard-cloud")
_ALLOWED = Allowance(requests=1_000_000)


@dataclass(frozen=True)
class Cast:
    """One instance with its finished setups: the world, the setups as saved, and their secrets."""

    address: str
    state: State
    setups: tuple[SetupState, ...]
    secrets: Mapping[str, str]  # by the keychain's service name

    def world(self) -> World:
        """Give the instance's world as the technicians left it."""
        return World(start=self.state)

    def at(self, number: int, address: str) -> Cast:
        """Give the same setups at another instance, with ids and secrets of their own names."""
        setups = tuple(self._moved(each, number, address) for each in self.setups)
        secrets = {_renamed(name, number): text for name, text in self.secrets.items()}
        return replace(self, address=address, setups=setups, secrets=secrets)

    def _moved(self, setup: SetupState, number: int, address: str) -> SetupState:
        text = msgspec.json.encode(setup).decode().replace(self.address, address)
        return msgspec.json.decode(_renamed(text, number), type=SetupState)


def _renamed(text: str, number: int) -> str:
    return text.replace("mould-", f"{number:03}-")


def mould(profiles: Sequence[str] = FOUR, *, checked: bool = True) -> Cast:
    """Walk these setups in one world as a technician does with the window, one after another.

    Unless they are `checked` on the way, their steps are answered only, which is quicker.
    """
    return asyncio.run(_mould(profiles, checked))


async def _mould(profiles: Sequence[str], checked: bool) -> Cast:
    easy = SCENARIOS["easy"]
    behaviour = with_(easy.behaviour, rate_limit=None)
    records, keychain = Held(), MemoryKeys()
    instance = PracticeInstance(world=with_(easy, behaviour=behaviour))
    met: Counter[str] = Counter()
    try:
        for place, profile in enumerate(profiles):
            met[profile] += 1
            again = f" {met[profile]}" if met[profile] > 1 else ""
            await _walk(instance, records, keychain, f"mould-{place:03}", profile, again, checked)
    finally:
        await asyncio.to_thread(instance.stop)
    state = with_(instance.world.state, port=None)
    return Cast(instance.address, state, records.all(), keychain.held)


async def _walk(
    instance: PracticeInstance,
    records: Held,
    keychain: MemoryKeys,
    setup_id: str,
    name: str,
    again: str,
    checked: bool,
) -> None:
    profile = Catalog().get(name)
    flow = Flow(
        profile,
        new_state(profile, setup_id=setup_id),
        inspector=HaloInspector(profile, Budgets(_ALLOWED)),
        keychain=keychain,
        records=records,
        service=lambda setup, kind: service_name(setup, kind, practice=False),
    )
    flow.answer("connection", "admin")
    if again:
        flow.answer("agent_name", f"{profile.name}{again}")
        flow.answer("application_name", f"{profile.name}{again}")
    technician = PlayedTechnician(instance, flow)
    try:
        while True:
            step = flow.current
            # The wizard's own application serves every setup of the instance.
            if step.kind is not StepKind.ADMIN_APPLICATION or flow.missing_inputs(step):
                await technician.work(step)
            if step.kind is StepKind.INSTANCE or (checked and step.kind is not StepKind.DONE):
                await flow.check()
            if flow.next().id == step.id:
                break
    finally:
        await flow.close()


class MemoryKeys:
    """A keychain in memory that says it is the system's; `held` is by service name."""

    def __init__(self, held: dict[str, str] | None = None) -> None:
        self.held = held or {}

    def backend(self) -> str:
        return NAME

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        self.held[service] = secret.reveal()
        return SecretPlace(service, in_keychain=True, backend=NAME)

    hold = keep

    def get(self, place: SecretPlace) -> Secret | None:
        text = self.held.get(place.service)
        return Secret(text) if text else None

    def forget(self, place: SecretPlace) -> None:
        self.held.pop(place.service, None)
