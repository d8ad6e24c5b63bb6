"""The private keychain of the tests is never silently left out where it counts."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests import secret_service

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux desktops only")


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)


def test_skips_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install -y dbus gnome-keyring"):
        secret_service._need_programs()


def test_fails_in_continuous_integration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install -y dbus gnome-keyring"):
        secret_service._need_programs()
