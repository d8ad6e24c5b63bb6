"""The lists of the probe table: tickets, customers, assets and so on (halo-api.md §6)."""

from __future__ import annotations

import msgspec

from wizard.practice import rights
from wizard.practice.access import RefusedError, require_probe
from wizard.practice.api import paging
from wizard.practice.api.call import Call
from wizard.practice.seed import Row, catalogue
from wizard.practice.tables import Probe, tables

_NAMES_ONLY = "(names only)"


def probed(call: Call, probe: Probe) -> object:
    """Answer one list; a single record of it is not simulated and is 404."""
    seen = require_probe(call.instance, call.who, probe)
    if call.parts:
        raise RefusedError(404)
    rows = _tickets(call) if probe.path == "/Tickets" else list(catalogue().lists[call.resource])
    if _names_only(probe, seen):
        rows = [{key: row[key] for key in ("id", "name") if key in row} for row in rows]
    return paging.envelope(call, probe.key, rows)


def _tickets(call: Call) -> list[Row]:
    """Give the tickets that the agent can see; being visible to nobody is no error (200)."""
    agent = call.who.agent
    return [
        msgspec.to_builtins(ticket)
        for ticket in catalogue().tickets
        if rights.sees_ticket(call.state, agent, ticket.team_id, ticket.agent_id)
    ]


def _names_only(probe: Probe, seen: int) -> bool:
    permission = tables().permissions.get(probe.permission)
    if permission is None:
        return False
    return any(_NAMES_ONLY in label.casefold() for label in permission.values[seen].labels)
