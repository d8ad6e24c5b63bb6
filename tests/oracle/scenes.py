"""Random scenes: a setup as the guide asks, disturbed in any number of places, in any world."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from tests.oracle.facts import Right, api_scopes, right_called, rights
from tests.oracle.scene import Client, Holder, Person, Scene, World
from tests.oracle.truth import SERVICES
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import (
    ApplicationRequirement,
    IdentityRequirement,
    PermissionRequirement,
    RoleRequirement,
    ScopeRequirement,
    SectionRequirement,
    requirements,
)

PROFILES = Catalog().ids()
COLLEAGUE = "A Colleague"
NOT_SERVICES = ("Authorisation Code (with secret)", "Username & Password")
_QUIRKS = list(World.__dataclass_fields__)
_AS_ASKED, _ODD = "as asked", "odd"

Draw = st.DrawFn


@st.composite
def scenes(draw: Draw) -> Scene:
    """Draw one scene."""
    profile = draw(st.sampled_from(PROFILES))
    rows = requirements(Catalog().get(profile))
    identity = next(each for each in rows if isinstance(each, IdentityRequirement))
    usual = identity.username or "Somebody"
    name = draw(_mostly(usual, [usual.upper(), f"{usual} (old)"]))
    roles = _roles(draw, rows)
    person = Person(
        name,
        _holder(draw, {**_asked(draw, rows, None), **draw(_mostly({"A": "true"}, [{}]))}),
        tuple(each for each in roles if draw(_mostly(True, [False]))),
        api_only=draw(_mostly(True, [False])),
        active=draw(_mostly(True, [False])),
        default_team=draw(_mostly("", ["1st Line Support"])),
        workday=draw(_mostly(1, [2])),
    )
    colleague = Person(COLLEAGUE, Holder({"A": "true", "Tx": "2", "Ux": "2"}, teams=(1,)))
    clients = _clients(draw, rows, name)
    return Scene(
        profile,
        (person, colleague),
        roles,
        clients,
        world=_world(draw),
        used=draw(_mostly(0, [1])),
        right_secret=draw(_mostly(True, [False])),
        administrator=draw(st.booleans()),
        named=draw(st.sampled_from([None, name, name])),
    )


def _mostly(usual: object, others: list) -> st.SearchStrategy:
    return st.integers(0, 9).flatmap(
        lambda n: st.sampled_from(others) if n == 7 else st.just(usual)
    )


def _roles(draw: Draw, rows: tuple) -> dict[str, Holder]:
    asked = [each.name for each in rows if isinstance(each, RoleRequirement)]
    others = [f"Role {number}" for number in range(draw(st.integers(0, 3 - len(asked))))]
    own = {name: _holder(draw, _asked(draw, rows, name)) for name in asked}
    return own | {name: _holder(draw, {}) for name in others}


def _asked(draw: Draw, rows: tuple, role: str | None) -> dict[str, str]:
    """Set what the guide asks of this holder, but for some rows."""
    found: dict[str, str] = {}
    for each in rows:
        if isinstance(each, PermissionRequirement) and each.role == role:
            right = right_called((each.row.label, *each.row.aliases))
            if right:
                found |= _claim(draw, right, each.row.value)
        elif isinstance(each, SectionRequirement) and each.role == role:
            done = draw(_mostly(True, [False]))
            for right in rights().values():
                if right.section == each.rule.section and right.order and done:
                    found |= _claim(draw, right, each.rule.value)
    return found


def _claim(draw: Draw, right: Right, label: str) -> dict[str, str]:
    kind = draw(st.sampled_from([_AS_ASKED] * 12 + ["absent", "any", "any", _ODD]))
    code = draw(_mostly(right.code, [right.legacy or right.code]))
    wanted = right.wanted(label)
    if kind == "absent":
        return {}
    if kind == _AS_ASKED:
        return {code: next(v for v, rank in right.ranks.items() if rank == wanted)}
    return {code: draw(_odd if kind == _ODD else st.sampled_from([*right.ranks]))}


_odd = st.sampled_from(["", " ", "9", "TRUE", "True", "2.0", "-1"])
_known = st.sampled_from([each for each in rights().values() if each.order])


def _holder(draw: Draw, claims: dict[str, str]) -> Holder:
    """Give these claims and perhaps a few more, and some teams and departments."""
    claims = dict(claims)
    for right in draw(st.lists(_known, max_size=2)):
        code = draw(_mostly(right.code, [right.legacy or right.code]))
        claims[code] = draw(st.one_of(st.sampled_from([*right.ranks]), _odd))
    for unknown in draw(_mostly((), [("Zz",), ("tx",)])):
        claims[unknown] = "2"
    if draw(_mostly(False, [True])):
        claims["Xx"] = "1"
    if draw(_mostly(False, [True])):
        claims["SA"] = draw(st.sampled_from(["true", "true", "false", "", "1", "True"]))
    teams = draw(st.sampled_from([(1,), (), (), (6,), (2, 5)]))
    departments = draw(st.sampled_from([(), (), ((1, 0),), ((1, 1),), ((2, 3),)]))
    return Holder(claims, teams, departments)


def _clients(draw: Draw, rows: tuple, agent: str) -> tuple[Client, ...]:
    asked = [each.row.name for each in rows if isinstance(each, ScopeRequirement)]
    named = [e for e in rows if isinstance(e, ApplicationRequirement) and e.field == "name"]
    usual = (named[0].wanted if named else None) or "An application"
    first = Client(
        draw(_mostly(usual, ["Another name", usual.lower()])),
        draw(_mostly(agent, [COLLEAGUE, "user", "nobody"])),
        draw(_scopes(asked)),
        draw(_mostly(SERVICES, list(NOT_SERVICES))),
        draw(_mostly(True, [False])),
    )
    other = Client("The other one", COLLEAGUE, draw(_scopes(asked)))
    if draw(_mostly(False, [True])):
        first = replace(first, scopes=tuple({*first.scopes, "read:invoices"}))
    return first, replace(other, acts_as=draw(st.sampled_from([agent, COLLEAGUE])))


@st.composite
def _scopes(draw: Draw, asked: list[str]) -> tuple[str, ...]:
    held = set(asked)
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2, 3]))):
        held.discard(draw(st.sampled_from(asked)))
    held |= set(draw(st.lists(st.sampled_from(api_scopes()[2:]), max_size=2)))
    held |= set(draw(_mostly((), [("all",), ("all:standard",)])))
    change = draw(_mostly("", ["none", "only edit", "only all", "only teams"]))
    if change == "only edit":
        held = {name.replace("read:", "edit:") for name in held}
    elif change:
        held = {"none": set(), "only all": {"all"}, "only teams": {"all:teams"}}[change]
    return tuple(name for name in api_scopes() if name in held)


def _world(draw: Draw) -> World:
    """Switch a few of the world's manners."""
    switched = draw(st.lists(st.sampled_from(_QUIRKS), max_size=4, unique=True))
    usual = World()
    return replace(usual, **{name: not getattr(usual, name) for name in switched})
