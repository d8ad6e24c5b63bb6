"""What every screen is made from, and where in Halo's menu the work is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wizard.language import tr
from wizard.profiles.given import filled, given_in
from wizard.profiles.schema import FieldRow, Profile
from wizard.setup.steps import FillIn

AGENTS = ("Configuration", "Teams & Agents", "Agents")
ROLES = ("Configuration", "Teams & Agents", "Roles")
API = ("Configuration", "Integrations", "HaloPSA API")
APPLICATIONS = (*API, "View Applications")


@dataclass(frozen=True, slots=True)
class Draft:
    """The profile, and the answers so far, which decide what depends on earlier choices."""

    profile: Profile
    answers: Mapping[str, str]

    @property
    def agent(self) -> str:
        """The agent's name as answered, or what it is."""
        return self.answers.get("agent_name") or tr("the agent")

    def rows(self, rows: Iterable[FieldRow], ids: Iterable[str]) -> Iterator[FillIn]:
        """Give rows of fields, with what the vendor gave first filled in."""
        given = given_in(self.answers)
        for row, name in zip(rows, ids, strict=True):
            value = filled(row.value, given)
            yield FillIn(row.label, value, note=row.note or "", requirement=name)
