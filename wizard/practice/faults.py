"""Faults of the practice instance: named, aimed at a place, and switched while it runs.

A behaviour (`behaviour.py`) is how an instance is; a fault is what goes wrong with one. Each is a
plain value, so that it can stand in a scenario's file. What each does is in the `fault_` modules.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Place(StrEnum):
    """Which requests a fault strikes. The pages are never struck."""

    EVERYTHING = "everything"
    DISCOVERY = "discovery"  # /api/AuthInfo and /api/InstanceInfo
    TOKEN = "token"
    ME = "me"
    AGENTS = "agents"  # the list
    AGENT = "agent"  # one agent
    ROLES = "roles"
    APPLICATIONS = "applications"
    TEAMS = "teams"
    PROBES = "probes"  # every other list


class FaultKind(StrEnum):
    """What goes wrong. Sources are the sections of halo-api.md."""

    # On the wire: what HTTP has no words for.
    SILENT = "silent"  # reads the request and never answers
    STALLED_BODY = "stalled_body"  # half of the answer, then nothing
    RESET = "reset"  # the connection is reset before an answer
    CUT_BODY = "cut_body"  # half of the promised answer, then closed

    # An answer in place of the instance's own.
    RATE_LIMITED = "rate_limited"  # 429, `detail` seconds as Retry-After (§8.3)
    RATE_LIMITED_DATE = "rate_limited_date"  # the same as an HTTP date
    RATE_LIMITED_SILENT = "rate_limited_silent"  # 429 without Retry-After (§8.3)
    SERVER_ERROR = "server_error"  # 500 with a serialised .NET exception (§8.2)
    BAD_GATEWAY = "bad_gateway"  # 502 with a gateway's page (§8.2)
    UNAVAILABLE = "unavailable"  # 503 with a page (§8.2)
    NOT_FOUND = "not_found"  # 404, not JSON (§8.2)
    FORBIDDEN = "forbidden"  # 403 with an empty body (§8.2)
    UNAUTHORISED = "unauthorised"  # 401 (§8.2)
    WEB_PAGE = "web_page"  # 200 with HTML (§8.2)
    BROKEN_JSON = "broken_json"  # 200, JSON by name only
    HUGE_BODY = "huge_body"  # 200 with far more than anybody expects
    REDIRECTED = "redirected"  # 302 to the host `detail`
    SIGN_IN_PAGE = "sign_in_page"  # 302 to a page of the same host
    BARE_TEXT = "bare_text"  # 400 with a JSON string (§8.2)
    MODEL_STATE = "model_state"  # 400 with ASP.NET's model state (§8.2)
    EXCEPTION = "exception"  # 400 with a serialised .NET exception (§8.2)
    RESULT_CODE = "result_code"  # 400 with resultCode and errorMessage (§8.2)
    MESSAGE = "message"  # 400 with message (§8.2)
    ERROR = "error"  # 400 with error (§8.2)
    CONTACT_ADMINISTRATOR = "contact_administrator"  # 400 although the scope is there (§8.2)
    WRONG_TENANT = "wrong_tenant"  # 500, not JSON (§2.5)
    REVOKED_SECRET = "revoked_secret"  # 401 invalid_client (§2.5)

    # The instance does its work, but not as it should.
    EXPIRED_TOKENS = "expired_tokens"  # every token ends as this request comes in
    NO_SCOPES = "no_scopes"  # a token without scopes, none listed (§2.4)
    FEWER_SCOPES = "fewer_scopes"  # the scopes in `detail` are left out of the grant (§8.4 no. 4)
    REFUSED_SCOPES = "refused_scopes"  # invalid_scope; where `detail` is given, only with one of it
    OTHER_AGENT = "other_agent"  # the application acts as another agent than it shows
    CLOCK_SKEW = "clock_skew"  # the clock is `detail` seconds off: Date and the tokens' times
    IGNORES_PAGE_NO = "ignores_page_no"  # every page is the first one
    IGNORES_PAGE_SIZE = "ignores_page_size"  # always 50 rows, and record_count 50 (§8.4 no. 8)
    HIDES_API_AGENTS = "hides_api_agents"  # although includeapiagents asks for them (§4.1)
    HIDES_DETAILS = "hides_details"  # although includedetails asks for them

    # The answer's JSON, changed.
    WRONG_TYPE = "wrong_type"  # the right body, called text/plain
    WRONG_COUNT = "wrong_count"  # record_count is another number (§8.4 nos. 8 and 9)
    RENAMED_WRAPPER = "renamed_wrapper"  # another wrapper key (§8.4 no. 10)
    CLAIMS_ABSENT = "claims_absent"
    CLAIMS_EMPTY = "claims_empty"
    UNKNOWN_CODE = "unknown_code"  # the claim `detail` (or every one) has a code no table knows
    UNKNOWN_VALUE = "unknown_value"  # the claim `detail` (or every one) has such a value
    EMPTY_VALUE = "empty_value"  # the claim `detail` (or every one) has no value (§8.4 no. 27)
    ABSENT_FIELD = "absent_field"  # the fields in `detail` are left out
    NAMELESS_DEPARTMENTS = "nameless_departments"  # §8.4 no. 17
    HIDDEN_ADMINISTRATOR = "hidden_administrator"  # SA=true on the agent itself (§8.4 no. 5)


class Fault(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One fault: what goes wrong, with which requests, and how often.

    `skip` requests of these pass first, then `times` are struck (None: all that follow).
    """

    kind: FaultKind
    where: tuple[Place, ...] = (Place.EVERYTHING,)
    times: int | None = None
    skip: int = 0
    detail: str = ""


class Faults:
    """The faults that are switched on. Safe to switch from another thread than the server's."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = threading.Lock()
        self._on = list(faults)
        self._struck = 0

    @property
    def struck(self) -> int:
        """How many requests have been struck since the faults were last switched off."""
        with self._lock:
            return self._struck

    def switch_on(self, *faults: Fault) -> None:
        """Add these faults, from the next request on."""
        with self._lock:
            self._on += faults

    def switch_off(self) -> None:
        """Take every fault away."""
        with self._lock:
            self._on.clear()
            self._struck = 0

    def strike(self, method: str, path: str) -> tuple[Fault, ...]:
        """Give the faults that strike this request, and count it for each that is aimed at it."""
        place = place_of(method, path)
        struck = []
        with self._lock:
            for number, fault in enumerate(self._on):
                if place is None or not {place, Place.EVERYTHING} & set(fault.where):
                    continue
                if fault.skip:
                    self._on[number] = replace(fault, skip=fault.skip - 1)
                elif fault.times is None:
                    struck.append(fault)
                elif fault.times > 0:
                    self._on[number] = replace(fault, times=fault.times - 1)
                    struck.append(fault)
            self._struck += bool(struck)
        return tuple(struck)


def place_of(method: str, path: str) -> Place | None:
    """Give the place of a request; None for the pages. Case does not count (§8.4 no. 23)."""
    root, *parts = path.casefold().strip("/").split("/")
    if root == "auth":
        return Place.TOKEN if parts == ["token"] and method == "POST" else None
    if root != "api" or not parts:
        return None
    resource, *rest = parts
    if resource == "agent":
        return Place.AGENTS if not rest else Place.ME if rest == ["me"] else Place.AGENT
    return _BY_RESOURCE.get(resource, Place.PROBES)


_BY_RESOURCE = {
    "authinfo": Place.DISCOVERY,
    "instanceinfo": Place.DISCOVERY,
    "roles": Place.ROLES,
    "application": Place.APPLICATIONS,
    "team": Place.TEAMS,
}
