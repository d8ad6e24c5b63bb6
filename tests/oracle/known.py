"""What can be known of a scene, through an administrator's eyes or the integration's own."""

from __future__ import annotations

from functools import cached_property

from tests.oracle.scene import Client, Person, Scene
from tests.oracle.truth import Claims, Truth
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import (
    ApplicationRequirement,
    IdentityRequirement,
    ScopeRequirement,
    requirements,
)


class Known(Truth):
    """The part of the truth that some answer of HaloPSA shows."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.requirements = requirements(Catalog().get(scene.profile))

    @cached_property
    def firm(self) -> bool:
        rows = [each for each in self.requirements if isinstance(each, IdentityRequirement)]
        return self.scene.named is not None or rows[0].firm

    @cached_property
    def expected(self) -> str:
        """The name of who the application should log in as (contract: identity)."""
        rows = [each for each in self.requirements if isinstance(each, IdentityRequirement)]
        return self.scene.named or rows[0].username or ""

    @cached_property
    def whole_list(self) -> bool:
        """Whether the list of agents can be read, and shows everyone."""
        return self.scene.administrator and self.world.other_agents_readable

    @cached_property
    def application_shown(self) -> bool:
        return self.scene.administrator and self.world.applications_visible

    @cached_property
    def fixed_name(self) -> str | None:
        rows = [each for each in self.requirements if isinstance(each, ApplicationRequirement)]
        return next((each.wanted for each in rows if each.field == "name"), None)

    @cached_property
    def asked_scopes(self) -> set[str]:
        rows = [each for each in self.requirements if isinstance(each, ScopeRequirement)]
        return {each.row.name for each in rows}

    @cached_property
    def foreign(self) -> bool:
        """Whether the credentials are seen to belong to another application than the setup's."""
        others = [c for c in self.scene.clients if same(c.name, self.fixed_name)]
        mine = same(self.scene.client.name, self.fixed_name)
        return bool(self.application_shown and self.fixed_name and others and not mine)

    @cached_property
    def application(self) -> Client:
        """The application that its rows are about."""
        if not self.foreign:
            return self.scene.client
        return next(c for c in self.scene.clients if same(c.name, self.fixed_name))

    @cached_property
    def knows_number(self) -> bool:
        """Whether the token, or /Agent/me, tells the number of its agent (§2.3, §4.1)."""
        if self.refusal is not None or self.caller is None:
            return False
        told = self.world.id_token or (
            self.world.agent_in_access_token and not self.world.opaque_token
        )
        return told or self.calls

    @cached_property
    def knows_name(self) -> bool:
        if self.refusal is not None:
            return False
        return self.world.id_token or self.calls or (self.knows_number and self.whole_list)

    @cached_property
    def is_expected(self) -> bool | None:
        """Whether the token acts as who it should; None where its agent is not known."""
        if not self.knows_name:
            return None
        return self.caller is not None and same(self.caller.name, self.expected)

    @cached_property
    def judged(self) -> Person | None:
        """The agent whose rows can be read; None where none can."""
        if self.whole_list:
            named = self.scene.person(self.expected)
            if named is not None or self.firm_by_hand:
                return named
            return self.caller if self.knows_number else None
        if self.is_expected is False and self.firm:
            return None
        return self.caller if self.calls else None

    @cached_property
    def firm_by_hand(self) -> bool:
        return self.scene.named is not None

    @cached_property
    def claims(self) -> Claims:
        """The claims of the agent that can be seen (§10 no. 5 and 6; contract: absent claims)."""
        person = self.judged
        assert person is not None
        own = self.whole_list or self.world.own_claims_readable
        holders = list(self.scene.holders(person))
        seen = holders[:1] if own else []
        of_roles = holders[1:] if self.world.role_claims_readable else []
        shown = all(role.claims for role in holders[1:]) and len(of_roles) == len(holders) - 1
        # To oneself, an empty list of one's own claims may be a hidden one.
        mine = self.whole_list or (own and bool(person.own.claims))
        found = (*seen, *of_roles)
        return Claims(found, shown and mine and any(each.claims for each in found))


def same(left: str, right: str | None) -> bool:
    """Compare names as people do."""
    return right is not None and left.casefold() == " ".join(right.split()).casefold()
