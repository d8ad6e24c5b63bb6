"""What is too much: scopes, rights and calls that no row of the guide asks for."""

from __future__ import annotations

from tests.oracle.facts import api_scopes, probes, right_called, rights
from tests.oracle.known import Known
from tests.oracle.truth import covered
from wizard.profiles.requirements import PermissionRequirement, SectionRequirement


def excess(known: Known) -> frozenset[str]:
    """The ids of what is held, known to be held, and asked for by no row."""
    return frozenset((*_scopes(known), *_rights(known), *_calls(known)))


def _calls(known: Known) -> list[str]:
    """Invoices that an application of a narrow guide can read with all that it holds."""
    narrow = known.scene.profile in ("liongard", "perimeters")
    reads = known.refusal is None and known.reads(probes()["/Invoice"]) == ("", 1)
    return ["probe:GET /Invoice"] if narrow and reads else []


def _scopes(known: Known) -> list[str]:
    shown: set[str] = set()
    if known.application_shown and not known.foreign:
        shown |= known.held
    if known.refusal is None and known.world.scope_in_answer:
        shown |= _listed(known)
    asked = known.asked_scopes
    return [f"scope:{name}" for name in shown - asked if not _redundant(name, asked)]


def _listed(known: Known) -> set[str]:
    """What the answer to `all all:teams` names: each scope, or a wide one's parts."""
    if not known.world.wide_expanded:
        return set(known.held)
    wide = {"all", "all:standard"} & known.held
    parts = {n for n in api_scopes() if n != "all" and covered(frozenset(wide), n)}
    if "all" not in known.held:
        parts -= {"all:standard"}
    return (set(known.held) - wide) | (parts - {"all:teams"})


def _rights(known: Known) -> list[str]:
    if known.judged is None:
        return []
    asked = set()
    for each in known.requirements:
        if isinstance(each, PermissionRequirement):
            found = right_called((each.row.label, *each.row.aliases))
            asked.add(found.code if found else "")
        elif isinstance(each, SectionRequirement):
            asked |= {r.code for r in rights().values() if r.section == each.rule.section}
    if known.claims.rank(rights()["SA"]):
        return [] if "SA" in asked else [f"permission:{rights()['SA'].labels[0]}"]
    return [
        f"permission:{each.labels[0]}"
        for each in rights().values()
        if each.code not in asked and known.claims.rank(each)
    ]


def _redundant(name: str, asked: set[str]) -> bool:
    kind, _, subject = name.partition(":")
    return (kind == "read" and f"edit:{subject}" in asked) or (
        "all:standard" in asked and kind in ("read", "edit", "editMine")
    )
