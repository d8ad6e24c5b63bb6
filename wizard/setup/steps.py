"""The steps of a setup as data: what each screen says, asks and checks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """One kind, one page of the window."""

    INSTANCE = "instance"
    CONNECTION = "connection"
    SIGN_IN = "sign_in"
    ADMIN_APPLICATION = "admin_application"
    GIVEN = "given"
    ROLE = "role"
    AGENT = "agent"
    PERMISSIONS = "permissions"
    TEAMS = "teams"
    APPLICATION = "application"
    CREDENTIALS = "credentials"
    SCOPES = "scopes"
    SCREEN = "screen"
    NOTE = "note"
    PROOF = "proof"
    HAND_OVER = "hand_over"
    DONE = "done"


class InputKind(StrEnum):
    """How an input is asked for."""

    TEXT = "text"
    SECRET = "secret"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a choice."""

    value: str
    label: str
    text: str  # what choosing it means


@dataclass(frozen=True, slots=True)
class Input:
    """A value that the technician enters on a step. `hint` stands under the field."""

    name: str
    label: str
    kind: InputKind = InputKind.TEXT
    hint: str = ""
    placeholder: str = ""
    default: str = ""
    required: bool = True
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class FillIn:
    """A field of a Halo screen and the value to give it, to be copied with one click.

    `requirement` is the id of the finding that judges it, "" where none does. `tick`: a box to
    tick or to leave alone, of which the label is what is worth copying. `described`: the value
    only says what to choose, so that there is nothing to copy. `aliases` are what other versions
    of Halo call the label.
    """

    label: str
    value: str
    section: str = ""
    note: str = ""
    requirement: str = ""
    tick: bool = False
    described: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of work.

    `id` is stable within a setup (saved state points to it); `menu` is the path in Halo in
    words; `link` names a screen for the deep link; `fill_in` is what to set there;
    `requirements` are the ids that its Check judges; `about` is the id of the requirement whose
    finding knows the agent, role or application itself, "" where there is none.
    """

    id: str
    kind: StepKind
    title: str
    lead: str
    instructions: tuple[str, ...] = ()
    warning: str = ""
    remark: str = ""
    menu: tuple[str, ...] = ()
    link: str | None = None
    fill_in: tuple[FillIn, ...] = ()
    inputs: tuple[Input, ...] = ()
    requirements: tuple[str, ...] = ()
    about: str = ""
