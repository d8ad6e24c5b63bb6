"""How a setup ended, seen from outside: in its records, in the keychain, in what is left behind."""

from __future__ import annotations

import json

from tests.end_to_end.conftest import Workstation
from tests.end_to_end.traces import traces
from wizard.checks.findings import State

# What no API shows has to be confirmed by a person; HaloPSA gives no code for these settings.
CONFIRMED = {"watchguard-cloud": {"permission:Configuration/*"}}


def assert_finished(workstation: Workstation, profile: str) -> None:
    """Assert that the one setup is finished and proven, with its secrets in the keychain only."""
    (setup,) = workstation.setups()
    assert setup.profile_id == profile
    assert setup.finished is not None
    practised = json.loads((workstation.home / "practice-instance.json").read_text())
    assert setup.answers["tenant"] == practised["tenant"]
    proof = setup.findings["proof"]
    assert "token" in {each.requirement for each in proof if each.state is State.MET}
    assert State.MISSING not in {each.state for each in proof}
    unknown = {each.requirement for each in proof if each.state is State.UNKNOWN}
    assert unknown == CONFIRMED.get(profile, set())
    assert unknown <= set(setup.confirmed)
    held = workstation.secrets()
    names = {"client_secret", "admin_client_secret"}
    assert set(held) == {f"halo-setup-practice:{setup.id}:{name}" for name in names}
    for secret in held.values():
        assert len(secret) > 30
        assert traces(secret, *workstation.everywhere()) == []
