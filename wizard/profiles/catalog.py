"""The built-in profiles, and any other by its path."""

from __future__ import annotations

import difflib
from pathlib import Path

from wizard.problems import ProblemError, problem
from wizard.profiles.loader import load_profile
from wizard.profiles.schema import Profile
from wizard.resource import resource


class Catalog:
    """The profiles in one folder (by default resources/profiles), each `<id>.toml`."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource("profiles")

    def ids(self) -> tuple[str, ...]:
        """Give the ids of the built-in profiles, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml")))

    def path(self, id_or_path: str) -> Path:
        """Give the file of a built-in id or of a path to a .toml file.

        Raises ProblemError profile.not_found. A built-in id wins over a file of the same name.
        """
        ids = self.ids()
        if id_or_path in ids:
            return self._folder / f"{id_or_path}.toml"
        if id_or_path.lower().endswith(".toml"):
            return Path(id_or_path)
        near = difflib.get_close_matches(id_or_path, ids, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ProblemError(problem("profile.not_found", f"{id_or_path}{hint}"))

    def get(self, id_or_path: str) -> Profile:
        """Load a built-in profile by its id, or any by the path of its .toml file.

        Raises ProblemError: profile.not_found, profile.invalid.
        """
        return load_profile(self.path(id_or_path))

    def all(self) -> tuple[Profile, ...]:
        """Load every built-in profile, in the order of their ids. Raises ProblemError."""
        return tuple(self.get(name) for name in self.ids())
