"""Talks to a practice instance over HTTP, knowing nothing of how it works inside."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

import httpx

from wizard.practice.administrator import administrator_application
from wizard.practice.model import Agent, Application, TeamPlace
from wizard.practice.server import PracticeInstance
from wizard.practice.world import World
from wizard.secret import Secret


@dataclass
class Visitor:
    instance: PracticeInstance
    http: httpx.Client

    @property
    def world(self) -> World:
        return self.instance.world

    def make_agent(
        self, name: str = "bot", *, teams: tuple[int, ...] = (), **changes: Any
    ) -> Agent:
        made = self.world.new_agent(name)
        places = tuple(TeamPlace(team) for team in teams)
        fields = {each: getattr(made, each) for each in Agent.__struct_fields__}
        agent = Agent(**{**fields, "teams": places, **changes})
        self.world.put_agent(agent)
        return agent

    def make_application(
        self, agent: Agent | None, *scopes: str, **changes: Any
    ) -> tuple[str, str]:
        page = Application(
            **{
                "id": "",
                "client_id": "",
                "name": "Test",
                "agent_id": agent.id if agent else None,
                "scopes": scopes,
                **changes,
            }
        )
        draft = self.world.draft_application()
        return self.world.save_draft(draft, page).client_id, draft.secret.reveal()

    def administrator(self, *scopes: str) -> str:
        client_id, secret = administrator_application(self.world, scopes or ("all", "all:teams"))
        return self.token(client_id, secret, "all all:teams" if not scopes else " ".join(scopes))

    def ask(
        self, client_id: str, secret: str | Secret, scope: str | None = "all"
    ) -> httpx.Response:
        """Ask for a token with these scopes; None sends no scope at all."""
        text = secret.reveal() if isinstance(secret, Secret) else secret
        form = {
            "grant_type": "client_credentials",
            "client_id": client_id,
            "client_secret": text,
        }
        if scope is not None:
            form["scope"] = scope
        return self.http.post("/auth/token", params={"tenant": self.instance.tenant}, data=form)

    def token(self, client_id: str, secret: str | Secret, scope: str | None = "all") -> str:
        answer = self.ask(client_id, secret, scope)
        assert answer.status_code == 200, answer.text
        return answer.json()["access_token"]

    def token_for(self, agent: Agent, *scopes: str) -> str:
        client_id, secret = self.make_application(agent, *scopes)
        return self.token(client_id, secret, " ".join(scopes))

    def get(self, path: str, token: str | None, **params: object) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return self.http.get(f"/api{path}", headers=headers, params=params)


def claims_of(token: str) -> dict[str, Any]:
    """Read the middle part of a JWT."""
    middle = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
