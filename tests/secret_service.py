"""A pytest plugin: the fixture `secret_service`, a real and private keychain.

It is gnome-keyring on a D-Bus session of its own, with a home folder of its own: nothing of the
person who runs the tests is touched. A test may lock it, kill it, and hand its environment to a
child process.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

_NEEDED = ("dbus-daemon", "gnome-keyring-daemon")
_INSTALL = "apt-get install -y dbus gnome-keyring"
_READY_WITHIN = 10.0  # seconds
_PASSWORD = b"a password for tests"


@dataclass
class SecretService:
    """A running keychain. `environment` is for child processes: bus address, HOME, no display."""

    environment: dict[str, str]
    bus: subprocess.Popen[bytes]
    daemon: subprocess.Popen[bytes]

    def lock(self) -> None:
        """Lock the keychain. Nobody is there to answer the question that unlocks it."""
        import secretstorage

        with closing(secretstorage.dbus_init()) as connection:
            secretstorage.get_default_collection(connection).lock()

    def kill_daemon(self) -> None:
        """Kill the keychain. D-Bus starts it anew at the next call, locked."""
        self.daemon.send_signal(signal.SIGKILL)
        self.daemon.wait(10)

    def restart(self) -> None:
        """Kill the keychain and start it unlocked, as when a person signs in again."""
        self.kill_daemon()
        self.daemon = _start_daemon(self.environment, "--replace")
        _await_unlocked(self.daemon)

    def kill_bus(self) -> None:
        """Kill the bus: the socket is still there and nobody listens."""
        self.bus.send_signal(signal.SIGKILL)
        self.bus.wait(10)

    def labels(self) -> list[str]:
        """Give the label of each secret that is stored."""
        import secretstorage

        with closing(secretstorage.dbus_init()) as connection:
            items = secretstorage.get_default_collection(connection).get_all_items()
            return [item.get_label() for item in items]


@pytest.fixture
def secret_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """Give a real, private, unlocked Secret Service, which this process sees as its own."""
    _need_programs()
    # A socket's path is short (108 bytes), pytest's folders are not.
    with tempfile.TemporaryDirectory(prefix="bus-", ignore_cleanup_errors=True) as runtime:
        environment = _environment(tmp_path / "keychain-home", runtime)
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert bus.stdout is not None
        with bus, bus.stdout:
            try:
                environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
                for name in ("DBUS_SESSION_BUS_ADDRESS", "HOME", "XDG_RUNTIME_DIR"):
                    monkeypatch.setenv(name, environment[name])
                for name in ("DISPLAY", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND"):
                    monkeypatch.delenv(name, raising=False)
                forget_keyring_choice(monkeypatch)
                service = SecretService(environment, bus, _start_daemon(environment))
                try:
                    _await_unlocked(service.daemon)
                    yield service
                finally:
                    service.daemon.terminate()
                    service.daemon.wait(10)
            finally:
                bus.terminate()


def forget_keyring_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make keyring choose its backend anew, for this test."""
    import keyring.core

    monkeypatch.setattr(keyring.core, "_keyring_backend", None)


def _need_programs() -> None:
    if sys.platform != "linux":
        pytest.skip("the Secret Service is the keychain of Linux desktops")
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        message = f"no {' and no '.join(missing)}: {_INSTALL}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


def _environment(home: Path, runtime: str) -> dict[str, str]:
    home.mkdir()
    others = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND")
    return {name: value for name, value in os.environ.items() if name not in others} | {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": runtime,
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
    }


def _start_daemon(environment: dict[str, str], *options: str) -> subprocess.Popen[bytes]:
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    daemon = subprocess.Popen(
        [*command, *options],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdin is not None
    with daemon.stdin:
        daemon.stdin.write(_PASSWORD)
    return daemon


def _await_unlocked(daemon: subprocess.Popen[bytes]) -> None:
    """Ask until the service answers. It gives no other sign of being ready."""
    deadline = time.monotonic() + _READY_WITHIN
    while not _is_unlocked():
        if daemon.poll() is not None:
            pytest.fail(f"gnome-keyring-daemon ended with {daemon.returncode}")
        if time.monotonic() > deadline:
            pytest.fail(f"the keychain was not ready within {_READY_WITHIN:g} s")
        time.sleep(0.01)


def _is_unlocked() -> bool:
    import secretstorage
    from jeepney import DBusErrorResponse
    from secretstorage.util import BUS_NAME

    try:
        with closing(secretstorage.dbus_init()) as connection:
            if not _has_owner(connection, BUS_NAME):
                return False  # asking the service itself would make D-Bus start another one
            return not secretstorage.get_default_collection(connection).is_locked()
    except (secretstorage.SecretStorageException, DBusErrorResponse):
        return False


def _has_owner(connection: object, name: str) -> bool:
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy

    return bool(Proxy(message_bus, connection).NameHasOwner(name)[0])
