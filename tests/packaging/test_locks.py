"""The lock files say what pyproject.toml asks for, with hashes, and name no address."""

import re
import tomllib
from pathlib import Path

import lock
import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
GROUPS = PROJECT["dependency-groups"]
ASKED = {
    "requirements.txt": RUNTIME,
    "requirements-build.txt": GROUPS["build"],
    "requirements-dev.txt": [*RUNTIME, *GROUPS["dev"], *GROUPS["build"]],
    "requirements-freeze.txt": GROUPS["freeze"],
}
# The machines that a lock file is for.
MACHINES = [
    {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.0", "sys_platform": system}
    for minor in (11, 12, 13)
    for system in ("linux", "win32", "darwin")
]


def text_of(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def entries(name: str) -> list[str]:
    """Give a lock file's logical lines, without comments."""
    joined = text_of(name).replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]


def pins(name: str, machine: dict[str, str]) -> dict[str, str]:
    """Give name and version of what one machine installs."""
    requirements = [Requirement(entry.split(" --hash")[0]) for entry in entries(name)]
    held = [each for each in requirements if each.marker is None or each.marker.evaluate(machine)]
    return {each.name: str(each.specifier).removeprefix("==") for each in held}


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_entry_is_pinned_and_hashed(name: str) -> None:
    for entry in entries(name):
        assert re.match(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ;| )", entry), entry
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("name", sorted(ASKED))
def test_no_address_is_in_a_lock_file(name: str) -> None:
    assert lock.address(text_of(name)) is None
    assert str(Path.home()) not in text_of(name)


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.org/simple",
        "-i mirror",
        "  --find-links ../wheels",
        "-f ../wheels",
        "httpx @ file:///srv/httpx.whl",
        "# from https://example.org/simple",
    ],
)
def test_an_address_is_noticed(line: str) -> None:
    assert lock.address(f"anyio==4.16.0 \\\n    --hash=sha256:aa\n{line}\n")


@pytest.mark.parametrize("name", sorted(ASKED))
@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda m: f"{m['sys_platform']}-{m['python_version']}"
)
def test_each_dependency_is_locked_at_a_version_that_fits(
    name: str, machine: dict[str, str]
) -> None:
    held = pins(name, machine)
    for asked in map(Requirement, ASKED[name]):
        if asked.marker is None or asked.marker.evaluate(machine):
            assert asked.specifier.contains(held[asked.name.lower()]), asked


@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda m: f"{m['sys_platform']}-{m['python_version']}"
)
def test_the_whole_holds_the_parts_at_the_same_versions(machine: dict[str, str]) -> None:
    whole = pins("requirements-dev.txt", machine)
    for part in ("requirements.txt", "requirements-build.txt"):
        assert pins(part, machine).items() <= whole.items()
