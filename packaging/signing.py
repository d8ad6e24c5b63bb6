"""Signs what is handed out, where a certificate is configured; says loudly where none is.

Windows: HALO_SETUP_SIGN_WINDOWS holds the arguments of `signtool sign`, such as
`/n "Common Name" /fd sha256 /tr ADDRESS /td sha256`. macOS: HALO_SETUP_SIGN_MAC names the identity
of codesign, HALO_SETUP_NOTARY the notarytool profile in the keychain. Only the release's machines
have them.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import contents
from stop import StopError

ENTITLEMENTS = contents.ROOT / "packaging" / "mac" / "entitlements.plist"
_MACH_O = {b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf"}


def signs_windows() -> bool:
    """Say whether a certificate for Windows is configured."""
    return bool(os.environ.get("HALO_SETUP_SIGN_WINDOWS"))


def sign_windows(files: Iterable[Path]) -> bool:
    """Sign these programs; False, with a note, where no certificate is configured."""
    options = os.environ.get("HALO_SETUP_SIGN_WINDOWS")
    if not options:
        return _unsigned("HALO_SETUP_SIGN_WINDOWS", "SmartScreen will warn of it")
    # posix=False keeps the backslashes of paths, and with them the quotes.
    arguments = [part.strip('"') for part in shlex.split(options, posix=False)]
    run([_signtool(), "sign", *arguments, *map(str, files)])
    return True


def _signtool() -> str:
    """Find signtool: on the PATH, or in the newest Windows SDK, which is not on it."""
    kits = Path(os.environ.get("PROGRAMFILES(X86)", ""), "Windows Kits", "10", "bin")
    newest = sorted(map(str, kits.glob("10.*/x64/signtool.exe")))[-1:]
    return shutil.which("signtool") or "".join(newest) or "signtool"


def sign_mac(app: Path) -> bool:
    """Sign an .app from the inside outwards; False, with a note, where there is no identity."""
    identity = os.environ.get("HALO_SETUP_SIGN_MAC")
    if not identity:
        return _unsigned("HALO_SETUP_SIGN_MAC", "Gatekeeper will refuse it")
    for part in inside_out(app):
        entitled = ["--entitlements", str(ENTITLEMENTS)] if is_program(part, app) else []
        run(["codesign", "--force", "--timestamp", "--options", "runtime", *entitled, "--sign",
             identity, str(part)])  # fmt: skip
    run(["codesign", "--verify", "--strict", "--verbose=2", str(app)])
    return True


def notarise(image: Path) -> bool:
    """Let Apple look at a signed .dmg and staple its answer; False, with a note, if it cannot."""
    profile = os.environ.get("HALO_SETUP_NOTARY")
    if not profile:
        return _unsigned("HALO_SETUP_NOTARY", "Gatekeeper will refuse it")
    run(["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"])
    run(["xcrun", "stapler", "staple", str(image)])
    return True


def inside_out(app: Path) -> list[Path]:
    """Give what has to be signed in an .app, each before what holds it; --deep would not do."""
    files = [path for path in app.rglob("*") if path.is_file() and not path.is_symlink()]
    code = [path for path in files if path.read_bytes()[:4] in _MACH_O]
    frameworks = [path for path in app.rglob("*.framework") if path.is_dir()]
    inner = sorted({*code, *frameworks}, key=lambda path: len(path.parts), reverse=True)
    libraries = [path for path in inner if not is_program(path, app)]
    programs = [path for path in inner if is_program(path, app)]
    return [*libraries, *programs, app]


def is_program(part: Path, app: Path) -> bool:
    """Say whether this is run by itself, and so needs the entitlements."""
    return part == app or part.parent == app / "Contents" / "MacOS"


def run(command: Sequence[str]) -> None:
    """Run a tool of the system. Raises StopError with what it said."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise StopError(f"{command[0]} cannot be run: {error}") from error
    if done.returncode:
        raise StopError(f"{done.stdout}{done.stderr}\nThis failed: {' '.join(command[:3])} …")


def _unsigned(variable: str, what: str) -> bool:
    frame = "!" * 78
    sys.stderr.write(f"{frame}\n! NOT SIGNED: {variable} is not set. {what}.\n{frame}\n")
    return False


if __name__ == "__main__":  # makensis calls it for the uninstaller that it makes
    try:
        sign_windows([Path(sys.argv[1])])
    except StopError as stop:
        sys.stderr.write(f"{stop}\n")
        sys.exit(4)
