from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.profiles.paths import BUILT_IN, EVERY_FILE
from wizard.problems import Problem, ProblemError
from wizard.profiles.document import MAX_BYTES
from wizard.profiles.lint import lint_bytes
from wizard.profiles.loader import load_profile, parse_profile
from wizard.profiles.schema import AgentStep, ApplicationStep, Profile

GOOD = (BUILT_IN / "liongard.toml").read_bytes()


def detail(data: bytes) -> str:
    with pytest.raises(ProblemError) as caught:
        parse_profile(data)
    assert caught.value.problem.code == "profile.invalid"
    return caught.value.problem.detail


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.stem)
def test_loads(path: Path) -> None:
    profile = load_profile(path)
    assert profile.id == path.stem
    assert profile.steps


def test_parts_are_written_in_the_singular() -> None:
    profile = parse_profile(GOOD)
    agent = next(step for step in profile.steps if isinstance(step, AgentStep))
    application = next(step for step in profile.steps if isinstance(step, ApplicationStep))
    assert len(agent.permissions) == 6
    assert len(application.scopes) == 3
    assert "permissions" in detail(GOOD.replace(b"[[step.permission]]", b"[[step.permissions]]"))


def test_byte_order_mark_makes_no_difference() -> None:
    assert parse_profile(codecs.BOM_UTF8 + GOOD) == parse_profile(GOOD)


def test_windows_line_ends_make_no_difference() -> None:
    assert parse_profile(GOOD.replace(b"\n", b"\r\n")) == parse_profile(GOOD)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'name = "read:tickets"', b"name = 3", "step[2].scope[0].name: Expected `str`"),
        (b'kind = "teams"', b'kind = "team"', "step[1].kind: Invalid value 'team'"),
        (b"seen = 2026-11-22", b'seen = "some day"', "source.seen: "),
        (b"format = 1", b"format = 2", "format: Invalid enum value 2"),
        (b"any = true", b'any = "yes"', "step[1].any: Expected `bool`"),
        (b'id = "liongard"', b'id = "liongard"\nlogo = "x.png"', "unknown field `logo`"),
        (b"format = 1", b"format = = 1", "line 1: not valid TOML: Invalid value"),
        (b'name = "Liongard"', b'name = "L\xff"', "line 3: this is not UTF-8 text"),
    ],
)
def test_names_the_place_of_a_mistake(old: bytes, new: bytes, said: str) -> None:
    assert old in GOOD
    assert said in detail(GOOD.replace(old, new, 1))


def test_too_large_a_file_is_refused_and_one_just_within_is_not() -> None:
    room = MAX_BYTES - len(GOOD)
    assert parse_profile(GOOD + b"#" * room) == parse_profile(GOOD)
    assert detail(GOOD + b"#" * (room + 1)) == "the file is larger than 64 KiB"


def test_what_could_exhaust_the_parser_is_refused() -> None:
    assert "nested too deeply" in detail(b"a = " + b"[" * 60_000)
    assert "not valid TOML" in detail(b"a = " + b"1" * 10_000)
    assert detail(b"\n" + b"a." * 300 + b"a = 1") == "line 2: a line with more than 256 dots"


@pytest.mark.parametrize("name", ["missing.toml", "", "nul\0.toml"])
def test_no_such_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(ProblemError) as caught:
        load_profile(tmp_path / name)
    assert caught.value.problem.code == "profile.not_found"


def judge(data: bytes) -> None:
    """Nothing but a profile or a problem, and lint finds a mistake wherever there is a problem."""
    mistakes = lint_bytes(data)
    try:
        profile: object = parse_profile(data)
    except ProblemError as error:
        profile = error.problem
    if not isinstance(profile, Profile):
        assert isinstance(profile, Problem)
        assert profile.code == "profile.invalid"
        assert profile.detail
        assert any(mistake.serious for mistake in mistakes)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_profile_or_a_problem(data: bytes) -> None:
    judge(data)


@given(st.data())
def test_any_damage_to_a_good_file_gives_a_profile_or_a_problem(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(len(GOOD), start + 80)))
    damaged = GOOD[:start] + data.draw(st.binary(max_size=8)) + GOOD[end:]
    judge(damaged)
