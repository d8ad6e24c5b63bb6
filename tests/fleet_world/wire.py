"""What a fleet's instance saw of each request, and the simulated way there and back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request; times are seconds of the server's loop. `client` is the client id behind it."""

    method: str
    path: str
    query: str
    client: str
    status: int
    arrived: float
    answered: float

    @property
    def page(self) -> int:
        """The page that was asked for; 1 where none was."""
        return int(parse_qs(self.query).get("page_no", ["1"])[0])


class Wire:
    """Lets every answer wait for `delay` seconds, and takes down what went by."""

    def __init__(self, app: ASGIApp, delay: float) -> None:
        self._app = app
        self.delay = delay
        self.exchanges: list[Exchange] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        loop = asyncio.get_running_loop()
        arrived = loop.time()
        if self.delay:
            await asyncio.sleep(self.delay)

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                client = str(scope["state"].get("client", ""))
                self.exchanges.append(
                    Exchange(
                        scope["method"],
                        scope["path"],
                        scope["query_string"].decode(),
                        client,
                        message["status"],
                        arrived,
                        loop.time(),
                    )
                )
            await send(message)

        await self._app(scope, receive, noting)


def most_at_once(exchanges: Iterable[Exchange]) -> int:
    """Give how many requests were under way at the same time at most."""
    turns = sorted(
        turn for each in exchanges for turn in ((each.arrived, 1), (each.answered, -1))
    )  # an answer at the very moment of an arrival comes first
    under_way = most = 0
    for _, step in turns:
        under_way += step
        most = max(most, under_way)
    return most
