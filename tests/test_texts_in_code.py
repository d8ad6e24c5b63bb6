"""No sentence for a person stands in the code without `tr` or `mark`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import wizard
from tests.marked import slipped_through

ROOT = Path(wizard.__file__).parent
PACKAGES = ("app", "checks", "halo", "setup", "store", "ui")
# They speak on the command line only, which stays English.
COMMAND_LINE = {
    ROOT / "app" / f"{name}.py"
    for name in (
        "adopt_command",
        "check",
        "commands",
        "recheck",
        "schedule_command",
        "self_check",
        "setups_command",
        "worlds",
    )
}
MODULES = [
    *sorted(
        {path for name in PACKAGES for path in ROOT.joinpath(name).rglob("*.py")} - COMMAND_LINE
    ),
    ROOT / "problems.py",
    ROOT / "profiles" / "requirements.py",
]
# Two words, of which the second is no name.
PROSE = re.compile(r"[A-Za-z’']{2,},? [a-z]{2,}")
# SQL, CSS, HTML; and what is compared and never shown: Halo's values folded, a keychain's option.
FOR_PROGRAMS = re.compile(r"[A-Z]{4,} |[:<]|(not set|no access|local machine)$")
TOLD = ("tr", "mark", "plural", "debug", "info", "warning", "error", "exception")  # or logged


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_sentence_can_be_translated(module: Path):
    assert untranslated(module.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ('say("no agent has this name")', {"no agent has this name"}),
        ('say(f"agent {name} is disabled")', {"agent {} is disabled"}),
        ('say(tr("no agent has this name"))', set()),
        ('WORDS = mark("no agent has this name")', set()),
        ('raise ValueError("no agent has this name")', set()),
        ('raise ProblemError(problem("x", "no agent has this name"))', {"no agent has this name"}),
        ('def f():\n    "Say it to whoever reads the code."', set()),
        ('label = "Agent to log in as"', set()),
    ],
)
def test_what_counts_as_a_sentence(code: str, seen: set[str]):
    assert untranslated(code) == seen


def untranslated(code: str) -> set[str]:
    tree = ast.parse(code)
    prose = [text for text in _texts(tree, set(_docstrings(tree))) if PROSE.search(text)]
    return slipped_through([text for text in prose if not FOR_PROGRAMS.match(text)], ())


def _docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for each in body if isinstance(body, list) else ():
            if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
                yield each.value


def _texts(node: ast.AST, docstrings: set[ast.AST]) -> Iterator[str]:
    """Give each literal that nothing translates; of an f-string, its values as {}."""
    if node in docstrings or (isinstance(node, ast.Call) and _is_told(node)):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            each.value if isinstance(each, ast.Constant) else "{}" for each in node.values
        )
        for each in node.values:
            if not isinstance(each, ast.Constant):
                yield from _texts(each, docstrings)
    else:
        for each in ast.iter_child_nodes(node):
            yield from _texts(each, docstrings)


def _is_told(call: ast.Call) -> bool:
    """Tell whether a call takes a text to translate, or one for the log or for programmers."""
    name = ast.unparse(call.func).rpartition(".")[2]
    return name in TOLD or (name.endswith("Error") and name != "ProblemError")
