"""What must be cheap, and what must be there."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("PySide6", "qasync", "httpx", "keyring", "starlette", "uvicorn", "msgspec", "jinja2")


def test_version_loads_neither_window_nor_network():
    program = (
        "import sys; from wizard.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    version, loaded = done.stdout.strip().splitlines()
    assert version.startswith("halo-setup ")
    assert loaded == "[]"
