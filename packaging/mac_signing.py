"""Signs the macOS program from the inside outwards, and lets Apple notarise its image.

HALO_SETUP_SIGN_MAC names the identity of codesign, HALO_SETUP_NOTARY the notarytool profile in the
keychain. Where they are not set, nothing is signed, which is said loudly.

Secrets in the Keychain survive an update: an item lets in, unasked, whoever fulfils the designated
requirement of the program that made it (Apple's TN2206, "Code Requirements"). A Developer ID's says
"this identifier, signed by this team" and nothing of the code, so every later version fulfils it
while the identifier (resources/product.toml) and the team stay. Both programs are signed under the
one identifier, so the command line, which the regular re-check runs, reads what the window kept;
`sign_mac` looks whether both requirements are really the same. Without an identity there is only
PyInstaller's ad-hoc signature, whose requirement is the hash of the code: macOS then asks for each
secret after each update.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import contents
from signing import run, unsigned
from stop import StopError

ENTITLEMENTS = contents.ROOT / "packaging" / "macos" / "entitlements.plist"
_MACH_O = {b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf"}


def sign_mac(app: Path) -> bool:
    """Sign an .app; False, with a note, where there is no identity. Raises StopError."""
    identity = os.environ.get("HALO_SETUP_SIGN_MAC")
    if not identity:
        return unsigned("HALO_SETUP_SIGN_MAC", "Gatekeeper will refuse it")
    for part in inside_out(app):
        options = ["--options", "runtime"]
        if is_program(part, app):
            options += ["--identifier", contents.IDENTIFIER, "--entitlements", str(ENTITLEMENTS)]
        _codesign(identity, part, options)
    # --deep is wrong to sign with, and right to look with: it goes through all that is inside.
    run(["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)])
    _expect_one_requirement([part for part in inside_out(app) if is_program(part, app)])
    return True


def sign_image(image: Path) -> None:
    """Sign a .dmg, under a name of its own. Only where `sign_mac` gave True. Raises StopError."""
    identity = os.environ["HALO_SETUP_SIGN_MAC"]
    _codesign(identity, image, ["--identifier", f"{contents.IDENTIFIER}.image"])


def notarise(image: Path) -> bool:
    """Let Apple look at a signed .dmg and staple its answer; False, with a note, if it cannot."""
    profile = os.environ.get("HALO_SETUP_NOTARY")
    if not profile:
        return unsigned("HALO_SETUP_NOTARY", "Gatekeeper will refuse it")
    asked = ["--keychain-profile", profile]
    answer = json.loads(run(["xcrun", "notarytool", "submit", str(image), *asked, "--wait",
                             "--output-format", "json"]))  # fmt: skip
    if answer["status"] != "Accepted":
        reasons = run(["xcrun", "notarytool", "log", answer["id"], *asked])
        raise StopError(f"{reasons}\nApple did not notarise it: {answer['status']}")
    run(["xcrun", "stapler", "staple", str(image)])
    run(["xcrun", "stapler", "validate", str(image)])
    return True


def inside_out(app: Path) -> list[Path]:
    """Give what has to be signed in an .app, each before what holds it.

    The program that a framework or the .app is named for is signed with that, not by itself.
    """
    inner = [part for part in app.rglob("*") if not part.is_symlink() and _signed_alone(part, app)]
    deepest = sorted(inner, key=lambda part: (-len(part.parts), part))
    libraries = [part for part in deepest if not is_program(part, app)]
    programs = [part for part in deepest if is_program(part, app)]
    return [*libraries, *programs, app]


def is_program(part: Path, app: Path) -> bool:
    """Say whether this is run by itself, and so needs the entitlements and the identifier."""
    return part == app or part.parent == app / "Contents" / "MacOS"


def _signed_alone(part: Path, app: Path) -> bool:
    if part.is_dir():
        return part.suffix == ".framework"
    if part == app / "Contents" / "MacOS" / contents.NAME:
        return False
    if any(folder.name == f"{part.name}.framework" for folder in part.parents):
        return False
    with part.open("rb") as file:
        return file.read(4) in _MACH_O


def _codesign(identity: str, part: Path, options: list[str]) -> None:
    run(["codesign", "--force", "--timestamp", *options, "--sign", identity, str(part)])


def _expect_one_requirement(programs: list[Path]) -> None:
    """See that the keychain will take all of these, and their next versions, for one program."""
    told = {part: run(["codesign", "--display", "-r-", str(part)]) for part in programs}
    found = {re.sub(r"^.*designated => ", "", words, flags=re.S).strip() for words in told.values()}
    if len(found) != 1 or "cdhash" in "".join(found):
        listed = "\n".join(f"{part.name}: {words.strip()}" for part, words in told.items())
        raise StopError(f"{listed}\nThe keychain would ask for each secret again.")
