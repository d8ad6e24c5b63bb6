"""Make the Debian package: `python3 packaging/deb.py [--into FOLDER]`.

Freezes the program, makes its smoke test, and packs it only if that passed. What the package
depends on is read by dpkg-shlibdeps from the program's own libraries and plugins.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

import contents
import notices
import system
from freeze import freeze, icons, workshop
from smoke import smoke
from stop import StopError
from told import told

PACKAGE = "halo-setup-wizard"
HOME = f"usr/lib/{PACKAGE}"
FILES = contents.ROOT / "packaging" / "linux"
_NEEDED = ("ca-certificates",)  # whose certificates are trusted; no library asks for it
_RECOMMENDED = (
    "fonts-dejavu-core | fonts-liberation | fonts-noto-core",  # without any font there is no text
    "gnome-keyring | kwalletmanager | keepassxc",  # the Secret Service that keeps the secrets
    "tzdata",  # by which times are those of the machine's own time zone
    "xdg-utils",
)
_TOOLS = (
    system.program("dpkg-shlibdeps", "dpkg-dev"),
    system.program("desktop-file-validate", "desktop-file-utils"),
    system.program("appstreamcli", "appstream"),
    system.library("libwayland-cursor.so.0", "libwayland-cursor0"),
    system.library("libwayland-egl.so.1", "libwayland-egl1"),
    *system.WINDOW,
)
_CONTROL = """\
Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
{homepage}Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: admin
Priority: optional
Description: {summary}
 Takes a technician through a vendor's guide step by step, looks after each
 step whether HaloPSA is really set so, and ends with a proof that the
 integration can sign in and read what it should read. The secret is kept in
 the keychain.
"""


def build(into: Path) -> Path:
    """Make the package in a folder, and give its path. Raises StopError."""
    system.provide(_TOOLS)
    program = freeze(into)
    if not smoke(program):
        raise StopError("The smoke test failed: no package is made of this.")
    with tempfile.TemporaryDirectory(prefix="deb-") as scratch:
        tree = Path(scratch, "debian", PACKAGE)  # where dpkg-shlibdeps looks for a package's own
        _lay_out(tree, program, icons(into))
        _add_manual(tree, workshop(into))
        _validate(tree)
        _write_control(Path(scratch), tree)
        architecture = _told("dpkg", "--print-architecture")
        target = into / f"{PACKAGE}_{contents.version()}_{architecture}.deb"
        _told("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target))
    return target


def _lay_out(tree: Path, program: Path, drawn: Path) -> None:
    """Put every file where it will be installed."""
    shutil.copytree(program, tree / HOME, symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin" / contents.COMMAND).symlink_to(f"../lib/{PACKAGE}/{contents.COMMAND}")
    share = tree / "usr/share"
    _copy(FILES / "halo-setup.desktop", share / "applications/halo-setup.desktop")
    for size in contents.ICON_SIZES:
        place = share / f"icons/hicolor/{size}x{size}/apps/halo-setup.png"
        _copy(drawn / f"halo-setup-{size}.png", place)
    scalable = share / "icons/hicolor/scalable/apps/halo-setup.svg"
    _copy(contents.ROOT / "resources/icons/halo-setup.svg", scalable)
    told = share / f"metainfo/{contents.IDENTIFIER}.metainfo.xml"
    told.parent.mkdir(parents=True)
    told.write_text(_metainfo(), encoding="utf-8")
    documents = share / "doc" / PACKAGE
    _copy(contents.ROOT / "CHANGELOG.md", documents / "CHANGELOG.md")
    (documents / "copyright").write_text(_copyright(), encoding="utf-8")
    (documents / "changelog").write_text(_changelog(), encoding="utf-8")
    _compress(documents / "CHANGELOG.md")
    _compress(documents / "changelog")
    _copy(FILES / "lintian-overrides", share / "lintian/overrides" / PACKAGE)
    _set_modes(tree)


def _add_manual(tree: Path, python: Path) -> None:
    """Let the command's own help be its manual page, too."""
    page = tree / "usr/share/man/man1" / f"{contents.COMMAND}.1"
    page.parent.mkdir(parents=True)
    _told(str(python), str(contents.ROOT / "packaging" / "manual.py"), str(page))
    _compress(page)


def _compress(file: Path) -> None:
    """Put a file into gzip, the same bytes each time."""
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))
    file.unlink()


def _copyright() -> str:
    own = (contents.ROOT / "LICENSE").read_text(encoding="utf-8")
    return (
        f"{own}\nWhat others made of this package is listed, with each licence, in\n"
        f"/{HOME}/_internal/{notices.FOLDER}.\n"
    )


def _changelog() -> str:
    """Give what tools for Debian's packages read; persons read the other one."""
    return (
        f"{PACKAGE} ({contents.version()}) stable; urgency=medium\n\n"
        f"  * What changed stands in CHANGELOG.md.gz.\n\n"
        f" -- {contents.MAINTAINER}  {format_datetime(dt.datetime.now(dt.UTC))}\n"
    )


def _metainfo() -> str:
    text = (FILES / "halo-setup.metainfo.xml").read_text(encoding="utf-8")
    day = dt.datetime.now(dt.UTC).date().isoformat()
    website = f'<url type="homepage">{escape(contents.WEBSITE)}</url>' if contents.WEBSITE else ""
    filled = {
        "IDENTIFIER": contents.IDENTIFIER,
        "DEVELOPER": contents.IDENTIFIER.rpartition(".")[0],
        "PUBLISHER": escape(contents.PUBLISHER),
        "WEBSITE": website,
        "VERSION": contents.version(),
        "DATE": day,
    }
    return re.sub(r"@([A-Z]+)@", lambda place: filled[place[1]], text)


def _set_modes(tree: Path) -> None:
    """Let everybody read it all, whoever made it, and run the one program."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            run = path.is_dir() or path == tree / HOME / contents.COMMAND
            path.chmod(0o755 if run else 0o644)


def _validate(tree: Path) -> None:
    _told("desktop-file-validate", str(tree / "usr/share/applications/halo-setup.desktop"))
    (metainfo,) = tree.glob("usr/share/metainfo/*.xml")
    _told("appstreamcli", "validate", "--no-net", str(metainfo))


def _write_control(scratch: Path, tree: Path) -> None:
    kilobytes = sum(
        path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()
    )
    control = _CONTROL.format(
        package=PACKAGE,
        version=contents.version(),
        architecture=_told("dpkg", "--print-architecture"),
        maintainer=contents.MAINTAINER,
        homepage=f"Homepage: {contents.WEBSITE}\n" if contents.WEBSITE else "",
        kilobytes=kilobytes // 1024,
        depends=", ".join((*_NEEDED, depends(scratch, tree))),
        recommends=", ".join(_RECOMMENDED),
        summary=contents.SUMMARY,
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")


def depends(scratch: Path, tree: Path) -> str:
    """Give what the files of the tree need of other packages, as a control file says it."""
    stub = f"Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n"
    (scratch / "debian" / "control").write_text(stub, encoding="utf-8")
    inside = tree / HOME
    binaries = [inside / contents.COMMAND]
    binaries += [path for path in inside.rglob("*.so*") if not path.is_symlink()]
    folders = sorted({str(path.parent) for path in inside.rglob("*.so*")})
    told = _told(
        "dpkg-shlibdeps", "-O", "--ignore-missing-info", f"-S{tree}",
        *(f"-l{folder}" for folder in folders), *(f"-e{path}" for path in binaries), cwd=scratch,
    )  # fmt: skip
    found = re.search(r"^shlibs:Depends=(.+)$", told, re.M)
    if found is None:
        raise StopError(f"dpkg-shlibdeps found nothing:\n{told}")
    return found[1]


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _told(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StopError(f"{done.stdout}{done.stderr}\nThis failed: {' '.join(command[:4])} …")
    return done.stdout.strip()


def main(arguments: list[str]) -> int:
    """Make the package and print where it is. Gives the exit code; 4 where it cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=contents.ROOT / "build", metavar="FOLDER")
    return told(lambda: build(parser.parse_args(arguments).into.absolute()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
