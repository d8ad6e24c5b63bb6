"""How quick a fleet is beside a bare HTTP loop: `python -m tests.benchmarks.fleet_throughput`.

500 setups on 100 instances on loopback, served by a process of its own. In turns, the re-check
with its history, and a bare httpx loop that sends the same requests (as its log has them,
AuthInfo and the tokens first) with as many instances side by side, as many requests to each, and
one client for each instance, and reads every answer whole.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx

from tests.fleet_world.engine import GENEROUS, Stand, rechecked, stand
from tests.fleet_world.mould import FIVE, Cast
from tests.fleet_world.wire import Exchange, most_at_once
from wizard.fleet.runner import INSTANCES as SIDE_BY_SIDE
from wizard.halo.limits import MOST_AT_ONCE, Budgets
from wizard.practice.behaviour import Behaviour
from wizard.store.history import History

INSTANCES = 100
ROUNDS = 3


def recheck(made: Stand, history: History) -> float:
    """Re-check all; give the seconds."""
    began = time.perf_counter()
    outcomes = asyncio.run(rechecked(made.setups, made.secrets, Budgets(GENEROUS), history))
    took = time.perf_counter() - began
    assert len(outcomes) == len(made.setups)
    assert all(each.exit_code in (0, 3) for each in outcomes)
    return took


def bare(made: Stand, logs: Sequence[Sequence[Exchange]]) -> float:
    """Send the same requests from a bare loop; give the seconds."""
    began = time.perf_counter()
    asyncio.run(_bare(zip(made.casts, logs, strict=True)))
    return time.perf_counter() - began


async def _bare(waiting: Iterator[tuple[Cast, Sequence[Exchange]]]) -> None:
    async def work_off() -> None:
        for cast, log in waiting:
            async with httpx.AsyncClient(base_url=cast.address, trust_env=False) as client:
                await _replay(client, cast, log)

    await asyncio.gather(*(work_off() for _ in range(SIDE_BY_SIDE)))


async def _replay(client: httpx.AsyncClient, cast: Cast, log: Sequence[Exchange]) -> None:
    """Send one instance's requests: first what tells addresses, then tokens, then all reads."""
    places = asyncio.Semaphore(MOST_AT_ONCE)
    secrets = _secrets(cast)
    tokens: dict[str, str] = {}

    async def send(each: Exchange) -> None:
        url = f"{each.path}?{each.query}" if each.query else each.path
        async with places:
            if each.method == "POST":
                form = {
                    "grant_type": "client_credentials",
                    "client_id": each.client,
                    "client_secret": secrets[each.client],
                    "scope": "all",
                }
                answer = await client.post(url, data=form)
                tokens[each.client] = answer.json()["access_token"]
            else:
                token = tokens.get(each.client, "")
                headers = {"Authorization": f"Bearer {token}"} if token else {}
                answer = await client.get(url, headers=headers)
        assert answer.status_code != 401, url

    first = [each for each in log if not each.client]
    posts = [each for each in log if each.client and each.method == "POST"]
    reads = [each for each in log if each.client and each.method == "GET"]
    for part in (first, posts, reads):
        await asyncio.gather(*map(send, part))


def _secrets(cast: Cast) -> dict[str, str]:
    """Give the secrets by client id."""
    return {
        setup.answers[f"{who}client_id"]: cast.secrets[setup.secrets[f"{who}client_secret"].service]
        for setup in cast.setups
        for who in ("", "admin_")
    }


def main(instances: int = INSTANCES, rounds: int = ROUNDS) -> int:
    """Print both, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        made = stand(instances, FIVE, checked=False, behaviour=Behaviour(rate_limit=None))
        history = made.saved(Path(folder))
        with made.fleet.in_a_process() as remote:
            recheck(made, history)  # once, for the log and the first runs in the history
            logs = remote.take()
            ours, theirs = [], []
            for _ in range(rounds):
                ours.append(recheck(made, history))
                side = most_at_once(each for log in remote.take() for each in log)
                theirs.append(bare(made, logs))
                theirs_side = most_at_once(each for log in remote.take() for each in log)
    requests, setups = sum(map(len, logs)), len(made.setups)
    took, least = statistics.median(ours), statistics.median(theirs)
    print(
        f"{setups} setups on {instances} instances, {requests} requests, median of {rounds} turns"
    )
    print(
        f"  re-check, with its history   {took:6.1f} s  {setups / took:6.0f} setups/s"
        f" {requests / took:6.0f} requests/s, at most {side} at once"
    )
    print(
        f"  bare httpx loop              {least:6.1f} s  {setups / least:6.0f} setups/s"
        f" {requests / least:6.0f} requests/s, at most {theirs_side} at once"
    )
    print(f"  ratio of the throughputs     {least / took:6.2f}  (wanted: at least 0.5)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
