"""The promise that a check never writes, kept at the last place before the wire.

Whatever is above, and whoever changes it: only GET and the token POST get through, a token goes to
the instance's API only, and a client secret to its token endpoint only.
"""

from __future__ import annotations

from urllib.parse import parse_qs

import httpx

from wizard.halo.records import Instance

# By an application's secret, by a person's code, and by what renews that. Never by a password.
_GRANTS = ("client_credentials", "authorization_code", "refresh_token")


class ForbiddenRequestError(RuntimeError):
    """Something in this program tried to send what it must not: a mistake in the program."""


class Guard:
    """Looks at every request before it is sent; made for httpx's request hook."""

    def __init__(self) -> None:
        self._instance: Instance | None = None

    def permit(self, instance: Instance) -> None:
        """Let tokens go to this instance's API, and token requests to its token endpoint."""
        self._instance = instance

    async def __call__(self, request: httpx.Request) -> None:
        """Let the request pass, or raise ForbiddenRequestError."""
        if request.method == "POST":
            self._check_token_request(request)
        elif request.method != "GET":
            raise ForbiddenRequestError(f"a check never sends {request.method}")
        elif request.content:
            raise ForbiddenRequestError("a GET carries no body")
        elif "Authorization" in request.headers and not self._is_api(request.url):
            raise ForbiddenRequestError("a token goes to the instance's own API only")

    def _check_token_request(self, request: httpx.Request) -> None:
        instance = self._instance
        if instance is None or _bare(request.url) != token_endpoint(instance):
            raise ForbiddenRequestError("POST goes to the token endpoint only")
        grants = parse_qs(request.content.decode("ascii")).get("grant_type", [])
        if len(grants) != 1 or grants[0] not in _GRANTS:
            raise ForbiddenRequestError("only a token may be asked for")

    def _is_api(self, url: httpx.URL) -> bool:
        if self._instance is None:
            return False
        return _bare(url).startswith(self._instance.api_root + "/")


def token_endpoint(instance: Instance) -> str:
    """Give the address of the token endpoint, without the tenant (halo-api.md §1, L)."""
    return f"{instance.authorisation_server}/token"


def _bare(url: httpx.URL) -> str:
    return str(url.copy_with(query=None, fragment=None))
