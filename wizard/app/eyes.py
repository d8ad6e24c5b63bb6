"""What the program looks through: one sign-in as the integration, one as administrator."""

from __future__ import annotations

from collections.abc import Awaitable

from wizard.checks import connection
from wizard.checks.look import Eyes
from wizard.checks.ports import Reader
from wizard.halo.glance import hinder
from wizard.halo.session import Halo
from wizard.halo.signed_in import PersonGate
from wizard.problems import ProblemError
from wizard.secret import Secret

Pair = tuple[str, Secret]


def pair(client_id: str | None, secret: Secret | None) -> Pair | None:
    """Give a pair of client id and secret where both are there."""
    return (client_id, secret) if client_id and secret else None


async def open_eyes(
    halo: Halo, own: Pair | None, administrator: Pair | None, kept: Reader | None = None
) -> Eyes:
    """Sign in with what there is; `kept` is an administrator's sign-in that is still good.

    An administrator's refused sign-in is kept as the cause of what then cannot be seen: it says
    nothing about the integration's own.
    """
    gate = halo.gate(*own) if own else None
    if administrator is None:
        return Eyes(gate, None)
    if kept is not None:
        return Eyes(gate, kept)
    admin = halo.gate(*administrator)
    try:
        token = await connection.administrator_token(admin)
    except ProblemError as error:
        hinder(error.problem)
        return Eyes(gate, None, error.problem)
    return Eyes(gate, admin.reader(token))


async def eyes_of_person(halo: Halo, own: Pair | None, person: Awaitable[PersonGate]) -> Eyes:
    """Look through a person's sign-in, which takes the administrator's place.

    That nobody is signed in (any more) is kept as the cause of what then cannot be seen.
    """
    gate = halo.gate(*own) if own else None
    try:
        signed_in = await person
        return Eyes(gate, signed_in.reader(await signed_in.token()))
    except ProblemError as error:
        hinder(error.problem)
        return Eyes(gate, None, error.problem)
