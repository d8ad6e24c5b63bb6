"""Renders a page: templates with autoescape, and headers that let nothing foreign in."""

from __future__ import annotations

import hmac
import secrets

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wizard.practice.forms import BadFormError, read_form
from wizard.practice.instance import Instance
from wizard.practice.model import State
from wizard.practice.world import World
from wizard.resource import resource

_POLICY = (
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none';"
    " base-uri 'none'"
)
_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class NoPageError(Exception):
    """There is no such page or record: the answer is a 404 page."""


class ForeignFormError(Exception):
    """The form was not sent from one of our own pages."""


class Pages:
    """What every page handler needs: the instance, the templates, the form token."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self._token = secrets.token_urlsafe(32)
        self._templates = Environment(
            loader=FileSystemLoader(resource("practice")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @property
    def world(self) -> World:
        """The simulated world."""
        return self.instance.world

    @property
    def state(self) -> State:
        """Its present snapshot."""
        return self.instance.world.state

    def show(
        self, template: str, *, status: int = 200, send_to: str = "", **values: object
    ) -> Response:
        """Render a template of resources/practice.

        `send_to` is an origin that the page's form may lead to besides our own.
        """
        text = self._templates.get_template(template).render(
            state=self.state, csrf=self._token, **values
        )
        policy = _POLICY.replace("form-action 'self'", f"form-action 'self' {send_to}".strip())
        headers = {**_HEADERS, "Content-Security-Policy": policy}
        return HTMLResponse(text, status_code=status, headers=headers)

    async def form(self, request: Request) -> dict[str, str]:
        """Read a posted form of our own. Raises ForeignFormError.

        A foreign page can post here, but cannot read the token that our forms carry.
        """
        try:
            fields = dict(await read_form(request))
        except BadFormError as error:
            raise ForeignFormError from error
        sent = fields.pop("csrf", "")
        if not hmac.compare_digest(sent.encode(), self._token.encode()):
            raise ForeignFormError
        return fields


def go(address: str) -> Response:
    """Send the browser on after a form was saved."""
    return RedirectResponse(address, status_code=303, headers=_HEADERS)
