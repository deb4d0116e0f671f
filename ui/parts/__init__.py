"""The parts that pages are put together from, drawn alike on every style."""

from ui.parts.buttons import Button, IconButton, LinkButton, fit_words
from ui.parts.fields import Choice, FieldNote, LineField, TextField
from ui.parts.focus import FocusRings
from ui.parts.labels import ElidedLabel, Label
from ui.parts.menus import open_below
from ui.parts.notices import Notice
from ui.parts.pages import Command, NewPassword, Page, PageHeader, Place, RowBelow, Writing
from ui.parts.scrolling import Scrolling
from ui.parts.segments import Segments
from ui.parts.small import Chip, EmptyState, IconLabel, KeyCaps, Panel, Paragraph, ProgressLine, SectionTitle, Separator

__all__ = [
    "Button",
    "Chip",
    "Choice",
    "Command",
    "ElidedLabel",
    "EmptyState",
    "FieldNote",
    "FocusRings",
    "IconButton",
    "IconLabel",
    "KeyCaps",
    "Label",
    "LineField",
    "LinkButton",
    "NewPassword",
    "Notice",
    "Page",
    "PageHeader",
    "Panel",
    "Paragraph",
    "Place",
    "ProgressLine",
    "RowBelow",
    "Scrolling",
    "SectionTitle",
    "Segments",
    "Separator",
    "TextField",
    "Writing",
    "fit_words",
    "open_below",
]
