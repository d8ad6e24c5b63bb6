"""What is true of a scene: which calls succeed, by scopes, rights, teams and the agent itself.

What the fact sheet leaves open, and the practice instance had to choose, is chosen here again: see
`covered` (what a wide scope stands for) and `Truth.reads` (who reads projects and agents).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tests.oracle.facts import Probe, Right, rights
from tests.oracle.scene import Holder, Person, Scene

SERVICES = "Client ID and Secret (Services)"
TEAMS = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2}  # teams that have tickets, and their department


def covered(held: frozenset[str], name: str) -> bool:
    """Tell whether these scopes open what `name` opens: itself, `edit:` for `read:` (§2.4, L).

    What a wide scope stands for is not documented: `all` is taken for everything but all:teams,
    `all:standard` for every read: and edit: scope.
    """
    kind, _, subject = name.partition(":")
    names = {name, f"edit:{subject}"} if kind == "read" else {name}
    standard = "all:standard" in held and kind in ("read", "edit", "editMine")
    return bool(names & held) or standard or ("all" in held and name != "all:teams")


@dataclass(frozen=True)
class Claims:
    """What can be seen of a person's claims, and whether that is all of them."""

    holders: tuple[Holder, ...]
    whole: bool

    def values(self, right: Right) -> list[str]:
        codes = {right.code, right.legacy} - {None}
        return [value for h in self.holders for code, value in h.claims.items() if code in codes]

    def rank(self, right: Right) -> int:
        """Give the highest known place; nothing, "" and a refusal are the lowest (§4.2, L)."""
        return max([right.ranks[v] for v in self.values(right) if v in right.ranks], default=0)

    def certain(self, right: Right) -> bool:
        """Tell whether every value has a place in the order."""
        return all(v in right.ranks or not v.strip() for v in self.values(right))


class Truth:
    """What is true of one scene, whether or not anybody can see it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.world = scene.world
        self.held = frozenset(scene.client.scopes)

    @cached_property
    def refusal(self) -> str | None:
        """Why the token endpoint gives no token at all, if so (§2.5)."""
        client = self.scene.client
        if not self.scene.right_secret or not client.active:
            return "invalid_client"
        if client.method != SERVICES:
            return "unauthorized_client" if self.world.wrong_grant_named else "invalid_client"
        return None

    @cached_property
    def caller(self) -> Person | None:
        """The agent that the token acts as; None for a user or nobody."""
        return self.scene.person(self.scene.client.acts_as)

    @cached_property
    def calls(self) -> bool:
        """Whether the token is good for any call: it has scopes, and an agent who is active."""
        return bool(self.refusal is None and self.held and self.caller and self.caller.active)

    @cached_property
    def dead(self) -> bool:
        """A token that lists no scopes and that every call refuses with 401 (§2.4, L)."""
        if self.refusal is not None or self.world.scope_in_answer:
            return False
        return not self.held or (self.caller is not None and not self.caller.active)

    def level(self, person: Person, code: str) -> int:
        """Give the effective place of a right: the highest of all holders; SA covers all (§4.2)."""
        claims = Claims(self.scene.holders(person), whole=True)
        if claims.rank(rights()["SA"]):
            return len(rights()[code].order) - 1
        return claims.rank(rights()[code])

    def reads(self, probe: Probe) -> tuple[str, int]:
        """Give the layer that refuses a probe ("" for none), and the rows that are seen.

        Not documented and chosen: either right opens projects, and only an administrator lists
        agents.
        """
        if not self.calls:
            return ("application" if not self.held else "agent"), 0
        assert self.caller is not None
        if probe.path == "/Team":
            shown = covered(self.held, "all:teams") or not self.world.teams_need_all_teams
            return "", int(shown)
        if probe.scope and not covered(self.held, probe.scope):
            return "application", 0
        codes = {"/Projects": ("Tx", "Px"), "/Agent": ("SA",)}.get(probe.path, (probe.code,))
        if any(codes) and not any(self.level(self.caller, code) for code in codes):
            return "agent", 0
        if probe.path == "/Tickets":
            return "", int(self.sees_tickets(self.caller))
        if probe.path == "/Agent":
            # The plain list leaves out API-only agents (§4.1, L).
            return "", int(self.world.other_agents_readable or not self.caller.api_only)
        return "", 1

    def sees_tickets(self, person: Person) -> bool:
        """Teams, departments from View All on, and two permissions show tickets (§4.3)."""
        if any(self.level(person, code) for code in ("SA", "l8", "l9")):
            return True
        holders = self.scene.holders(person)
        teams = {team for each in holders for team in each.teams}
        departments = {d for each in holders for d, level in each.departments if level >= 1}
        return bool(teams & set(TEAMS)) or bool(departments & set(TEAMS.values()))
