"""Scenario files, each a whole case: served as a process, checked by another one.

Each file says what goes wrong, which set-up is prepared, and what `halo-setup check` must say.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from wizard.practice.scenarios import scenario

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.toml"))
_WIZARD = [sys.executable, "-m", "wizard"]


@contextmanager
def _served(path: Path, home: Path) -> Iterator[dict]:
    environment = {**os.environ, "HALO_SETUP_HOME": str(home)}
    words = [*_WIZARD, "practice", "--serve", "--scenario", str(path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout is not None
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 130


def _words(said: dict, *, administrator: bool) -> tuple[list[str], dict[str, str]]:
    own = said["integration"]
    words = [*_WIZARD, "check", "--json", "--profile", "liongard", "--url", said["address"]]
    words += ["--client-id", own["client_id"], "--agent", own["agent_name"]]
    secrets = {"HALO_SETUP_CLIENT_SECRET": own["client_secret"]}
    if administrator:
        words += ["--admin-client-id", said["client_id"]]
        secrets["HALO_SETUP_ADMIN_CLIENT_SECRET"] = said["client_secret"]
    return words, secrets


def _expected(findings: dict[str, str], name: str) -> str | None:
    fitting = [
        row for row in findings if row == name or (row[-1] == "*" and name.startswith(row[:-1]))
    ]
    return findings[max(fitting, key=len)] if fitting else None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.skipif("sys.platform == 'win32'", reason="only on POSIX is there SIGINT to send")
def test_the_check_says_what_the_file_says(path: Path, tmp_path: Path) -> None:
    case = scenario(str(path))
    assert case.name == path.stem
    assert case.expected is not None
    with _served(path, tmp_path) as said:
        words, secrets = _words(said, administrator=case.administrator)
        environment = {**os.environ, "HALO_SETUP_HOME": str(tmp_path), **secrets}
        done = subprocess.run(
            words, capture_output=True, text=True, check=False, timeout=100, env=environment
        )
    told = done.stdout + done.stderr + _logs(tmp_path)
    assert not [secret for secret in secrets.values() if secret in told]
    states = {each["requirement"]: each["state"] for each in json.loads(done.stdout)["findings"]}
    wanted = {name: _expected(case.expected.findings, name) for name in states}
    assert {name: states[name] for name in states if wanted[name]} == {
        name: state for name, state in wanted.items() if state
    }
    unseen = {row for row in case.expected.findings if not row.endswith("*")} - set(states)
    assert not unseen
    assert done.returncode == case.expected.exit_code


def _logs(home: Path) -> str:
    return "".join(each.read_text(encoding="utf-8") for each in home.rglob("*.log"))


def test_there_are_files() -> None:
    assert len(FILES) > 10
