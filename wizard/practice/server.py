"""Runs the practice instance: in a thread beside the wizard, or alone from the command line."""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import uvicorn

from wizard.practice.administrator import administrator_application
from wizard.practice.fault_wires import OpenProtocol
from wizard.practice.faults import Faults
from wizard.practice.instance import Instance
from wizard.practice.prepared import Prepared, prepare
from wizard.practice.request_log import Request
from wizard.practice.scenarios import Scenario, scenario
from wizard.practice.site import build
from wizard.practice.tables import tables
from wizard.practice.world import World
from wizard.problems import ProblemError, problem
from wizard.secret import Secret

_HOST = "127.0.0.1"
_PATIENCE = 10.0  # seconds to start, and to let running requests end
_INTERRUPTED = 130


class PracticeInstance:
    """A simulated HaloPSA on a loopback port, from the constructor on until `stop`.

    With a path, state and port outlive the process: the saved port is used again, so that
    addresses in saved setups stay right. Raises ProblemError: practice.port_taken,
    practice.damaged, practice.unwritable.
    """

    def __init__(
        self, path: Path | None = None, world: Scenario | str = "easy", port: int | None = None
    ) -> None:
        """Start serving. `world` is a scenario or the name of one; `port` None or 0: any free one.

        Raises UnknownScenarioError for a name that is none.
        """
        self.scenario = scenario(world) if isinstance(world, str) else world
        held = World(path)
        listener = _bound(port or held.state.port or 0)
        try:
            held.set_port(listener.getsockname()[1])
            address = f"http://{_HOST}:{listener.getsockname()[1]}"
            faults = Faults(self.scenario.faults)
            self._instance = Instance(held, self.scenario.behaviour, address, faults=faults)
            self._server = _Server(_config(self._instance))
            self._thread = threading.Thread(
                target=self._server.run,
                kwargs={"sockets": [listener]},
                name="practice",
                daemon=True,
            )
            self._thread.start()
        except BaseException:
            listener.close()
            raise
        self._listener = listener
        if not self._server.ready.wait(_PATIENCE):
            self.stop()
            raise ProblemError(problem("internal", "the practice instance did not start"))

    @property
    def address(self) -> str:
        """The web address, such as http://127.0.0.1:8123."""
        return self._instance.address

    @property
    def tenant(self) -> str:
        """The tenant, as API Details shows it."""
        return self._instance.world.state.tenant

    @property
    def world(self) -> World:
        """The simulated world; changes are seen by the next request."""
        return self._instance.world

    @property
    def faults(self) -> Faults:
        """What goes wrong; switch it on and off while the instance runs."""
        return self._instance.faults

    @property
    def requests(self) -> tuple[Request, ...]:
        """Every request so far, oldest first."""
        return self._instance.log.all()

    @property
    def writes(self) -> tuple[Request, ...]:
        """The requests so far that were neither GET nor the token POST."""
        return self._instance.log.writes()

    def clear_requests(self) -> None:
        """Forget the requests so far."""
        self._instance.log.clear()

    @property
    def issued_tokens(self) -> tuple[str, ...]:
        """Every access token that is good at present."""
        return self._instance.tokens.issued()

    def expire_tokens(self) -> None:
        """Make every token stop: the next call answers 401 until there is a fresh one."""
        self._instance.tokens.revoke_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the instance to stop; tell whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Stop serving and give the port back. May be called twice."""
        self._server.should_exit = True
        self._thread.join(_PATIENCE)
        self._listener.close()

    def __enter__(self) -> PracticeInstance:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()


class _Server(uvicorn.Server):
    """Uvicorn that tells when it listens. It installs signal handlers in the main thread only."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


def _config(instance: Instance) -> uvicorn.Config:
    return uvicorn.Config(
        build(instance),
        http=OpenProtocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,  # the layer of faults tells the time, right or wrong
        timeout_graceful_shutdown=2,
    )


def _bound(port: int) -> socket.socket:
    # Only where the protocol is named does asyncio send at once; else each answer waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            # Here SO_REUSEADDR would let two processes share a port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
        # Listening at once makes the port ours: on POSIX a second bind then fails.
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise ProblemError(problem("practice.port_taken", f"port {port}")) from error
    return listener


def _prepared(world: World, prepared: Prepared) -> dict[str, object]:
    entered = prepare(world, prepared).items()
    # Of the practice instance too: printing it is its purpose.
    return {
        "integration": {
            name: value.reveal() if isinstance(value, Secret) else value for name, value in entered
        }
    }


def serve(
    port: int | None = None,
    world: str = "easy",
    path: Path | None = None,
    write: Callable[[str], object] = print,
) -> int:
    """Serve alone until Ctrl-C, and give the exit code 130.

    First one JSON line is written: the address, the tenant, and the client id and secret of an
    administrator's application, which is all that is needed to look at everything; and where the
    scenario has a set-up prepared, what a person would enter of it, under `integration`.
    """
    with PracticeInstance(path, world, port) as instance:
        scopes = ("all", "all:teams", *(name for name in tables().api_scopes if "admin" in name))
        client_id, secret = administrator_application(instance.world, scopes)
        ready: dict[str, object] = {
            "address": instance.address,
            "tenant": instance.tenant,
            "scenario": instance.scenario.name,
            "client_id": client_id,
            # Of the practice instance: printing it is its purpose.
            "client_secret": secret.reveal(),
        }
        if instance.scenario.prepared:
            ready |= _prepared(instance.world, instance.scenario.prepared)
        write(json.dumps(ready))
        sys.stdout.flush()
        try:
            # In slices: on Windows a wait without end would not see Ctrl-C.
            while not instance.wait(0.5):
                pass
        except KeyboardInterrupt:
            pass
    return _INTERRUPTED
