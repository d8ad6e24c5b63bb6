"""The practice instance as one ASGI application: API, token endpoint and pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from wizard.practice.api import dispatch
from wizard.practice.fault_layer import FaultLayer
from wizard.practice.instance import Instance
from wizard.practice.pages import agents, applications, config, roles, sign_in
from wizard.practice.pages.render import ForeignFormError, NoPageError, Pages
from wizard.practice.request_log import LoggingMiddleware
from wizard.practice.token_endpoint import token
from wizard.resource import resource

# Loopback by name: a page elsewhere that resolves its own name to this machine gets nothing.
_HOSTS = ["127.0.0.1", "localhost"]
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

_Page = Callable[[Pages, Request], Awaitable[Response]]

_PAGES: Mapping[str, _Page] = MappingProxyType(
    {
        "/config": config.home,
        "/config/integrations/api": config.api_details,
        "/config/agents/teams": config.teams,
        agents.PATH: agents.page,
        roles.PATH: roles.page,
        applications.PATH: applications.page,
        "/auth/authorize": sign_in.page,
    }
)


def build(instance: Instance) -> Starlette:
    """Build the application that serves this instance."""
    pages = Pages(instance)

    async def api(request: Request) -> Response:
        return dispatch.answer(instance, request)

    async def auth(request: Request) -> Response:
        if request.path_params["path"].casefold() == "authorize":
            return await _answer(pages, request)
        if request.path_params["path"].casefold() != "token" or request.method != "POST":
            return pages.show("missing.html", status=404)
        return dispatch.throttled(instance) or await token(instance, request)

    async def page(request: Request) -> Response:
        return await _answer(pages, request)

    return Starlette(
        routes=[
            Route("/api/{path:path}", api, methods=_METHODS),
            Route("/auth/{path:path}", auth, methods=_METHODS),
            Route("/practice.css", _stylesheet, methods=["GET"]),
            Route("/", _home, methods=["GET"]),
            Route("/{path:path}", page, methods=["GET", "POST"]),
        ],
        middleware=[
            Middleware(LoggingMiddleware, log=instance.log),
            Middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS, www_redirect=False),
            Middleware(FaultLayer, faults=instance.faults, tokens=instance.tokens),
        ],
    )


async def _answer(pages: Pages, request: Request) -> Response:
    path = request.url.path.casefold().rstrip("/")
    try:
        return await _PAGES.get(path, _no_page)(pages, request)
    except NoPageError:
        return pages.show("missing.html", status=404)
    except ForeignFormError:
        return pages.show("refused.html", status=403)


async def _no_page(_: Pages, __: Request) -> Response:
    raise NoPageError


async def _stylesheet(_: Request) -> Response:
    fresh = {"Cache-Control": "no-cache"}  # another version may serve the same port tomorrow
    return FileResponse(resource("practice", "practice.css"), headers=fresh, media_type="text/css")


async def _home(_: Request) -> Response:
    return RedirectResponse("/config", status_code=307)
