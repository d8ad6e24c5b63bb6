"""The profiles that were opened from files on this workstation, beside the built-in ones.

A copy is kept, so that a setup can go on when the file it came from has gone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from wizard.problems import ProblemError, problem
from wizard.profiles.document import read_bytes
from wizard.profiles.loader import load_profile, parse_profile
from wizard.profiles.schema import Profile
from wizard.setup.state import SetupState


class OwnProfiles:
    """The copies, in one folder that need not exist."""

    def __init__(
        self,
        folder: Path,
        built_in: Sequence[Profile],
        setups: Callable[[], Iterable[SetupState]] = tuple,
    ) -> None:
        """`setups` gives every saved setup of this workstation: what one uses is not removed."""
        self._folder = folder
        self._setups = setups
        self._built_in = {each.id: each for each in built_in}

    def all(self) -> tuple[Profile, ...]:
        """Give every profile, the built-in ones first; a damaged copy is left out."""
        own = []
        for path in sorted(self._folder.glob("*.toml")):
            with contextlib.suppress(ProblemError):
                own.append(load_profile(path))
        kept = [each for each in own if each.id not in self._built_in]
        return (*self._built_in.values(), *kept)

    def take(self, path: Path) -> Profile:
        """Keep a copy of a profile file and give the profile.

        Raises ProblemError: profile.not_found, profile.invalid, profile.taken (a built-in one has
        this id and is not the same), profile.unkept.
        """
        data = read_bytes(path)
        profile = parse_profile(data)
        same = self._built_in.get(profile.id)
        if same == profile:
            return profile
        if same is not None:
            raise ProblemError(problem("profile.taken", profile.id))
        try:
            self._keep(f"{quote(profile.id, safe='')}.toml", data)
        except OSError as error:
            raise ProblemError(problem("profile.unkept", type(error).__name__)) from error
        return profile

    def is_own(self, profile_id: str) -> bool:
        """Tell whether a profile was opened from a file: the built-in ones cannot be removed."""
        return profile_id not in self._built_in

    def users(self, profile_id: str) -> tuple[SetupState, ...]:
        """Give the saved setups that need a profile. Raises ProblemError records.*."""
        return tuple(each for each in self._setups() if each.profile_id == profile_id)

    def remove(self, profile_id: str) -> None:
        """Remove the copy of a profile; it may be gone already.

        Raises ProblemError: profile.used (by a saved setup), profile.unremoved, records.*; then
        nothing was removed.
        """
        if self.users(profile_id):
            raise ProblemError(problem("profile.used", profile_id))
        gone: list[tuple[Path, Path]] = []
        try:
            for path in self._copies(profile_id):
                aside = path.with_name(f"{path.name}.gone")  # another ending: it is not read there
                path.replace(aside)
                gone.append((path, aside))
        except OSError as error:
            for path, aside in gone:
                with contextlib.suppress(OSError):
                    aside.replace(path)
            raise ProblemError(problem("profile.unremoved", type(error).__name__)) from error
        for _, aside in gone:
            with contextlib.suppress(OSError):
                aside.unlink()

    def _copies(self, profile_id: str) -> list[Path]:
        """Give the files with a profile: one, unless a person put another one there."""
        copies = []
        for path in sorted(self._folder.glob("*.toml")):
            with contextlib.suppress(ProblemError):
                if self.is_own(profile_id) and load_profile(path).id == profile_id:
                    copies.append(path)
        return copies

    def _keep(self, name: str, data: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._folder / f"{name}.new"
        fresh.write_bytes(data)
        fresh.replace(self._folder / name)
