"""The smoke test fails for a frozen program in which something was broken.

Each test breaks a copy of the program that HALO_SETUP_FROZEN names. Copies are links to its files,
so a plant takes the file away before it writes another one.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import runpath
import smoke

FROZEN = Path(os.environ["HALO_SETUP_FROZEN"])
RESOURCES = "_internal/wizard/resources"


def remove(*places: str) -> Callable[[Path], None]:
    def plant(copy: Path) -> None:
        for place in places:
            (found,) = copy.glob(place)
            if found.is_dir():
                shutil.rmtree(found)
            else:
                found.unlink()

    return plant


def change(place: str, old: str, new: str) -> Callable[[Path], None]:
    def plant(copy: Path) -> None:
        text = (copy / place).read_text(encoding="utf-8")
        assert old in text
        (copy / place).unlink()
        (copy / place).write_text(text.replace(old, new), encoding="utf-8")

    return plant


def from_elsewhere(place: str) -> Callable[[Path], None]:
    """Let a library of the program be one that lies outside of its folder."""

    def plant(copy: Path) -> None:
        (found,) = copy.glob(place)
        other = copy.parent / found.name
        found.rename(other)
        found.symlink_to(other)

    return plant


PLANTS = {
    "a missing resource": (remove(f"{RESOURCES}/halo/scopes.toml"), {"resources", "walk"}),
    "a missing icon": (remove(f"{RESOURCES}/icons/met.svg"), {"resources"}),
    "a missing page of the practice instance": (
        remove(f"{RESOURCES}/practice/layout.html"),
        {"resources"},
    ),
    "a missing profile": (remove(f"{RESOURCES}/profiles/topleft.toml"), {"resources", "walk"}),
    "a broken profile": (
        change(f"{RESOURCES}/profiles/liongard.toml", "[source]", "[sauce]"),
        {"resources", "profiles lint", "walk"},
    ),
    "a missing keyring backend": (remove("_internal/keyring-*.dist-info"), {"keychain"}),
    "a keyring backend without what it needs": (
        remove("_internal/python3.*/lib-dynload/_ctypes.*.so"),
        {"keychain"},
    ),
    "a missing plugin of Qt": (
        remove("_internal/PySide6/Qt/plugins/platforms/libqoffscreen.so"),
        {"window", "windowed program", "modules"},
    ),
    "a library from elsewhere": (from_elsewhere("_internal/msgspec/_core*.so"), {"modules"}),
    "a missing library of Qt": (
        remove("_internal/PySide6/Qt/lib/libQt6Svg.so.6"),
        {"window", "windowed program", "modules"},
    ),
    "no second program": (remove("Halo Setup Wizard"), {"windowed program"}),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the frozen program to break."""
    target = tmp_path / "Halo Setup Wizard"
    shutil.copytree(FROZEN, target, symlinks=True, copy_function=os.link)
    return target


def failed(told: str) -> set[str]:
    """Give the names of the checks that the smoke test printed as failed."""
    lines = [line.split(None, 1) for line in told.splitlines()]
    return {line[1].split(" (")[0] for line in lines if line[0] == "failed"}


@pytest.mark.parametrize("name", PLANTS)
def test_it_notices(name: str, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant, noticed_by = PLANTS[name]
    plant(copy)
    assert not smoke.smoke(copy, names=noticed_by)
    assert failed(capsys.readouterr().out) == noticed_by


def test_the_list_of_what_is_inside_tells_of_this_program() -> None:
    document = json.loads((FROZEN.parent / "sbom.cdx.json").read_text(encoding="utf-8"))
    listed = {part["name"]: part["version"] for part in document["components"]}
    described = [path.stem.lower().replace("_", "-") for path in FROZEN.rglob("*.dist-info")]
    assert described
    assert set(described) <= {f"{name}-{version}" for name, version in listed.items()}
    assert {"pyside6-essentials", "keyring", "certifi", "python", "Qt"} <= set(listed)
    assert not {"pip", "setuptools", "altgraph"} & set(listed)
    if sys.platform == "linux":
        assert "cryptography" not in listed  # slim/ stands for it
        assert "OpenSSL" not in listed  # the system's


def test_the_licences_of_what_is_inside_go_along() -> None:
    document = json.loads((FROZEN.parent / "sbom.cdx.json").read_text(encoding="utf-8"))
    packages = {
        part["name"]
        for part in document["components"]
        if part.get("purl", "").startswith("pkg:pypi/")
    } - {"pyside6-essentials", "shiboken6"}  # which bring none: they are under "qt"
    (folder,) = FROZEN.rglob("licences")
    with_text = {path.relative_to(folder).parts[0] for path in folder.rglob("*") if path.is_file()}
    assert with_text >= packages | {"qt", "python"}


def test_no_library_is_looked_for_on_the_machine_that_froze_it() -> None:
    if sys.platform != "linux":
        pytest.skip("only on Linux")
    assert runpath.strangers(FROZEN) == {}


def test_its_exit_code_tells_it(tmp_path: Path) -> None:
    assert smoke.main([str(tmp_path)]) == 1
