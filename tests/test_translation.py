"""Every text of the code is in every translation, finished, and with the same places to fill."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import translations
from PySide6.QtCore import QTranslator

from wizard.resource import resource

SOURCES = sorted((translations.ROOT / "wizard").rglob("*.py"))
FILES = sorted(translations.FOLDER.glob("*.ts"))
_PLACE = re.compile(r"\{(\w*)\}")
_MNEMONIC = re.compile(r"&(\w)")
# What the practice instance shows beside the API, and so is in no table of ours.
_SCREENS = (
    "API Details",
    "Application Name",
    "Authentication Method",
    "Client ID",
    "Client Secret",
    "Departments & Teams",
    "HaloPSA API",
    "Login Type",
    "Teams & Agents",
    "View Applications",
)
every_translation = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


# Which arguments are texts.
TEXTS = {"tr": slice(0, 1), "mark": slice(0, 1), "plural": slice(1, 3)}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True)
class Call:
    """One call of tr, plural or mark in the code."""

    where: str
    name: str
    arguments: list[ast.expr]
    values: frozenset[str]
    at_import: bool

    @property
    def literals(self) -> list[str]:
        every = [part for each in self.arguments for part in _branches(each)]
        return [str(each.value) for each in every if isinstance(each, ast.Constant)]


def _branches(argument: ast.expr) -> list[ast.expr]:
    return [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]


def _calls(path: Path) -> Iterator[Call]:
    def visit(node: ast.AST, at_import: bool) -> Iterator[Call]:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEXTS:
            given = frozenset(each.arg or "**" for each in node.keywords)
            where = f"{path.relative_to(translations.ROOT)}:{node.lineno}"
            yield Call(where, node.func.id, node.args[TEXTS[node.func.id]], given, at_import)
        later = node.body if isinstance(node, FUNCTIONS) else []
        for child in ast.iter_child_nodes(node):
            is_later = child is later or (isinstance(later, list) and child in later)
            yield from visit(child, at_import and not is_later)

    yield from visit(ast.parse(path.read_text(encoding="utf-8")), True)


CALLS = [call for path in SOURCES for call in _calls(path)]


@pytest.fixture
def fresh(file: Path, tmp_path: Path) -> Path:
    """Give the translation as the texts of the code would have it."""
    copy = tmp_path / file.name
    shutil.copy(file, copy)
    translations.update(copy)
    return copy


def _messages(file: Path) -> dict[str, ET.Element]:
    tree = ET.parse(file)  # noqa: S314 - our own file
    messages = list(tree.iter("message"))
    found = {message.findtext("source", ""): message for message in messages}
    assert len(found) == len(messages)
    return found


def _pairs(file: Path) -> dict[str, str]:
    found = _messages(file)
    return {source: message.findtext("translation", "") for source, message in found.items()}


def test_only_whole_texts_are_translated() -> None:
    pieced = [
        call.where
        for call in CALLS
        for each in call.arguments
        if isinstance(each, ast.JoinedStr | ast.BinOp)
        or (call.name == "mark" and not isinstance(each, ast.Constant))
    ]
    assert pieced == []


def test_nothing_is_translated_before_the_language_is_known() -> None:
    assert [call.where for call in CALLS if call.at_import and call.name != "mark"] == []


def test_every_place_of_a_text_is_filled_and_every_value_has_a_place() -> None:
    wrong = [
        (call.where, text)
        for call in CALLS
        if call.name == "tr" and call.values and "**" not in call.values
        for text in call.literals
        if set(_PLACE.findall(text)) != call.values
    ]
    assert wrong == []


@every_translation
def test_every_text_of_the_code_is_there_and_none_too_many(file: Path, fresh: Path) -> None:
    there, wanted = set(_messages(file)), set(_messages(fresh))
    assert (sorted(wanted - there), sorted(there - wanted)) == ([], []), "translations.py update"


@every_translation
def test_the_tool_sees_every_text_of_code_and_profiles(file: Path, fresh: Path) -> None:
    in_code = {text for call in CALLS for text in call.literals}
    assert in_code | set(translations.texts_of_profiles()) == set(_messages(fresh))


@every_translation
def test_every_text_is_translated(file: Path) -> None:
    unfinished = [
        source
        for source, message in _messages(file).items()
        for translation in message.iter("translation")
        if translation.get("type") or not (translation.text or "").strip()
    ]
    assert unfinished == []


@every_translation
def test_the_places_to_fill_are_the_same(file: Path) -> None:
    for source, said in _pairs(file).items():
        assert sorted(set(_PLACE.findall(source))) == sorted(set(_PLACE.findall(said))), source
        said.format(**dict.fromkeys(_PLACE.findall(source), "x")) if _PLACE.search(source) else said


@every_translation
def test_a_mnemonic_stays_one(file: Path) -> None:
    for source, said in _pairs(file).items():
        assert len(_MNEMONIC.findall(source)) == len(_MNEMONIC.findall(said)), source


@every_translation
def test_ends_and_blanks_stay(file: Path) -> None:
    for source, said in _pairs(file).items():
        assert (said[:1].isspace(), said[-1:].isspace()) == (
            source[:1].isspace(),
            source[-1:].isspace(),
        ), source
        ends = (source[-1:], said[-1:])
        assert ends[0] == ends[1] or not set(ends) & set(".…:?"), source
        assert source.count("\n") == said.count("\n"), source


def _labels() -> set[str]:
    """Give every label of Halo's that cannot be mistaken for a common word."""
    table = tomllib.loads(resource("halo", "permissions.toml").read_text("utf-8"))
    labels = set(_SCREENS)
    for permission in table["permission"]:
        labels.update(permission["labels"])
        labels.update(label for value in permission["values"] for label in value["labels"])
    for file in sorted(resource("profiles").glob("*.toml")):
        for step in tomllib.loads(file.read_text("utf-8"))["step"]:
            for row in step.get("permission", ()):
                labels.update({row["label"], row.get("section", ""), *row.get("aliases", ())})
    return {label for label in labels if " " in label}


@every_translation
def test_halos_own_labels_stay_as_halo_writes_them(file: Path) -> None:
    lost = [
        (label, source)
        for source, said in _pairs(file).items()
        for label in _labels()
        if re.search(rf"(?<!\w){re.escape(label)}(?!\w)", source) and label not in said
    ]
    assert lost == []


@every_translation
def test_what_is_loaded_is_what_is_written(file: Path) -> None:
    loaded = QTranslator()
    assert loaded.load(str(file.with_suffix(".qm")))
    pairs = _pairs(file)
    said = {source: loaded.translate("", source) or source for source in pairs}
    assert said == pairs, "packaging/translations.py compile"


@every_translation
def test_nothing_else_is_loaded(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    translations.compile_to(made, file)
    assert made.stat().st_size == file.with_suffix(".qm").stat().st_size


def test_there_is_a_second_language() -> None:
    assert "halo-setup.de" in [file.stem for file in FILES]
