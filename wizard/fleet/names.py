"""What a saved setup is called where there are many: by its integration and its instance."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from wizard.setup.state import SetupState


def name_of(state: SetupState) -> str:
    """Give the name of a setup, such as `liongard@acme.halopsa.com`.

    Two setups may have the same one: they are told apart by their ids.
    """
    return f"{state.profile_id}@{host_of(state)}"


def host_of(state: SetupState) -> str:
    """Give the host (with a port that is not the usual one) of a setup's instance.

    That is "" as long as the setup knows no address.
    """
    return instance(state.answers)


def instance(answers: Mapping[str, str]) -> str:
    """Name the instance by its host, or by what was typed so far."""
    return host_in(answers.get("web") or answers.get("address") or "")


def host_in(address: str) -> str:
    """Give the host in an address; what has none, such as one that is half typed, as it is."""
    try:
        return urlsplit(address).netloc or address
    except ValueError:  # "http://[acme" begins as only an IPv6 address may
        return address
