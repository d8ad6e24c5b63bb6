"""What was asked of the practice instance, so that tests can say what was never sent."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Request:
    """One request: no query, no body, no header. `client` is the client id behind it, or ""."""

    method: str
    path: str
    status: int
    client: str


class RequestLog:
    """The requests since the start, oldest first. Safe to read from another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[Request] = []

    def add(self, request: Request) -> None:
        """Append one request."""
        with self._lock:
            self._requests.append(request)

    def all(self) -> tuple[Request, ...]:
        """Give every request so far."""
        with self._lock:
            return tuple(self._requests)

    def clear(self) -> None:
        """Forget what was asked so far."""
        with self._lock:
            self._requests.clear()

    def writes(self) -> tuple[Request, ...]:
        """Give the requests that were neither GET nor the token POST."""
        return tuple(
            request
            for request in self.all()
            if request.method != "GET"
            and not (request.method == "POST" and request.path.casefold() == "/auth/token")
        )


class LoggingMiddleware:
    """Notes each request with the status it got."""

    def __init__(self, app: ASGIApp, log: RequestLog) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and note it before the first byte of the answer leaves.

        A client that has its answer, even an empty one, thus finds its request in the log.
        """
        state = scope.setdefault("state", {})
        noted = False

        def note(status: int) -> None:
            nonlocal noted
            noted = True
            client = str(state.get("client", ""))
            self._log.add(Request(scope["method"], scope["path"], status, client))

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.start":
                note(message["status"])
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            if not noted:
                note(500)  # it failed before it answered; the server answers in its place
