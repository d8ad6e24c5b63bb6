"""How the practice instance behaves where HaloPSA is known to differ, or is not known at all.

Each switch is one open question or quirk of halo-api.md. The defaults are the easy world: an
administrator sees everything, and nothing is in the way.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Ungranted(StrEnum):
    """What happens to a known scope that the application lacks (§10 no. 1: unknown)."""

    REFUSED = "refused"
    DROPPED = "dropped"


class WideAnswer(StrEnum):
    """How the token's answer lists a held wide scope, `all:standard` say (§10 no. 2: unknown)."""

    NAMED = "named"
    EXPANDED = "expanded"


class WrongGrant(StrEnum):
    """The error for an application whose Authentication Method is another (§2.5, G)."""

    UNAUTHORIZED_CLIENT = "unauthorized_client"
    INVALID_CLIENT = "invalid_client"


class Behaviour(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The switches, with the easy world's settings."""

    # What the API shows of the configuration.
    applications_visible: bool = True  # else /api/Application is 404 (§7)
    other_agents_readable: bool = True  # else only one's own agent, even for an administrator
    own_claims_readable: bool = True  # §10 no. 5
    role_claims_readable: bool = True  # §10 no. 6
    department_names: bool = True  # §8.4 no. 17
    instance_info_public: bool = True  # §10 no. 8

    # The token endpoint.
    ungranted_scope: Ungranted = Ungranted.REFUSED
    wide_scope_answer: WideAnswer = WideAnswer.NAMED
    scope_in_answer: bool = True
    id_token: bool = True
    opaque_token: bool = False  # §2.3
    agent_in_access_token: bool = True  # §2.3, "optional claims"
    wrong_grant: WrongGrant = WrongGrant.UNAUTHORIZED_CLIENT
    tenant_required: bool = False  # §1
    password_sign_in: bool = True  # §8.4 no. 31: may be switched off for the whole tenant

    # Lists.
    teams_need_all_teams: bool = True  # §8.4 no. 16
    agent_list_bare: bool = False  # §8.4 no. 10
    single_in_list: bool = False  # §8.4 no. 10: a single GET wrapped in a list
    page_cap: int = 100  # rows a page at most, §8.4 no. 8
    fixed_page: int | None = None  # page_size ignored and record_count wrong, §8.4 no. 8

    # Limits: requests in a rolling window of so many seconds; None is no limit (§8.3, L).
    rate_limit: int | None = 300
    rate_window: float = 300.0
    retry_after: bool = True
