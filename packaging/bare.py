"""The least that a Qt program can be: what the bundle's size and start are compared with.

As the program's own `self-check window`, it opens a window, says when it was painted, and ends.
"""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Painted(QObject):
    """Ends the program when the window's paint has been handled."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look for the paint."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, self.done)
        return False

    def done(self) -> None:
        """Say the moment, in seconds as time.time() counts them."""
        print(time.time())
        QApplication.quit()


app = QApplication(sys.argv)
painted = Painted()
app.installEventFilter(painted)
window = QMainWindow()
window.setCentralWidget(QLabel("Halo Setup Wizard"))
window.resize(1040, 720)
window.show()
app.exec()
