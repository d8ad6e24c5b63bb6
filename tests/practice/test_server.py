"""Starting, stopping, the port, and what outlives the process."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading

import httpx
import pytest

from wizard.practice.scenarios import UnknownScenarioError
from wizard.practice.server import PracticeInstance
from wizard.problems import ProblemError


def port_of(instance: PracticeInstance) -> int:
    return int(instance.address.rpartition(":")[2])


def test_it_serves_until_it_is_stopped_and_leaves_no_thread():
    before = set(threading.enumerate())
    with PracticeInstance() as instance:
        assert httpx.get(f"{instance.address}/api/AuthInfo").status_code == 200
        assert set(threading.enumerate()) - before
    assert set(threading.enumerate()) == before
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{instance.address}/api/AuthInfo")
    instance.stop()
    assert instance.wait(0)


def test_it_stops_while_a_client_keeps_its_connection():
    with httpx.Client() as http:
        instance = PracticeInstance()
        assert http.get(f"{instance.address}/config").status_code == 200
        instance.stop()
        assert instance.wait(0)


def test_it_listens_on_loopback_only():
    with PracticeInstance() as instance:
        assert instance.address == f"http://127.0.0.1:{port_of(instance)}"


def test_the_port_and_the_state_outlive_the_instance(tmp_path):
    path = tmp_path / "world.json"
    with PracticeInstance(path) as first:
        agent = first.world.new_agent("kept")
    with PracticeInstance(path) as second:
        assert second.address == first.address
        assert second.world.state.agents[agent.id].name == "kept"


@pytest.mark.parametrize("saved", [True, False])
def test_a_port_in_use_is_a_problem(tmp_path, saved):
    path = tmp_path / "world.json"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        if saved:
            PracticeInstance(path, port=None).stop()
            content = json.loads(path.read_text())
            path.write_text(json.dumps(content | {"port": port}))
        with pytest.raises(ProblemError) as caught:
            PracticeInstance(path, port=None if saved else port)
    assert caught.value.problem.code == "practice.port_taken"
    assert str(port) in caught.value.problem.detail


def test_two_instances_stand_side_by_side():
    with PracticeInstance() as one, PracticeInstance() as other:
        assert one.address != other.address
        one.world.new_agent("only here")
        assert other.world.state.agent_named("only here") is None


def test_an_unknown_scenario_starts_nothing():
    before = set(threading.enumerate())
    with pytest.raises(UnknownScenarioError):
        PracticeInstance(world="nice")
    assert set(threading.enumerate()) == before


_SERVE = """
import sys
from pathlib import Path
from wizard.practice.server import serve
sys.exit(serve(None, "easy", Path(sys.argv[1])))
"""


def serving(path: os.PathLike[str]) -> tuple[subprocess.Popen[str], dict[str, str]]:
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", _SERVE, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, json.loads(process.stdout.readline())


def token(ready: dict[str, str]) -> httpx.Response:
    form = {
        "grant_type": "client_credentials",
        "client_id": ready["client_id"],
        "client_secret": ready["client_secret"],
        "scope": "all all:teams",
    }
    address = f"{ready['address']}/auth/token"
    return httpx.post(address, params={"tenant": ready["tenant"]}, data=form)


def test_serve_prints_what_is_needed_and_ends_with_130(tmp_path):
    process, ready = serving(tmp_path / "world.json")
    headers = {"Authorization": f"Bearer {token(ready).json()['access_token']}"}
    for path in ("/Agent", "/Roles", "/Team", "/Application", "/Tickets", "/Webhook"):
        assert httpx.get(f"{ready['address']}/api{path}", headers=headers).json(), path
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "")


def test_state_address_and_secrets_survive_a_kill(tmp_path):
    path = tmp_path / "world.json"
    process, ready = serving(path)
    assert token(ready).status_code == 200
    process.kill()
    process.communicate(timeout=30)
    assert ready["client_secret"] not in path.read_text()
    with PracticeInstance(path) as again:
        assert again.address == ready["address"]
        assert token(ready).status_code == 200
