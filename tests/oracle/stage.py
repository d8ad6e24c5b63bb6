"""The stage: one HTTP server for all scenes, in which the real check looks at each of them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict

import uvicorn

from tests.oracle.scene import Client, Holder, Scene
from tests.oracle.scene import World as Manners
from wizard.app.check import Target, check
from wizard.checks.findings import Finding
from wizard.practice.behaviour import Behaviour, Ungranted, WideAnswer, WrongGrant
from wizard.practice.hashing import hashed, new_guid, new_secret
from wizard.practice.instance import Instance
from wizard.practice.model import (
    Agent,
    Application,
    DepartmentPlace,
    LoginType,
    Method,
    Role,
    State,
    TeamPlace,
)
from wizard.practice.request_log import Request
from wizard.practice.site import build
from wizard.practice.tables import tables
from wizard.practice.world import World
from wizard.profiles.catalog import Catalog

_ADMINISTRATOR = 2  # an agent of the seed with the administrator right
_WIDE = ("all", "all:standard")


class _Server(uvicorn.Server):
    def capture_signals(self) -> AbstractContextManager[None]:
        return nullcontext()  # they belong to the tests


class Stage:
    """Serves whatever scene is set on it. The server stays, the world behind it changes."""

    def __init__(self) -> None:
        # With the protocol named, asyncio sends at once; without it each answer waits 40 ms.
        self._listener = socket.socket(proto=socket.IPPROTO_TCP)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._secret, self._wrong = new_secret(), new_secret()
        self._hashed = hashed(self._secret)
        self.instance = Instance(World(), Behaviour(), self.address)
        self._app = build(self.instance)
        config = uvicorn.Config(
            self._serve, http="h11", ws="none", lifespan="off", interface="asgi3", log_config=None
        )
        # Server and client take turns in one loop: several times faster than two threads.
        self._runner = asyncio.Runner()
        self._server = _Server(config)
        self._serving = self._runner.get_loop().create_task(
            self._server.serve(sockets=[self._listener])
        )

    def close(self) -> None:
        self._server.should_exit = True
        self._runner.run(asyncio.wait([self._serving]))
        self._runner.close()

    def check(self, scene: Scene) -> dict[str, Finding]:
        """Set the scene and check it as `halo-setup check` does."""
        self._set(scene)
        target = Target(
            Catalog().get(scene.profile),
            self.address,
            _id(scene.used),
            self._secret if scene.right_secret else self._wrong,
            agent=scene.named,
            admin_client_id=_id("administrator") if scene.administrator else None,
            admin_client_secret=self._secret if scene.administrator else None,
        )
        report = self._runner.run(check(target, lambda _: None))
        found = {finding.requirement: finding for finding in report.findings}
        assert len(found) == len(report.findings), "an id came twice"
        return found

    @property
    def writes(self) -> tuple[Request, ...]:
        """What was sent since the scene was set, but for GET and the token POST."""
        return self.instance.log.writes()

    async def _serve(
        self, scope: dict, receive: Callable[[], Awaitable], send: Callable[[dict], Awaitable]
    ) -> None:
        await self._app(scope, receive, send)

    def _set(self, scene: Scene) -> None:
        world = World()
        for number, (name, role) in enumerate(scene.roles.items()):
            world.put_role(_role(number, name, role))
        for number, person in enumerate(scene.people):
            world.put_agent(
                Agent(
                    id=100 + number,
                    guid=new_guid(),
                    name=person.name,
                    email=f"{number}@aldergate.example",
                    api_only=person.api_only,
                    active=person.active,
                    team=person.default_team,
                    workday_id=person.workday,
                    roles=tuple(_id(f"role {name}") for name in person.roles),
                    **_held(person.own),
                )
            )
        for number, client in enumerate(scene.clients):
            world.put_application(self._application(world.state, number, client))
        ticked = tuple(name for name in tables().api_scopes if name not in _WIDE)
        world.put_application(
            Application(
                id=_id("administrator"),
                client_id=_id("administrator"),
                name="Halo Setup Wizard",
                agent_id=_ADMINISTRATOR,
                scopes=ticked,
                secret=self._hashed,
            )
        )
        self.instance = Instance(world, _behaviour(scene.world), self.address)
        self._app = build(self.instance)

    def _application(self, state: State, number: int, client: Client) -> Application:
        agent = state.agent_named(client.acts_as)
        user = client.acts_as == "user"
        return Application(
            id=_id(number),
            client_id=_id(number),
            name=client.name,
            method=Method(client.method),
            login_type=LoginType.USER if user else LoginType.AGENT,
            agent_id=agent.id if agent else None,
            customer_id=12 if user else None,
            active=client.active,
            scopes=client.scopes,
            secret=self._hashed,
        )


def _behaviour(manners: Manners) -> Behaviour:
    plain = asdict(manners)
    refused, expanded = plain.pop("ungranted_refused"), plain.pop("wide_expanded")
    named = plain.pop("wrong_grant_named")
    return Behaviour(
        **plain,
        ungranted_scope=Ungranted.REFUSED if refused else Ungranted.DROPPED,
        wide_scope_answer=WideAnswer.EXPANDED if expanded else WideAnswer.NAMED,
        wrong_grant=WrongGrant.UNAUTHORIZED_CLIENT if named else WrongGrant.INVALID_CLIENT,
        rate_limit=None,
    )


def _role(number: int, name: str, role: Holder) -> Role:
    return Role(id=_id(f"role {name}"), id_int=50 + number, name=name, **_held(role))


def _held(holder: Holder) -> dict:
    return {
        "claims": dict(holder.claims),
        "teams": tuple(TeamPlace(team) for team in holder.teams),
        "departments": tuple(DepartmentPlace(*place) for place in holder.departments),
    }


def _id(key: object) -> str:
    """Give an id that is the same in every scene."""
    return f"00000000-0000-4000-8000-{str(key).encode().hex()[-24:]:0>24}"
