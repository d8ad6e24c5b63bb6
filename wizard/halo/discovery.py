"""Finding the servers and the tenant behind a web address, before any sign-in."""

from __future__ import annotations

import asyncio

from msgspec import Struct

from wizard.halo.address import (
    auth_address,
    host_of,
    hosts_match,
    on_loopback,
    tenant_name,
    web_address,
)
from wizard.halo.decode import record, single
from wizard.halo.failures import one_line, refusal
from wizard.halo.records import AuthInfo, Instance
from wizard.halo.together import together
from wizard.halo.transport import Transport
from wizard.language import tr
from wizard.problems import ProblemError, problem

_VERSION_PATIENCE = 10.0  # seconds: the version is good to know, never worth a long wait
# AuthInfo may be absent or want a sign-in on some instance; anything else is a failure.
_NO_AUTH_INFO = frozenset({400, 401, 403, 404})


class _InstanceInfo(Struct, frozen=True):
    app_version: str


async def discover(
    transport: Transport, address: str, tenant: str | None = None, auth_url: str | None = None
) -> Instance:
    """Find out what is behind an address: GET AuthInfo (halo-api.md §1, C), else the usual /auth.

    `tenant` and `auth_url` given by a person count more than what AuthInfo says. Raises
    ProblemError when the instance cannot be reached, an address is wrong, or the authorisation
    server would get the secret unencrypted (`address.insecure`).
    """
    web = web_address(address)
    (info, silence), version = await together(_auth_info(transport, web), _version(transport, web))
    notes = []
    named = None
    if auth_url:
        server = auth_address(auth_url)
    else:
        named = _named_server(web, info)
        server = named or f"{web}/auth"
        if named is None:
            notes.append(
                tr(
                    "AuthInfo names no authorisation server ({why}): {server} is tried.",
                    why=silence,
                    server=server,
                )
            )
    if server.startswith("http://") and not on_loopback(web):
        raise _unencrypted(server)
    given_tenant, named_tenant = tenant_name(tenant), _named_tenant(info)
    if given_tenant and named_tenant and given_tenant.casefold() != named_tenant.casefold():
        notes.append(
            tr(
                "AuthInfo names the tenant {named}; {given} was given.",
                named=named_tenant,
                given=given_tenant,
            )
        )
    if not hosts_match(web, server):
        host = host_of(server)
        notes.append(tr("The authorisation server is on another host: {host}.", host=host))
    return Instance(
        web=web,
        resource_server=web,
        authorisation_server=server,
        tenant=given_tenant or named_tenant,
        discovered=named is not None,
        version=version,
        notes=tuple(notes),
    )


def same_host(instance: Instance) -> bool:
    """Tell whether the authorisation server is on the instance's own host and port.

    On loopback any port is the same host (contract: commands).
    """
    return hosts_match(instance.web, instance.authorisation_server)


async def _auth_info(transport: Transport, web: str) -> tuple[AuthInfo, str]:
    """Give what AuthInfo says, and in a word why it says no more. Raises ProblemError."""
    answer = await transport.get(f"{web}/api/AuthInfo")
    if answer.status in _NO_AUTH_INFO:
        return AuthInfo(), f"{answer.status}"
    if answer.status != 200:
        raise ProblemError(refusal(answer))
    try:
        document = answer.json()
    except ProblemError:
        return AuthInfo(), tr("its answer is not JSON")
    return record(AuthInfo, single(document)) or AuthInfo(), tr("its answer names none")


def _named_server(web: str, info: AuthInfo) -> str | None:
    text = info.auth_url.strip() if isinstance(info.auth_url, str) else ""
    if text.startswith("/") and not text.startswith("//"):
        text = web + text
    try:
        return auth_address(text)
    except ProblemError as error:
        if error.problem.code != "address.insecure":
            return None
    # An instance behind a proxy that ends TLS may name itself with http://; the way in use to its
    # own host is safe. The plain address of another host is refused.
    secure = auth_address("https://" + text.partition("://")[2])
    if hosts_match(web, secure):
        return secure
    raise _unencrypted(host_of(secure))


def _unencrypted(server: str) -> ProblemError:
    said = tr("authorisation server {server}", server=server)
    return ProblemError(problem("address.insecure", said))


def _named_tenant(info: AuthInfo) -> str | None:
    return tenant_name(one_line(info.tenant_id)) if isinstance(info.tenant_id, str) else None


async def _version(transport: Transport, web: str) -> str | None:
    """Give HaloPSA's version if it tells without a token, which is not known (§1, S and C)."""
    try:
        async with asyncio.timeout(_VERSION_PATIENCE):
            answer = await transport.get(f"{web}/api/InstanceInfo", again=False)
            found = record(_InstanceInfo, single(answer.json())) if answer.status == 200 else None
    except (ProblemError, TimeoutError):
        return None
    return one_line(found.app_version) or None if found else None
