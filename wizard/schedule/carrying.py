"""Carries plans out: writes the files and runs the programs, or leaves all files as they were."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wizard.fleet.timetable import Plan, Run, Write
from wizard.problems import ProblemError, problem

_PATIENCE = 30.0  # seconds for a scheduler to answer; they take some milliseconds
# A program that runs in a console would flash one up over the window.
_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program said. `code` is None where it is not there or does not answer."""

    code: int | None
    out: str = ""
    error: str = ""


def ask(*words: str, given: str | None = None, told: Mapping[str, str] | None = None) -> Answer:
    """Run a program and give its answer. Never raises; waits for it at most half a minute.

    `given` is what it reads, `told` what its environment has beside ours.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the schedulers' own programs, each word apart
            words,
            input=None if given is None else given.encode(errors="surrogateescape"),
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env=None if told is None else {**os.environ, **told},
            creationflags=_NO_CONSOLE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Answer(None, error=type(error).__name__)
    return Answer(done.returncode, _text(done.stdout), _text(done.stderr))


def carry_out(plan: Plan) -> None:
    """Do the steps in their order.

    Raises ProblemError schedule.unwritable and schedule.refused; the files are then as before.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for step in plan:
            if isinstance(step, Run):
                _run(step)
                continue
            before.setdefault(step.path, _content(step.path))
            if isinstance(step, Write):
                _write(step.path, step.text.encode(step.encoding))
            else:
                step.path.unlink(missing_ok=True)
    except (ProblemError, OSError) as error:
        _put_back(before)
        if isinstance(error, ProblemError):
            raise
        raise ProblemError(problem("schedule.unwritable", type(error).__name__)) from error


def _run(step: Run) -> None:
    answer = ask(*step.words, given=step.given)
    if answer.code == 0 or step.may_fail:
        return
    said = (answer.error or answer.out).strip().splitlines()
    detail = f"{step.words[0]} ({answer.code}): {said[-1][:300] if said else ''}"
    raise ProblemError(problem("schedule.refused", detail))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_bytes(data)
    os.replace(fresh, path)  # noqa: PTH105 - all or nothing, also on Windows


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _put_back(before: dict[Path, bytes | None]) -> None:
    with contextlib.suppress(OSError):  # the first failure is the one to tell
        for path, data in before.items():
            if data is None:
                path.unlink(missing_ok=True)
            else:
                _write(path, data)


def _text(data: bytes) -> str:
    """Read what a program printed; schtasks writes XML in UTF-16 to some outputs."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if os.name == "nt":
        return data.decode("oem", "replace")
    return data.decode(errors="surrogateescape")  # a crontab goes back as it was
