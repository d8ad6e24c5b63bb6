"""People's sign-ins on their way to a token: tickets, codes and refresh tokens, each good once.

Memory only. That refresh tokens rotate is known (halo-api.md §2.2, C); how long a code lives and
that PKCE is S256 only are OpenIddict's habits (G).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from wizard.practice.model import Agent

_VERIFIER = re.compile(r"[A-Za-z0-9\-._~]{43,128}")  # RFC 7636 §4.1
_CHALLENGE = re.compile(r"[A-Za-z0-9_\-]{43}")  # the shape of an S256 challenge
_CODE_LIFE = 300.0  # seconds
_REFRESH_LIFE = 14 * 86_400.0  # seconds


@dataclass(frozen=True, slots=True)
class SignIn:
    """An agent who signed in for an application: what it asked, and what it is granted.

    `redirect_uri` and `challenge` (PKCE, "" none) bind a code to the request that got it.
    """

    client_id: str
    agent_id: int
    asked: tuple[str, ...]
    granted: frozenset[str]
    redirect_uri: str = ""
    challenge: str = ""


class SignIns:
    """Hands out random keys for sign-ins and takes each back once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._held: dict[str, tuple[SignIn, float]] = {}

    def ticket(self, sign_in: SignIn) -> str:
        """Give a key for an agent who is signed in and has not consented yet."""
        return self._put("t", sign_in, _CODE_LIFE)

    def code(self, sign_in: SignIn) -> str:
        """Give an authorisation code."""
        return self._put("c", sign_in, _CODE_LIFE)

    def refresh_token(self, sign_in: SignIn) -> str:
        """Give a refresh token."""
        return self._put("r", sign_in, _REFRESH_LIFE)

    def take_ticket(self, key: str) -> SignIn | None:
        """Give what is behind a ticket, once."""
        return self._take("t", key)

    def take_code(self, key: str) -> SignIn | None:
        """Give what is behind a code, once."""
        return self._take("c", key)

    def take_refresh_token(self, key: str) -> SignIn | None:
        """Give what is behind a refresh token, once: the next one comes with the answer."""
        return self._take("r", key)

    def _put(self, kind: str, sign_in: SignIn, life: float) -> str:
        key = f"{kind}-{secrets.token_urlsafe(32)}"
        now = self._clock()
        with self._lock:
            alive = {name: row for name, row in self._held.items() if row[1] > now}
            self._held = {**alive, key: (sign_in, now + life)}
        return key

    def _take(self, kind: str, key: str) -> SignIn | None:
        if not key.startswith(f"{kind}-"):
            return None
        with self._lock:
            sign_in, end = self._held.pop(key, (None, 0.0))
        return sign_in if end > self._clock() else None


def password_of(agent: Agent) -> str:
    """Give the password that an agent has here; the sign-in page shows it to everybody."""
    return f"practice-{agent.id}"


def is_challenge(text: str) -> bool:
    """Tell whether this can be an S256 code challenge."""
    return _CHALLENGE.fullmatch(text) is not None


def proves(verifier: str, challenge: str) -> bool:
    """Tell whether this is the verifier behind an S256 challenge (RFC 7636 §4.6)."""
    if not _VERIFIER.fullmatch(verifier):
        return False
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    made = base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
    return hmac.compare_digest(made, challenge)
