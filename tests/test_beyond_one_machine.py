"""A large fleet on several machines: the job in the README, with each machine as a process."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.fleet_world.breaking import BREAKS
from tests.fleet_world.engine import Stand, stand
from wizard.app.kept_secrets import variable_name
from wizard.fleet.names import host_of, name_of
from wizard.fleet.outcome import Outcome
from wizard.report.document import read_outcome
from wizard.store.exchange import export_setups

ROOT = Path(__file__).resolve().parents[1]
PARTS = 4
OWN, ADMINISTRATOR = "client_secret", "admin_client_secret"


def job_lines() -> list[str]:
    """Give the lines of the README's job that run this program."""
    text = (ROOT / "README.md").read_text("utf-8")
    (section,) = re.findall(r"^## Beyond one machine$(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    return [line.strip() for line in re.findall(r"halo-setup (?:recheck|report) .*", section)]


def variables(fleet: Stand) -> dict[str, str]:
    """Give the secrets as the README's job does: by the names of the setups."""
    prefixes = {OWN: "HALO_SETUP_SECRET_", ADMINISTRATOR: "HALO_SETUP_ADMIN_SECRET_"}
    return {
        prefixes[name] + variable_name(name_of(setup)): fleet.secrets[place.service]
        for setup in fleet.setups
        for name, place in setup.secrets.items()
        if name in prefixes
    }


def start(line: str, folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Run a line of the job in a shell, with this checkout's program as `halo-setup`."""
    program = f'halo-setup() {{ {shlex.quote(sys.executable)} -m wizard "$@"; }}; {line}'
    return subprocess.Popen(
        ["bash", "-c", program],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def ended(process: subprocess.Popen[bytes]) -> int:
    _, told = process.communicate(timeout=100)
    assert b"Traceback" not in told, told
    return process.returncode


def test_the_job_of_the_readme(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("only on systems with bash: the job's lines are written for it")
    recheck, report = job_lines()
    fleet = stand(8, ("liongard", "topleft"))
    broken = next(each for each in fleet.setups if each.profile_id == BREAKS[0].profile)
    BREAKS[0].breaks(fleet.fleet.members[int(broken.id[:3])].world, broken)
    (tmp_path / "setups.json").write_bytes(export_setups(fleet.setups))
    secrets = variables(fleet)
    assert len(secrets) == 2 * len(fleet.setups)
    bare = {
        name: text for name, text in os.environ.items() if not name.startswith("HALO_SETUP_SECRET")
    } | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "PYTHONPATH": str(ROOT)}

    with fleet.fleet:
        machines = []
        for part in range(1, PARTS + 1):
            line = recheck.replace("${{ matrix.part }}", str(part))
            home = {"HALO_SETUP_HOME": str(tmp_path / f"machine-{part}")}
            machines.append(start(line, tmp_path, bare | secrets | home))
        for machine in machines:
            assert ended(machine) == 0  # what is missing is a result, not a failure of the job
        for member in fleet.fleet.members:
            assert member.instance.log.writes() == ()

    parts = [read(tmp_path / f"part-{part}.jsonl") for part in range(1, PARTS + 1)]
    found = {each.setup_id: each for part in parts for each in part}
    assert sum(map(len, parts)) == len(found) == len(fleet.setups)
    assert {name for name, each in found.items() if each.exit_code} == {broken.id}
    hosts = {each.id: host_of(each) for each in fleet.setups}
    seen = [{hosts[each.setup_id] for each in part} for part in parts]
    assert sum(map(len, seen)) == len(set(hosts.values()))  # an instance is in one part

    code = ended(start(report, tmp_path, bare | {"HALO_SETUP_HOME": str(tmp_path / "there")}))
    assert code == 1
    html = (tmp_path / "report.html").read_text("utf-8")
    assert all(name_of(each) in html.replace("<wbr>", "") for each in fleet.setups)
    junit = ET.parse(tmp_path / "report.xml").getroot()  # noqa: S314 - our own
    assert len(junit.findall(".//testsuite")) == len(fleet.setups)
    written = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    assert not [name for name, text in secrets.items() if text.encode() in written]


def read(path: Path) -> list[Outcome]:
    return [read_outcome(line) for line in path.read_text("utf-8").splitlines()]
