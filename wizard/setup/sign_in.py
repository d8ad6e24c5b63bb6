"""What a setup keeps of a sign-in with the browser: names of answers, and of the stored token."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.halo.redirect import PORTS

CLIENT_ID = "sign_in_client_id"
CLIENT_SECRET = "sign_in_client_secret"
PORT = "sign_in_port"
STAY = "stay_signed_in"  # "yes" where the person asked for it
REFRESH = "sign_in_refresh_token"  # a secret's name: nothing asks for it, HaloPSA gives it


def port_of(answers: Mapping[str, str]) -> int:
    """Give the port that is registered in HaloPSA: one of the list, whatever a record says."""
    chosen = answers.get(PORT, "")
    return int(chosen) if chosen in map(str, PORTS) else PORTS[0]


def stays(answers: Mapping[str, str]) -> bool:
    """Tell whether the person asked to stay signed in on this workstation."""
    return answers.get(STAY) == "yes"
