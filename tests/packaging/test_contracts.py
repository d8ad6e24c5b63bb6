"""The import contracts hold, and each one notices what it forbids."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# One forbidden import for each contract, by its id.
PLANTS = {
    "layers": ("wizard/profiles/schema.py", "import wizard.setup.state"),
    "engine": ("wizard/halo/records.py", "import httpx"),  # which checks imports
    "window": ("wizard/ui/__init__.py", "import httpx"),
    "practice": ("wizard/practice/__init__.py", "import wizard.halo.records"),
    "qt": ("wizard/store/__init__.py", "import PySide6"),
    "http": ("wizard/report/__init__.py", "import httpx"),
    "keychain": ("wizard/report/__init__.py", "import keyring"),
}


def verdicts(tree: Path) -> dict[str, str]:
    """Run lint-imports in a tree and give KEPT or BROKEN for each contract's name."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=tree, capture_output=True, text=True, check=False
    )
    return dict(re.findall(r"^(.*) (KEPT|BROKEN)(?: \(.*)?$", done.stdout, re.M))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a copy of the program to plant in."""
    shutil.copytree(ROOT / "wizard", tmp_path / "wizard")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def contract_names() -> dict[str, str]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return dict(re.findall(r'^id = "(.*)"\nname = "(.*)"$', text, re.M))


def test_every_contract_is_kept(tree: Path) -> None:
    assert verdicts(tree) == dict.fromkeys(contract_names().values(), "KEPT")


def test_every_contract_notices_what_it_forbids(tree: Path) -> None:
    assert set(PLANTS) == set(contract_names())
    for path, line in PLANTS.values():
        with (tree / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    assert verdicts(tree) == dict.fromkeys(contract_names().values(), "BROKEN")
