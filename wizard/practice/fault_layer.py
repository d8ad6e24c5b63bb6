"""The layer between server and instance at which faults strike."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Sequence

import msgspec
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wizard.practice.fault_answers import answer_of
from wizard.practice.fault_documents import changed, changes, query_as_heard
from wizard.practice.fault_wires import break_wire, is_wire
from wizard.practice.faults import Fault, FaultKind, Faults
from wizard.practice.tokens import TokenStore

_DAY = 86_400  # seconds; how far the clock is off where the fault does not say


def struck_by(scope: Scope, kind: FaultKind) -> Fault | None:
    """Give the fault of this kind that struck the request, for a handler that acts it out."""
    faults: Sequence[Fault] = scope["state"].get("faults", ())
    return next((fault for fault in faults if fault.kind is kind), None)


def skew(scope: Scope) -> int:
    """Give by how many seconds the instance's clock is off in this request."""
    fault = struck_by(scope, FaultKind.CLOCK_SKEW)
    return int(fault.detail or _DAY) if fault else 0


class FaultLayer:
    """Lets each request through as the faults that are switched on leave it."""

    def __init__(self, app: ASGIApp, faults: Faults, tokens: TokenStore) -> None:
        self._app = app
        self._faults = faults
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or break, one request."""
        struck = self._faults.strike(scope["method"], scope["path"])
        scope["state"]["faults"] = struck
        send = _dated(send, skew(scope))
        for fault in struck:
            if is_wire(fault.kind):
                return await break_wire(fault.kind, scope, receive)
            answer = answer_of(fault)
            if answer is not None:
                return await answer(scope, receive, send)
            if fault.kind is FaultKind.EXPIRED_TOKENS:
                self._tokens.revoke_all()
        if struck:
            scope = {**scope, "query_string": query_as_heard(struck, scope["query_string"])}
            send = _Rewriter(struck, send)
        return await self._app(scope, receive, send)


def _dated(send: Send, off: int) -> Send:
    """Send each answer with a Date, `off` seconds from now."""

    async def dated(message: Message) -> None:
        if message["type"] == "http.response.start":
            date = email.utils.formatdate(time.time() + off, usegmt=True)
            MutableHeaders(raw=message["headers"])["date"] = date
        await send(message)

    return dated


class _Rewriter:
    """Holds an answer back until it is whole, and sends it on changed."""

    def __init__(self, faults: Sequence[Fault], send: Send) -> None:
        self._faults = faults
        self._send = send
        self._start: Message = {}
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body += message.get("body", b"")
        if message.get("more_body", False):
            return
        headers = MutableHeaders(raw=self._start["headers"])
        body = self._changed_body(headers.get("content-type", ""))
        headers["content-length"] = f"{len(body)}"
        if any(fault.kind is FaultKind.WRONG_TYPE for fault in self._faults):
            headers["content-type"] = "text/plain"
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": body})

    def _changed_body(self, content_type: str) -> bytes:
        mine = [fault for fault in self._faults if changes(fault)]
        if not mine or not content_type.startswith("application/json"):
            return self._body
        document: object = msgspec.json.decode(self._body)
        for fault in mine:
            document = changed(fault, document)
        return msgspec.json.encode(document)
