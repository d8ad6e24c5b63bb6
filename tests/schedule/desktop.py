"""A desktop that takes notifications, over a real D-Bus session."""

from __future__ import annotations

import contextlib
import queue
import threading
from typing import Any


class Desktop:
    """Takes notifications on a D-Bus session of its own. `can` is what it says that it can."""

    def __init__(self) -> None:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        self.can = ["body"]
        self.silent = False
        self.refuses = False
        self.got: queue.Queue[tuple[Any, ...]] = queue.Queue()
        self._connection = open_dbus_connection("SESSION")
        Proxy(message_bus, self._connection).RequestName("org.freedesktop.Notifications")
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        from jeepney import MessageType, new_error, new_method_return
        from jeepney.low_level import HeaderFields

        with contextlib.suppress(OSError, EOFError):  # the bus ends first
            while True:
                message = self._connection.receive()
                if message.header.message_type is not MessageType.method_call or self.silent:
                    continue
                if message.header.fields[HeaderFields.member] == "GetCapabilities":
                    answer = new_method_return(message, "as", (self.can,))
                elif self.refuses:
                    answer = new_error(message, "org.example.No", "s", ("no",))
                else:
                    self.got.put(message.body)
                    answer = new_method_return(message, "u", (1,))
                self._connection.send(answer)

    def end(self) -> None:
        self._thread.join(10)
        self._connection.close()
