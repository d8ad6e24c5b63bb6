"""A setup that is removed in the real window leaves no secret in the real keychain."""

from __future__ import annotations

from tests.end_to_end.test_window_killed import walk_to


def test_all_or_nothing(workstation):
    window = workstation.open()
    window.begin("liongard")
    walk_to(window, "scopes")
    (setup,) = workstation.setups()
    secrets = workstation.secrets()
    assert len(secrets) == len(setup.secrets) > 0
    window.click("home")
    window.until(lambda seen: "new-setup" in seen, "the home page")

    window.click(f"remove:{setup.id}")
    workstation.picture("removal-asked")
    workstation.keychain.lock()
    window.click(f"really-remove:{setup.id}")
    assert "removal.keychain" in window.error()
    workstation.picture("removal-refused")
    assert workstation.setups() == (setup,)

    workstation.keychain.restart()
    assert workstation.secrets() == secrets
    window.click(f"really-remove:{setup.id}")
    window.until(lambda seen: "Welcome" in seen.texts, "the first page")
    workstation.picture("removal-done")
    assert workstation.setups() == ()
    assert workstation.secrets() == {}
