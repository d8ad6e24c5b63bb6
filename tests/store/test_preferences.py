"""What a person chose is remembered, and a broken file keeps nobody from starting."""

from pathlib import Path

import pytest

from wizard.problems import ProblemError
from wizard.store.chosen import KEPT_DAYS
from wizard.store.preferences import Preferences


def test_what_was_chosen_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "preferences.json"
    assert Preferences(path).watch
    Preferences(path).set_watch(False)
    assert not Preferences(path).watch
    Preferences(path).set_watch(True)
    assert Preferences(path).watch
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"watch": "perhaps"}', b"\xff\xfe", b"[]"])
def test_a_file_that_cannot_be_read_counts_as_nothing_chosen(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    assert Preferences(path).watch
    Preferences(path).set_watch(False)
    assert not Preferences(path).watch


def test_what_cannot_be_remembered_counts_until_the_end_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    chosen = Preferences(tmp_path / "file" / "preferences.json")
    with pytest.raises(ProblemError) as caught:
        chosen.set_watch(False)
    assert caught.value.problem.code == "records.unwritable"
    assert not chosen.watch


def test_how_long_the_history_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    assert Preferences(path).history_days == KEPT_DAYS
    Preferences(path).set_watch(False)
    Preferences(path).set_history_days(1)
    assert (Preferences(path).history_days, Preferences(path).watch) == (1, False)
    with pytest.raises(ValueError, match="history_days"):
        Preferences(path).set_history_days(0)
    assert Preferences(path).history_days == 1
    path.write_text('{"watch": true, "history_days": 0}')
    assert Preferences(path).history_days == KEPT_DAYS
