"""Many practice instances on loopback, each with its own address, world, log and rate limit.

All of them share one event loop: a thread's (`with Fleet(…) as fleet`), that of a process of its
own (`fleet.in_a_process()`, for benchmarks), or the running one (`await fleet.start()`).
"""

from __future__ import annotations

import asyncio
import multiprocessing
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

import uvicorn
from uvicorn.server import ServerState

from tests.fleet_world.wire import Exchange, Wire
from wizard.practice.behaviour import Behaviour
from wizard.practice.fault_wires import OpenProtocol
from wizard.practice.faults import Faults
from wizard.practice.instance import Instance
from wizard.practice.site import build
from wizard.practice.world import World

_HOST = "127.0.0.1"
_PATIENCE = 30.0  # seconds for the server's thread or process to do as it is told
Build = Callable[[int, str], World]  # an instance's number and address


class Member:
    """One instance of a fleet. `down` means that its address refuses every connection."""

    def __init__(
        self,
        number: int,
        world: Build,
        behaviour: Behaviour,
        delay: float,
        clock: Callable[[], float],
    ) -> None:
        self._listener = _listener(0)
        self._port = self._listener.getsockname()[1]
        self.number = number
        self.address = f"http://{_HOST}:{self._port}"
        self.world = world(number, self.address)
        self.faults = Faults()
        self.instance = Instance(
            self.world, behaviour, self.address, faults=self.faults, clock=clock
        )
        self.wire = Wire(build(self.instance), delay)
        self._config = uvicorn.Config(
            self.wire, http=OpenProtocol, ws="none", lifespan="off", log_config=None,
            access_log=False, server_header=False, date_header=False,
        )  # fmt: skip
        self._state = ServerState()
        self._server: asyncio.Server | None = None

    async def up(self) -> None:
        """Listen, at the same address as ever."""
        if self._listener.fileno() < 0:
            self._listener = _listener(self._port)
        loop = asyncio.get_running_loop()
        if not self._config.loaded:
            self._config.load()
        self._server = await loop.create_server(
            lambda: OpenProtocol(self._config, self._state, {}), sock=self._listener
        )

    async def down(self) -> None:
        """Listen no more, and close what is open."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for connection in tuple(self._state.connections):
            connection.shutdown()

    def close(self) -> None:
        """Let go of the socket in this process."""
        self._listener.close()


class Fleet:
    """So many instances, whose worlds `world` builds. Rate limit, delay and clock as handed in."""

    def __init__(
        self,
        count: int,
        world: Build,
        *,
        behaviour: Behaviour | None = None,
        delay: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        chosen = behaviour or Behaviour()
        self.members = tuple(Member(n, world, chosen, delay, clock) for n in range(count))
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    # -- in the running loop ----------------------------------------------------------------

    async def start(self) -> None:
        """Serve in the running loop."""
        for member in self.members:
            await member.up()

    async def stop(self) -> None:
        """Serve no more."""
        for member in self.members:
            await member.down()
        await asyncio.sleep(0)

    # -- in a thread ------------------------------------------------------------------------

    def __enter__(self) -> Fleet:
        ready = threading.Event()

        def serve() -> None:
            with asyncio.Runner() as runner:
                self._loop = runner.get_loop()
                runner.run(self.start())
                ready.set()
                self._loop.run_forever()
                runner.run(self.stop())

        self._thread = threading.Thread(target=serve, name="fleet", daemon=True)
        self._thread.start()
        assert ready.wait(_PATIENCE)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._loop is not None
        assert self._thread is not None
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)
        for member in self.members:
            member.close()

    def take_down(self, number: int) -> None:
        """Let an instance refuse every connection."""
        self._tell(self.members[number].down())

    def bring_up(self, number: int) -> None:
        """Let an instance answer again."""
        self._tell(self.members[number].up())

    def _tell(self, work: Coroutine[Any, Any, None]) -> None:
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    def exchanges(self, number: int) -> list[Exchange]:
        """Give the requests that an instance saw so far, in the order of the answers."""
        return list(self.members[number].wire.exchanges)

    # -- in a process -----------------------------------------------------------------------

    @contextmanager
    def in_a_process(self) -> Iterator[Remote]:
        """Serve in a process of its own, which begins with the worlds as they are now."""
        context = multiprocessing.get_context("fork")
        mine, its = context.Pipe()
        process = context.Process(target=self._serve, args=(its, mine), daemon=True)
        process.start()
        its.close()
        for member in self.members:
            member.close()
        assert mine.poll(_PATIENCE)
        assert mine.recv() == "ready"
        try:
            yield Remote(mine)
        finally:
            mine.close()
            process.join(_PATIENCE)

    def _serve(self, orders: Connection, others: Connection) -> None:
        others.close()  # else its end would never be heard of

        async def serve() -> None:
            await self.start()
            orders.send("ready")
            done = asyncio.Event()
            asyncio.get_running_loop().add_reader(orders.fileno(), self._obey, orders, done)
            await done.wait()
            asyncio.get_running_loop().remove_reader(orders.fileno())
            await self.stop()

        asyncio.run(serve())

    def _obey(self, orders: Connection, done: asyncio.Event) -> None:
        try:
            order = orders.recv()
        except EOFError:
            done.set()
            return
        wires = [member.wire for member in self.members]
        if order == "take":
            orders.send([wire.exchanges for wire in wires])
            for wire in wires:
                wire.exchanges = []


class Remote:
    """A fleet that is served in another process."""

    def __init__(self, orders: Connection) -> None:
        self._orders = orders

    def take(self) -> list[list[Exchange]]:
        """Give what each instance saw since the last time, and let it forget that."""
        self._orders.send("take")
        taken: list[list[Exchange]] = self._orders.recv()
        return taken


def _listener(port: int) -> socket.socket:
    # Only where the protocol is named does asyncio send at once (see wizard.practice.server).
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((_HOST, port))
    listener.listen(128)
    listener.setblocking(False)
    return listener
