"""The user guide as it lies beside the program: which chapters there are, and where they and their pictures are."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Final

from cardkeeper.translation import language_in_use, tr

CHAPTERS: Final = (
    "first-steps", "adding-cards", "reviewing", "following-up", "people", "introductions", "events-and-insights",
    "your-data", "when-something-goes-wrong",
)  # fmt: skip


def guide_folder() -> Path:
    """Where the chapters are: in an installed program among its resources, in the source beside them in docs."""
    installed = Path(str(resources.files("resources") / "guide"))
    return installed if installed.is_dir() else installed.parents[1] / "docs" / "guide"


def chapter_file(name: str) -> Path:
    """A chapter in the language of the window, else in English."""
    translated = guide_folder() / language_in_use() / f"{name}.md"
    return translated if translated.is_file() else guide_folder() / f"{name}.md"


def chapter_title(name: str) -> str:
    """What a chapter is called."""
    return {
        "first-steps": tr("First steps"),
        "adding-cards": tr("Bringing cards in"),
        "reviewing": tr("Reviewing"),
        "following-up": tr("Following up"),
        "people": tr("People"),
        "introductions": tr("Introductions"),
        "events-and-insights": tr("Events and insights"),
        "your-data": tr("Your data"),
        "when-something-goes-wrong": tr("When something goes wrong"),
    }[name]
