"""The buttons of the rail: search, what is being read, the drawer and the settings, with words or as icons only."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cardkeeper.translation import tr, trn
from ui import theme
from ui.jobs import Progress
from ui.parts.painting import draw_words, fill, keys_size, mirrored, paint_keys


class RailButton(QAbstractButton):
    """An icon at the left, one or two lines of words; only the icon where the rail is narrow."""

    height_px = 36
    two_lines = False

    def __init__(self, icon: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._narrow, self._line, self._room = icon, False, "", 1.0
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_words(text, "")

    def show_words(self, text: str, line: str) -> None:
        """Say this, with a second line beneath where there is one."""
        self._line = line
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(line)
        self.setToolTip(f"{text}. {line}".strip(". ") if self._narrow else "")
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.show_words(self.text(), self._line)

    def set_room(self, share: float) -> None:
        """Take this share of the usual height, where the window is too low for all."""
        self._room = share
        self.updateGeometry()

    def usual_height(self) -> int:
        return theme.px(52 if self._line and not self._narrow else self.height_px)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(40), int(self.usual_height() * self._room))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        side = theme.px(18)
        left = (self.width() - side) // 2 if self._narrow else theme.px(10)
        icon = self._mirrored(QRect(left, (self.height() - side) // 2, side, side))
        painter.drawPixmap(icon, theme.pixmap(self._icon, self._tint(), side))
        if not self._narrow:
            self._paint_words(painter, self._mirrored(self.rect().adjusted(theme.px(38), 0, -theme.px(10), 0)))

    def _mirrored(self, place: QRect) -> QRect:
        return mirrored(place, self.rect(), self.layoutDirection())

    def _tint(self) -> str:
        return "text2"

    def _paint_ground(self, painter: QPainter) -> None:
        if self.underMouse() or self.isDown():
            fill(painter, self.rect(), "track")

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        upper = QRect(area)
        if self._line:
            middle = area.center().y()
            upper.setBottom(middle + 1)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text2"))
            lower = QRect(area.left(), middle + 1, area.width(), area.bottom() - middle)
            shown = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, area.width())
            draw_words(painter, lower, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setFont(theme.font("strong" if self.two_lines else "body"))
        painter.setPen(theme.color("text"))
        at = Qt.AlignmentFlag.AlignBottom if self._line else Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        draw_words(painter, upper, at | Qt.AlignmentFlag.AlignLeft, shown)


class SearchButton(RailButton):
    """Looks like a field, opens the palette."""

    height_px = 32
    _KEYS = "Ctrl+K"

    def __init__(self, parent: QWidget) -> None:
        super().__init__("magnify", tr("Search"), parent)
        self.setAccessibleDescription(tr("Goes anywhere: Ctrl+K"))

    def _paint_ground(self, painter: QPainter) -> None:
        if self._narrow:
            super()._paint_ground(painter)
        else:
            fill(painter, self.rect(), "surface", "control" if self.underMouse() else "button")

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        caps = keys_size(self._KEYS)
        words = self._mirrored(self.rect().adjusted(theme.px(33), 0, -theme.px(10) - caps.width(), 0))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        draw_words(painter, words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        left = self.width() - caps.width() - theme.px(8)
        paint_keys(painter, self._mirrored(QRect(left, 0, caps.width(), self.height())), self._KEYS)


class ReadingButton(RailButton):
    """How far the reading is, in words and as a bar; leads to the list of files."""

    height_px = 48

    def __init__(self, parent: QWidget) -> None:
        super().__init__("timer-sand", "", parent)
        self._fraction = 0.0

    def show_progress(self, progress: Progress) -> None:
        left = progress.total - progress.done
        self._fraction = progress.fraction
        self.show_words(trn("Reading {count} more file", "Reading {count} more files", left), "")

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        super()._paint_words(painter, area.adjusted(0, 0, 0, -theme.px(14)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._narrow:
            super().paintEvent(event)
        else:
            painter = QPainter(self)
            self._paint_ground(painter)
            side = theme.px(18)
            top = (self.height() - theme.px(14) - side) // 2
            icon = self._mirrored(QRect(theme.px(10), top, side, side))
            painter.drawPixmap(icon, theme.pixmap(self._icon, "text2", side))
            self._paint_words(painter, self._mirrored(self.rect().adjusted(theme.px(38), 0, -theme.px(10), 0)))
            painter.end()
        painter = QPainter(self)
        groove = QRect(theme.px(10), self.height() - theme.px(12), self.width() - theme.px(20), 6)
        fill(painter, groove, "track", radius=3)
        done = QRect(groove)
        done.setWidth(max(6, round(groove.width() * self._fraction)))
        fill(painter, mirrored(done, groove, self.layoutDirection()), "accent", radius=3)


class DrawerButton(RailButton):
    """Who was never followed up, and for how long; a number on the icon where the rail is narrow."""

    two_lines = True

    def __init__(self, parent: QWidget) -> None:
        self.count = 0
        super().__init__("tray-full", tr("Nobody in the drawer"), parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon = "tray-full" if self.count else "tray"
        super().paintEvent(event)
        if self._narrow and self.count:
            painter = QPainter(self)
            painter.setFont(theme.font("tiny_strong"))
            painter.setPen(theme.color("text"))
            corner = QRect(self.width() // 2 + theme.px(2), 0, self.width() // 2, theme.px(16))
            painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, str(self.count))


class PageButton(RailButton):
    """Leads to a page that is not in the list of pages; marked while it is shown."""

    def __init__(self, icon: str, text: str, parent: QWidget) -> None:
        self._chosen = False
        super().__init__(icon, text, parent)

    def set_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def _paint_ground(self, painter: QPainter) -> None:
        if self._chosen:
            fill(painter, self.rect(), "soft")
        else:
            super()._paint_ground(painter)

    def _tint(self) -> str:
        return "accent" if self._chosen else "text2"
