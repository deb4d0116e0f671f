"""One phone number, mail or website as a line: a press opens it in the program that is for it, another copies it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QStyle, QWidget

from cardkeeper.translation import tr
from ui import links, theme
from ui.delegates import one_line
from ui.parts import IconButton, IconLabel, Label, LinkButton
from ui.session import Session
from ui.wording import tool_tip


class ElidedLink(LinkButton):
    """A link as wide as there is room, its whole text in the tool tip."""

    def __init__(self, text: str, role: str = "body", parent: QWidget | None = None) -> None:
        self._whole = one_line(text)
        super().__init__(self._whole.replace("&", "&&"), role=role, parent=parent)
        self.setAccessibleName(self._whole)
        self.setToolTip(tool_tip(self._whole))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, max(theme.px(24), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # A number, an address on the web: its parts stand in the order in which they are typed.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        font = self._font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(theme.color("accent" if self.underMouse() else "text"))
        shown = QFontMetrics(font).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self.rect(), int(flags | Qt.TextFlag.TextSingleLine), shown)


class ValueLine(QWidget):
    """An icon, the value, what it is for, and a button that copies it."""

    def __init__(
        self,
        session: Session,
        icon: str,
        text: str,
        url: QUrl,
        *,
        kind: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._text, self._url = session, text, url
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "accent" if role != "body" else "text2", 18))
        self.link = ElidedLink(text, role)
        self.link.clicked.connect(self._open)
        row.addWidget(self.link, 1)
        if kind:
            row.addWidget(Label(kind, "small", "text2"))
        self.copy = IconButton("content-copy", tr("Copy {text}", text=one_line(text)), size="small")
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy)

    def _open(self) -> None:
        if not links.open_url(self._url):
            self._copy()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._session.say(tr("Copied {text}", text=one_line(self._text)))


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
