"""The list of what is in a frozen program tells of what was packed, and of nothing else."""

from pathlib import Path

import contents
import pytest
import sbom

INSTALLED = Path("/env/site-packages")
ABOUT = {
    name: {"type": "library", "name": name, "version": "1", "purl": f"pkg:pypi/{name}@1"}
    for name in ("httpx", "cryptography", "pyinstaller", "python")
}


@pytest.fixture
def owners() -> sbom.Owners:
    real = {
        sbom._real(str(INSTALLED / file)): file.split("/")[0]
        for file in ("httpx/__init__.py", "cryptography/__init__.py", "pyinstaller/start.py")
    }
    return sbom.Owners(
        real, (sbom._real("/usr/lib/python3.13"),), (sbom._real(str(contents.ROOT / "packaging")),)
    )


def names(packed: list[tuple[str, str]], owners: sbom.Owners) -> list[str]:
    document = sbom.bill(packed, owners, ABOUT)
    assert [part["bom-ref"] for part in document["components"]] == document["dependencies"][0][
        "dependsOn"
    ]
    return [part["name"] for part in document["components"]]


def test_what_is_packed_is_listed_and_what_is_only_installed_is_not(owners: sbom.Owners) -> None:
    slim = contents.ROOT / "packaging" / "slim" / "cryptography" / "__init__.py"
    packed = [("httpx", str(INSTALLED / "httpx/__init__.py")), ("cryptography", str(slim))]
    assert names(packed, owners) == ["httpx", "pyinstaller", "python"]
    packed[1] = ("cryptography", str(INSTALLED / "cryptography/__init__.py"))
    assert names(packed, owners) == ["cryptography", "httpx", "pyinstaller", "python"]


def test_libraries_inside_of_others_are_named_with_their_versions(owners: sbom.Owners) -> None:
    packed = [
        (place, "/usr/lib/python3.13/its")
        for place in ("libicudata.so.73", "_internal/sqlite3.dll", "libcrypto-3.dll")
    ]
    document = sbom.bill(packed, owners, ABOUT)
    found = {part["name"]: part["version"] for part in document["components"]}
    assert found["ICU"] == "73"
    assert {"OpenSSL", "SQLite"} < set(found)
    assert all(part.get("purl") for part in document["components"])


def test_what_is_nobody_s_is_listed_by_its_hash(owners: sbom.Owners, tmp_path: Path) -> None:
    stray = tmp_path / "runtime.dll"
    stray.write_bytes(b"")
    document = sbom.bill([("runtime.dll", str(stray))], owners, ABOUT)
    (part,) = (each for each in document["components"] if each["type"] == "file")
    assert part["name"] == "runtime.dll"
    assert part["hashes"][0]["content"].startswith("e3b0c44298fc1c14")


def test_the_document_is_of_this_program(owners: sbom.Owners) -> None:
    document = sbom.bill([], owners, ABOUT)
    program = document["metadata"]["component"]
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert (program["name"], program["version"]) == (contents.NAME, contents.version())
