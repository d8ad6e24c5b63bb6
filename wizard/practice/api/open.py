"""What the API tells without a token: /AuthInfo and /InstanceInfo (halo-api.md §1, C)."""

from __future__ import annotations

from wizard.practice.instance import Instance

VERSION = "2.250.32"  # a version number seen in public (§1)


def auth_info(instance: Instance) -> dict[str, object]:
    """Tell the authorisation server and the tenant."""
    return {
        "auth_url": instance.authorisation_server,
        "tenant_id": instance.world.state.tenant,
    }


def instance_info(instance: Instance) -> dict[str, object]:
    """Tell the version and the addresses."""
    agents = [agent for agent in instance.world.state.agents.values() if agent.active]
    return {
        "app_name": instance.world.state.company,
        "app_version": VERSION,
        "database_version": VERSION,
        "agent_count": len(agents),
        "licensed_agent_count": sum(not agent.api_only for agent in agents),
        "agent_url": instance.address,
        "portal_url": f"{instance.address}/portal",
        "auth_url": instance.authorisation_server,
    }
