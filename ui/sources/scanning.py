"""The scanner: which there are, one page after another, how far it is, and a way to stop it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cardkeeper import scanner
from cardkeeper.scanner import Scanner
from cardkeeper.translation import tr
from ui.parts import Button, Choice, IconButton, ProgressLine
from ui.sources.base import SourcePage
from ui.sources.live import LiveView


class ScannerPage(SourcePage):
    """Asks `scanimage`, where it is installed; says so where it is not."""

    name = "scanner"
    suffix = "png"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Scanner"), tr("Scan a page"), "scanner", parent)
        self.scanners = Choice(name=tr("Scanner"))
        self.others_button = IconButton("refresh", tr("Look for scanners again"))
        self.cancel_button = Button(tr("Cancel"), "quiet", size="medium")
        self.progress = ProgressLine()
        self.page = LiveView()
        self.page.setAccessibleName(tr("The page that was scanned last"))
        self._program: Path | None = None
        self._process: QProcess | None = None
        self._said = b""
        self._found: tuple[Scanner, ...] = ()
        self.others_button.clicked.connect(self.look)
        self.cancel_button.clicked.connect(self.cancel)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._found:
            self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.cancel()

    def look(self) -> None:
        """Find out which scanners there are; that takes some seconds."""
        self._program = scanner.find_program()
        self._show_ready(ready=False)
        if self._program is None:
            self.miss(
                tr("No scanner can be used here"),
                tr(
                    "Scanning needs the program SANE, which is not installed. Or scan with another program into a file."
                ),
            )
            return
        self.say(tr("Looking for scanners …"))
        self._run(scanner.list_words(), self._take_list)

    def take(self) -> None:
        """Scan one page."""
        self._scan(plain=False)

    def cancel(self) -> None:
        """Stop what the scanner is doing."""
        if self._process is not None:
            self._process.finished.disconnect()
            self._process.kill()
            self._process.waitForFinished()
            self._process = None
            self._show_ready(ready=bool(self._found))
            self.say(tr("Stopped."))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.scanners, 1)
        row.addWidget(self.others_button)
        under = QHBoxLayout()
        under.addWidget(self.progress, 1)
        under.addWidget(self.cancel_button)
        self.body.addLayout(row)
        self.body.addWidget(self.page, 1)
        self.body.addLayout(under)
        self._show_ready(ready=False)

    def _run(self, words: list[str], over: object) -> None:
        process = QProcess(self)
        self._process, self._said = process, b""
        process.readyReadStandardError.connect(self._hear)
        process.finished.connect(over)
        process.errorOccurred.connect(lambda _error: self.say(tr("The program scanimage does not start.")))
        process.start(str(self._program), words)

    def _hear(self) -> None:
        if self._process is not None:
            self._said += self._process.readAllStandardError().data()
            done = scanner.progress_in(self._said)
            if done is not None:
                self.progress.set_fraction(done)

    def _take_list(self) -> None:
        if self._process is None:
            return
        answer = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._process.deleteLater()
        self._process = None
        self._found = scanner.scanners_in(answer)
        self.scanners.clear()
        for one in self._found:
            self.scanners.addItem(one.name)
        self._show_ready(ready=bool(self._found))
        if self._found:
            self.say(tr("Lay one card or several on the glass."))
        else:
            self.miss(tr("There is no scanner"), tr("See that it is on and connected, and look again."))

    def _scan(self, *, plain: bool) -> None:
        if self._process is not None or not self._found:
            return
        target = self.next_path()
        self._show_ready(ready=False)
        self.progress.show()
        self.progress.set_fraction(0)
        self.cancel_button.show()
        self.say(tr("Scanning …"))
        words = scanner.scan_words(self._found[max(0, self.scanners.currentIndex())], target, plain=plain)
        self._run(words, lambda status, _how: self._take_page(status, target, plain=plain))

    def _take_page(self, status: int, target: Path, *, plain: bool) -> None:
        self._hear()
        said = self._said
        if self._process is not None:
            self._process.deleteLater()
        self._process = None
        self._show_ready(ready=True)
        if status == 0 and target.is_file() and target.stat().st_size:
            self.add(target)
            self.page.show_picture(QPixmap(str(target)).toImage())
            self.say(tr("Scanned. Lay the next cards on the glass, or have them read."))
        elif not plain and scanner.wants_plain(said):
            self._scan(plain=True)
        else:
            target.unlink(missing_ok=True)
            self.say(" ".join(scanner.refusal(said)))

    def _show_ready(self, *, ready: bool) -> None:
        self.take_button.setEnabled(ready)
        for part in (self.scanners, self.others_button):
            part.setVisible(bool(self._found))
        self.progress.setVisible(False)
        self.cancel_button.setVisible(False)
