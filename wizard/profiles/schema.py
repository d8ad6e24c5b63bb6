"""The format of a profile: one vendor's guide as a list of steps of named kinds.

Profiles are TOML files. Unknown keys are refused. The format is general: every kind of step may
be left out or repeated, since guides differ (a role or none, an existing agent, two applications,
a value that the vendor gives first).

A list of parts is written as TOML writes it, in the singular: `[[step]]`, and inside a step
`[[step.permission]]`, `[[step.section]]`, `[[step.field]]`, `[[step.scope]]`, `[[step.row]]`.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from msgspec import Struct


class Holder(StrEnum):
    """Where a permission row is to be set."""

    AGENT = "agent"
    ROLE = "role"
    EITHER = "either"


class Level(StrEnum):
    """How firmly a permission row is asked for."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    UNSET = "unset"  # must stay unset


class ScopeLevel(StrEnum):
    """How firmly a scope is asked for."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    ONE_OF = "one_of"  # one scope of the named group is enough
    FORBIDDEN = "forbidden"


class Value(StrEnum):
    """What a vendor may want back."""

    CLIENT_ID = "client_id"
    CLIENT_SECRET = "client_secret"
    RESOURCE_SERVER = "resource_server"
    AUTHORISATION_SERVER = "authorisation_server"
    TENANT = "tenant"
    WEB_ADDRESS = "web_address"
    AGENT_NAME = "agent_name"
    AGENT_ID = "agent_id"
    SCOPES = "scopes"
    FREE = "free"  # something that only the technician or the vendor knows


class Form(StrEnum):
    """In which form the vendor wants an address."""

    AS_SHOWN = "as_shown"
    HOST = "host"  # acme.halopsa.com
    NAMESPACE = "namespace"  # acme, of acme.halopsa.com
    WITHOUT_API = "without_api"  # https://acme.halopsa.com
    NO_TRAILING_SLASH = "no_trailing_slash"
    WITHOUT_SCHEME = "without_scheme"  # acme.halopsa.com/auth


class Hosting(StrEnum):
    """For which installations a value is wanted: a tenant exists only where Halo hosts."""

    ANY = "any"
    HOSTED = "hosted"
    ON_PREMISE = "on_premise"


class _Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Source(_Part, frozen=True, kw_only=True):
    """Which guide the profile was made from, and on which day it was seen."""

    title: str
    publisher: str
    seen: dt.date
    address: str | None = None
    gaps: tuple[str, ...] = ()  # what the stored guide does not tell


class PermissionRow(_Part, frozen=True, kw_only=True):
    """One permission as the guide writes it. `id` overrides the requirement id's last part."""

    section: str
    label: str
    value: str
    holder: Holder = Holder.AGENT
    level: Level = Level.REQUIRED
    temporary: bool = False  # only needed during set-up
    aliases: tuple[str, ...] = ()
    id: str | None = None
    note: str | None = None


class SectionRule(_Part, frozen=True, kw_only=True):
    """Every option of this section has this value."""

    section: str
    value: str
    holder: Holder = Holder.AGENT
    note: str | None = None


class FieldRow(_Part, frozen=True, kw_only=True):
    """A field of a Halo screen and the value to give it.

    On an agent step the labels that can be checked are Halo's: Username, Is an API-only Agent,
    Account Active, Default Team, Work Hours. Other labels are shown and confirmed by a person.
    `{name}` in a value stands for what the vendor gave in the `given` step of that name.
    """

    label: str
    value: str
    id: str | None = None
    note: str | None = None


class ScopeRow(_Part, frozen=True, kw_only=True):
    """One permission of the application, with what the vendor uses it for."""

    name: str
    purpose: str | None = None
    level: ScopeLevel = ScopeLevel.REQUIRED
    group: str | None = None  # names the group of a `one_of` scope
    note: str | None = None


class HandOverField(_Part, frozen=True, kw_only=True):
    """One value of the vendor's form."""

    label: str
    value: Value
    form: Form = Form.AS_SHOWN
    hosting: Hosting = Hosting.ANY
    note: str | None = None


class _Step(_Part, frozen=True, kw_only=True):
    title: str | None = None
    text: tuple[str, ...] = ()  # what to do in Halo, one instruction a line
    remark: str | None = None  # on the guide itself


class NoteStep(_Step, frozen=True, kw_only=True, tag_field="kind", tag="note"):
    """Something to read: a prerequisite, or what comes after."""

    title: str


class GivenStep(_Step, frozen=True, kw_only=True, tag_field="kind", tag="given"):
    """A value that the vendor gives first, to be put into Halo later."""

    name: str
    label: str
    required: bool = True


class RoleStep(
    _Step,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    tag="role",
    rename={"permissions": "permission", "sections": "section"},
):
    """A role to create, and its permissions. Recommended: the right may also sit on the agent.

    `existing`: a role that Halo already has, such as Administrator.
    """

    name: str
    existing: bool = False
    recommended: bool = False
    permissions: tuple[PermissionRow, ...] = ()
    sections: tuple[SectionRule, ...] = ()


class AgentStep(
    _Step,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    tag="agent",
    rename={"permissions": "permission", "sections": "section", "fields": "field"},
):
    """The agent the application logs in as.

    `username` is what the guide fixes; `suggested` is proposed where the guide leaves it free.
    """

    username: str | None = None
    suggested: str | None = None
    existing: bool = False  # an existing agent may be used
    fields: tuple[FieldRow, ...] = ()
    permissions: tuple[PermissionRow, ...] = ()
    sections: tuple[SectionRule, ...] = ()


class TeamsStep(
    _Step, frozen=True, kw_only=True, tag_field="kind", tag="teams", rename={"fields": "field"}
):
    """Teams and departments of the agent: those named, or any that the technician chooses.

    `fields` are what is set beside a membership: a team's flags, a department's membership level.
    A person confirms them.
    """

    any: bool = False
    names: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    fields: tuple[FieldRow, ...] = ()


class ApplicationStep(
    _Step,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    tag="application",
    rename={"scopes": "scope"},
):
    """The API application. `suggested` is proposed where the guide leaves the name free.

    The first application of a profile is proven; the rows of any further one a person confirms.
    """

    name: str | None = None
    suggested: str | None = None
    authentication_method: str = "Client ID and Secret (Services)"
    login_type: str = "Agent"
    active: bool = True
    scopes: tuple[ScopeRow, ...] = ()


class ScreenStep(
    _Step, frozen=True, kw_only=True, tag_field="kind", tag="screen", rename={"rows": "row"}
):
    """Any other screen of Halo: rows of field and value that a person confirms."""

    title: str
    menu: tuple[str, ...]
    rows: tuple[FieldRow, ...]


class TestStep(_Step, frozen=True, kw_only=True, tag_field="kind", tag="test"):
    """Read probes that prove the connection, each `GET /Path` as in the probe table."""

    __test__ = False  # not a test class, whatever pytest thinks of its name
    probes: tuple[str, ...] = ()


class HandOverStep(
    _Step, frozen=True, kw_only=True, tag_field="kind", tag="hand_over", rename={"fields": "field"}
):
    """What the vendor wants back, where it is entered, and how it must look.

    `to_person`: the values go to somebody at the vendor, not into a form.
    """

    where: str
    address: str | None = None
    to_person: bool = False
    fields: tuple[HandOverField, ...] = ()


ProfileStep = (
    NoteStep
    | GivenStep
    | RoleStep
    | AgentStep
    | TeamsStep
    | ApplicationStep
    | ScreenStep
    | TestStep
    | HandOverStep
)


class Trouble(_Part, frozen=True, kw_only=True):
    """A symptom and what the guide says to do about it."""

    symptom: str
    remedy: str


class Profile(_Part, frozen=True, kw_only=True, rename={"steps": "step"}):
    """One vendor's guide.

    `format` is the version of this format; `prerequisites` are shown before the start.
    """

    format: Literal[1]
    id: str
    name: str
    summary: str
    source: Source
    steps: tuple[ProfileStep, ...]
    prerequisites: tuple[str, ...] = ()
    troubleshooting: tuple[Trouble, ...] = ()
