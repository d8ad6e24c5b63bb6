from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.profiles.paths import EVERY_FILE
from wizard.profiles.lines import LineIndex

TEXT = '''# a comment
id = "x"
source.title = "dotted"
[table."a b"]
key = """
not = "a key"
[[not_a_header]]
"""
[[step]]
kind = "agent"
  [[ step.permission ]]
  label = "one"
  [[step.permission]]
  label = "two"  # [[step]]
  list = [
    "a = b",
  ]
[[step]]
kind = "note"
[[step.permission]]
label = "three"
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("id", 2),
        ("source.title", 3),
        ("source.seen", None),
        ("table.a b.key", 5),
        ("not", None),
        ("not_a_header", None),
        ("step[0]", 9),
        ("step[0].kind", 10),
        ("step[0].permission[0].label", 12),
        ("step[0].permission[1].label", 14),
        ("step[0].permission[1].list[0]", 15),
        ("step[0].permission[1].value", 13),
        ("step[0].permission[7].value", 9),
        ("step[1].permission[0].label", 21),
        ("step[1]", 18),
        ("", None),
    ],
)
def test_line_of_a_place(place: str, line: int | None) -> None:
    assert LineIndex(TEXT).line(place) == line


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.stem)
def test_every_key_of_a_profile_is_on_its_line(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    index, lines = LineIndex(text), text.splitlines()
    for number, step in enumerate(tomllib.loads(text)["step"]):
        for key, value in step.items():
            if isinstance(value, list) and isinstance(value[0], dict):
                for row, table in enumerate(value):
                    for name in table:
                        line = index.line(f"step[{number}].{key}[{row}].{name}")
                        assert lines[(line or 0) - 1].strip().startswith(f"{name} =")
            else:
                line = index.line(f"step[{number}].{key}")
                assert lines[(line or 0) - 1].startswith(f"{key} =")


@given(st.text(alphabet="[]\"'.= \nab#", max_size=60), st.text(alphabet="ab.[]01", max_size=12))
def test_never_fails(text: str, place: str) -> None:
    line = LineIndex(text).line(place)
    assert line is None or 1 <= line <= len(text.splitlines())
