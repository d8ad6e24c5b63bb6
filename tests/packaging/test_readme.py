"""The README says what the program does: commands, exit codes, files, and the printed table."""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from wizard import cli
from wizard.checks.findings import ExitCode

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.sub(r"<!--.*?-->", "", README, flags=re.S)


def test_it_names_every_command() -> None:
    (commands,) = (
        action.choices
        for action in cli._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    assert re.findall(r"^\| `(?!halo-setup)([a-z-]+)[ `]", README, re.M) == list(commands)


def test_it_names_every_exit_code() -> None:
    codes = {code for name, code in vars(ExitCode).items() if name.isupper()}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.M)} == codes


@pytest.mark.parametrize("path", re.findall(r"\]\(((?!https?:)[^)]+)\)", SHOWN))
def test_what_it_links_to_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


@pytest.mark.timeout(300)  # every guide in every scenario, over real HTTP
def test_its_table_is_what_the_program_prints(tmp_path: Path) -> None:
    between = re.search(r"<!-- worlds:.*?-->\n(.*?)<!-- /worlds -->", README, re.S)
    assert between, "the marks are gone"
    printed = subprocess.run(
        [sys.executable, "-m", "wizard", "worlds"],
        cwd=ROOT,
        env={**os.environ, "HALO_SETUP_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert between[1].strip() == printed.stdout.strip()
