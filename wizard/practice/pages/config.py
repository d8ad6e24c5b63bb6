"""The small pages: configuration home, API Details, teams."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from wizard.practice.pages.render import NoPageError, Pages


async def home(pages: Pages, _: Request) -> Response:
    """Answer the configuration home."""
    return pages.show("home.html")


async def api_details(pages: Pages, _: Request) -> Response:
    """Answer the HaloPSA API page with its API Details (§1, D)."""
    details = {
        "Resource Server": pages.instance.resource_server,
        "Authorisation Server": pages.instance.authorisation_server,
        "Tenant": pages.state.tenant,
    }
    return pages.show("api.html", details=details)


async def teams(pages: Pages, request: Request) -> Response:
    """Answer the teams page; one team is `?teamid=` (§9, C)."""
    wanted = request.query_params.get("teamid")
    if wanted is None:
        return pages.show("teams.html")
    team = next((each for each in pages.state.teams.values() if str(each.id) == wanted), None)
    if team is None:
        raise NoPageError
    members = [
        agent
        for agent in pages.state.agents.values()
        if any(place.team_id == team.id for place in agent.teams)
    ]
    return pages.show("team.html", team=team, members=members)
