"""Waits on this computer for the browser to come back from a sign-in (RFC 8252 §7.3).

A tiny server that answers one address on loopback, as long as one sign-in is under way. Whatever
else knocks (other pages, junk, what is too large or too slow) gets a refusal or nothing, and harms
nothing.
"""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
from collections.abc import Callable
from typing import Generic, TypeVar

from wizard.halo import landing
from wizard.halo.redirect import PATH
from wizard.language import tr
from wizard.problems import ProblemError, problem

_LARGEST = 64 * 1024  # bytes of a request; a code may be long, and so may other sites' cookies
_VISIT = 10.0  # seconds for one request and its answer
_MOST_VISITS = 32  # at the same time
_REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}

T = TypeVar("T")


async def receive(
    port: int, take: Callable[[str], T], ready: Callable[[], None], patience: float
) -> T:
    """Wait for the browser, at most `patience` seconds, and give what `take` makes of its query.

    `ready` is called when the server listens: then the browser may be opened. A ProblemError that
    `take` raises ends the wait too, after the browser has been told. Raises ProblemError
    `sign_in.port_taken`, `sign_in.no_answer`, and those of `take`.
    """
    sockets = _bound(port)
    door = _Door(port, take)
    servers: list[asyncio.Server] = []
    try:
        for each in sockets:
            server = await asyncio.start_server(door.visit, sock=each, limit=_LARGEST)
            servers.append(server)  # one by one: what is open is closed, whatever comes
        ready()
        await asyncio.wait({door.outcome}, timeout=patience)
        if not door.outcome.done():
            raise ProblemError(problem("sign_in.no_answer", f"{patience:.0f} s"))
        return door.outcome.result()
    finally:
        for server in servers:
            server.close()
        for each in sockets:
            each.close()
        await door.close()


class _Door(Generic[T]):
    """Answers visitors, and keeps the one answer that counts."""

    def __init__(self, port: int, take: Callable[[str], T]) -> None:
        self.outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._hosts = {f"{host}:{port}" for host in ("localhost", "127.0.0.1", "[::1]")}
        self._take = take
        self._visits: set[asyncio.Task[None]] = set()

    async def visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection, and close it."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - asyncio runs this in a task
        if len(self._visits) >= _MOST_VISITS:
            writer.close()
            return
        self._visits.add(task)
        settle: Callable[[], None] = _nothing
        try:
            async with asyncio.timeout(_VISIT):
                head = await reader.readuntil(b"\r\n\r\n")
                reply, settle = self._answer(head)
                writer.write(reply)
                await writer.drain()
                writer.close()
                await writer.wait_closed()
        except (TimeoutError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # whoever that was got nothing, or did not wait for it
        except asyncio.CancelledError:
            pass  # the sign-in is over
        finally:
            writer.close()
            self._visits.discard(task)
            settle()  # only now: the end of the sign-in closes every connection

    async def close(self) -> None:
        """Send everybody away."""
        visits = set(self._visits)
        for visit in visits:
            visit.cancel()
        if visits:
            await asyncio.wait(visits)
        if not self.outcome.cancel() and not self.outcome.cancelled():
            self.outcome.exception()  # looked at, even where the wait was cancelled meanwhile

    def _answer(self, head: bytes) -> tuple[bytes, Callable[[], None]]:
        """Give the reply to a request, and what is to be done when it was sent."""
        first, *lines = head.decode("latin-1").split("\r\n")
        parts = first.split(" ")
        path, _, query = (parts[1] if len(parts) == 3 else "").partition("?")
        hosts = [line[5:].strip().lower() for line in lines if line.lower().startswith("host:")]
        # A name of another host that resolves to this computer gets nothing.
        if path != PATH or len(hosts) != 1 or hosts[0] not in self._hosts:
            return _reply(404, landing.elsewhere()), _nothing
        if parts[0] != "GET":
            return _reply(405, landing.elsewhere()), _nothing
        if self.outcome.done():
            return _reply(200, landing.arrived()), _nothing
        try:
            taken = self._take(query)
        except ProblemError as error:
            failure = error
            page = landing.failed(failure.problem)
            return _reply(400, page), lambda: self._settle(
                lambda: self.outcome.set_exception(failure)
            )
        return _reply(200, landing.arrived()), lambda: self._settle(
            lambda: self.outcome.set_result(taken)
        )

    def _settle(self, put: Callable[[], None]) -> None:
        if not self.outcome.done():
            put()


def _nothing() -> None:
    """Do nothing."""


def _reply(status: int, page: str) -> bytes:
    body = page.encode()
    head = (
        f"HTTP/1.1 {status} {_REASONS[status]}",
        "Content-Type: text/html; charset=utf-8",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline';"
        " frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
    )
    return "\r\n".join(head).encode("ascii") + b"\r\n\r\n" + body


def _bound(port: int) -> list[socket.socket]:
    """Take the port on IPv4, and on IPv6 where there is one.

    A browser tries either for `localhost`, so that nobody else may sit on the other.
    """
    sockets = [_listener(socket.AF_INET, "127.0.0.1", port)]
    if socket.has_ipv6:
        try:
            sockets.append(_listener(socket.AF_INET6, "::1", port))
        except _NoSuchAddressError:
            pass
        except ProblemError:
            sockets[0].close()
            raise
    return sockets


class _NoSuchAddressError(Exception):
    """This computer has no such address."""


def _listener(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    try:
        listener = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        raise _NoSuchAddressError from None
    try:
        if family is socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        if sys.platform == "win32":
            # There SO_REUSEADDR would let another program take the port as well.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_MOST_VISITS)
    except OSError as error:
        listener.close()
        if family is socket.AF_INET6 and error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
            raise _NoSuchAddressError from None
        raise ProblemError(problem("sign_in.port_taken", tr("port {port}", port=port))) from None
    return listener
