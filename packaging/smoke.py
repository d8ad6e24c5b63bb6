"""Run the frozen program and see that it works: `python3 packaging/smoke.py FOLDER`.

The same on all systems, with any Python: nothing but the program in FOLDER is under test. What
cannot be looked at on this system is told as not shown; with CI=true that is a failure where the
system could have shown it. `--through wine` puts a command before each program. Exit code 1: do not
make an installer of it.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import contents
from smoke_keychain import keychain
from smoke_program import NotShownError, Program, SmokeError, expect
from smoke_tls import certificates

_STRAY = "raise SystemExit('this was imported from outside of the bundle')\n"


def version(program: Program) -> str:
    """It says its version, which is this checkout's."""
    told = program.run("--version").stdout.strip()
    expect(told == f"halo-setup {contents.version()}", f"it says: {told}")
    return told


def resources(program: Program) -> str:
    """Each of its files is there, as it is in this checkout."""
    wanted = contents.resources()
    folder = program.resources()
    missing = [str(place) for _, place in wanted if not (folder / place).is_file()]
    expect(not missing, f"missing: {', '.join(missing)}")
    other = [
        str(place) for path, place in wanted if (folder / place).read_bytes() != path.read_bytes()
    ]
    expect(not other, f"not as in the checkout: {', '.join(other)}")
    return f"{len(wanted)} files"


def lint(program: Program) -> str:
    """Its built-in profiles have no mistakes."""
    return f"{len(program.run('profiles', 'lint').stdout.splitlines())} lines"


def walk(program: Program) -> str:
    """Each built-in guide is walked to its end on the practice instance."""
    guides = sorted(path.stem for path in (program.resources() / "profiles").glob("*.toml"))
    expect(len(guides) >= 4, f"only {guides}")
    return "; ".join(f"{guide}: {_walked(program, guide)}" for guide in guides)


def _walked(program: Program, guide: str) -> str:
    # 3: nothing missing, and something that HaloPSA's API does not show.
    report = program.document("walk", guide, "--json", codes=(0, 3))
    totals = report["summary"]
    expect(isinstance(totals, dict) and totals["met"] and not totals["missing"], f"{totals}")
    return f"{totals['met']} met"


def window(program: Program) -> str:
    """The window opens and closes, without a screen."""
    return program.self_check("window").said


def windowed(program: Program) -> str:
    """The program without a console opens and closes it, too."""
    return program.self_check("window", windowed=True).said


def keeps_secrets(program: Program) -> str:
    """A secret goes into the system's keychain, comes back, and is deleted."""
    with keychain(program) as with_keychain:
        return with_keychain.self_check("keychain").said


def time_zone(program: Program) -> str:
    """Times are those of the system's time zone, whatever the system calls it."""
    # POSIX, which every C library reads, and means east of UTC; Windows' takes three letters.
    said = program.having({"TZ": "IST-5:30"}).self_check("clock").said
    expect("+0530" in said, f"half past five east of UTC it says: {said}")
    return said


def refuses_wrong_name(program: Program) -> str:
    """A certificate for another name is refused, and one for the right name is not."""
    with certificates(program) as (trusting, right, wrong):
        refused = trusting.self_check("tls", "--tls", wrong, outcome="failed").said
        expect("[network.tls]" in refused, f"refused for another reason: {refused}")
        accepted = trusting.look("tls", "--tls", right)
        if accepted.outcome != "ok":
            # Then the refusal may be for the authority, not for the name.
            raise NotShownError(f"this system does not trust the test's authority: {accepted.said}")
    return refused


def stays_inside(program: Program) -> str:
    """Every module loads, and nothing outside of the bundle's folder is imported."""
    return program.self_check("window", "modules", part="modules").said


def forgets(program: Program) -> str:
    """All that it kept goes again: what the walks left in this machine's keychain, too."""
    told = program.run("forget", "--yes").stdout.strip()
    left = [str(path) for path in (program.scratch / "home").rglob("*")]
    expect(not left, f"left: {', '.join(left)}")
    return told


CHECKS: dict[str, Callable[[Program], str]] = {
    "version": version,
    "resources": resources,
    "profiles lint": lint,
    "walk": walk,
    "window": window,
    "windowed program": windowed,
    "modules": stays_inside,
    "keychain": keeps_secrets,
    "time zone": time_zone,
    "TLS, wrong name": refuses_wrong_name,
    "forget": forgets,
}


def smoke(
    folder: Path, through: Sequence[str] = (), names: Collection[str] = tuple(CHECKS)
) -> bool:
    """Run the checks of these names, print how each came out, and say whether none failed."""
    failed = []
    with tempfile.TemporaryDirectory(prefix="smoke-", ignore_cleanup_errors=True) as scratch:
        # Modules of the same names lie about where an ordinary Python would find them.
        for name in ("httpx", "wizard", "keyring", "PySide6"):
            Path(scratch, f"{name}.py").write_text(_STRAY, encoding="utf-8")
        program = Program.at(folder, Path(scratch), through)
        for name in names:
            began = time.monotonic()
            outcome, said = _outcome(CHECKS[name], program)
            print(f"{outcome:9}  {name} ({time.monotonic() - began:.1f} s): {said}", flush=True)
            if outcome == "failed":
                failed.append(name)
    print(f"Smoke test: {'FAILED: ' + ', '.join(failed) if failed else 'passed'}", flush=True)
    return not failed


def _outcome(check: Callable[[Program], str], program: Program) -> tuple[str, str]:
    try:
        return "ok", check(program)
    except SmokeError as error:
        return "failed", str(error)
    except NotShownError as why:
        # What Linux can show has to be shown where a release is made.
        strict = os.environ.get("CI") == "true" and sys.platform.startswith("linux")
        return "failed" if strict and not program.through else "not shown", str(why)


def main(arguments: list[str]) -> int:
    """Run the smoke test of one folder. Gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the frozen program's")
    parser.add_argument("--through", default="", metavar="COMMAND")
    asked = parser.parse_args(arguments)
    return 0 if smoke(asked.folder.absolute(), shlex.split(asked.through)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
