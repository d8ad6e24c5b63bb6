"""A person who signs in at the practice instance, with a browser as small as can be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.parse import urljoin

import httpx

from tests.end_to_end.browser import Page
from wizard.halo.redirect import redirect_uri
from wizard.practice.model import Agent, Application, Method
from wizard.practice.server import PracticeInstance
from wizard.practice.sign_ins import password_of
from wizard.secret import Secret

SCOPES = ("all:teams", "admin", "read:tickets", "read:customers")
SAM = "Sam"


def application(
    practice: PracticeInstance, port: int, method: Method = Method.NATIVE, **changes: object
) -> tuple[str, Secret]:
    """Make the wizard's application in HaloPSA; give its client id and secret."""
    draft = practice.world.draft_application()
    fields: dict[str, object] = {
        "id": "",
        "client_id": "",
        "name": "Halo Setup Wizard",
        "method": method,
        "scopes": SCOPES,
        "redirect_uris": (redirect_uri(port),),
        "allow_agents": True,
        **changes,
    }
    saved = practice.world.save_draft(draft, Application(**fields))
    return saved.client_id, draft.secret


def agent(practice: PracticeInstance, *, administrator: bool) -> Agent:
    """Make an agent called Sam."""
    made = practice.world.new_agent(SAM)
    claims = {"SA": "true"} if administrator else {"Tx": "2"}
    fields = {name: getattr(made, name) for name in Agent.__struct_fields__}
    sam = Agent(**{**fields, "claims": claims})
    practice.world.put_agent(sam)
    return sam


def visit(address: str, who: Agent, action: str = "allow") -> httpx.Response:
    """Sign in and consent (or refuse), and go where the browser is sent; blocks."""
    with httpx.Client(trust_env=False, timeout=30) as http:
        page = http.get(address)
        for form in (
            {"action": "sign_in", "username": who.name, "password": password_of(who)},
            {"action": action},
        ):
            if page.is_redirect:
                break
            found = Page(page.text)
            page = http.post(urljoin(address, found.action), data={**found.hidden, **form})
        assert page.is_redirect, page.text
        return http.get(page.headers["location"])


class Person:
    """Opens every address that is shown, in a thread of its own, as a person would."""

    def __init__(self, who: Agent, action: str = "allow", **change: Callable[[str], str]) -> None:
        """`change` changes the address before it is opened, as something evil would."""
        self._who = who
        self._action = action
        self._change = change.get("change", str)
        self.shown: list[str] = []
        self.visits: list[asyncio.Task[httpx.Response]] = []

    def __call__(self, address: str) -> None:
        self.shown.append(address)
        work = asyncio.to_thread(visit, self._change(address), self._who, self._action)
        self.visits.append(asyncio.ensure_future(work))

    async def seen(self) -> httpx.Response:
        """Give the last page that the person saw."""
        return await self.visits[-1]
