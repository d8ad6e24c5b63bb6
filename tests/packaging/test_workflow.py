"""The release workflow calls what there is, in the way that it takes, and guards its secrets.

`packaging/workflows.py` (actionlint) looks at its form.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import contents
import freeze
import pytest

TEXT = (contents.ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
CALLS = re.findall(r"\bpython packaging/(\w+)\.py(.*)", TEXT)
ON_TAG = "startsWith(github.ref, 'refs/tags/v')"
_NO_OPTIONS = {"msi": 3}  # the number of its arguments


def steps() -> list[str]:
    """Give the text of each step."""
    return re.split(r"^      - ", TEXT, flags=re.M)[1:]


@pytest.mark.parametrize(("script", "arguments"), CALLS)
def test_each_script_takes_what_it_is_given(script: str, arguments: str) -> None:
    words = shlex.split(arguments)
    if script in _NO_OPTIONS:
        assert len(words) == _NO_OPTIONS[script]
        return
    path = contents.ROOT / "packaging" / f"{script}.py"
    done = subprocess.run(
        [sys.executable, path, *words, "--no-such-option"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    # All but that one option was understood.
    assert done.stderr.endswith("error: unrecognized arguments: --no-such-option\n")


def test_it_goes_each_round() -> None:
    called = {script for script, _ in CALLS}
    assert called >= {"deb_round", "windows_round", "mac", "msi", "smoke", "compare", "release"}
    assert "run: bash .ci/run" in TEXT
    assert re.findall(r"runs-on: (.+)|runner: \[(.+)\]", TEXT)
    for runner in ("windows-latest", "macos-14", "ubuntu-latest"):
        assert runner in TEXT


def test_each_action_is_one_commit_with_its_version() -> None:
    used = re.findall(r"uses: (.+)", TEXT)
    assert used
    assert [
        each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", each)
    ] == []


def test_a_checkout_leaves_no_token_behind() -> None:
    for step in steps():
        if "actions/checkout@" in step:
            assert "persist-credentials: false" in step


def test_it_may_only_read_but_for_the_release_itself() -> None:
    before, _, release = TEXT.partition("\n  release:\n")
    assert re.findall(r"^( *)(\w+): write", before, re.M) == []
    assert "\npermissions:\n  contents: read\n" in before
    assert re.findall(r"(\w+): write", release) == ["contents"]


def test_only_a_tag_gets_a_secret() -> None:
    for step in steps():
        for line in step.splitlines():
            if "${{" in line and "secrets." in line:
                assert ON_TAG in line or f"if: {ON_TAG}" in step, line


def test_all_of_its_secrets_are_named_at_its_top() -> None:
    told = re.search(r"# Secrets.*?: (.+?)\. Only a tag", TEXT, re.S)
    assert told
    named = set(re.findall(r"\b(?:SIGN|MAC|APPLE)_[A-Z_]+", told[1]))
    assert named == set(re.findall(r"secrets\.(\w+)", TEXT))


def test_what_signs_is_told_by_the_names_that_the_scripts_read() -> None:
    scripts = "".join(
        (contents.ROOT / "packaging" / name).read_text(encoding="utf-8")
        for name in ("signing.py", "mac_signing.py")
    )
    told = set(re.findall(r"HALO_SETUP_\w+", TEXT))
    assert told == {"HALO_SETUP_SIGN_WINDOWS", "HALO_SETUP_SIGN_MAC", "HALO_SETUP_NOTARY"}
    assert all(f'"{name}"' in scripts for name in told)


def test_each_build_hands_on_the_list_of_what_is_inside() -> None:
    assert Path("build", freeze.bill_name()).match("build/*.cdx.json")
    assert TEXT.count("            build/*.cdx.json\n") == len(["linux", "windows", "mac"])
