"""What several checks share is asked for once, also while it is under way, also where it fails."""

from __future__ import annotations

import asyncio

import pytest

from tests.checks import observations as o
from tests.checks.test_look import Door, FakeReader
from wizard.checks.look import Eyes, look
from wizard.checks.shared import ClosedGate, Once, SharedGate, SharedReader
from wizard.problems import ProblemError, problem
from wizard.profiles.requirements import requirements

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def shared(reader: FakeReader, once: Once, key: str = "who") -> SharedReader:
    async def opened() -> FakeReader:
        reader.asked.append("signed in")
        return reader

    return SharedReader(once, key, opened)


class TestOnce:
    async def test_work_under_way_is_waited_for(self):
        once, go, begun = Once(), asyncio.Event(), list[str]()

        async def work() -> int:
            begun.append("work")
            await go.wait()
            return 7

        both = [asyncio.create_task(once.do("key", work)) for _ in range(2)]
        await asyncio.sleep(0)
        go.set()
        assert await asyncio.gather(*both) == [7, 7]
        assert begun == ["work"]

    async def test_who_stops_waiting_does_not_stop_it(self):
        once, go = Once(), asyncio.Event()

        async def work() -> int:
            await go.wait()
            return 7

        first = asyncio.create_task(once.do("key", work))
        second = asyncio.create_task(once.do("key", work))
        await asyncio.sleep(0)
        first.cancel()
        go.set()
        assert await second == 7

    async def test_a_failure_is_shared_and_raised_afresh(self):
        once, tries = Once(), list[str]()

        async def work() -> int:
            tries.append("try")
            raise ProblemError(problem("network.timeout"))

        errors = []
        for _ in range(2):
            with pytest.raises(ProblemError) as caught:
                await once.do("key", work)
            errors.append(caught.value)
        assert [each.problem.code for each in errors] == ["network.timeout"] * 2
        assert errors[0] is not errors[1]
        assert tries == ["try"]

    async def test_closed_it_stops_what_is_under_way(self):
        once, stopped = Once(), asyncio.Event()

        async def work() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                stopped.set()

        waiting = asyncio.create_task(once.do("key", work))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await once.close()
        assert stopped.is_set()
        with pytest.raises(asyncio.CancelledError):
            await waiting


class TestReader:
    async def test_two_checks_read_each_thing_once(self):
        once, reader = Once(), FakeReader()
        eyes = Eyes(None, shared(reader, once))
        rows = requirements(o.PROFILE)
        both = (look(eyes, o.SUBJECT, rows, lambda _: None) for _ in range(2))
        one, other = await asyncio.gather(*both)
        assert one == other
        assert len(reader.asked) == len(set(reader.asked))

    async def test_what_it_gives_is_what_the_reader_behind_gives(self):
        once, reader = Once(), FakeReader(application={"a": o.APPLICATION})
        asked = shared(reader, once)
        assert await asked.me() == await reader.me()
        assert await asked.agents() == await reader.agents()
        assert await asked.agent(13) == await reader.agent(13)
        assert await asked.roles() == await reader.roles()
        assert await asked.role("guid") == await reader.role("guid")
        assert await asked.applications() == await reader.applications()
        assert await asked.application("a") == await reader.application("a")
        assert await asked.probe("/Tickets") == await reader.probe("/Tickets")

    async def test_different_things_and_different_eyes_are_not_mixed_up(self):
        once, reader, other = Once(), FakeReader(), FakeReader(me="http.forbidden")
        mine, theirs = shared(reader, once), shared(other, once, "somebody else")
        assert (await mine.agent(12)).id == 12
        assert (await mine.agent(13)).id == 13
        await mine.me()
        with pytest.raises(ProblemError):
            await theirs.me()

    async def test_a_sign_in_that_fails_is_tried_once_and_is_why_nothing_is_read(self):
        once, tries = Once(), list[str]()

        async def opened() -> FakeReader:
            tries.append("try")
            raise ProblemError(problem("token.invalid_client"))

        seen = await look(
            Eyes(None, SharedReader(once, "key", opened)),
            o.SUBJECT,
            requirements(o.TOPLEFT),
            lambda _: None,
        )
        for part in (seen.agents, seen.agent, seen.roles, seen.applications):
            assert part.problem.code == "token.invalid_client"
        assert tries == ["try"]


class TestGate:
    async def test_a_list_of_scopes_is_asked_for_once(self):
        door = Door(FakeReader(), "read:tickets", "all:teams")
        gate = SharedGate(Once(), "key", door)
        tokens = [await gate.token(["read:tickets"]) for _ in range(2)]
        assert tokens[0] is tokens[1]
        await gate.token(["all"])
        assert door.asked == [("read:tickets",), ("all",)]
        assert gate.client_id == door.client_id

    async def test_who_was_refused_is_not_tried_again_with_anything_else(self):
        door = Door(FakeReader(), fails={("a",): "token.invalid_client"})
        gate = SharedGate(Once(), "key", door)
        tries = (gate.token([name]) for name in ("a", "b", "a"))
        errors = await asyncio.gather(*tries, return_exceptions=True)
        assert {each.problem.code for each in errors} == {"token.invalid_client"}
        assert door.asked == [("a",)]

    async def test_another_refusal_says_nothing_of_the_next(self):
        door = Door(FakeReader(), "b", fails={("a",): "token.invalid_scope"})
        gate = SharedGate(Once(), "key", door)
        with pytest.raises(ProblemError):
            await gate.token(["a"])
        assert (await gate.token(["b"])).asked == ("b",)

    async def test_what_is_read_with_a_token_is_read_once(self):
        door = Door(FakeReader(), "a")
        gate = SharedGate(Once(), "key", door)
        token = await gate.token(["a"])
        await gate.reader(token).probe("/Tickets")
        await gate.reader(token).probe("/tickets")
        assert door.behind.asked == ["probe /Tickets"]


async def test_credentials_that_cannot_be_had_are_why_all_of_theirs_is_unread():
    gate = ClosedGate("an-id", problem("keychain.locked"))
    seen = await look(Eyes(gate, None), o.SUBJECT, requirements(o.PROFILE), lambda _: None)
    for part in (seen.sign_in, seen.scopes, seen.identity, seen.agent):
        assert part.problem.code == "keychain.locked"
    assert gate.client_id == "an-id"
