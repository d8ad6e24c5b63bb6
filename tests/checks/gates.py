"""A token endpoint for tests: an application with these scopes, and what its HaloPSA does."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.checks.ports import Reader
from wizard.halo.records import Identity, TokenAnswer
from wizard.problems import ProblemError, problem
from wizard.secret import Secret


class FakeGate:
    """Grants what is held; `asked` lists every request."""

    client_id = "the-client-id"

    def __init__(
        self,
        *held: str,
        refuses: bool = True,
        lists: bool = True,
        parts: tuple[str, ...] = (),
        fails: dict[tuple[str, ...], str] | None = None,
    ) -> None:
        self._held, self._refuses, self._lists, self._parts = held, refuses, lists, parts
        self._fails = fails or {}
        self.asked: list[tuple[str, ...]] = []
        self.identity: Identity | None = Identity(12, "Liongard", None, "the id_token")
        self.tells: tuple[str, ...] | None = None  # the one request whose answer names an agent

    async def token(self, scopes: Sequence[str]) -> TokenAnswer:
        asked = tuple(scopes)
        self.asked.append(asked)
        if asked in self._fails:
            raise ProblemError(problem(self._fails[asked]))
        granted: set[str] = set()
        for scope in asked:
            if scope == "all":
                granted |= {*self._held, *self._parts} - {"all:teams"}
            elif scope in self._held:
                granted |= {scope, *self._parts}
            elif self._refuses:
                raise ProblemError(problem("token.invalid_scope"))
        listed = frozenset(granted | {"openid"}) if asked and self._lists else None
        told = self.identity if self.tells in (None, asked) else None
        return TokenAnswer(Secret("a-token"), asked, listed, told, 3600.0)

    def reader(self, token: TokenAnswer) -> Reader:
        raise NotImplementedError
