"""The simulated HaloPSA's state: one frozen snapshot, replaced and saved at each change."""

from __future__ import annotations

import os
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec.structs import replace

from wizard.practice.hashing import hashed, new_guid, new_secret
from wizard.practice.model import Agent, Application, Department, Role, State, Team, Workday
from wizard.practice.seed import fresh_state
from wizard.problems import ProblemError, problem
from wizard.secret import Secret

_MOST_DRAFTS = 20  # unsaved New application pages; the oldest is forgotten


@dataclass(frozen=True, slots=True)
class Draft:
    """An application page that is open and not saved: it shows an id (not the final one, §8.4
    no. 20) and the secret.
    """

    id: str
    client_id: str
    secret: Secret


class World:
    """Holds the state, and in memory only the secrets of pages that are open.

    Safe to change from several threads. With a path, each change is on disk before the method
    returns, all or nothing, so that a killed process loses nothing it had answered for.
    """

    def __init__(self, path: Path | None = None, start: State | None = None) -> None:
        """Load the file at `path`; where there is none begin with `start`, by default afresh.

        Raises ProblemError: practice.damaged.
        """
        self._path = path
        self._lock = threading.RLock()
        self._drafts: OrderedDict[str, Draft] = OrderedDict()
        self._shown: dict[str, Secret] = {}
        self._state = _load(path) if path and path.exists() else start or fresh_state()

    @property
    def state(self) -> State:
        """The present snapshot; it never changes."""
        return self._state

    def set_port(self, port: int) -> None:
        """Remember the port, so that the address outlives the process."""
        with self._lock:
            self._save(replace(self._state, port=port))

    def new_agent(self, name: str, email: str = "") -> Agent:
        """Create an agent that holds no permission.

        Its one claim marks a technician, as HaloPSA's own agents carry it; it grants nothing.
        """
        with self._lock:
            number = max(self._state.agents) + 1
            agent = Agent(id=number, guid=new_guid(), name=name, email=email, claims={"A": "true"})
            self.put_agent(agent)
            return agent

    def put_agent(self, agent: Agent) -> None:
        """Save an agent in place of the one with its id."""
        with self._lock:
            agents = {**self._state.agents, agent.id: agent}
            self._save(replace(self._state, agents=agents))

    def new_role(self, name: str, notes: str = "") -> Role:
        """Create a role without permissions."""
        with self._lock:
            number = max((role.id_int for role in self._state.roles.values()), default=0) + 1
            role = Role(id=new_guid(), id_int=number, name=name, notes=notes)
            self.put_role(role)
            return role

    def put_role(self, role: Role) -> None:
        """Save a role in place of the one with its id."""
        with self._lock:
            self._save(replace(self._state, roles={**self._state.roles, role.id: role}))

    def new_team(self, name: str) -> Team:
        """Create a team in the first department, or give the one of this name."""
        with self._lock:
            known = self._state.teams
            named = next((team for team in known.values() if team.name == name), None)
            if named:
                return named
            department = min(self._state.departments)
            team = Team(id=max(known) + 1, name=name, department_id=department)
            self._save(replace(self._state, teams={**known, team.id: team}))
            return team

    def new_department(self, name: str) -> Department:
        """Create a department, or give the one of this name."""
        with self._lock:
            known = self._state.departments
            named = next((each for each in known.values() if each.name == name), None)
            if named:
                return named
            department = Department(id=max(known) + 1, name=name)
            self._save(replace(self._state, departments={**known, department.id: department}))
            return department

    def new_workday(self, name: str) -> Workday:
        """Create work hours, or give those of this name."""
        with self._lock:
            known = self._state.workdays
            named = next((each for each in known.values() if each.name == name), None)
            if named:
                return named
            workday = Workday(id=max(known) + 1, name=name, timezone="Europe/London")
            self._save(replace(self._state, workdays={**known, workday.id: workday}))
            return workday

    def draft_application(self) -> Draft:
        """Open the New application page: make the id and secret that it shows."""
        with self._lock:
            draft = Draft(new_guid(), new_guid(), new_secret())
            self._drafts[draft.id] = draft
            while len(self._drafts) > _MOST_DRAFTS:
                self._drafts.popitem(last=False)
            return draft

    def draft(self, draft_id: str) -> Draft | None:
        """Give an open draft, None once it is saved or forgotten."""
        with self._lock:
            return self._drafts.get(draft_id)

    def save_draft(self, draft: Draft, application: Application) -> Application:
        """Save a New application page for the first time; give it with its final ids.

        The client id becomes another one, the secret stays and is not shown again (§8.4 no. 20,
        §2.5). `application` says the rest; its own ids and secret are not used.
        """
        with self._lock:
            self._drafts.pop(draft.id, None)
            saved = replace(
                application, id=new_guid(), client_id=new_guid(), secret=hashed(draft.secret)
            )
            self.put_application(saved)
            return saved

    def put_application(self, application: Application) -> None:
        """Save an application in place of the one with its id; its secret is no longer shown."""
        with self._lock:
            self._shown.pop(application.id, None)
            known = {**self._state.applications, application.id: application}
            self._save(replace(self._state, applications=known))

    def regenerate_secret(self, application_id: str) -> Secret:
        """Make a new secret, show it until the page is saved or left; the old one stops at once.

        Raises KeyError for an unknown application.
        """
        with self._lock:
            application = self._state.applications[application_id]
            secret = new_secret()
            self.put_application(replace(application, secret=hashed(secret)))
            self._shown[application_id] = secret
            return secret

    def shown_secret(self, application_id: str) -> Secret | None:
        """Give the secret while the application's page shows it."""
        with self._lock:
            return self._shown.get(application_id)

    def forget_shown(self) -> None:
        """Close the pages that show a secret."""
        with self._lock:
            self._shown.clear()

    def _save(self, state: State) -> None:
        if self._path:
            _write(self._path, msgspec.json.format(msgspec.json.encode(state), indent=1))
        self._state = state


def _load(path: Path) -> State:
    try:
        return msgspec.json.decode(path.read_bytes(), type=State)
    except (OSError, msgspec.DecodeError) as error:
        detail = f"{path.name}: {type(error).__name__}"
        raise ProblemError(problem("practice.damaged", detail)) from error


def _write(path: Path, content: bytes) -> None:
    """Replace the file in one step: a reader sees the old or the new content, never a part."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        detail = f"{path.name}: {type(error).__name__}"
        raise ProblemError(problem("practice.unwritable", detail)) from error
