"""The state and its file."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

import pytest
from msgspec.structs import replace

from wizard.practice.model import Application
from wizard.practice.world import World
from wizard.problems import ProblemError


def test_what_was_changed_is_there_after_a_restart(tmp_path):
    path = tmp_path / "world.json"
    world = World(path)
    agent = world.new_agent("Größe & Söhne")
    world.put_agent(replace(agent, claims={"Tx": "2"}, api_only=True))
    role = world.new_role("Rolle")
    world.set_port(4711)
    again = World(path)
    assert again.state == world.state
    assert again.state.agents[agent.id].claims == {"Tx": "2"}
    assert again.state.roles[role.id].name == "Rolle"
    assert again.state.port == 4711


def test_the_file_holds_no_secret_in_plain(tmp_path):
    path = tmp_path / "world.json"
    world = World(path)
    draft = world.draft_application()
    page = Application(id="", client_id="", name="App", agent_id=2)
    application = world.save_draft(draft, page)
    second = world.regenerate_secret(application.id)
    text = path.read_text()
    assert application.client_id in text
    for secret in (draft.secret, second):
        assert secret.reveal() not in text
        for part in secret.reveal().split("-"):
            assert len(part) < 8 or part not in text
    stored = World(path).state.applications[application.id].secret
    assert stored is not None
    assert stored.matches(second.reveal())
    assert not stored.matches(draft.secret.reveal())


def test_two_hashes_of_one_secret_differ():
    world = World()
    draft = world.draft_application()
    page = Application(id="", client_id="", name="App", agent_id=2)
    first = world.save_draft(draft, page).secret
    second = world.save_draft(draft, page).secret
    assert first is not None
    assert second is not None
    assert first.digest != second.digest


def test_the_client_id_changes_at_the_first_save_and_the_draft_is_gone():
    world = World()
    draft = world.draft_application()
    saved = world.save_draft(draft, Application(id="", client_id="", name="App"))
    assert saved.client_id != draft.client_id
    assert world.draft(draft.id) is None
    assert world.shown_secret(saved.id) is None


def test_a_new_secret_is_shown_until_the_page_is_saved():
    world = World()
    saved = world.save_draft(
        world.draft_application(), Application(id="", client_id="", name="App")
    )
    secret = world.regenerate_secret(saved.id)
    assert world.shown_secret(saved.id) == secret
    world.put_application(replace(world.state.applications[saved.id], name="Renamed"))
    assert world.shown_secret(saved.id) is None


def test_only_so_many_unsaved_pages_are_kept():
    world = World()
    drafts = [world.draft_application() for _ in range(30)]
    assert world.draft(drafts[0].id) is None
    assert world.draft(drafts[-1].id) is not None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": 2}', '{"schema": 1}', "\x00\xff"])
def test_a_damaged_file_is_a_problem_and_stays_as_it_is(tmp_path, content):
    path = tmp_path / "world.json"
    path.write_text(content)
    with pytest.raises(ProblemError) as caught:
        World(path)
    assert caught.value.problem.code == "practice.damaged"
    assert path.read_text() == content


def test_a_change_that_cannot_be_saved_is_a_problem_and_does_not_happen(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    world = World(blocked / "world.json")
    with pytest.raises(ProblemError) as caught:
        world.new_agent("nobody")
    assert caught.value.problem.code == "practice.unwritable"
    assert world.state.agent_named("nobody") is None


def test_changes_from_several_threads_are_all_kept(tmp_path):
    world = World(tmp_path / "world.json")
    before = len(world.state.agents)

    def work(name: str) -> None:
        for number in range(5):
            world.new_agent(f"{name}-{number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(World(tmp_path / "world.json").state.agents) == before + 20


_WRITER = """
import sys
from pathlib import Path
from wizard.practice.world import World
world = World(Path(sys.argv[1]))
for number in range(10_000):
    world.new_agent(f"agent {number}")
    print(number, flush=True)
"""


def test_a_killed_process_loses_nothing_that_it_had_saved(tmp_path):
    path = tmp_path / "world.json"
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(7)][-1]
    writer.kill()
    told = max([told, *(int(line) for line in writer.stdout.read().split())])
    writer.wait()
    writer.stdout.close()
    names = {agent.name for agent in World(path).state.agents.values()}
    assert {f"agent {number}" for number in range(told + 1)} <= names
    assert json.loads(path.read_text())["schema"] == 1
