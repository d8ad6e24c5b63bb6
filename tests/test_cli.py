"""The command line: its words, its exit codes, and what goes to stdout."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from wizard.cli import _NOTHING_SAID, _parser, main
from wizard.practice.server import PracticeInstance
from wizard.practice.technician import Technician
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Keep the program's files, and any keychain of the desktop, out of the tests."""
    monkeypatch.setenv("HALO_SETUP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return tmp_path


class Setup:
    """A setup made by hand in a practice instance, to be checked from outside."""

    def __init__(self, profile: str, world: str = "easy", breaks: tuple[str, ...] = ()) -> None:
        self.profile = profile
        self.instance = PracticeInstance(world=world)
        answers = {"agent_name": "Liongard", "application_name": "WatchGuard Cloud"}
        if profile != "liongard":
            answers["agent_name"] = profile
        technician = Technician(self.instance.world, Catalog().get(profile), answers, breaks)
        self.admin = technician.do("admin_application", "admin_application")
        for kind in ("role", "agent", "permissions", "teams", "application"):
            technician.do(kind, kind)
        self.own = technician.do("credentials", "credentials")
        technician.do("scopes", "scopes")

    def arguments(self, *more: str, admin: bool = True) -> list[str]:
        words = ["check", "--profile", self.profile, "--url", self.instance.address]
        words += ["--client-id", str(self.own["client_id"])]
        if admin:
            words += ["--admin-client-id", str(self.admin["admin_client_id"])]
        return [*words, *more]

    def secrets(self) -> dict[str, str]:
        own, admin = self.own["client_secret"], self.admin["admin_client_secret"]
        assert isinstance(own, Secret)
        assert isinstance(admin, Secret)
        return {
            "HALO_SETUP_CLIENT_SECRET": own.reveal(),
            "HALO_SETUP_ADMIN_CLIENT_SECRET": admin.reveal(),
        }


@pytest.fixture
def made(monkeypatch):
    setups = []

    def make(*arguments, **settings):
        setup = Setup(*arguments, **settings)
        setups.append(setup)
        for name, value in setup.secrets().items():
            monkeypatch.setenv(name, value)
        return setup

    yield make
    for setup in setups:
        setup.instance.stop()


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


class TestCheck:
    def test_the_document_is_the_contracts(self, made, capsys):
        setup = made("liongard")
        code, out, _ = run(capsys, *setup.arguments("--json"))
        assert code == 0
        document = json.loads(out)
        assert document["schema"] == 1
        assert document["profile"] == "liongard"
        assert document["profile_date"] == "2026-11-22"
        assert document["instance"] == setup.instance.address
        assert set(document["summary"]) == {"met", "missing", "excess", "unknown"}
        assert sum(document["summary"].values()) == len(document["findings"])
        keys = {
            "requirement", "state", "layer", "wanted", "found", "evidence", "remedy", "link",
            "known_by", "because", "value",
        }  # fmt: skip
        assert {frozenset(each) for each in document["findings"]} == {frozenset(keys)}
        assert setup.instance.writes == ()

    def test_no_secret_is_printed(self, made, capsys):
        setup = made("liongard")
        for words in (setup.arguments(), setup.arguments("--json")):
            _, out, err = run(capsys, *words)
            for secret in setup.secrets().values():
                assert secret not in out + err

    def test_something_missing_is_1(self, made, capsys):
        setup = made("liongard", breaks=("scope:edit:tickets",))
        code, out, _ = run(capsys, *setup.arguments())
        assert code == 1
        assert "scope:edit:tickets" in out

    def test_something_unknown_is_3(self, made, capsys):
        setup = made("liongard", world="own-blind-dropped")
        code, out, _ = run(capsys, *setup.arguments("--json", "--agent", "Liongard", admin=False))
        assert code == 3
        found = {each["requirement"]: each["state"] for each in json.loads(out)["findings"]}
        assert found["permission:Tickets Access Level"] == "unknown"
        assert found["identity"] == "met"
        assert found["probe:GET /Tickets"] == "met"

    def test_strict_counts_excess(self, made, capsys):
        setup = made("liongard")
        name = setup.instance.world.state.agent_named("Liongard")
        assert name is not None
        from msgspec.structs import replace

        setup.instance.world.put_agent(replace(name, claims={**name.claims, "Rx": "2"}))
        assert run(capsys, *setup.arguments())[0] == 0
        assert run(capsys, *setup.arguments("--strict"))[0] == 1

    def test_a_refused_token_is_still_a_document_and_1(self, made, capsys, monkeypatch):
        setup = made("liongard")
        monkeypatch.setenv("HALO_SETUP_CLIENT_SECRET", "not-the-secret")
        code, out, _ = run(capsys, *setup.arguments("--json", admin=False))
        assert code == 1
        found = {each["requirement"]: each for each in json.loads(out)["findings"]}
        assert found["token"]["state"] == "missing"
        assert found["scope:read:tickets"]["because"] == "token"

    def test_an_instance_out_of_reach_is_3(self, capsys, monkeypatch):
        monkeypatch.setenv("HALO_SETUP_CLIENT_SECRET", "a-secret")
        with PracticeInstance() as instance:
            address = instance.address
        words = ("check", "--profile", "liongard", "--url", address, "--client-id", "x", "--json")
        code, out, _ = run(capsys, *words)
        assert code == 3
        states = {each["state"] for each in json.loads(out)["findings"]}
        assert states == {"unknown"}

    def test_a_refused_administrator_hides_only_what_needs_one(self, made, capsys, monkeypatch):
        setup = made("liongard")
        monkeypatch.setenv("HALO_SETUP_ADMIN_CLIENT_SECRET", "not-the-secret")
        code, out, _ = run(capsys, *setup.arguments("--json", "--agent", "Liongard"))
        found = {each["requirement"]: each["state"] for each in json.loads(out)["findings"]}
        assert code == 3
        assert found["token"] == found["identity"] == found["scope:edit:tickets"] == "met"
        assert found["application:name"] == "unknown"

    @pytest.mark.parametrize(
        "words",
        [
            ("--url", "http://acme.halopsa.com"),
            ("--url", "not an address"),
            ("--profile", "nobody"),
            ("--no-such-option",),
            ("--js",),
        ],
    )
    def test_wrong_words_are_2(self, words, capsys, monkeypatch):
        monkeypatch.setenv("HALO_SETUP_CLIENT_SECRET", "a-secret")
        usual = ["check", "--profile", "liongard", "--url", "https://x.test", "--client-id", "x"]
        try:
            code = main([*usual, *words])
        except SystemExit as left:
            code = left.code
        printed = capsys.readouterr()
        assert code == 2
        assert printed.out == ""
        assert "Traceback" not in printed.err
        assert printed.err

    def test_without_a_secret_and_a_terminal_it_says_what_to_set(self, capsys, monkeypatch):
        monkeypatch.delenv("HALO_SETUP_CLIENT_SECRET", raising=False)
        monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
        words = ("check", "--profile", "liongard", "--url", "https://x.test", "--client-id", "x")
        code, _, err = run(capsys, *words)
        assert code == 2
        assert "HALO_SETUP_CLIENT_SECRET" in err


class TestWalk:
    def test_json_alone_is_on_stdout(self, capsys):
        code, out, err = run(capsys, "walk", "liongard", "--json")
        assert code == 0
        assert json.loads(out)["summary"]["missing"] == 0
        assert "Prove the connection" in err
        assert "held in memory only" in err

    def test_each_steps_findings_are_told(self, capsys):
        code, out, _ = run(capsys, "walk", "liongard", "--break", "scope:edit:tickets")
        assert code == 1
        assert "Tick the application's permissions" in out
        assert "✗ scope:edit:tickets" in out

    @pytest.mark.parametrize(
        "broken", ["probe:GET /Tickets", "permission:Configuration/*", "nonsense", "identity:"]
    )
    def test_what_cannot_be_broken_is_2(self, broken, capsys):
        code, _, err = run(capsys, "walk", "watchguard-cloud", "--break", broken)
        assert code == 2
        assert "cannot break" in err

    def test_own_credentials_need_such_a_world(self, capsys):
        words = ("walk", "liongard", "--own-credentials", "--scenario", "easy")
        assert run(capsys, *words)[0] == 2
        assert run(capsys, "walk", "liongard", "--scenario", "nowhere")[0] == 2

    def test_a_profile_may_be_a_file(self, capsys, tmp_path):
        path = tmp_path / "mine.toml"
        path.write_bytes(Catalog().path("liongard").read_bytes())
        assert run(capsys, "walk", str(path), "--json")[0] == 0


class TestProfiles:
    def test_the_built_in_ones_are_listed_shown_and_without_mistakes(self, capsys):
        assert "perimeters" in run(capsys, "profiles", "list")[1]
        assert "Tickets Access Level" in run(capsys, "profiles", "show", "liongard")[1]
        code, out, _ = run(capsys, "profiles", "lint")
        assert code == 0
        assert out.count("no mistakes") == len(Catalog().ids())

    def test_every_mistake_is_named_with_its_line(self, capsys, tmp_path):
        text = Catalog().path("liongard").read_text(encoding="utf-8")
        text = text.replace('name = "edit:tickets"', 'name = "write:tickets"')
        text = text.replace('value = "Read and Modify"', 'value = "Read and Write"')
        path = tmp_path / "liongard.toml"
        path.write_text(text, encoding="utf-8")
        code, out, _ = run(capsys, "profiles", "lint", str(path))
        assert code == 1
        assert "edit:tickets" in out
        assert "Read and Modify" in out
        assert out.count("mistake:") == 2


def test_an_error_inside_is_4_and_without_a_traceback(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("wizard.app.commands.profiles_list", lambda _: 1 // 0)
    code, _, err = run(capsys, "profiles", "list")
    assert code == 4
    assert "[internal]" in err
    assert "Traceback" not in err
    log = tmp_path / "home" / "logs" / "halo-setup.log"
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_served_alone_it_says_where_and_ends_with_130(tmp_path):
    program = [sys.executable, "-m", "wizard", "practice", "--serve"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = json.loads(server.stdout.readline())
        server.send_signal(2)
        assert server.wait(20) == 130
    assert said["address"].startswith("http://127.0.0.1:")
    assert {"tenant", "client_id", "client_secret"} <= set(said)


def test_without_a_display_it_says_so(capsys, monkeypatch):
    if sys.platform != "linux":
        pytest.skip("only Qt's Linux platforms need one")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for words in ((), ("practice",)):
        code, _, err = run(capsys, *words)
        assert code == 4
        assert "display" in err


@pytest.mark.parametrize(
    "words", [("recheck", "--all", "--requests", "many"), ("practice", "--port", "any")]
)
def test_what_is_no_number_is_told_as_that(words, capsys):
    with pytest.raises(SystemExit):
        main(words)
    err = capsys.readouterr().err
    assert f"{words[-1]} is no number" in err
    assert "_" not in err.rpartition("error:")[2]


def test_no_words_say_what_the_parser_makes_of_none():
    assert _parser().parse_args([]) == _NOTHING_SAID
