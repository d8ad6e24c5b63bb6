"""Who a token acts as, read from the tokens themselves (halo-api.md §2.3, L).

The payload of a JWT is read without checking its signature. That is enough here: the token came
over TLS straight from the token endpoint (OpenID Connect Core 3.1.3.7 no. 6 allows the same), it
is only used to say which agent answered, and HaloPSA itself decides what the token may do.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

import msgspec

from wizard.halo.records import Identity

# How the claims are spelt is not documented: compared without case, `_` and `-`, and without what
# stands before the name in a claim that is a URI.
_AGENT_ID = ("agentid", "haloagentid")
_NAME = ("name", "preferredusername", "uniquename", "username")
_EMAIL = ("email", "emailaddress")


def identity_of(id_token: object, access_token: object) -> Identity | None:
    """Give whom the tokens name, or None where they are absent, opaque or say nothing.

    A name or address in the access token alone could be the application's own, so that token
    counts only where it carries an agent's number.
    """
    claims = _claims(id_token)
    found = _identity(claims, "id_token")
    if (found.agent_id, found.name, found.email) != (None, None, None):
        return found
    found = _identity(_claims(access_token), "access_token")
    return found if found.agent_id is not None else None


def _identity(claims: Mapping[str, object], source: str) -> Identity:
    return Identity(
        agent_id=next((n for k in _AGENT_ID if (n := _number(claims.get(k))) is not None), None),
        name=next((t for k in _NAME if (t := _text(claims.get(k)))), None),
        email=next((t for k in _EMAIL if (t := _text(claims.get(k)))), None),
        source=source,
    )


def _claims(token: object) -> dict[str, object]:
    """Give the payload of a JWT with its names made comparable; {} for anything else."""
    if not isinstance(token, str) or token.count(".") != 2:
        return {}
    payload = token.split(".")[1]
    try:
        text = base64.b64decode(payload + "=" * (-len(payload) % 4), altchars=b"-_", validate=True)
        document: object = msgspec.json.decode(text)
    except (binascii.Error, msgspec.MsgspecError, ValueError, RecursionError):
        return {}
    if not isinstance(document, dict):
        return {}
    return {_comparable(str(name)): value for name, value in document.items()}


def _comparable(name: str) -> str:
    last = name.replace(":", "/").rpartition("/")[2]
    return last.replace("_", "").replace("-", "").lower()


def _number(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = value.strip() if isinstance(value, str) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
