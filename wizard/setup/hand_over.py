"""What the vendor wants back, each value in the form that the vendor's form wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

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

# Hosted instances (halo-api.md §1, D C). A custom domain has no namespace that could be derived.
_HOSTED = (".halopsa.com", ".haloitsm.com", ".haloservicedesk.com")

_HOSTINGS = {
    Hosting.ANY: "",
    Hosting.HOSTED: "Only where Halo hosts the instance",
    Hosting.ON_PREMISE: "Only for an instance on your own servers",
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


@dataclass(frozen=True, slots=True)
class Item:
    """One field of the vendor's form.

    `secret` names the kept secret to copy instead of a value. `ask` names the answer to ask the
    technician for, where the value cannot be derived.
    """

    label: str
    value: str | None
    secret: str | None = None
    ask: str | None = None
    note: str = ""


def items(profile: Profile, step: HandOverStep, answers: Mapping[str, str]) -> tuple[Item, ...]:
    """Give the fields of the vendor's form in its order."""
    return tuple(_item(profile, field, answers) for field in step.fields)


def _item(profile: Profile, field: HandOverField, answers: Mapping[str, str]) -> Item:
    note = ". ".join(each for each in (_HOSTINGS[field.hosting], field.note) if each)
    if field.value is Value.CLIENT_SECRET:
        return Item(field.label, None, secret="client_secret", note=note)
    asked = f"hand_over:{field.label}"
    if asked in answers:
        return Item(field.label, answers[asked], ask=asked, note=note)
    if field.value is Value.SCOPES:
        return Item(field.label, _scopes(profile), note=note)
    raw = answers.get(_ANSWERS.get(field.value, ""), "")
    if field.value in _SHOWN and field.form is Form.AS_SHOWN:
        note = note or words.AS_API_DETAILS
    if field.value is Value.TENANT and not raw:
        return Item(field.label, "", note=note or "This instance has no tenant: leave it empty.")
    value = shape(raw, field.form) if raw else None
    return Item(field.label, value, ask=asked if value is None else None, note=note)


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
