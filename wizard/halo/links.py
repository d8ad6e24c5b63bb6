"""Deep links into HaloPSA's own screens (halo-api.md §9; C, single application G, roles L)."""

from __future__ import annotations

from urllib.parse import quote

# screen: (path, query parameter of one object)
_SCREENS: dict[str, tuple[str, str | None]] = {
    "agents": ("/config/agents/agents", None),
    "agent": ("/config/agents/agents", "agentid"),  # with ?id= the list opens (L)
    "roles": ("/config/agents/roles", None),
    "role": ("/config/agents/roles", "id"),
    "teams": ("/config/agents/teams", None),
    "api": ("/config/integrations/api", None),
    "applications": ("/config/integrations/api/applications", None),
    "application": ("/config/integrations/api/applications", "id"),
}


def site_link(web: str, screen: str, key: str | int | None = None) -> str | None:
    """Give the address of a screen of the instance at `web`.

    `key` names one object: an agent's number, a role's GUID, an application's id. A screen of one
    object without its key gives the list it is in. None for a screen whose address is not known.
    """
    if screen not in _SCREENS:
        return None
    path, parameter = _SCREENS[screen]
    query = f"?{parameter}={quote(str(key), safe='')}" if parameter and key is not None else ""
    return f"{web}{path}{query}"
