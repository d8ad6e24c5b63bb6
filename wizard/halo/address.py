"""From what a person types to the web address of an instance.

The web address is an origin, `https://host[:port]`: halo-api.md §1 knows HaloPSA only at the root
of a host, so everything behind the host (/api, /auth, /portal, a deep link, a query) is dropped.
Any host name will do, since self-hosted instances use any (§1, C).
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

import idna

from wizard.language import tr
from wizard.problems import ProblemError, problem

_PASTED_AROUND = "\"'`<>(),;‘’‚“”„«»\ufeff\u200b\u200c\u200d\u2060"
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*)://")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_\-]{0,61}[a-z0-9_])?")
_PORT = re.compile(r"[0-9]{1,5}")
_PATH = re.compile(r"(/[A-Za-z0-9._~\-]+)*")
_DEFAULT_PORTS = {"https": 443, "http": 80}
_ENDPOINTS = ("token", "authorize")
_NO_TENANT = frozenset({"", "not set", "none"})


@dataclass(frozen=True, slots=True)
class _Parts:
    scheme: str
    host: str  # ASCII, lower case; IPv6 without brackets
    port: int | None  # None: the scheme's usual one
    rest: str  # path, query and fragment

    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port else "")


def web_address(typed: str) -> str:
    """Give the web address, `https://host[:port]` in lower case and ASCII.

    Without a scheme https is meant. Raises ProblemError: `address.empty`, `address.invalid` (also
    for a name or password before the host), `address.insecure` for http anywhere but on this
    computer.
    """
    return _parse(typed).origin()


def auth_address(typed: str) -> str:
    """Give the address of an authorisation server, with its path and without a trailing slash.

    `/token` and `/authorize` at the end are dropped, as is a query, so that the endpoint may be
    pasted too. Raises ProblemError as `web_address` does.
    """
    parts = _parse(typed)
    path = re.split(r"[?#]", parts.rest, maxsplit=1)[0]
    segments = [segment for segment in path.split("/") if segment]
    while segments and segments[-1].lower() in _ENDPOINTS:
        segments.pop()
    clean = "".join(f"/{segment}" for segment in segments)
    if not _PATH.fullmatch(clean) or any(set(segment) <= {"."} for segment in segments):
        raise ProblemError(problem("address.invalid", tr("the path of the authorisation server")))
    return parts.origin() + clean


def tenant_name(typed: str | None) -> str | None:
    """Give the tenant, or None where there is none: blank, "Not set" or "None" (§1, C)."""
    name = (typed or "").strip().strip("\"'").strip()
    return None if name.casefold() in _NO_TENANT else name


def host_of(address: str) -> str:
    """Give `host[:port]` of an address, as people write it.

    Raises ProblemError as `web_address` does.
    """
    return _parse(address).origin().partition("://")[2]


def on_loopback(address: str) -> bool:
    """Tell whether an address is on this computer (127.0.0.0/8, ::1, localhost).

    Raises ProblemError as `web_address` does.
    """
    return _is_loopback(_parse(address).host)


def hosts_match(one: str, other: str) -> bool:
    """Tell whether two addresses are on the same host and port; on loopback any port will do.

    Raises ProblemError as `web_address` does.
    """
    a, b = _parse(one), _parse(other)
    if _is_loopback(a.host) and _is_loopback(b.host):
        return True
    return (a.host, a.port) == (b.host, b.port)


def _parse(typed: str) -> _Parts:
    text = _bare(typed)
    if not text:
        raise ProblemError(problem("address.empty"))
    scheme, rest = "https", text.lstrip("/")
    if found := _SCHEME.match(text):
        scheme, rest = found[1].lower(), text[found.end() :]
    if scheme not in _DEFAULT_PORTS:
        raise _invalid(tr("only https:// addresses are possible"))
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    host, port = _host_and_port(authority)
    if scheme == "http" and not _is_loopback(host):
        raise ProblemError(problem("address.insecure", host))
    if port == _DEFAULT_PORTS[scheme]:
        port = None
    return _Parts(scheme, host, port, rest[len(authority) :])


def _bare(typed: str) -> str:
    """Take away the spaces, quotes and commas that a paste brings along."""
    text, before = typed, None
    while text != before:
        before, text = text, text.strip().strip(_PASTED_AROUND)
    return text


def _host_and_port(authority: str) -> tuple[str, int | None]:
    if "@" in authority:  # a name or a password: it is not repeated in the message
        raise _invalid(tr("a name or password before the host is not accepted"))
    if authority.startswith("["):
        inside, closed, after = authority[1:].partition("]")
        if not closed or (after and not after.startswith(":")):
            raise _invalid(tr("the brackets around the IPv6 address do not match"))
        return _ipv6(inside), _port(after[1:] if after else None)
    name, colon, port = authority.partition(":")
    return _host(name), _port(port if colon else None)


def _ipv6(text: str) -> str:
    try:
        address = ipaddress.IPv6Address(text)
    except ValueError:
        raise _invalid(tr("this is no IPv6 address")) from None
    if address.scope_id is not None:
        raise _invalid(tr("an IPv6 address with a zone is not accepted"))
    return address.compressed


def _host(name: str) -> str:
    host = name.removesuffix(".")
    if len(host) > 1000:  # far beyond any name, and slow to fold
        raise _invalid(tr("the host name is too long"))
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii").removesuffix(".")
        except idna.IDNAError:
            raise _invalid(tr("the host name has characters that no host name has")) from None
    host = host.lower()
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _invalid(tr("the host name has characters that no host name has"))
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]):  # then browsers read the whole as IPv4
        try:
            return str(ipaddress.IPv4Address(host))
        except ValueError:
            raise _invalid(tr("this is no IPv4 address")) from None
    return host


def _port(text: str | None) -> int | None:
    if text is None:
        return None
    if not _PORT.fullmatch(text) or not 0 < int(text) < 65536:
        raise _invalid(tr("the port is not a number from 1 to 65535"))
    return int(text)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return address in ipaddress.IPv4Network("127.0.0.0/8")
    return address == ipaddress.IPv6Address("::1")


def _invalid(reason: str) -> ProblemError:
    return ProblemError(problem("address.invalid", reason))
