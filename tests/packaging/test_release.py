"""No release is made with stand-ins, under another version's name, or with something missing."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import contents
import deb
import freeze
import msi
import pytest
import release
from stop import StopError

FACTS = tomllib.loads(contents.FACTS.read_text(encoding="utf-8"))
FILLED_IN = {
    **FACTS,
    "stand_ins": [],
    "publisher": "Acme Ltd",
    "identifier": "com.acme.HaloSetupWizard",
    "maintainer": "Acme Ltd <packages@acme.com>",
    "website": "https://acme.com/halo-setup",
}
TAG = f"v{contents.version()}"


@pytest.fixture
def filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the facts be a publisher's."""
    lines = [f"{name} = {value!r}" for name, value in FILLED_IN.items()]
    file = tmp_path / "product.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(contents, "FACTS", file)


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Give a folder with all that a release has."""
    folder = tmp_path / "all"
    folder.mkdir()
    for name in release.expected(contents.version()).values():
        (folder / name).write_text(name, encoding="ascii")
    return folder


def test_nothing_is_released_while_there_are_stand_ins(capsys: pytest.CaptureFixture[str]) -> None:
    left = release.stand_ins(FACTS)
    if left:  # the day that a publisher filled them in, this test needs no change
        assert release.main([TAG]) == 4
        said = capsys.readouterr().err
        assert f"NO RELEASE: product.toml still has stand-ins for {', '.join(left)}." in said
        assert "!" * 70 in said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("stand_ins", ["publisher"]),
        ("publisher", ""),
        ("identifier", "HaloSetupWizard"),
        ("maintainer", "Acme Ltd <noreply@localhost>"),
        ("maintainer", "Acme Ltd <it@acme.example>"),
        ("maintainer", "it@acme.com"),
        ("website", ""),
        ("website", "https://acme.invalid/"),
        ("website", "http://acme.com"),
    ],
)
def test_a_stand_in_is_known_by_its_looks_too(name: str, value: Any) -> None:
    assert release.stand_ins(FILLED_IN) == []
    assert release.stand_ins({**FILLED_IN, name: value}) == [
        "publisher" if name == "stand_ins" else name
    ]


@pytest.mark.usefixtures("filled_in")
def test_another_version_s_tag_is_refused() -> None:
    assert release.release(TAG, None) == f"{TAG} may be released."
    with pytest.raises(StopError, match=re.escape(f"this is version {contents.version()}, not v9")):
        release.release("v9", None)


@pytest.mark.usefixtures("filled_in")
def test_the_checksums_are_those_of_all_files(whole: Path) -> None:
    for _ in range(2):  # a second time counts no list of the first
        release.release(TAG, whole)
    listed = dict(
        line.split("  ")[::-1] for line in (whole / release.SUMS).read_text().splitlines()
    )
    assert listed == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in whole.iterdir()
        if path.name != release.SUMS
    }
    assert len(listed) == len(release.expected("1"))


@pytest.mark.usefixtures("filled_in")
def test_what_is_missing_and_what_is_too_much_is_named(whole: Path) -> None:
    (whole / release.expected(contents.version())["the MSI"]).unlink()
    (whole / "notes.txt").touch()
    with pytest.raises(StopError, match=r"the MSI \(.*\.msi\); not wanted is notes\.txt"):
        release.release(TAG, whole)
    assert not (whole / release.SUMS).exists()


def test_the_names_are_those_that_the_scripts_give() -> None:
    names = set(release.expected(contents.version()).values())
    assert msi.file_name() in names
    assert f"{deb.PACKAGE}_{contents.version()}_amd64.deb" in names
    pattern = re.sub(r"-(linux|darwin|win32)-\w+\.cdx", r"-(linux|darwin|win32)-\\w+.cdx",
                     freeze.bill_name())  # fmt: skip
    assert sum(bool(re.fullmatch(pattern, name)) for name in names) == 4


def test_each_fact_stands_in_one_place() -> None:
    """A publisher changes product.toml and nothing else."""
    facts = [FACTS["identifier"], FACTS["publisher"], FACTS["maintainer"].split("<")[1]]
    suffixes = {".py", ".toml", ".nsi", ".xml", ".yml", ".desktop", ".spec", ".plist", ".md"}
    told = [
        f"{path.relative_to(contents.ROOT)}: {fact}"
        for folder in ("packaging", "wizard", "resources", ".github")
        for path in (contents.ROOT / folder).rglob("*")
        if path.suffix in suffixes and path != contents.FACTS
        for fact in facts
        if fact in path.read_text(encoding="utf-8")
    ]
    assert told == []
