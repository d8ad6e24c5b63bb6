"""Which scopes an application holds, settled in the contract's order.

Ask for exactly the profile's scopes and compare; if refused, ask `all all:teams` and read the
answer; then one by one. What is still open stays undecided. Whether a known but ungranted scope
is refused or dropped is unknown (halo-api.md §2.4): both ways end right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wizard.checks.observation import ScopeFacts, SignIn
from wizard.checks.ports import Gate
from wizard.halo.records import Identity, TokenAnswer
from wizard.halo.scopes import scope_table
from wizard.language import mark, tr
from wizard.problems import ProblemError

_REFUSED = "token.invalid_scope"


class _Asked(NamedTuple):
    """What a scope's being granted, and not granted, is told as, by what was asked for."""

    granted: str
    not_granted: str


_GUIDE = _Asked(
    mark("granted when exactly the guide's list was asked for"),
    mark("not granted when exactly the guide's list was asked for"),
)
_ALL = _Asked(
    mark("granted when all was asked for"),
    mark("not granted when all was asked for"),
)
_ALONE = _Asked(
    mark("granted when it alone was asked for"),
    mark("not granted when it alone was asked for"),
)


@dataclass(slots=True)
class Settled:
    """The outcome: facts for the rules, and the token to read with.

    `widest` is one with all that the application holds, None where there is none.
    """

    facts: ScopeFacts
    sign_in: SignIn
    token: TokenAnswer
    widest: TokenAnswer | None = None


@dataclass(slots=True)
class _Ledger:
    decided: dict[str, bool] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    identity: Identity | None = None
    listed: bool = False

    def note(self, answer: TokenAnswer, scopes: Iterable[str], asked: _Asked) -> None:
        self.identity = self.identity or answer.identity
        if answer.granted is None:
            return
        self.listed = True
        for scope in scopes:
            if scope in answer.granted:
                self._decide(scope, granted=True, how=tr(asked.granted))
            elif _is_wide(scope) and _unasked(answer):
                continue  # what is listed may be its parts
            elif scope not in self.decided:
                self._decide(scope, granted=False, how=tr(asked.not_granted))

    def refuse(self, scope: str) -> None:
        self._decide(scope, granted=False, how=tr("refused when asked for alone (invalid_scope)"))

    def open(self, scopes: Iterable[str]) -> list[str]:
        return [scope for scope in scopes if not self.decided.get(scope)]

    def _decide(self, scope: str, *, granted: bool, how: str) -> None:
        self.decided[scope], self.how[scope] = granted, how


async def pair(gate: Gate) -> Settled:
    """Prove the pair of id and secret only, by a token without scopes (halo-api.md §2.4, L)."""
    answer = await gate.token(())
    return Settled(ScopeFacts(), SignIn(answer.identity, listed=False), answer)


@dataclass(frozen=True, slots=True)
class Begun:
    """The first answer: what a token for exactly the wanted scopes tells, None where refused."""

    wanted: Sequence[str]
    ledger: _Ledger
    token: TokenAnswer | None

    @property
    def decided(self) -> TokenAnswer | None:
        """Give the token to read with where the answer decides all that is wanted, and tells who
        it acts as. Then that stands, whatever else comes, and `finish` raises nothing.
        """
        if self.token is None or self.token.identity is None or self.ledger.open(self.wanted):
            return None
        return self.token


async def begin(gate: Gate, wanted: Sequence[str]) -> Begun:
    """Ask for exactly the wanted scopes. Raises ProblemError where the sign-in itself is refused.

    The next request follows only then: a refused id and secret are never tried side by side.
    """
    ledger = _Ledger()
    token = await _ask(gate, wanted)
    if token is not None:
        ledger.note(token, wanted, _GUIDE)
    return Begun(wanted, ledger, token)


async def settle(gate: Gate, wanted: Sequence[str]) -> Settled:
    """Settle the wanted scopes. Raises ProblemError where no token can be had at all."""
    return await finish(gate, await begin(gate, wanted))


async def finish(gate: Gate, begun: Begun) -> Settled:
    """Settle what the first answer left open, and what is held beyond it. Raises ProblemError."""
    wanted, ledger, token = begun.wanted, begun.ledger, begun.token
    held = await _holdings(gate, must=token is None)
    if token is None:
        if held is not None and held.granted is not None:
            ledger.note(held, [each for each in wanted if each in held.granted], _ALL)
        await _one_by_one(gate, ledger, wanted)
    if held is not None and (token is None or ledger.open(wanted)):
        # `edit:x` does the work of a `read:x` that is not there, so the right to read is tried
        # with everything that the application holds.
        token = held
    if token is None:
        granted = [scope for scope in wanted if ledger.decided.get(scope)]
        token = await _ask(gate, granted) or await gate.token(())
    ledger.identity = ledger.identity or token.identity
    facts = ScopeFacts(ledger.decided, ledger.how, held.granted if held else None)
    return Settled(facts, SignIn(ledger.identity, ledger.listed), token, held)


async def settle_widely(gate: Gate, lists: Iterable[Sequence[str]]) -> Settled:
    """Settle what several profiles want in few requests: first what the application holds.

    A list is asked for by itself only where that answer leaves it open: it names no scopes, or one
    that stands for many. Raises ProblemError where no token can be had at all.
    """
    ledger = _Ledger()
    asked = dict.fromkeys(tuple(each) for each in lists)
    held = token = await _holdings(gate, must=True)
    listed = held.granted if held is not None else None
    wide = listed is None or bool(scope_table().wide_among(listed))
    if held is not None and listed is not None:
        ledger.note(held, listed, _ALL)
    if held is not None and not wide:
        plain = [name for names in asked for name in names if name.startswith(("read:", "edit:"))]
        ledger.note(held, plain, _ALL)
    if wide:
        for wanted in asked:
            if wanted and ledger.open(wanted) and (answer := await _ask(gate, wanted)):
                ledger.note(answer, wanted, _GUIDE)
                token = token or answer
    token = token or await gate.token(())
    ledger.identity = ledger.identity or token.identity
    facts = ScopeFacts(ledger.decided, ledger.how, listed)
    return Settled(facts, SignIn(ledger.identity, ledger.listed), token, held)


async def _holdings(gate: Gate, *, must: bool) -> TokenAnswer | None:
    """Ask for everything that the application holds.

    Where a token is there already this is only a diagnosis, and its failure no reason to fail.
    """
    try:
        return await _ask(gate, ("all", "all:teams")) or await _ask(gate, ("all",))
    except ProblemError:
        if must:
            raise
        return None


async def _one_by_one(gate: Gate, ledger: _Ledger, wanted: Sequence[str]) -> None:
    for scope in ledger.open(wanted):
        answer = await _ask(gate, (scope,))
        if answer is None:
            ledger.refuse(scope)
        else:
            ledger.note(answer, (scope,), _ALONE)


async def _ask(gate: Gate, scopes: Sequence[str]) -> TokenAnswer | None:
    """Ask for a token; None where this list of scopes is refused."""
    try:
        return await gate.token(scopes)
    except ProblemError as error:
        if error.problem.code == _REFUSED:
            return None
        raise


def _unasked(answer: TokenAnswer) -> bool:
    """Tell whether the answer lists API scopes that were not asked for by name."""
    entries = (
        scope_table().get(each) for each in (answer.granted or ()) if each not in answer.asked
    )
    return any(entry is None or entry.kind != "identity" for entry in entries)


def _is_wide(scope: str) -> bool:
    entry = scope_table().get(scope)
    return entry is not None and entry.wide
