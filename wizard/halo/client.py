"""HaloPSA as seen with one token: the `Reader` of a check. GET only."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar
from urllib.parse import quote

from msgspec import UNSET, Struct

from wizard.halo.agent_list import AgentList
from wizard.halo.answer import Answer
from wizard.halo.decode import record, records, row_count, rows, single
from wizard.halo.failures import refusal, short_text
from wizard.halo.probes import probe_table
from wizard.halo.records import (
    Agent,
    Application,
    Instance,
    ProbeAnswer,
    Role,
    TokenAnswer,
)
from wizard.halo.together import together
from wizard.halo.transport import Transport
from wizard.language import tr
from wizard.problems import ProblemError, problem

RecordT = TypeVar("RecordT", bound=Struct)
Renew = Callable[[TokenAnswer], Awaitable[TokenAnswer]]

_PAGE_SIZE = 100  # some servers cap pages at 100 or 50 rows, whatever is asked (§8.4 no. 8, L)
_MOST_PAGES = 40
_RENEWAL_PAUSE = 60.0  # seconds
_ONE_ROW = {"pageinate": "true", "page_size": "1", "page_no": "1"}  # Halo's spelling (§8.1, C)
_DETAILS = {"includedetails": "true"}
_PROBE_PATH = re.compile(r"(/[A-Za-z0-9_\-]+)+")


class HaloReader:
    """Reads HaloPSA with one token, and fulfils `wizard.checks.ports.Reader`.

    A 401 may be a stale token: it gets a fresh one and exactly one more try (halo-api.md §8.4
    no. 24, C). Where the fresh one is refused as well the refusal is meant, and for a minute no
    further 401 is tried again: looking for what an application may not do costs no tokens.
    """

    def __init__(
        self,
        transport: Transport,
        instance: Instance,
        token: TokenAnswer,
        renew: Renew,
        *,
        agents: AgentList | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._transport = transport
        self._root = instance.api_root
        self._token = token
        self._renew = renew
        self._clock = clock
        self._no_renewal_until = float("-inf")
        self._refused = asyncio.Lock()
        self._agents = agents or AgentList(clock)

    async def me(self) -> Agent:
        """Give the agent behind the token (§4.1, C). Raises ProblemError."""
        return await self._one(Agent, "/Agent/me", _DETAILS)

    async def agents(self) -> tuple[Agent, ...]:
        """Give every agent, API-only and disabled ones included (§4.1, L). Raises ProblemError.

        Reads pages until one brings nobody new, since neither the page size nor `record_count`
        can be relied on, and a server that ignores paging gives the same page for ever. So there
        are always two, which are read side by side. Live looks share one list for a while.
        """
        held = self._agents.held()
        if held is not None:
            return held
        pages = await together(self._agents_page(1), self._agents_page(2))
        nameless = [agent for agent in pages[0] if agent.id is UNSET]
        found: dict[int, Agent] = {}
        for page in range(1, _MOST_PAGES + 1):
            listed = pages[page - 1] if page <= len(pages) else await self._agents_page(page)
            new = {a.id: a for a in listed if isinstance(a.id, int) and a.id not in found}
            if not new:
                every = (*found.values(), *nameless)
                self._agents.hold(every)
                return every
            found |= new
        said = tr("more than {number} pages of agents", number=_MOST_PAGES)
        raise ProblemError(problem("http.too_large", said))

    async def agent(self, agent_id: int) -> Agent:
        """Give one agent with claims, roles, teams and departments (§4.1, L). Raises ProblemError.

        What the answer does not carry stays UNSET: whether an API agent sees its own claims is
        not known (§10 no. 5).
        """
        agent = await self._one(Agent, f"/Agent/{int(agent_id)}", _DETAILS)
        self._agents.compare(agent)
        return agent

    async def roles(self) -> tuple[Role, ...]:
        """Give every role (§5, L). Raises ProblemError."""
        return await self._list(Role, "/Roles", {}, key="roles")

    async def role(self, role_id: str) -> Role:
        """Give one role with its details; its id is a GUID (§5, S). Raises ProblemError."""
        return await self._one(Role, f"/Roles/{quote(role_id, safe='')}", _DETAILS)

    async def applications(self) -> tuple[Application, ...]:
        """Give the API applications, where this instance shows them (§7, S). Raises ProblemError.

        The list may be short of what their details hold.
        """
        return await self._list(Application, "/Application", {}, key="applications")

    async def application(self, application_id: str) -> Application:
        """Give one API application with its details (§7, S). Raises ProblemError."""
        path = f"/Application/{quote(application_id, safe='')}"
        return await self._one(Application, path, _DETAILS)

    async def probe(self, path: str) -> ProbeAnswer:
        """GET one row of `path`. 401, 403 and 404 are answers; other failures raise ProblemError.

        A path that the probe table does not know is asked for one row too: HaloPSA ignores
        parameters that it does not know (§8.4 no. 6, L).
        """
        if not _PROBE_PATH.fullmatch(path):
            said = tr("a probe is a path such as /Tickets")
            raise ProblemError(problem("profile.invalid", said))
        spec = probe_table().get(path)
        answer = await self._get(path, _ONE_ROW if spec is None or spec.paged else {})
        if answer.status in (401, 403, 404):
            return ProbeAnswer(answer.status, None, short_text(answer))
        if answer.status != 200:
            raise ProblemError(refusal(answer))
        return ProbeAnswer(200, row_count(answer.json(), spec.key if spec else ""))

    async def _agents_page(self, page: int) -> tuple[Agent, ...]:
        paging = {"pageinate": "true", "page_size": f"{_PAGE_SIZE}", "page_no": f"{page}"}
        every = {"includeapiagents": "true", "includedisabled": "true"}
        return await self._list(Agent, "/Agent", {**every, **paging}, key="results")

    async def _one(self, kind: type[RecordT], path: str, params: Mapping[str, str]) -> RecordT:
        found = record(kind, single(await self._document(path, params)))
        if found is None:
            raise ProblemError(problem("http.unexpected", tr("{path} gave no object", path=path)))
        return found

    async def _list(
        self, kind: type[RecordT], path: str, params: Mapping[str, str], *, key: str
    ) -> tuple[RecordT, ...]:
        found = records(kind, rows(await self._document(path, params), key))
        if found is None:
            raise ProblemError(problem("http.unexpected", tr("{path} gave no list", path=path)))
        return found

    async def _document(self, path: str, params: Mapping[str, str]) -> object:
        answer = await self._get(path, params)
        if answer.status != 200:
            raise ProblemError(refusal(answer))
        return answer.json()

    async def _get(self, path: str, params: Mapping[str, str]) -> Answer:
        token = self._token
        answer = await self._send(path, params, token)
        if answer.status != 401:
            return answer
        async with self._refused:  # one at a time: the first finds out whether it is the token
            if self._token is token:
                if self._clock() < self._no_renewal_until:
                    return answer
                self._token = await self._renew(token)
            answer = await self._send(path, params, self._token)
            if answer.status == 401:
                self._no_renewal_until = self._clock() + _RENEWAL_PAUSE
        return answer

    async def _send(self, path: str, params: Mapping[str, str], token: TokenAnswer) -> Answer:
        return await self._transport.get(self._root + path, params=params, token=token.access_token)
