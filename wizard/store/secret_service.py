"""Which program answers for the Secret Service on this Linux desktop, by the name people know."""

from __future__ import annotations

import contextlib
from pathlib import Path

BUS_NAME = "org.freedesktop.secrets"
_UNTOLD = "Secret Service"
_ANSWER_WITHIN = 2.0  # seconds; a name is not worth a longer wait

# How the names of the processes begin: the kernel cuts them after 15 characters.
_PROGRAMS = {
    "gnome-keyring-d": "GNOME Keyring",
    "kwalletd": "KWallet",
    "ksecretd": "KWallet",
    "keepassxc": "KeePassXC",
    "oo7-daemon": "oo7",
}


def running_name() -> str:
    """Name the program that owns org.freedesktop.secrets, or say "Secret Service".

    The general name stands for: none runs yet (D-Bus starts it at the first use), an unknown one,
    or one whose process cannot be seen from inside a sandbox. Never raises.
    """
    with contextlib.suppress(Exception):
        process = Path("/proc", str(_owner()), "comm").read_text(encoding="utf-8").strip()
        for beginning, name in _PROGRAMS.items():
            if process.startswith(beginning):
                return name
    return _UNTOLD


def _owner() -> int:
    """Give the process id of the service's owner. Raises what jeepney raises."""
    # jeepney comes with keyring, on Linux only.
    from jeepney.bus_messages import (  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415
        message_bus,
    )
    from jeepney.io.blocking import (  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415
        Proxy,
        open_dbus_connection,
    )

    with contextlib.closing(open_dbus_connection("SESSION")) as connection:
        bus = Proxy(message_bus, connection, timeout=_ANSWER_WITHIN)
        (process_id,) = bus.GetConnectionUnixProcessID(BUS_NAME)
        return int(process_id)
