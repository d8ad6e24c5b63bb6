"""A person's sign-in in the browser: where to send them, and what they bring back.

Authorisation code with PKCE (halo-api.md §1, §2.1, §2.2; RFC 6749, RFC 7636).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import parse_qs, urlencode

from wizard.halo.failures import redacted
from wizard.halo.records import Instance
from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.secret import Secret

_MOST_FIELDS = 32
_CODE = re.compile(r"[\x20-\x7e]{1,8192}")  # RFC 6749, appendix A.11
_ERRORS = {
    "access_denied": "sign_in.refused",
    "invalid_scope": "sign_in.invalid_scope",
    "unauthorized_client": "sign_in.wrong_method",
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to sign in. Its state and verifier are made for it alone, and good for nothing else.

    The state ties the browser's answer to this try, the verifier the code: who sees only the
    browser's address can use neither.
    """

    client_id: str
    redirect_uri: str
    state: Secret
    verifier: Secret

    @classmethod
    def new(cls, client_id: str, redirect_uri: str) -> Attempt:
        """Begin a try, with 256 random bits each for state and verifier."""
        state, verifier = (Secret(secrets.token_urlsafe(32)) for _ in range(2))
        return cls(client_id, redirect_uri, state, verifier)

    def address(self, instance: Instance, scopes: Sequence[str]) -> str:
        """Give the address to open in the browser (§1, C: with the tenant, where there is one)."""
        query = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "scope": " ".join(scopes),
            "state": self.state.reveal(),
            "code_challenge": challenge(self.verifier),
            "code_challenge_method": "S256",
        }
        if instance.tenant:
            query = {"tenant": instance.tenant, **query}
        return f"{instance.authorisation_server}/authorize?{urlencode(query)}"

    def code(self, query: str) -> Secret:
        """Read the code from the query that the browser brings back.

        The state is looked at first and in constant time: nothing of an answer to another question
        is used, not even its error. Raises ProblemError `sign_in.…`.
        """
        fields = _fields(query)
        state = _single(fields, "state") or ""
        if not hmac.compare_digest(state.encode(), self.state.reveal().encode()):
            raise ProblemError(problem("sign_in.wrong_state"))
        if "error" in fields:
            _refuse(fields)
        code = _single(fields, "code") or ""
        if not _CODE.fullmatch(code):
            raise ProblemError(problem("sign_in.failed", tr("no code came back")))
        return Secret(code)


def challenge(verifier: Secret) -> str:
    """Give the S256 challenge of a verifier (RFC 7636 §4.2)."""
    digest = hashlib.sha256(verifier.reveal().encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def _fields(query: str) -> Mapping[str, list[str]]:
    try:
        return parse_qs(query, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        said = tr("too many fields came back")
        raise ProblemError(problem("sign_in.wrong_state", said)) from None


def _single(fields: Mapping[str, list[str]], name: str) -> str | None:
    """Give a field that is there exactly once: one that repeats is nobody's answer."""
    values = fields.get(name, [])
    return values[0] if len(values) == 1 else None


def _refuse(fields: Mapping[str, list[str]]) -> NoReturn:
    error = _single(fields, "error") or ""
    said = _single(fields, "error_description") or ""
    detail = redacted(f"{error}: {said}" if said else error)
    raise ProblemError(problem(_ERRORS.get(error, "sign_in.failed"), detail))
