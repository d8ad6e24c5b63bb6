"""Faults below HTTP: silence, a stall, a reset, a cut. They need the connection itself."""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from typing import Any

from starlette.types import Receive, Scope
from uvicorn.protocols.http.h11_impl import H11Protocol

from wizard.practice.faults import FaultKind

_WIRE = "practice.transport"
_LINGER = "hh" if sys.platform == "win32" else "ii"  # how the system lays it out
_HALF = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4096\r\n\r\n"
    b'{"record_count":2,"results":[{"id":'
)
_KINDS = frozenset({FaultKind.SILENT, FaultKind.STALLED_BODY, FaultKind.RESET, FaultKind.CUT_BODY})


class OpenProtocol(H11Protocol):
    """Uvicorn's protocol that lets the application reach its connection, to break it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Remember the connection where each request's scope gets its state from."""
        self.app_state = {**self.app_state, _WIRE: transport}
        super().connection_made(transport)


def is_wire(kind: FaultKind) -> bool:
    """Tell whether this fault is one of the connection."""
    return kind in _KINDS


async def break_wire(kind: FaultKind, scope: Scope, receive: Receive) -> None:
    """Break the request's connection in this way; returns when it is closed.

    Silence lasts until the other side gives up.
    """
    await _read_whole(receive)
    transport: Any = scope["state"][_WIRE]
    if kind is FaultKind.RESET:
        # With no time to linger, closing sends a reset, as a firewall does.
        held = transport.get_extra_info("socket")
        held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, 1, 0))
        transport.abort()
    elif kind is not FaultKind.SILENT:
        transport.write(_HALF)
    if kind is FaultKind.CUT_BODY:
        transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass


async def _read_whole(receive: Receive) -> None:
    """Take in the whole request first, so that the other side is done sending."""
    more = True
    while more:
        message = await receive()
        more = message["type"] == "http.request" and message.get("more_body", False)
