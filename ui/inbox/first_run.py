"""The first run: your name, where your library lives, and three other ways to begin."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.translation import tr
from ui import theme
from ui.parts import ElidedLabel, Label, LineField, LinkButton, Panel
from ui.parts.painting import fill, mirrored
from ui.session import Session

PRACTICE: Final = "practice"
CHOOSE: Final = "choose"


class WayButton(QPushButton):
    """A way to begin: an icon, what it does, and a sentence about it."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAutoDefault(True)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(46), 12, 12, 12)
        column.setSpacing(2)
        for label in (Label(title, "strong", wrap=True), Label(sentence, "small", "text2", wrap=True)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return super().sizeHint() if inside is None else inside.totalSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = "hover" if self.underMouse() or self.isDown() else "surface"
        fill(painter, QRect(self.rect()), ground, "border", radius=8)
        side = theme.px(20)
        place = mirrored(QRect(theme.px(14), theme.px(12), side, side), self.rect(), self.layoutDirection())
        painter.drawPixmap(place, theme.pixmap(self._icon, "accent", side))


class FirstRun(QWidget):
    """Shown while nobody has ever come in."""

    go = Signal(str)
    wants = Signal(str)
    """Another library: the practice one, or one in another place."""
    set_up = Signal(str)
    """To the backups among the settings."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.name = LineField(
            session.settings.my_name, hint=tr("As it stands under your letters"), name=tr("Your name")
        )
        self.place = LinkButton(tr("Another folder"))
        self.import_way = WayButton(
            "import", tr("Bring in contacts"), tr("From CSV, Excel or vCard files. You see a report first.")
        )
        self.restore_way = WayButton(
            "backup-restore", tr("Restore a backup"), tr("From another computer or an earlier version.")
        )
        self.practice_way = WayButton(
            "account-multiple-plus-outline",
            tr("Try made-up people"),
            tr("A practice library, kept apart. Delete it any time."),
        )
        self.ways = QHBoxLayout()
        self._arrange()
        self.name.editingFinished.connect(self._keep_name)
        self.place.clicked.connect(lambda: self.wants.emit(CHOOSE))
        self.practice_way.clicked.connect(lambda: self.wants.emit(PRACTICE))
        self.import_way.clicked.connect(lambda: self.go.emit("importing"))
        self.restore_way.clicked.connect(lambda: self.set_up.emit("backups"))

    def show_ways(self, pages: Collection[str]) -> None:
        """Offer only what this window can do."""
        self.import_way.setVisible("importing" in pages)
        self.restore_way.setVisible("preferences" in pages)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        panel = Panel(margin=12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        label = Label(tr("Your name"), "body", "text2")
        label.setBuddy(self.name)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 2)
        grid.addWidget(Label(tr("Kept in"), "body", "text2"), 1, 0)
        grid.addWidget(ElidedLabel(str(self._session.library.folder), "body"), 1, 1)
        grid.addWidget(self.place, 1, 2)
        panel.body.addLayout(grid)
        ways = self.ways
        ways.setSpacing(16)
        for way in (self.import_way, self.restore_way, self.practice_way):
            ways.addWidget(way, 1)
        column.addLayout(ways)
        column.addWidget(panel)

    def _keep_name(self) -> None:
        try:
            self._session.keep(replace(self._session.settings, my_name=self.name.text().strip()))
        except WorldError as error:
            self._session.fail(error)
