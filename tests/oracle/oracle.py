"""The oracle: what a check may say of a scene, from the fact sheet and not from the rules' code.

It knows the whole scene and what of it can be read. For every requirement it gives the one state
that is both true and knowable, or (rarely) the states between which the facts leave room. The
section marks are those of halo-api.md, "contract" is the contract of findings.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from tests.oracle.beyond import excess
from tests.oracle.facts import Right, probes, right_called, rights
from tests.oracle.known import Known, same
from tests.oracle.truth import SERVICES, covered
from wizard.checks.findings import State
from wizard.profiles.requirements import (
    AgentFieldRequirement,
    ApplicationRequirement,
    IdentityRequirement,
    PermissionRequirement,
    ProbeRequirement,
    Requirement,
    RoleRequirement,
    ScopeRequirement,
    SectionRequirement,
    TeamRequirement,
    TokenRequirement,
)

MET, MISSING, EXCESS, UNKNOWN = State.MET, State.MISSING, State.EXCESS, State.UNKNOWN
States = frozenset[State]


def one(state: State) -> States:
    return frozenset({state})


class Oracle(Known):
    """What may be said of one scene."""

    @cached_property
    def states(self) -> dict[str, States]:
        """The allowed states of every requirement."""
        found: dict[str, States] = {}
        for each in self.requirements:
            for name, states in self._judge(each):
                found.setdefault(name, states)
        return found

    def _judge(self, row: Requirement) -> list[tuple[str, States]]:
        if isinstance(row, SectionRequirement):
            return self._section(row)
        kinds: dict[type, Callable[..., State | States]] = {
            ScopeRequirement: self._scope,
            ApplicationRequirement: self._application,
            IdentityRequirement: self._identity,
            ProbeRequirement: self._probe,
            AgentFieldRequirement: self._field,
            PermissionRequirement: self._permission,
            RoleRequirement: self._role,
            TeamRequirement: self._team,
            TokenRequirement: self._token,
        }
        said = kinds[type(row)](row)
        return [(row.id, one(said) if isinstance(said, State) else said)]

    def _team(self, _: TeamRequirement) -> State:
        if self.judged is None:
            return UNKNOWN
        return _met(any(each.teams for each in self.scene.holders(self.judged)))

    def _token(self, _: TokenRequirement) -> State:
        return MISSING if self.refusal or self.dead else MET

    def _identity(self, _: IdentityRequirement) -> State:
        if self.is_expected is None:
            return UNKNOWN
        if self.is_expected:
            return MET
        return MISSING if self.firm else UNKNOWN

    def _scope(self, row: ScopeRequirement) -> States:
        """The token tells first, then the application's own page (contract: scopes)."""
        name = row.row.name
        held, edit = self.held, f"edit:{name.partition(':')[2]}"
        direct = {name, edit} & held if name.startswith("read:") else {name} & held
        through_wide = not direct and covered(held, name)
        shown = self.application_shown and not self.foreign
        if self.refusal is None and self.world.scope_in_answer:
            if direct:
                # Where the answer lists parts, a wide name may be in none of its answers.
                hidden = name == "all:standard" and self.world.wide_expanded and not shown
                return one(UNKNOWN) if hidden and "all" not in held else one(MET)
            return frozenset({MET, UNKNOWN}) if through_wide else one(MISSING)
        if shown:
            if direct:
                return one(MET)
            return frozenset({MET, UNKNOWN}) if through_wide else one(MISSING)
        if self.refusal is not None or covered(held, name) or not self.world.ungranted_refused:
            return one(UNKNOWN)
        # Refused when asked for alone; whether `edit:` covers it is told by another row, or not.
        told = not name.startswith("read:") or edit in self.asked_scopes
        return one(MISSING if told else UNKNOWN)

    def _application(self, row: ApplicationRequirement) -> States:
        shown = self._shown_field(row) if self.application_shown else None
        if row.field == "authentication_method" and self.refusal == "unauthorized_client":
            shown = MISSING
        if shown is not None:
            return one(shown)
        if row.field == "name" or self.foreign or self.refusal is not None:
            return one(UNKNOWN)
        return one(self._proven_field(row))

    def _shown_field(self, row: ApplicationRequirement) -> State | None:
        """Judge by the application's own page; None for what it does not tell (§7)."""
        client = self.application
        logs_in = client.acts_as if client.method == SERVICES else "nobody"
        wanted = self.scene.named or row.wanted
        if row.field == "name":
            return _met(same(client.name, row.wanted))
        if row.field == "active":
            return _met(client.active)
        if row.field == "login_type" and logs_in != "nobody":
            return _met(logs_in != "user")
        if row.field == "login_agent" and wanted and logs_in != "nobody":
            return _met(same(logs_in, wanted))
        return None

    def _proven_field(self, row: ApplicationRequirement) -> State:
        """Judge by what a token proves: the method, that it is active, and whom it acts as."""
        if row.field in ("authentication_method", "active"):
            return MET
        if not self.knows_number:
            return UNKNOWN
        if row.field == "login_type":
            return MET
        return MET if self.is_expected else UNKNOWN

    def _field(self, row: AgentFieldRequirement) -> State:
        label, person = row.row.label, self.judged
        if label == "Username":
            return self._username(row)
        if person is None:
            return UNKNOWN
        found = {
            "Is an API-only Agent": "Yes" if person.api_only else "No",
            "Account Active": "Yes" if person.active else "No",
            "Default Team": person.default_team or "No Default Team",
            "Work Hours": {1: "Default Working Hours", 2: "24/7 Cover"}[person.workday],
        }[label]
        return _met(same(found, row.row.value))

    def _username(self, row: AgentFieldRequirement) -> State:
        wanted = self.scene.named or row.row.value
        person = self.judged
        if person is None or not same(person.name, wanted):
            if not self.whole_list:
                return UNKNOWN
            return MISSING if self.firm else UNKNOWN
        return _met(not row.firm or same(person.name, row.row.value))

    def _permission(self, row: PermissionRequirement) -> State:
        if self.judged is None:
            return UNKNOWN
        right = right_called((row.row.label, *row.row.aliases))
        return self._right(right, row.row.value) if right else UNKNOWN

    def _right(self, right: Right, label: str) -> State:
        claims, administrator = self.claims, rights()["SA"]
        if right.code != "SA" and claims.rank(administrator):
            return MET
        wanted = right.wanted(label)
        if wanted is None:
            return UNKNOWN
        if wanted and claims.rank(right) >= wanted:
            return EXCESS if claims.rank(right) > wanted else MET
        if self._proven(right, wanted):
            return MET
        sure = claims.whole and claims.certain(right) and claims.certain(administrator)
        return MISSING if sure else UNKNOWN

    def _proven(self, right: Right, wanted: int) -> bool:
        """A probe with rows proves "can read", where that is all the row asks (contract)."""
        if wanted != 1 or right.names_only or not self.is_expected:
            return False
        rows = [each for each in self.requirements if isinstance(each, ProbeRequirement)]
        return any(
            probes()[each.path].code == right.code and self._probe(each) is MET for each in rows
        )

    def _section(self, rule: SectionRequirement) -> list[tuple[str, States]]:
        found = [each for each in rights().values() if each.section == rule.rule.section]
        rows = [
            (
                f"permission:{each.labels[0]}",
                UNKNOWN if self.judged is None else self._right(each, rule.rule.value),
            )
            for each in found
        ]
        missing = any(state is MISSING for _, state in rows)
        whole = (rule.id, MISSING if missing else UNKNOWN)
        return [(name, one(state)) for name, state in (*rows, whole)]

    def _role(self, row: RoleRequirement) -> State:
        """A recommended role need not be held where its rights are there without it."""
        if self.judged is None:
            return UNKNOWN
        if row.name in self.judged.roles:
            return MET
        rows = [
            self._permission(each)
            for each in self.requirements
            if isinstance(each, PermissionRequirement) and each.role == row.name
        ]
        if not row.recommended or MISSING in rows:
            return MISSING
        return UNKNOWN if UNKNOWN in rows else MET

    def _probe(self, row: ProbeRequirement) -> State:
        if self.refusal is not None or self.dead:
            return UNKNOWN
        layer, seen = self.reads(probes()[row.path])
        if layer:
            return MISSING
        if seen:
            return MET
        return MISSING if self.scene.administrator else UNKNOWN

    def layers(self, row: ProbeRequirement) -> tuple[str, ...]:
        """The layers that a missing probe may name."""
        if not self.calls:
            return ("application", "agent")  # the application names no agent who could call
        return (self.reads(probes()[row.path])[0] or "visibility",)

    def excess(self) -> frozenset[str]:
        """The ids of what is held, known to be held, and asked for by no row."""
        return excess(self)


def _met(fine: bool) -> State:
    return MET if fine else MISSING
