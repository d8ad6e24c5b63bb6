"""What the vendor wants back, each value in the form that the vendor's form wants."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from wizard.language import mark, tr
from wizard.profiles.requirements import ScopeRequirement, requirements
from wizard.profiles.schema import (
    Form,
    HandOverField,
    HandOverStep,
    Hosting,
    Profile,
    ScopeLevel,
    Value,
)
from wizard.setup import words
from wizard.setup.state import SetupState
from wizard.setup.steps import Step, StepKind

# Hosted instances (halo-api.md §1, D C). A custom domain has no namespace that could be derived.
_HOSTED = (".halopsa.com", ".haloitsm.com", ".haloservicedesk.com")

_HOSTINGS = {
    Hosting.HOSTED: mark("Only where Halo hosts the instance."),
    Hosting.ON_PREMISE: mark("Only for an instance on your own servers."),
}
_FORMS = {
    Form.HOST: mark("The host name only."),
    Form.NAMESPACE: mark("Only the name before .halopsa.com."),
    Form.WITHOUT_API: mark("Without /api at its end."),
    Form.NO_TRAILING_SLASH: mark("Without a slash at its end."),
    Form.WITHOUT_SCHEME: mark("Without https:// before it."),
}
_ANSWERS = {
    Value.CLIENT_ID: "client_id",
    Value.RESOURCE_SERVER: "resource_server",
    Value.AUTHORISATION_SERVER: "authorisation_server",
    Value.TENANT: "tenant",
    Value.WEB_ADDRESS: "web",
    Value.AGENT_NAME: "agent_name",
    Value.AGENT_ID: "agent_id",
}
# Some instances show these with /api, some without: what API Details shows is right (§1, D C).
_SHOWN = (Value.RESOURCE_SERVER, Value.AUTHORISATION_SERVER)


_NO_TENANT = mark("This instance has no tenant: leave it empty.")


@dataclass(frozen=True, slots=True)
class Item:
    """One field of the vendor's form.

    `secret` names the kept secret to copy instead of a value. `ask` names the answer to ask the
    technician for, where the value cannot be derived. `needed` is False where the form may stay
    without it.
    """

    label: str
    value: str | None
    secret: str | None = None
    ask: str | None = None
    note: str = ""
    needed: bool = True


def part_of(profile: Profile, steps: Sequence[Step], step: Step) -> HandOverStep:
    """Give the part of the profile that a hand-over step was made from."""
    shown = [each.id for each in steps if each.kind is StepKind.HAND_OVER]
    return _parts(profile)[shown.index(step.id)]


def items(profile: Profile, part: HandOverStep, answers: Mapping[str, str]) -> tuple[Item, ...]:
    """Give the fields of the vendor's form in its order."""
    return tuple(_item(profile, field, answers) for field in part.fields)


def left(
    profile: Profile, part: HandOverStep, answers: Mapping[str, str], secrets: Collection[str]
) -> int:
    """Count the fields that the vendor needs and that are still empty.

    `secrets` names those that the wizard has.
    """
    return sum(
        each.secret not in secrets if each.secret else each.value is None
        for each in items(profile, part, answers)
        if each.needed
    )


def left_in(profile: Profile, state: SetupState) -> int:
    """Count the empty fields of every hand-over of a setup."""
    return sum(left(profile, part, state.answers, state.secrets) for part in _parts(profile))


def _parts(profile: Profile) -> list[HandOverStep]:
    return [part for part in profile.steps if isinstance(part, HandOverStep)]


def _item(profile: Profile, field: HandOverField, answers: Mapping[str, str]) -> Item:
    needed = field.hosting is Hosting.ANY
    note = _note(field)
    if field.value is Value.CLIENT_SECRET:
        return Item(field.label, None, secret="client_secret", note=note, needed=needed)
    asked = f"hand_over:{field.label}"
    if asked in answers:
        return Item(field.label, answers[asked], ask=asked, note=note, needed=needed)
    if field.value is Value.SCOPES:
        return Item(field.label, _scopes(profile), note=note)
    raw = answers.get(_ANSWERS.get(field.value, ""), "")
    if field.value in _SHOWN and field.form is Form.AS_SHOWN:
        note = note or tr(words.AS_API_DETAILS)
    if field.value is Value.TENANT and not raw:
        return Item(field.label, "", note=note or tr(_NO_TENANT))
    value = shape(raw, field.form) if raw else None
    ask = asked if value is None else None
    return Item(field.label, value, ask=ask, note=note, needed=needed)


def _note(field: HandOverField) -> str:
    """Say for whom the field is, in which form, and what the guide says; whole sentences."""
    own = (_HOSTINGS.get(field.hosting), _FORMS.get(field.form))
    said = [tr(each) for each in own if each]
    return " ".join([*said, *([field.note] if field.note else [])])


def shape(address: str, form: Form) -> str | None:
    """Give the address in this form, or None where it cannot be derived."""
    if form is Form.AS_SHOWN:
        return address
    if form is Form.NO_TRAILING_SLASH:
        return address.rstrip("/")
    if form is Form.WITHOUT_SCHEME:
        return address.removeprefix("https://").removeprefix("http://")
    if form is Form.WITHOUT_API:
        return address.rstrip("/").removesuffix("/api")
    host = urlsplit(address).netloc
    if form is Form.HOST:
        return host or None
    suffix = next((each for each in _HOSTED if host.endswith(each)), None)
    return host.removesuffix(suffix) if suffix else None


def _scopes(profile: Profile) -> str:
    return " ".join(
        each.row.name
        for each in requirements(profile)
        if isinstance(each, ScopeRequirement) and each.row.level is not ScopeLevel.FORBIDDEN
    )
