"""How soon the first page can be used: `python -m tests.benchmarks.first_page`.

Starts the source tree's program and a bare PySide6 window with one label in turn, each as a process
of its own, and prints the time from the start of the process to the end of the first paint. Both
find their bytecode from the start before, as Python keeps it for everybody who does not forbid it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15
# Both say when they have painted in the same way: the painter's event has been handled.
_PAINTED = """
import sys, os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, done)
        return False

def done():
    late = {"httpx", "keyring", "uvicorn", "starlette"} & set(sys.modules)
    os.write(1, (" ".join(sorted(late)) or "none").encode())
    os._exit(0)

app = QApplication(sys.argv)
painted = Painted()
app.installEventFilter(painted)
"""
_BARE = """
from PySide6.QtWidgets import QLabel
window = QMainWindow()
window.setCentralWidget(QLabel("Halo Setup Wizard"))
window.resize(1040, 720)
window.show()
app.exec()
"""
# As the program does: what is not of the window comes first, the window's own modules after Qt.
_BEFORE = (
    "from wizard import cli; import wizard.app.opening, wizard.app.window, wizard.ui.garbage,"
    " wizard.ui.services\n"
)
_WIZARD = """
cli.main([])
"""


def timed(program: str, home: str, before: str = "") -> tuple[float, str]:
    """Start it and give the seconds until it has painted, and what it had imported too early."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HALO_SETUP_HOME": home,
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": f"{home}-bytecode",
    }
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", before + _PAINTED + program],
        env=environment, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return time.perf_counter() - began, done.stdout


def main() -> int:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        home = f"{folder}/home"
        timed(_BARE, home)  # once each for the disk's sake, and to compile
        timed(_WIZARD, home, _BEFORE)
        bare, wizard, early = [], [], set()
        for _ in range(ROUNDS):
            bare.append(timed(_BARE, home)[0])
            seconds, imported = timed(_WIZARD, home, _BEFORE)
            wizard.append(seconds)
            early.add(imported)
    ratio = statistics.median(wizard) / statistics.median(bare)
    print("First page, from the start of the process, median of", ROUNDS, "starts side by side")
    print(f"  a bare window with one label  {statistics.median(bare) * 1000:6.0f} ms")
    print(f"  Halo Setup Wizard             {statistics.median(wizard) * 1000:6.0f} ms")
    print(f"  ratio                         {ratio:6.2f}  (wanted: at most 1.4)")
    print(f"  of httpx, keyring, uvicorn, starlette imported before it: {', '.join(sorted(early))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
