"""HaloPSA as several checks look at it at the same time: each thing is asked for once.

For the time of one re-check only: nothing is ever read again, so no change would be seen. A failure
is shared like an answer: the transport has tried again what may pass, and to ask once more for each
setup would only keep a troubled instance busy, or lock out who is refused.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Sequence
from typing import Any, TypeVar

from wizard.checks.ports import Gate, Reader
from wizard.halo.records import Agent, Application, ProbeAnswer, Role, TokenAnswer
from wizard.problems import Problem, ProblemError

T = TypeVar("T")

_REFUSED = ("token.invalid_client", "token.unauthorised_client")


class Once:
    """Does each piece of work once, for all who ask for it, also while it is under way.

    Used from one event loop. Who stops waiting does not stop the work; `close` does.
    """

    def __init__(self) -> None:
        self._tasks: dict[Hashable, asyncio.Task[Any]] = {}

    async def do(self, key: Hashable, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Give what the work under this key gave; the first who asks starts it.

        Raises the work's ProblemError, a fresh one for each who asks.
        """
        task: asyncio.Task[T] | None = self._tasks.get(key)
        if task is None:
            task = self._tasks[key] = asyncio.create_task(work())
        await asyncio.wait({task})
        try:
            return task.result()
        except ProblemError as error:
            raise ProblemError(error.problem) from None

    async def close(self) -> None:
        """Stop what is still under way."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)


class SharedReader:
    """A reader that asks each thing once; fulfils `wizard.checks.ports.Reader`.

    `opened` gives the reader behind, at the first read: a sign-in that nobody needs is not made,
    and one that is refused is why everything is unread.
    """

    def __init__(
        self, once: Once, key: Hashable, opened: Callable[[], Coroutine[Any, Any, Reader]]
    ) -> None:
        self._once = once
        self._key = key
        self._opened = opened

    async def me(self) -> Agent:
        """Give the agent behind the token."""
        return await self._read("me", lambda reader: reader.me())

    async def agents(self) -> tuple[Agent, ...]:
        """Give every agent."""
        return await self._read("agents", lambda reader: reader.agents())

    async def agent(self, agent_id: int) -> Agent:
        """Give one agent with its details."""
        return await self._read(("agent", agent_id), lambda reader: reader.agent(agent_id))

    async def roles(self) -> tuple[Role, ...]:
        """Give every role."""
        return await self._read("roles", lambda reader: reader.roles())

    async def role(self, role_id: str) -> Role:
        """Give one role with its details."""
        return await self._read(("role", role_id), lambda reader: reader.role(role_id))

    async def applications(self) -> tuple[Application, ...]:
        """Give the API applications."""
        return await self._read("applications", lambda reader: reader.applications())

    async def application(self, application_id: str) -> Application:
        """Give one API application with its details."""
        key = ("application", application_id)
        return await self._read(key, lambda reader: reader.application(application_id))

    async def probe(self, path: str) -> ProbeAnswer:
        """GET one row of `path`."""
        return await self._read(("probe", path.casefold()), lambda reader: reader.probe(path))

    async def _read(self, name: Hashable, read: Callable[[Reader], Awaitable[T]]) -> T:
        async def work() -> T:
            return await read(await self._once.do((self._key, "opened"), self._opened))

        return await self._once.do((self._key, name), work)


class SharedGate:
    """A token endpoint that is asked once for each list of scopes; fulfils `Gate`.

    An id and secret that were refused are not sent again.
    """

    def __init__(self, once: Once, key: Hashable, behind: Gate) -> None:
        self._once = once
        self._key = key
        self._behind = behind
        self._refused: Problem | None = None
        self._one_at_a_time = asyncio.Lock()

    @property
    def client_id(self) -> str:
        """The client id in use."""
        return self._behind.client_id

    async def token(self, scopes: Sequence[str]) -> TokenAnswer:
        """Ask for a token. Raises ProblemError."""
        asked = tuple(scopes)

        async def work() -> TokenAnswer:
            async with self._one_at_a_time:
                if self._refused is not None:
                    raise ProblemError(self._refused)
                try:
                    return await self._behind.token(asked)
                except ProblemError as error:
                    if error.problem.code in _REFUSED:
                        self._refused = error.problem
                    raise

        return await self._once.do((self._key, asked), work)

    def reader(self, token: TokenAnswer) -> Reader:
        """Read HaloPSA with this token."""

        async def opened() -> Reader:
            return self._behind.reader(token)

        return SharedReader(self._once, (self._key, "reader", token.asked), opened)


class ClosedGate:
    """Credentials that cannot be had, and why: every token is refused with that."""

    def __init__(self, client_id: str, why: Problem) -> None:
        self._client_id = client_id
        self._why = why

    @property
    def client_id(self) -> str:
        """The client id in use."""
        return self._client_id

    async def token(self, scopes: Sequence[str]) -> TokenAnswer:  # noqa: ARG002 - as a gate has it
        """Raise ProblemError."""
        raise ProblemError(self._why)

    def reader(self, token: TokenAnswer) -> Reader:  # noqa: ARG002
        """Read nothing: there is no token."""
        raise ProblemError(self._why)
