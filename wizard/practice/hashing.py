"""Client ids and secrets as HaloPSA makes them, and the salted hash that is all the file keeps."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import uuid

from msgspec import Struct

from wizard.secret import Secret

# The secret is two random GUIDs, so the hash need not be slow, only salted and one-way.
_COST = 2**11
_BLOCK = 8
_MOST_KNOWN = 1000
# Hashes made in this run, so that a fleet that signs in by the hundred is not busy hashing. By a
# quick hash: the secrets themselves are not held.
_known: dict[bytes, bytes] = {}


class HashedSecret(Struct, frozen=True):
    """A secret that can be recognised but not read; both parts are base64."""

    salt: str
    digest: str

    def matches(self, text: str) -> bool:
        """Tell in constant time whether this is the secret."""
        offered = _digest(base64.b64decode(self.salt), text)
        return hmac.compare_digest(offered, base64.b64decode(self.digest))


def new_guid() -> str:
    """Give a fresh GUID, the form of a client id, role id and application id."""
    return str(uuid.uuid4())


def new_secret() -> Secret:
    """Give a fresh client secret: two GUIDs joined by a dash (halo-api.md §2.5, C)."""
    return Secret(f"{new_guid()}-{new_guid()}")


def hashed(secret: Secret) -> HashedSecret:
    """Hash a secret with a fresh salt."""
    salt = secrets.token_bytes(16)
    digest = _digest(salt, secret.reveal())
    return HashedSecret(base64.b64encode(salt).decode(), base64.b64encode(digest).decode())


def _digest(salt: bytes, text: str) -> bytes:
    quick = hashlib.sha256(salt + text.encode()).digest()
    if quick not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[quick] = hashlib.scrypt(text.encode(), salt=salt, n=_COST, r=_BLOCK, p=1)
    return _known[quick]
