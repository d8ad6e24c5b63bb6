"""The flow's ports in memory, for tests of the engine alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.json import decode, encode

from wizard.checks.findings import Finding
from wizard.halo.records import Instance
from wizard.problems import ProblemError, problem
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup.flow import Flow, new_state
from wizard.setup.ports import Progress, Show
from wizard.setup.state import SecretPlace, SetupState
from wizard.store.secrets import SessionKeychain


class Saved:
    """Records that go through JSON as the real ones do, and may refuse to save."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.full = False

    def save(self, state: SetupState) -> None:
        if self.full:
            raise ProblemError(problem("records.unwritable"))
        self.rows[state.id] = encode(state)

    def load(self, setup_id: str) -> SetupState | None:
        row = self.rows.get(setup_id)
        return decode(row, type=SetupState) if row else None

    def all(self) -> tuple[SetupState, ...]:
        return tuple(decode(row, type=SetupState) for row in self.rows.values())

    def delete(self, setup_id: str) -> None:
        self.rows.pop(setup_id, None)


class Told:
    """An inspector that answers what the test tells it to."""

    def __init__(self) -> None:
        self.findings: tuple[Finding, ...] = ()
        self.error: ProblemError | None = None
        self.person: str | None = None
        self.locked = False
        self.renewable = True
        self.instance = Instance(
            "https://acme.halopsa.com",
            "https://acme.halopsa.com",
            "https://acme.halopsa.com/auth",
            "acme",
            discovered=True,
        )
        self.asked: list[tuple[dict[str, str], set[str], Collection[str] | None]] = []

    async def discover(self, address: str, tenant: str | None) -> Instance:
        if self.error:
            raise self.error
        return self.instance

    async def inspect(
        self,
        answers: Mapping[str, str],
        secrets: Mapping[str, Secret],
        wanted: Collection[str] | None,
        progress: Progress,
        *,
        role_only: bool,
    ) -> tuple[Finding, ...]:
        self.asked.append((dict(answers), set(secrets), wanted))
        if self.error:
            raise self.error
        return self.findings

    async def sign_in(
        self, answers: Mapping[str, str], secrets: Mapping[str, Secret], show: Show
    ) -> None:
        show("https://acme.halopsa.com/auth/authorize")
        if self.error:
            raise self.error
        self.person = "Sam"
        self.asked.append((dict(answers), set(secrets), None))

    def signed_in(self, answers: Mapping[str, str]) -> str | None:
        return self.person

    async def stay_signed_in(self, answers: Mapping[str, str], *, stay: bool) -> SecretPlace | None:
        if self.locked:
            raise ProblemError(problem("keychain.locked"))
        kept = stay and self.person and self.renewable
        return SecretPlace("test:shared", True, "a keychain") if kept else None

    async def sign_out(self, answers: Mapping[str, str]) -> None:
        self.person = None

    def link(self, answers: Mapping[str, str], screen: str) -> str | None:
        return None

    async def close(self) -> None:
        pass


def flow_of(
    profile: Profile,
    records: Saved,
    *,
    inspector: Told | None = None,
    keychain: SessionKeychain | None = None,
    setup_id: str = "one",
) -> Flow:
    """Open the setup, resuming what is saved of it."""
    return Flow(
        profile,
        records.load(setup_id) or new_state(profile, setup_id=setup_id),
        inspector=inspector or Told(),
        keychain=keychain or SessionKeychain(),
        records=records,
        service=lambda setup, name: f"test:{setup}:{name}",
    )
