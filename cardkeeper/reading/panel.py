"""The readers that look at a card: which of those on this machine, in what order, and what they make of it together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Final

from cardkeeper import images
from cardkeeper.errors import ReaderFailed, ReaderUnavailable
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, TextLine
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.progress import ReaderMode
from cardkeeper.reading.agreement import agree, where_it_pays
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.protocol import Reader, Sight
from cardkeeper.reading.scripts import Language, Place, is_sure, left_unread, places, rest, suspects, taken
from cardkeeper.reading.tesseract import TesseractReader, find_program
from cardkeeper.reading.upright import turn_box
from cardkeeper.translation import tr

_ORDER: Final = {ReaderName.NEURAL: 0, ReaderName.TESSERACT: 1}
"""The surer reader looks first."""

_LANGUAGE_FILES: Final = Path(str(resources.files("resources") / "tessdata")).absolute()
_NO_MARGIN: Final = 0.0
"""Of 216 Korean lines 197 are read rightly without a margin and 176 with that of English; Vietnamese gains a little."""
_NONE: Final[Mapping[Language, Reader]] = MappingProxyType({})

_EDGE: Final = 1.5
"""Pixels from an edge within which print has been cut."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The readers of a worker: the first reads every card, the second looks where it pays. Either may be missing."""

    first: Reader | None = None
    second: Reader | None = None
    others: Mapping[Language, Reader] = field(default_factory=dict)
    """Readers of single languages, which look where the first has no letters for the print; loaded when they do."""

    def load(self) -> None:
        """Have the readers load what they need now rather than at the first card. Raises `ReaderUnavailable`."""
        for reader in (self.first, self.second):
            if reader is not None:
                reader.load()


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A picture as it was read: upright, with its lines, the turn that made it so, and who read it."""

    picture: Picture
    turn: int = 0
    lines: tuple[TextLine, ...] = ()
    readers: tuple[ReaderName, ...] = ()
    unread: tuple[Box, ...] = ()
    """See `Sight.unread`."""
    slant: Quad | None = None
    """See `Sight.slant`."""

    @property
    def weight(self) -> float:
        """How much sure text there is; see `Sight.weight`."""
        return Sight(self.lines).weight

    @property
    def cut_through(self) -> bool:
        """Whether print runs into an edge of the picture, as it does where words were cut off."""
        height, width = self.picture.shape[:2]
        return any(
            min(line.box.left, line.box.top, width - line.box.right, height - line.box.bottom) < _EDGE
            for line in self.lines
        )


def installed(threads: int = 1) -> tuple[Reader, ...]:
    """The readers that can read on this machine, not loaded yet; `threads` is how many cores one reading may use."""
    readers: tuple[Reader, ...] = (NeuralReader(threads=threads), TesseractReader(threads=threads))
    return tuple(reader for reader in readers if reader.probe().available)


def of_languages(data: Path = _LANGUAGE_FILES) -> dict[Language, Reader]:
    """The readers of single languages whose files are in a folder, where there is a Tesseract to use them."""
    if find_program() is None:
        return {}
    return {
        language: TesseractReader(languages=(language.value,), data=data, margin=_NO_MARGIN)
        for language in Language
        if (data / f"{language.value}.traineddata").is_file()
    }


def choose(mode: ReaderMode, readers: Sequence[Reader], others: Mapping[Language, Reader] = _NONE) -> Panel:
    """Who reads in this mode. Raises `ReaderUnavailable` where a reader asked for by name is not there."""
    if mode is not ReaderMode.AUTO:
        wanted = next((reader for reader in readers if reader.name.value == mode.value), None)
        if wanted is None:
            raise ReaderUnavailable(
                tr("The reader {name} is not on this computer.", name=mode.value),
                tr("Choose another reader, or install it."),
            )
        return Panel(wanted)
    in_order = sorted(readers, key=lambda reader: _ORDER[reader.name])
    first, second = (*in_order, None, None)[:2]
    return Panel(first, second, others)


def look(panel: Panel, picture: Picture, timeout: float) -> Page:
    """Read a picture, whichever way up it lies, with the first reader, or with the second where the first fails.

    Without any reader the page has no lines and waits to be typed. Raises `ReaderFailed` when every reader fails.
    """
    if panel.first is None:
        return Page(picture)
    try:
        return _seen(panel.first, picture, timeout)
    except ReaderFailed:
        if panel.second is None:
            raise
        return _seen(panel.second, picture, timeout)


def look_upright(panel: Panel, picture: Picture, timeout: float) -> Page:
    """Read a picture that a person has turned: it stays as it stands, whatever the print says."""
    page = look(panel, picture, timeout)
    height, width = page.picture.shape[:2]
    back = -page.turn % 360
    lines = tuple(
        TextLine(line.text, turn_box(line.box, back, width, height), line.confidence, line.reader)
        for line in page.lines
    )
    return Page(picture, 0, lines, page.readers, tuple(turn_box(box, back, width, height) for box in page.unread))


def look_again(panel: Panel, page: Page, timeout: float) -> Page:
    """Every look that a page is worth after the first."""
    return look_in_languages(panel, look_twice(panel, page, timeout), timeout)


def look_twice(panel: Panel, page: Page, timeout: float) -> Page:
    """The second reader looks at the lines where it pays. If it fails, the page stays with one reader and says so."""
    if panel.second is None or panel.second.name in page.readers:
        return page
    worth = where_it_pays(page.lines)
    if not worth:
        return page
    try:
        looks = panel.second.read_boxes(page.picture, [page.lines[index].box for index in worth], timeout=timeout)
    except ReaderFailed:
        return page
    lines = agree(page.lines, dict(zip(worth, looks, strict=True)))
    return replace(page, lines=lines, readers=(*page.readers, panel.second.name))


def look_in_languages(panel: Panel, page: Page, timeout: float) -> Page:
    """Print in scripts that the first reader knows no letters of is read in their languages, where there are signs.

    A reader that fails leaves the page as it was.
    """
    for language, reader in panel.others.items():
        print_ = places(page.lines, page.unread)
        first = suspects(language, page.lines, print_)
        try:
            seen = _taken(language, reader, page, first, timeout)
            if seen.lines != page.lines:
                later = rest(language, places(seen.lines, seen.unread), first)
                seen = _taken(language, reader, seen, later, timeout)
        except (ReaderFailed, ReaderUnavailable):
            continue
        page = seen
    return page


def _taken(language: Language, reader: Reader, page: Page, at: Sequence[Place], timeout: float) -> Page:
    """The page with what a reader saw in these places, and could be sure of."""
    if not at:
        return page
    boxes = [place.box for place in at]
    looks = list(reader.read_boxes(page.picture, boxes, timeout=timeout))
    for index, look in enumerate(looks):
        if not is_sure(look):  # what is read of a line depends on its neighbours: once more, alone
            (alone,) = reader.read_boxes(page.picture, boxes[index : index + 1], timeout=timeout)
            looks[index] = alone if is_sure(alone) else look
    found = {place: taken(language, place, look) for place, look in zip(at, looks, strict=True)}
    if all(line == place.line for place, line in found.items()):
        return page
    lines = [found.get(place, place.line) for place in places(page.lines, page.unread)]
    anew = [line for place, line in found.items() if line is not None and line != place.line]
    return replace(
        page,
        lines=tuple(line for line in lines if line is not None),
        unread=left_unread(page.unread, [line for line in anew if line.reader is reader.name]),
        readers=tuple(dict.fromkeys((*page.readers, reader.name))),
    )


def _seen(reader: Reader, picture: Picture, timeout: float) -> Page:
    sight = reader.read(picture, timeout=timeout)
    return Page(images.turn(picture, sight.turn), sight.turn, sight.lines, (reader.name,), sight.unread, sight.slant)
