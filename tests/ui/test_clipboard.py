"""A secret on the clipboard: for a minute, and never longer than it is still the secret."""

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from wizard.secret import Secret
from wizard.ui.clipboard import SECONDS, SecretOnClipboard
from wizard.ui.concealed import marks


@pytest.fixture
def system(qapp: QApplication) -> QClipboard:
    """Give the system's clipboard, empty."""
    qapp.clipboard().clear()
    return qapp.clipboard()


@pytest.fixture
def copied(system: QClipboard) -> SecretOnClipboard:
    """Give a secret that was just copied."""
    copied = SecretOnClipboard()
    copied.copy(Secret("s3cret"))
    return copied


def test_it_leaves_after_a_minute(copied: SecretOnClipboard, system: QClipboard) -> None:
    left: list[int] = []
    copied.left.connect(left.append)
    for _ in range(SECONDS - 1):
        copied.tick()
    assert system.text() == "s3cret"
    copied.tick()
    assert system.text() == ""
    assert left == list(range(SECONDS - 1, -1, -1))


def test_what_was_copied_since_stays(copied: SecretOnClipboard, system: QClipboard) -> None:
    left: list[int] = []
    copied.left.connect(left.append)
    system.setText("something else")
    copied.tick()
    assert left == [0]
    for _ in range(SECONDS):
        copied.tick()
    assert system.text() == "something else"


def test_it_can_be_taken_away_at_once(copied: SecretOnClipboard, system: QClipboard) -> None:
    copied.clear()
    assert system.text() == ""
    system.setText("something else")
    copied.clear()
    assert system.text() == "something else"


def test_clipboard_histories_are_asked_not_to_keep_it(
    copied: SecretOnClipboard, system: QClipboard
) -> None:
    data = system.mimeData()
    for kind, value in marks().items():
        assert data.data(kind).data() == value


def test_every_system_is_asked_in_its_own_way() -> None:
    windows = 'application/x-qt-windows-mime;value="{}"'.format
    assert marks("win32") == {
        windows("ExcludeClipboardContentFromMonitorProcessing"): bytes(4),
        windows("CanIncludeInClipboardHistory"): bytes(4),
        windows("CanUploadToCloudClipboard"): bytes(4),
    }
    assert marks("darwin") == {"org.nspasteboard.ConcealedType": b"1"}
    assert marks("linux") == {"x-kde-passwordManagerHint": b"secret"}


def test_it_does_not_print_the_secret(copied: SecretOnClipboard) -> None:
    assert "s3cret" not in repr(vars(copied))
