"""Pictures of every page of the window, light and dark, with made-up people: `python3 run.py screenshots OUT`.

`--sizes` takes each page in three sizes of the window and two of the text, `--languages` in every language as well:
that is how a page that was changed is looked through.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cardkeeper import settings
from cardkeeper.demo import fill
from cardkeeper.library import Library
from cardkeeper.model.people import Stage
from cardkeeper.translation import LANGUAGES
from tests.helpers_window import take_photos
from ui.app import Desk
from ui.composer import ComposerPage
from ui.parts import Writing
from ui.unlock import UnlockPage

TODAY = date(2026, 11, 19)
PEOPLE, SEED = 80, 7
SIGNATURE = """Kind regards

Élodie Marchand
Head of Partnerships | Lindgate Homes Ltd
T: +44 20 7946 0123 | elodie.marchand@lindgate.example
12 Orchard Road, London EC2A 4BQ"""


@dataclass(frozen=True, slots=True)
class Look:
    """In what a page is seen: the colours, pixels of the window, and the size of the text in percent."""

    theme: Literal["light", "dark"]
    size: tuple[int, int] = (1280, 800)
    text: int = 100

    @property
    def name(self) -> str:
        """As the end of a file's name; the usual size needs none."""
        if (self.size, self.text) == (_USUAL.size, _USUAL.text):
            return self.theme
        return f"{self.theme}-{self.size[0]}x{self.size[1]}-{self.text}"


_USUAL = Look("light")
USUAL_LOOKS = (_USUAL, Look("dark"))
# The smallest window, a laptop's and a large one, each with text for those who see less.
ALL_LOOKS = tuple(
    Look(theme, size, text)
    for text in (100, 200)
    for size in ((1000, 640), (1280, 800), (1600, 1000))
    for theme in ("light", "dark")
)


def now() -> datetime:
    """The moment in which the pictures are taken: a Thursday morning."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 9, 20, tzinfo=UTC)


def wait(milliseconds: int) -> None:
    """Let the window load its pictures and draw."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def window_on(app: QApplication, folder: Path, language: str, *, people: int = 0) -> Iterator[Desk]:
    """A window on a library of made-up people, in a language (ISO 639-1)."""
    library = Library.open(folder, now=now)
    settings.save(folder, settings.changed(settings.Settings(), "language", language))
    if people:
        fill(library, people, SEED, TODAY)
    desk = Desk(app, library, now)
    desk.window.resize(*_USUAL.size)
    desk.window.show()
    desk.window.activateWindow()
    wait(300)
    try:
        yield desk
    finally:
        desk.window.close()
        desk.close()


class Camera:
    """Takes each page in all looks that are wanted."""

    def __init__(self, folder: Path, looks: Sequence[Look]) -> None:
        self._folder, self._looks = folder, looks
        folder.mkdir(parents=True, exist_ok=True)

    def take(
        self, desk: Desk, name: str, show: Callable[[], object] | None = None, *, seen: QWidget | None = None
    ) -> None:
        """`show` brings up what is to be seen, once for each look: the window, or `seen` in its place."""
        for look in self._looks:
            self._wear(desk, look)
            (seen or desk.window).resize(*look.size)
            if show is not None:
                show()
            wait(700)
            path = self._folder / f"{name}-{look.name}.png"
            (seen or desk.window).grab().save(str(path))
            sys.stdout.write(f"{path}\n")
        self._wear(desk, _USUAL)

    def _wear(self, desk: Desk, look: Look) -> None:
        desk.window.resize(*look.size)
        desk.session.keep(replace(desk.session.settings, theme=look.theme, text_size=look.text))


def drop_some(desk: Desk, folder: Path, photos: int) -> None:
    """A drop of which some files are read, one is being read, and one can't be."""
    paths = take_photos(folder, photos)
    broken = folder / "IMG_1999.jpg"
    broken.write_bytes(paths[0].read_bytes()[:41_000])
    loop = QEventLoop()
    desk.jobs.updated.connect(lambda _files: loop.quit() if desk.jobs.progress().done > photos // 2 else None)
    QTimer.singleShot(120_000, loop.quit)
    desk.window.coming_in.take((broken, *paths))
    loop.exec()


def palette(desk: Desk, typed: str) -> None:
    """Open the palette and type."""
    if not desk.window.everywhere.palette.isVisible():
        desk.window.everywhere.open_palette()
    desk.window.everywhere.palette.line.clear()
    QTest.keyClicks(desk.window.everywhere.palette.line, typed)


def letters(camera: Camera, desk: Desk) -> None:
    """A letter in which somebody has begun to sell, and the template that it is made of."""
    own = replace(desk.session.settings, my_name="Anna Weber", public_place="Café Lindenhof")
    desk.session.keep(own)
    agenda = desk.session.library.follow_ups.agenda()
    first = next(item for item in agenda if item.follow_up.stage is Stage.TO_INVITE and item.card_picture)
    desk.window.go("today")
    desk.window.opening.compose(Writing((first.follow_up.contact_id,)))
    page = desk.window.pages.current
    assert isinstance(page, ComposerPage)
    page.desk.paper.words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(page.desk.paper.words, ". I also have a great opportunity for you.")
    camera.take(desk, "letter")
    page.edit_template()
    camera.take(desk, "template")
    page.leave()


def quick(desk: Desk) -> None:
    """Paste the signature of an e-mail."""
    desk.window.everywhere.quick.open()
    desk.window.everywhere.quick.text.setPlainText(SIGNATURE)


def pages(app: QApplication, camera: Camera, place: Path, language: str) -> None:
    """Every page, in the order in which a card goes through them."""
    with window_on(app, place / "empty", language) as desk:
        camera.take(desk, "first-run")
        unlock = UnlockPage(place / "library")
        camera.take(desk, "unlock", unlock.show, seen=unlock)
        unlock.close()
    with window_on(app, place / "library", language, people=PEOPLE) as desk:
        window = desk.window
        person = next(row for row in desk.session.library.people.rows() if row.last_talked and row.open_loops)
        camera.take(desk, "review", lambda: window.open_review(0))
        camera.take(desk, "today", lambda: window.go("today"))
        camera.take(desk, "people", lambda: window.go("people"))
        camera.take(desk, "person", lambda: window.open_person(person.id))
        camera.take(desk, "duplicates", lambda: window.go("duplicates"))
        camera.take(desk, "history", lambda: window.go("history"))
        camera.take(desk, "preferences", lambda: window.go("preferences"))
        camera.take(desk, "password", lambda: window.opening.set_up("password"))
        letters(camera, desk)
        for name in ("introductions", "events", "insights", "companies"):
            camera.take(desk, name, partial(window.go, name))
        window.go("today")
        camera.take(desk, "palette", lambda: palette(desk, person.name.split()[0][:3]))
        window.everywhere.palette.close_it()
        camera.take(desk, "quick-capture", lambda: quick(desk))
        window.everywhere.quick.close_it()
        camera.take(desk, "help", lambda: window.everywhere.help("first-steps"))
        camera.take(desk, "keys", lambda: window.everywhere.help("keys"))
        camera.take(desk, "camera", lambda: window.go("camera"))
        camera.take(desk, "scanner", lambda: window.go("scanner"))
        window.go("inbox")
        drop_some(desk, place / "photos", 6)
        camera.take(desk, "inbox")
        desk.jobs.cancel()


def main() -> None:
    """Take all pictures into the folder that is named; others than English in a folder of their own."""
    parser = argparse.ArgumentParser(prog="screenshots", description="Take pictures of every page.")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--sizes", action="store_true", help="in three sizes of the window and two of the text")
    parser.add_argument("--languages", action="store_true", help="in every language, not in English alone")
    wanted = parser.parse_args()
    app = QApplication(sys.argv[:1])
    for code in LANGUAGES if wanted.languages else ("en",):
        # Words are longer or shorter in another language; what becomes of large text is seen in one.
        looks = ALL_LOOKS if wanted.sizes and code == "en" else USUAL_LOOKS
        camera = Camera(wanted.out if code == "en" else wanted.out / code, looks)
        with tempfile.TemporaryDirectory() as place:
            pages(app, camera, Path(place), code)


if __name__ == "__main__":
    main()
