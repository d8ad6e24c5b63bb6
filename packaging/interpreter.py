"""Which Python runs the project.

Plain old syntax, as in `run.py`: this has to load on the very Python that it turns down.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

OLDEST = (3, 11)
NEWEST = (3, 13)


def fits(version: "tuple[int, ...]") -> bool:
    """Say whether the project runs on this version: (3, 12, 1) does, (3, 10, 13) does not."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def best(found: "dict[str, tuple[int, ...]]") -> "str | None":
    """Give the path of the newest version that fits, from paths and their versions."""
    fitting = [(version, path) for path, version in found.items() if fits(version)]
    return max(fitting)[1] if fitting else None


def installed() -> "dict[str, tuple[int, ...]]":
    """Ask every Python on the PATH and in pyenv's folder for its version."""
    names = [f"python{OLDEST[0]}.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
    on_path = [shutil.which(name) for name in [*names, "python3", "python"]]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    in_pyenv = [str(path) for path in pyenv.glob("versions/3.*/bin/python3")]
    paths = [path for path in [*on_path, *in_pyenv] if path]
    answers = [(path, ask(path)) for path in paths]
    return {path: version for path, version in answers if version}


def ask(path: str) -> "tuple[int, ...] | None":
    """Give a Python's version; None where it does not answer, as a pyenv shim may not."""
    try:
        answer = subprocess.check_output(
            [path, "--version"], stderr=subprocess.STDOUT, timeout=20
        ).decode()
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.match(r"Python (\d+)\.(\d+)\.(\d+)", answer)
    return tuple(int(part) for part in match.groups()) if match else None


def advice(version: "tuple[int, ...]") -> str:
    """Say what to do where no Python fits."""
    return (
        f"Halo Setup Wizard needs Python 3.11, 3.12 or 3.13; this is {version[0]}.{version[1]}, "
        "and no other one was found.\nInstall one of them (Debian 12 and Ubuntu 24.04 bring one as "
        "python3; elsewhere: python.org or pyenv) and run this again."
    )
