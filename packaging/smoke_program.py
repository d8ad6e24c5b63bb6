"""The frozen program as the smoke test runs it: away from the checkout, with a home of its own."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import contents

_LONGEST = 300.0  # seconds of one run
# What would let the program find this machine's Python, Qt or settings.
_LEFT_OUT = ("PYTHON", "QT_", "HALO_SETUP_", "SSL_", "VIRTUAL_ENV")
_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY")


class SmokeError(Exception):
    """The program is not fit to be given to anybody; the text says what it did."""


class NotShownError(Exception):
    """This system cannot show it; the text says why."""


def expect(holds: bool, otherwise: str) -> None:
    """Raise SmokeError with these words unless it holds."""
    if not holds:
        raise SmokeError(otherwise)


@dataclass(frozen=True)
class Part:
    """What one part of the program's self-check said."""

    outcome: str
    said: str
    at: float | None


@dataclass(frozen=True)
class Program:
    """A frozen program: its folder, the command before it, and what it is run with."""

    folder: Path
    scratch: Path
    through: tuple[str, ...]
    variables: Mapping[str, str]

    @classmethod
    def at(cls, folder: Path, scratch: Path, through: Sequence[str] = ()) -> Program:
        """Give the program in this folder, to be run inside of a scratch folder."""
        # Wine hides what names Qt's platform from the program, so its window needs a screen.
        left_out = _LEFT_OUT if through else (*_LEFT_OUT, *_SCREEN)
        variables = {
            name: value for name, value in os.environ.items() if not name.startswith(left_out)
        }
        variables |= {
            "HALO_SETUP_HOME": str(scratch / "home"),
            "HALO_SETUP_LANGUAGE": "en",
            "NO_PROXY": "localhost,127.0.0.1",
            "PYTHONPATH": str(scratch),
            "QT_QPA_PLATFORM": "offscreen",
        }
        return cls(folder, scratch, tuple(through), variables)

    def having(self, variables: Mapping[str, str], through: Sequence[str] = ()) -> Program:
        """Give the same program with more variables, and a command before it."""
        return replace(
            self,
            variables={**self.variables, **variables},
            through=(*through, *self.through),
        )

    def resources(self) -> Path:
        """Give the folder of the files that it reads."""
        (found,) = [path for path in self.folder.glob(f"**/{contents.RESOURCES}") if path.is_dir()][
            :1
        ] or [self.folder / "_internal" / contents.RESOURCES]
        return found

    def run(
        self, *arguments: str, codes: Sequence[int] = (0,), windowed: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end. Raises SmokeError for another exit code, with what it printed."""
        command = [*self.through, str(self._file(windowed)), *arguments]
        try:
            done = subprocess.run(
                command, cwd=self.scratch, env=dict(self.variables), stdin=subprocess.DEVNULL,
                capture_output=True, text=True, errors="replace", timeout=_LONGEST, check=False,
            )  # fmt: skip
        except OSError as error:
            raise SmokeError(f"{' '.join(arguments)}: {error}") from error
        except subprocess.TimeoutExpired as error:
            printed = (error.stdout or b"") + (error.stderr or b"")  # bytes, whatever was asked for
            said = printed.decode(errors="replace").strip()[-500:] or "nothing"
            raise SmokeError(
                f"{' '.join(arguments)} did not end within {_LONGEST:g} s; it said: {said}"
            ) from error
        if done.returncode not in codes:
            lines = (done.stdout + done.stderr).strip().splitlines()
            told = " | ".join(lines[-6:])
            raise SmokeError(f"{' '.join(arguments)} gave {done.returncode}: {told}")
        return done

    def document(self, *arguments: str, codes: Sequence[int] = (0,)) -> dict[str, Any]:
        """Run it and give the JSON document that it prints. Raises SmokeError."""
        printed = self.run(*arguments, codes=codes).stdout
        try:
            document = json.loads(printed)
        except ValueError as error:
            raise SmokeError(f"{' '.join(arguments)} printed no JSON: {printed[:200]}") from error
        if not isinstance(document, dict):
            raise SmokeError(f"{' '.join(arguments)} printed no JSON object")
        return document

    def look(self, *arguments: str, windowed: bool = False, part: str = "") -> Part:
        """Let it look at one part of itself, and give what that said. Raises SmokeError.

        It tells in a file: a program without a console has nowhere to print.
        """
        told = self.scratch / "told.json"
        told.unlink(missing_ok=True)
        self.run("self-check", *arguments, "--to", str(told), codes=(0, 1), windowed=windowed)
        try:
            document = json.loads(told.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise SmokeError(f"self-check {arguments[0]} told nothing: {error}") from error
        wanted = part or arguments[0]
        (found,) = (each for each in document["parts"] if each["name"] == wanted)
        return Part(found["outcome"], found["said"], found["at"])

    def self_check(
        self, *arguments: str, outcome: str = "ok", windowed: bool = False, part: str = ""
    ) -> Part:
        """Let it look at one part, which must come out like this. Raises SmokeError."""
        found = self.look(*arguments, windowed=windowed, part=part)
        expect(found.outcome == outcome, f"{found.outcome}: {found.said}")
        return found

    def _file(self, windowed: bool) -> Path:
        name = contents.NAME if windowed else contents.COMMAND
        for place in (self.folder, self.folder / "Contents" / "MacOS"):
            for file in (place / name, place / f"{name}.exe"):
                if file.exists():
                    return file
        raise SmokeError(f"there is no {name} in {self.folder}")
