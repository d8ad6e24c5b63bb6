"""The Debian package's texts; `packaging/deb_round.py` builds, installs and runs it."""

import stat
import xml.etree.ElementTree as ET
from pathlib import Path

import contents
import deb
import icons
import pytest
from stop import StopError


def test_no_package_is_made_of_a_program_that_fails_its_smoke_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deb.system, "provide", lambda needs: None)
    monkeypatch.setattr(deb, "freeze", lambda into: into / "program")
    monkeypatch.setattr(deb, "smoke", lambda program: False)
    with pytest.raises(StopError, match="smoke test failed"):
        deb.build(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_each_file_lies_where_it_will_be_installed_for_all_to_read(
    tmp_path: Path, qapp: object
) -> None:
    program, drawn, tree = (tmp_path / name for name in ("program", "icons", "tree"))
    (program / "_internal").mkdir(parents=True)
    (program / contents.COMMAND).touch(mode=0o700)
    icons.write(drawn)
    deb._lay_out(tree, program, drawn)
    share = tree / "usr/share"
    places = [
        "applications/halo-setup.desktop",
        "icons/hicolor/48x48/apps/halo-setup.png",
        f"metainfo/{contents.IDENTIFIER}.metainfo.xml",
        f"doc/{deb.PACKAGE}/copyright",
        f"doc/{deb.PACKAGE}/changelog.gz",
        f"lintian/overrides/{deb.PACKAGE}",
    ]
    assert {stat.S_IMODE((share / place).stat().st_mode) for place in places} == {0o644}
    command = tree / "usr/bin" / contents.COMMAND
    assert command.resolve() == tree / deb.HOME / contents.COMMAND
    assert stat.S_IMODE(command.stat().st_mode) == 0o755


def test_its_page_in_a_software_centre_is_filled_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "PUBLISHER", "Smith & Sons")
    page = ET.fromstring(deb._metainfo())  # noqa: S314 - its own
    assert page.findtext("id") == contents.IDENTIFIER
    assert page.findtext("developer/name") == "Smith & Sons"
    assert page.findtext("name") == contents.NAME
    assert page.findtext("summary") == contents.SUMMARY
    assert [each.get("version") for each in page.iter("release")] == [contents.version()]
    assert "@" not in "".join(page.itertext())


@pytest.mark.parametrize(
    ("website", "named"), [("", []), ("https://a.b/?c&d", ["https://a.b/?c&d"])]
)
def test_a_website_is_named_where_there_is_one(
    website: str, named: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "WEBSITE", website)
    page = ET.fromstring(deb._metainfo())  # noqa: S314 - its own
    assert [each.text for each in page.iter("url")] == named


def test_the_menu_s_entry_is_called_as_the_program_is() -> None:
    entry = (deb.FILES / "halo-setup.desktop").read_text(encoding="utf-8")
    assert f"\nName={contents.NAME}\n" in entry
    assert f"\nComment={contents.SUMMARY}\n" in entry
    assert f"\nExec={contents.COMMAND}\n" in entry


def test_the_changelog_has_the_form_that_debian_reads() -> None:
    first, *_, last = deb._changelog().splitlines()
    assert first == f"{deb.PACKAGE} ({contents.version()}) stable; urgency=medium"
    assert last.startswith(f" -- {contents.MAINTAINER}  ")
    assert last.endswith(" +0000")
