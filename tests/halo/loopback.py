"""A tiny real server on loopback that can also misbehave: cut, reset, stall, send too much."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Request:
    method: str
    target: str
    headers: dict[str, str]
    body: str

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


Handler = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Server:
    url: str
    requests: list[Request] = field(default_factory=list)


async def answer(
    writer: asyncio.StreamWriter,
    status: int = 200,
    document: object = None,
    *,
    body: bytes | None = None,
    media_type: str = "application/json; charset=utf-8",
    headers: tuple[tuple[str, str], ...] = (),
    length: int | None = None,
) -> None:
    content = json.dumps(document).encode() if body is None else body
    lines = [
        f"HTTP/1.1 {status} X",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(content) if length is None else length}",
        *(f"{name}: {value}" for name, value in headers),
    ]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + content)
    await writer.drain()


def reset(writer: asyncio.StreamWriter) -> None:
    """Drop the connection hard, as a firewall does."""
    writer.transport.abort()


@asynccontextmanager
async def serve(handler: Handler, tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    server = Server("")
    connections: set[asyncio.Task[object]] = set()

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                request = await _request(head.decode(), reader)
                server.requests.append(request)
                await handler(request, writer)
                if writer.is_closing():
                    return
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            return
        except asyncio.CancelledError:
            return  # the test is over
        finally:
            writer.close()

    running = await asyncio.start_server(connection, "127.0.0.1", 0, ssl=tls)
    port = running.sockets[0].getsockname()[1]
    server.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}"
    try:
        yield server
    finally:
        running.close()
        for task in connections:
            task.cancel()
        await running.wait_closed()


async def _request(head: str, reader: asyncio.StreamReader) -> Request:
    first, *lines = head.split("\r\n")
    method, target, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines if line)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, target, headers, body.decode())
