"""How `packaging/run.py` decides; what it does for real is what CI runs."""

import ast
import shutil
import sys
from pathlib import Path

import environment
import interpreter
import project
import pytest
import run
import system

RUN = Path(run.__file__)
DISPLAY = {"DISPLAY": ":0"}


@pytest.mark.parametrize("version", [(3, 11, 2), (3, 12, 1), (3, 13, 0)])
def test_a_version_in_the_range_fits(version: tuple[int, ...]) -> None:
    assert interpreter.fits(version)


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 10, 13), (3, 14, 0), (4, 0, 0)])
def test_a_version_outside_does_not(version: tuple[int, ...]) -> None:
    assert not interpreter.fits(version)


def test_the_newest_that_fits_is_taken() -> None:
    found = {"a": (3, 9, 18), "b": (3, 11, 7), "c": (3, 13, 0), "d": (3, 12, 9), "e": (3, 14, 1)}
    assert interpreter.best(found) == "c"


def test_none_is_taken_where_none_fits() -> None:
    assert interpreter.best({"a": (3, 9, 18), "b": (3, 14, 1)}) is None


def test_a_python_tells_its_version() -> None:
    assert interpreter.ask(sys.executable) == tuple(sys.version_info[:3])


@pytest.mark.parametrize("text", ["echo no such command >&2; exit 127", "echo Jython"])
def test_a_program_that_is_no_python_tells_none(text: str, tmp_path: Path) -> None:
    fake = tmp_path / "python3"
    fake.write_text(f"#!/bin/sh\n{text}\n")
    fake.chmod(0o755)
    assert interpreter.ask(str(fake)) is None


def test_an_interpreter_under_pyenv_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "versions" / "3.12.1" / "bin" / "python3"
    there.parent.mkdir(parents=True)
    there.write_text("#!/bin/sh\necho Python 3.12.1\n")
    there.chmod(0o755)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    assert interpreter.installed() == {str(there): (3, 12, 1)}


def test_a_python_that_does_not_fit_hands_over_to_one_that_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    other = tmp_path / "python3.12"
    other.write_text(f'#!/bin/sh\nfor each; do echo "$each"; done > {seen}\nexit 3\n')
    other.chmod(0o755)
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(sys, "argv", [str(RUN)])
    monkeypatch.setattr(interpreter, "installed", lambda: {str(other): (3, 12, 1)})
    assert run.main(["walk", "liongard"]) == 3
    assert seen.read_text().splitlines() == [str(RUN), "walk", "liongard"]


def test_without_any_that_fits_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(interpreter, "installed", lambda: {"old": (3, 9, 18)})
    assert run.main([]) == 4
    told = capsys.readouterr().err
    assert "this is 3.10" in told
    assert "3.11, 3.12 or 3.13" in told


@pytest.mark.parametrize("name", ["run.py", "interpreter.py"])
def test_what_an_old_python_reads_has_old_syntax(name: str) -> None:
    source = (RUN.parent / name).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert "from __future__ import annotations" not in source


@pytest.mark.parametrize(
    ("arguments", "variables", "platform", "expected"),
    [
        ([], DISPLAY, "linux", (["practice"], True)),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, "linux", (["practice"], True)),
        ([], {}, "linux", (["walk", "liongard"], False)),
        ([], {}, "win32", (["practice"], True)),
        ([], {}, "darwin", (["practice"], True)),
        (["practice"], DISPLAY, "linux", (["practice"], True)),
        (["practice", "--serve"], DISPLAY, "linux", (["practice", "--serve"], False)),
        (["any", "--thing"], {}, "linux", (["any", "--thing"], False)),
        (["walk", "topleft"], DISPLAY, "linux", (["walk", "topleft"], False)),
    ],
)
def test_what_runs(
    arguments: list[str],
    variables: dict[str, str],
    platform: str,
    expected: tuple[list[str], bool],
) -> None:
    assert project.wanted(arguments, variables, platform) == expected


def need(*packages: str, present: bool = False) -> system.Need:
    return system.Need(packages, lambda: present)


def test_only_what_is_missing_is_asked_for() -> None:
    missing = need("libegl1")
    assert system.absent([need("libgl1", present=True), missing], "linux") == [missing]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_it_all(platform: str) -> None:
    assert system.absent([need("libgl1")], platform) == []


def test_a_package_is_named_as_this_release_knows_it() -> None:
    needs = [need("libglib2.0-0", "libglib2.0-0t64"), need("libegl1")]
    assert system.names(needs, {"libglib2.0-0t64", "libegl1"}.__contains__) == [
        "libglib2.0-0t64",
        "libegl1",
    ]


def test_a_package_that_gives_two_things_is_named_once() -> None:
    assert system.names([need("dbus"), need("dbus")], lambda _: True) == ["dbus"]


def test_a_package_that_no_release_knows_is_still_named() -> None:
    assert system.names([need("chromium-driver", "chromium-chromedriver")], lambda _: False) == [
        "chromium-driver"
    ]


@pytest.mark.parametrize(
    ("programs", "expected"),
    [
        ({"apt-get", "sudo"}, "sudo apt-get update && sudo apt-get install -y libgl1 libegl1"),
        ({"apt-get"}, "su -c 'apt-get update && apt-get install -y libgl1 libegl1'"),
    ],
)
def test_the_line_is_one_that_a_shell_runs(
    programs: set[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(system, "_known", lambda _: True)
    assert system.line([need("libgl1"), need("libegl1")]) == expected


def test_where_there_is_no_apt_the_things_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert "libgl1 libegl1" in system.line([need("libgl1"), need("libegl1")])


def test_where_nothing_may_be_installed_the_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_known", lambda _: True)
    monkeypatch.setattr(system, "_allowed", lambda: None)
    with pytest.raises(system.StopError, match=r"libgl1.* xvfb") as stopped:
        system.provide(
            [need("libgl1"), need("there", present=True)], wished=[need("xvfb"), need("libgl1")]
        )
    assert "there" not in str(stopped.value).splitlines()[-1].split()


def test_nothing_is_said_of_a_wish_where_all_needs_are_met(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system, "_allowed", lambda: pytest.fail("nothing is to be installed"))
    system.provide([need("libgl1", present=True)], wished=[need("xvfb")])


def test_what_tests_need_is_offered_and_never_stops_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "_known", lambda _: True)
    monkeypatch.setattr(system, "_allowed", lambda: ["sudo", "-n"])
    system.offer([need("chromium")], in_ci=False)
    assert "chromium" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("what", "there"),
    [
        (system.program("sh", "dash"), True),
        (system.program("no-such-program", "nothing"), False),
        (system.file("/etc/host*", "base-files"), True),
        (system.file("/no/such/*", "nothing"), False),
        (system.library("libc.so.6", "libc6"), True),
        (system.library("libnosuchthing.so.1", "nothing"), False),
    ],
)
def test_presence_is_seen(what: system.Need, there: bool) -> None:
    assert what.present() is there


def project_tree(tmp_path: Path, lock: str = "anyio==4.16.0", version: str = "1") -> Path:
    (tmp_path / "packaging").mkdir(exist_ok=True)
    (tmp_path / "wizard").mkdir(exist_ok=True)
    for name in ("requirements.txt", "requirements-build.txt", "requirements-dev.txt"):
        (tmp_path / "packaging" / name).write_text(lock)
    (tmp_path / "pyproject.toml").write_text("[project]")
    (tmp_path / "wizard" / "__init__.py").write_text(f"__version__ = '{version}'")
    return tmp_path


@pytest.mark.parametrize("purpose", environment.Purpose)
def test_a_second_time_installs_nothing_until_something_changed(
    purpose: environment.Purpose, tmp_path: Path
) -> None:
    def taken(version: tuple[int, ...] = (3, 12, 1), **changed: str) -> str:
        return environment.fingerprint(purpose, version, project_tree(tmp_path, **changed))

    before = taken()
    assert taken() == before
    assert taken((3, 12, 9)) == before
    assert taken((3, 13, 0)) != before
    assert taken(lock="anyio==4.17.0") != before
    assert taken(version="2") != before
