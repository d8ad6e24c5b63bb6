"""Setups as one JSON file, for a colleague's workstation or for a job somewhere else.

In it is what persons said: which guide, which instance, their answers and confirmations. Not in it:
secrets and their places, and whatever a check found, since only a look may say how a setup stands.
Such a file comes from outside: what is read of it has been through the rules for what is typed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from wizard import __version__
from wizard.halo.address import tenant_name, web_address
from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.setup import sign_in
from wizard.setup.discovered import TRUST, without_discovered
from wizard.setup.flow import SECRET_INPUTS
from wizard.setup.state import Confirmation, SecretPlace, SetupState
from wizard.store.cleaning import carried, refuse_secrets
from wizard.store.redaction import Redactor

SCHEMA = 1
LARGEST = 32 * 2**20  # bytes; 2,000 setups take about 2 MiB

_Id = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9._:@-]{1,100}\Z")]
# Names are printed in terminals: no control characters.
_Name = Annotated[str, msgspec.Meta(pattern=r"\A[^\x00-\x1f\x7f-\x9f]{1,300}\Z")]
_Text = Annotated[str, msgspec.Meta(max_length=4000)]
_Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    person: _Name
    at: _Moment


class _Setup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One setup. `asks` names the secrets that it needs."""

    id: _Id
    profile: _Name
    created: _Moment
    finished: _Moment | None = None
    practice: bool = False
    step: _Name = "instance"
    visited: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=200)] = ()
    answers: Annotated[dict[_Name, _Text], msgspec.Meta(max_length=200)] = {}
    asks: Annotated[tuple[_Name, ...], msgspec.Meta(max_length=10)] = ()
    confirmed: Annotated[dict[_Name, _Said], msgspec.Meta(max_length=1000)] = {}


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: int
    program: _Name  # the version that wrote it
    written: _Moment
    setups: Annotated[tuple[_Setup, ...], msgspec.Meta(max_length=20_000)]


class _Head(msgspec.Struct, frozen=True):
    schema: Annotated[int, msgspec.Meta(ge=1)]


def export_setups(states: Iterable[SetupState], redactor: Redactor | None = None) -> bytes:
    """Give the file with these setups.

    Raises ProblemError `records.secret` if an answer holds a secret; its detail is the answer.
    """
    redactor = redactor or Redactor()
    setups = tuple(_leaving(each, redactor) for each in states)
    document = _Document(SCHEMA, __version__, dt.datetime.now(dt.UTC), setups)
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def read_setups(path: Path) -> tuple[SetupState, ...]:
    """Give the setups of a file, as they are said there, every one or none.

    Each has the addresses that follow from what was typed; what was discovered behind them is left
    to a new look. The secrets that it needs have a place in no keychain, so that they are asked
    for. Raises ProblemError exchange.unreadable, exchange.too_large, exchange.newer and
    exchange.invalid, whose detail tells the place; address.* and records.secret.
    """
    data = _read(path)
    try:
        if msgspec.json.decode(data, type=_Head).schema > SCHEMA:
            raise ProblemError(problem("exchange.newer", path.name))
        setups = msgspec.json.decode(data, type=_Document).setups
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ProblemError(problem("exchange.invalid", str(error)[:300])) from error
    ids = [each.id for each in setups]
    if len(set(ids)) < len(ids):
        raise ProblemError(problem("exchange.invalid", tr("the same id twice")))
    return tuple(_arriving(each) for each in setups)


def _leaving(state: SetupState, redactor: Redactor) -> _Setup:
    answers = _to_share(state.answers)
    refuse_secrets(answers, redactor)
    return _Setup(
        id=state.id,
        profile=state.profile_id,
        created=state.created,
        finished=state.finished,
        practice=state.practice,
        step=state.step,
        visited=state.visited,
        answers={name: carried(text) for name, text in answers.items()},
        asks=tuple(name for name in state.secrets if name in SECRET_INPUTS),
        confirmed={
            name: _Said(carried(redactor.redact(each.person)), each.at)
            for name, each in state.confirmed.items()
        },
    )


def _arriving(setup: _Setup) -> SetupState:
    answers = _to_share(setup.answers)
    refuse_secrets(answers, Redactor())
    return SetupState(
        id=setup.id,
        profile_id=setup.profile,
        practice=setup.practice,
        created=setup.created,
        step=setup.step,
        visited=setup.visited,
        answers=_with_addresses(answers),
        secrets={
            name: SecretPlace(f"{setup.id}:{name}", in_keychain=False, backend="")  # elsewhere
            for name in setup.asks
            if name in SECRET_INPUTS
        },
        confirmed={
            name: Confirmation(each.person, each.at) for name, each in setup.confirmed.items()
        },
        finished=setup.finished,
    )


def _to_share(answers: Mapping[str, str]) -> dict[str, str]:
    """Give the answers of persons: not what was found behind the address, nor how one signs in."""
    kept = without_discovered(answers)
    kept.pop(sign_in.STAY, None)
    if web := answers.get("web"):
        kept.setdefault("address", web)
    if tenant := tenant_name(answers.get("tenant")):
        kept["tenant"] = tenant
    if answers.get(TRUST) == "yes":
        kept[TRUST] = "yes"
    return kept


def _with_addresses(answers: Mapping[str, str]) -> dict[str, str]:
    """Give the answers with the addresses that the typed one leads to, as a discovery gives them.

    A file must not be able to say others: secrets and hand-overs go by them. Raises ProblemError
    address.*.
    """
    if "address" not in answers:
        return dict(answers)
    web = web_address(answers["address"])
    return {**answers, "web": web, "resource_server": web}


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        detail = f"{path}: {error.strerror or type(error).__name__}"
        raise ProblemError(problem("exchange.unreadable", detail)) from error
    if len(data) > LARGEST:
        raise ProblemError(problem("exchange.too_large", path.name))
    return data
