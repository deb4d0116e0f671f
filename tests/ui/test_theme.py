"""Colours that everybody can read, one type on every machine, and sizes that follow the setting."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.frame import GROUND
from ui.parts import Button, Choice, LineField
from ui.theme.icons import _letters
from ui.theme.tokens import DARK, LIGHT, Tokens

UI = Path(theme.__file__).parent.parent
GROUNDS = ("surface", "window", "rail", "hover", "soft", "warn_soft", "err_soft")


@pytest.fixture(autouse=True)
def _usual_look(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light", 100)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["text", "text2", "text3", "accent", "warn", "err"])
def test_words_can_be_read_on_every_ground(tokens: Tokens, ground: str, words: str) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_the_accent_can_be_read_at_rest_under_the_mouse_and_pressed(tokens: Tokens) -> None:
    for ground in (tokens.accent, tokens.accent_hover, tokens.accent_press):
        assert contrast(tokens.on_accent, ground) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("edge", ["control", "warn_line", "err_line", "accent", "dis_text"])
def test_edges_that_say_what_a_control_is_can_be_seen(tokens: Tokens, edge: str) -> None:
    assert contrast(getattr(tokens, edge), tokens.surface) >= 3


def test_the_window_is_set_in_our_type_and_colours(qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    assert QFontInfo(theme.font("body")).family() == "Inter"
    assert QFontInfo(theme.font("strong")).weight() == QFont.Weight.DemiBold
    assert qapp.palette().window().color().name().upper() == LIGHT.window


def test_without_qlementine_it_is_fusion_in_the_same_type_and_colours(tmp_path: Path) -> None:
    """In a process of its own: an application keeps its style for life."""
    program = f"""
import sys
sys.modules["PySide6Qlementine"] = None
from pathlib import Path
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from cardkeeper.library import Library
from ui import theme
from ui.parts import Button, Choice, LineField
from ui.app import Desk
desk = Desk(QApplication([]), Library.open(Path({str(tmp_path)!r})))
desk.window.show()
for name in ("inbox", "review", "today", "people", "person", "preferences"):
    desk.window.go(name)
    assert not desk.window.grab().isNull()
assert not any(name.startswith("PySide6Qlementine.") for name in sys.modules)
assert QApplication.palette().window().color() == theme.color("window")
assert QFontInfo(theme.font("body")).family() == "Inter"
desk.close()
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=UI.parent, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_everything_grows_with_the_text_size(qapp: QApplication) -> None:
    usual = {role: theme.font(role).pixelSize() for role in theme.ROLES}
    theme.apply(qapp, "dark", 200)
    assert theme.px(32) == 64
    assert {role: theme.font(role).pixelSize() for role in theme.ROLES} == {role: 2 * px for role, px in usual.items()}
    assert qapp.font().pixelSize() == 26


def test_nothing_is_smaller_than_eleven() -> None:
    assert min(theme.font(role).pixelSize() for role in theme.ROLES) >= 11


def icon_names() -> Iterator[str]:
    """What is given as an icon anywhere in the window."""
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                named = [word.value for word in node.keywords if word.arg == "icon"]
                first = node.args[:1] if called in {"IconButton", "IconLabel", "icon", "pixmap"} else []
                for value in (*named, *first):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                        yield value.value


def test_every_icon_that_is_asked_for_exists() -> None:
    names = set(icon_names())
    assert len(names) > 20
    assert names - set(_letters()) == set()


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_window_that_is_seen_first_has_the_same_ground(tokens: Tokens) -> None:
    """`ui.frame` is painted before the theme is loaded, and so has these written down once more."""
    assert GROUND[tokens.dark] == (tokens.window, tokens.rail, tokens.border)


def test_what_grew_with_the_text_shrinks_with_it_again(qapp: QApplication, qtbot: QtBot) -> None:
    parts = QWidget()
    column = QVBoxLayout(parts)
    column.addWidget(button := Button("Accept"))
    column.addWidget(line := LineField(name="Name"))
    column.addWidget(choice := Choice(name="Kind"))
    column.addStretch(1)
    qtbot.addWidget(parts)
    with qtbot.waitExposed(parts):
        parts.show()
    before = [part.height() for part in (button, line, choice)]
    theme.apply(qapp, "light", 200)
    parts.resize(400, 400)
    qtbot.waitUntil(lambda: button.height() == 2 * before[0])
    theme.apply(qapp, "light", 100)
    qtbot.waitUntil(lambda: [part.height() for part in (button, line, choice)] == before)
