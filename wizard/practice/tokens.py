"""Access tokens and id tokens: made here, recognised here, kept in memory only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from wizard.practice.behaviour import Behaviour
from wizard.practice.model import Agent, Application

LIFETIME = 3600  # seconds (halo-api.md §2.3, L)


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token stands for. Its scopes stay as they were when it was issued (§2.4, C).

    `agent_id` is None where the application logs in as a user.
    """

    client_id: str
    agent_id: int | None
    scopes: frozenset[str]


class TokenStore:
    """Issues tokens with a throw-away HS256 key and finds the grant behind one."""

    def __init__(self, issuer: str, clock: Callable[[], float] = time.time) -> None:
        self._issuer = issuer
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._grants: dict[str, tuple[Grant, float]] = {}

    def issue(self, grant: Grant, agent: Agent | None, behaviour: Behaviour, skew: int = 0) -> str:
        """Make an access token: a JWT, or opaque text where the world says so.

        `skew` is by how many seconds the times in it are off.
        """
        claims: dict[str, object] = {
            **self._common(grant.client_id, agent, skew),
            "client_id": grant.client_id,
            "scope": " ".join(sorted(grant.scopes)),
        }
        if agent and behaviour.agent_in_access_token:
            claims["agent_id"] = str(agent.id)
        token = secrets.token_urlsafe(48) if behaviour.opaque_token else self._signed(claims)
        now = self._clock()
        with self._lock:
            alive = {text: row for text, row in self._grants.items() if row[1] > now}
            self._grants = {**alive, token: (grant, now + LIFETIME)}
        return token

    def id_token(self, application: Application, agent: Agent | None, skew: int = 0) -> str:
        """Make the id token: name, e-mail and agent id (§2.3, L); for a user, the name alone."""
        claims = self._common(application.client_id, agent, skew)
        if agent:
            claims |= {"name": agent.name, "email": agent.email, "agent_id": str(agent.id)}
        else:
            claims |= {"name": "General User"}
        return self._signed(claims)

    def issued(self) -> tuple[str, ...]:
        """Give every access token that has not expired, so that tests can look for leaks."""
        with self._lock:
            return tuple(self._grants)

    def find(self, token: str) -> Grant | None:
        """Give the grant behind a token, None if it is unknown or has expired."""
        with self._lock:
            grant, expires = self._grants.get(token, (None, 0.0))
        return grant if expires > self._clock() else None

    def revoke_all(self) -> None:
        """Forget every token: each call then answers 401 until a fresh one (§8.4 no. 24)."""
        with self._lock:
            self._grants.clear()

    def _common(self, audience: str, agent: Agent | None, skew: int) -> dict[str, object]:
        now = int(self._clock()) + skew
        return {
            "iss": self._issuer,
            "aud": audience,
            # A GUID, not the agent's number (§2.3, L).
            "sub": agent.guid if agent else str(uuid.uuid4()),
            "jti": str(uuid.uuid4()),
            "iat": now,
            "exp": now + LIFETIME,
        }

    def _signed(self, claims: Mapping[str, object]) -> str:
        head = _part({"alg": "HS256", "typ": "JWT"})
        body = f"{head}.{_part(claims)}"
        signature = hmac.new(self._key, body.encode(), hashlib.sha256).digest()
        return f"{body}.{_base64(signature)}"


def _part(content: Mapping[str, object]) -> str:
    return _base64(msgspec.json.encode(content))


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
