"""The neural reader: PP-OCRv6 through rapidocr, with the models that come in its wheel; nothing is downloaded."""

from __future__ import annotations

import importlib.metadata
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from cardkeeper import images
from cardkeeper.errors import ReaderFailed, ReaderUnavailable
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, SecondLook, TextLine
from cardkeeper.model.geometry import Box
from cardkeeper.reading.protocol import Probe, Sight
from cardkeeper.reading.slant import Corners, slant_of
from cardkeeper.reading.upright import Vote, is_clear, runs_sideways, upside_down
from cardkeeper.translation import tr

_rapidocr: Any
try:
    import omegaconf
    import onnxruntime
    import rapidocr
except ImportError:  # no wheel of onnxruntime or rapidocr for this machine: the other reader must do
    _rapidocr = None
else:
    _rapidocr = rapidocr

_MODELS: Final = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}
_FIRST_LOOK: Final = 640
"""Pixels of the long side on which print is first looked for; finding print costs by the area looked at."""
_CLOSEST_LOOK: Final = 1920
_LEGIBLE: Final = 14.0
"""Pixels of height below which smaller print beside it is lost by the finder; with less, it looks again from nearer."""
_COMFORTABLE: Final = 18.0
_FEW: Final = 4
"""Pieces of print: where fewer are found there may be smaller ones that were all lost; it looks again from nearer."""
_NOTHING: Final = 0.5
"""What is read with less confidence than this is a picture, not print (the engine's own limit)."""
_SIGN: Final = 0.8
"""A single sign read with less confidence than this is an icon that looks like one."""
_SURE: Final = 0.85
"""A line read with less confidence is read once more with more margin."""
_LINE: Final = 1.2
"""So many times longer than high is a line of print of two letters or more; signs and marks are squarer."""
_SPARSE: Final = 0.25
"""Letters for each square of a line's height from which a text fills it; capitals set far apart have twice as many."""
_AGAINST_THE_REST: Final = 0.9
"""How sure the classifier must be that one line stands on its head where the card does not."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """Pieces of print found on a picture, the picture turned so that they run from left to right or right to left."""

    picture: Picture
    places: tuple[Corners, ...]
    turn: int = 0


class NeuralReader:
    """PP-OCRv6: far better than the other reader on photos, and slower to load."""

    def __init__(self, *, threads: int = 1, models: Path | None = None) -> None:
        """Nothing is loaded before the first reading; `threads` is how many cores one reading may use."""
        self._threads = threads
        self._models = models or _own_models()
        self._engine: Any = None

    @property
    def name(self) -> ReaderName:
        return ReaderName.NEURAL

    def probe(self) -> Probe:
        """Whether rapidocr and its three models are here."""
        if _rapidocr is None:
            return Probe(available=False, detail="rapidocr or onnxruntime is not installed")
        missing = [name for name in _MODELS.values() if not (self._models / name).is_file()]
        if missing:
            return Probe(available=False, detail=f"missing models: {', '.join(missing)}")
        return Probe(available=True, version=importlib.metadata.version("rapidocr"), detail=", ".join(_MODELS.values()))

    def load(self) -> None:
        """Load the models now rather than at the first reading. Raises `ReaderUnavailable`."""
        if self._engine is None:
            engine = self._loaded()
            # It looks at each model once more at its first use.
            nothing = np.full((48, 160, 3), 255, dtype=np.uint8)
            engine(nothing, use_det=True, use_cls=False, use_rec=False)
            engine.cls_and_rotate([nothing])
            engine.recognize_txt([nothing])
            self._engine = engine

    def read(self, picture: Picture, *, timeout: float) -> Sight:
        """All print on a picture; see `Reader.read`. Time is looked at between the steps of the engine."""
        clock = _Clock(timeout)
        self.load()
        found = self._find(_shown_to_engine(picture), clock)
        if not found.places:
            return Sight()
        crops = self._crops(found.picture, found.places)
        found, crops = self._stand_up(found, crops, clock)
        looks = self._recognise(found, crops, clock)
        printed = [(place, look) for place, look in zip(found.places, looks, strict=True) if _is_print(look)]
        lines = [TextLine(look.text, _box(place, found.picture), look.confidence, self.name) for place, look in printed]
        in_order = tuple(sorted(lines, key=lambda line: (line.box.top, line.box.left)))
        unread = tuple(
            _box(place, found.picture)
            for place, look in zip(found.places, looks, strict=True)
            if not _is_upended(place) and _says_too_little(look, *_extent(place))
        )
        height, width = found.picture.shape[:2]
        return Sight(in_order, found.turn, unread, slant_of([place for place, _ in printed], width, height))

    def read_boxes(self, picture: Picture, boxes: Sequence[Box], *, timeout: float) -> tuple[SecondLook | None, ...]:
        """What stands in each place; see `Reader.read_boxes`."""
        clock = _Clock(timeout)
        self.load()
        if not boxes:
            return ()
        clock.check()
        crops = self._crops(_shown_to_engine(picture), [_with_margin(_corners(box)) for box in boxes])
        looks = self._read_lines(crops, clock)
        return tuple(look if _is_print(look) else None for look in looks)

    def _loaded(self) -> Any:
        if not self.probe().available:
            raise ReaderUnavailable(
                tr("The neural reader is not installed."), tr("Install the packages rapidocr and onnxruntime.")
            )
        logging.getLogger("RapidOCR").disabled = True
        paths = {part: str(self._models / name) for part, name in _MODELS.items()}
        engine = _rapidocr.RapidOCR(
            params={f"{part}.model_path": path for part, path in paths.items()}
            | {
                "Global.log_level": "critical",
                # Sizes are chosen here, by the height of the print; the engine is to leave the picture as it gets it.
                "Global.max_side_len": 10_000,
                "Det.limit_type": "max",
                "Det.limit_side_len": 10_000,
                # One line at a time: a batch is padded to its longest line, which costs more than batching gains.
                "Rec.rec_batch_num": 1,
                # Short lines are not padded to the width of long ones: half the work, and read a little more surely.
                "Rec.rec_img_shape": [3, 48, 160],
            }
        )
        # Where print is, and which way up, is seen by all cores together; lines are read side by side, each by one.
        threads = {"Det": self._threads, "Cls": self._threads, "Rec": 1}
        with omegaconf.flag_override(engine.cfg, "allow_objects", values=True):
            for part, path in paths.items():
                engine.cfg[part].session = _session(path, threads[part], any_size=part == "Rec")
        return engine

    def _find(self, picture: Picture, clock: _Clock) -> _Found:
        """Pieces of print, looked for at a scale at which the small ones are tall enough to be seen."""
        long_side = max(picture.shape[:2])
        places = self._detect(picture, _FIRST_LOOK / long_side)
        clock.check()
        height = _small_height(places) * _FIRST_LOOK / long_side
        nearer = _COMFORTABLE / height if 0 < height < _LEGIBLE else 1.0
        nearer = max(nearer, 2.0) if len(places) < _FEW else nearer
        if nearer > 1.0:
            closer = min(_CLOSEST_LOOK, _FIRST_LOOK * nearer)
            places = self._detect(picture, closer / long_side) or places
            clock.check()
        if not runs_sideways(_extent(place) for place in places):
            return _Found(picture, places)
        return _turned(_Found(picture, places), 270)

    def _detect(self, picture: Picture, factor: float) -> tuple[Corners, ...]:
        shown = images.scaled(picture, factor)
        found = self._engine(shown, use_det=True, use_cls=False, use_rec=False).boxes
        if found is None:
            return ()
        across = picture.shape[1] / shown.shape[1]
        down = picture.shape[0] / shown.shape[0]
        return tuple(
            np.asarray(place, dtype=np.float32) * np.array([across, down], dtype=np.float32) for place in found
        )

    def _crops(self, picture: Picture, places: Sequence[Corners]) -> list[Picture]:
        crops: list[Picture] = self._engine.crop_text_regions(picture, list(places))
        return crops

    def _stand_up(self, found: _Found, crops: list[Picture], clock: _Clock) -> tuple[_Found, list[Picture]]:
        """Turn all upside down where the lines say so; a single line that differs from the rest is read both ways."""
        votes = self._votes(crops)
        flat = [index for index, place in enumerate(found.places) if not _is_upended(place)]
        share = upside_down(votes[index] for index in flat)
        if not is_clear(share):
            share = self._by_reading([crops[index] for index in flat], clock)
        over = share > 0.5
        if over:
            found = _turned(found, 180)
            crops = [_half_turn(crop) for crop in crops]
        for index, vote in enumerate(votes):
            against = 1 - vote.upside_down if over else vote.upside_down
            if against > _AGAINST_THE_REST:
                crops[index] = self._better_way(crops[index], clock)
        return found, crops

    def _votes(self, crops: list[Picture]) -> list[Vote]:
        _, said = self._engine.cls_and_rotate(crops)
        votes = []
        for crop, (label, score) in zip(crops, said.cls_res, strict=True):
            probability = score if "180" in label else 1 - score
            votes.append(Vote(float(probability), min(crop.shape[1] / max(1, crop.shape[0]), 8.0)))
        return votes

    def _by_reading(self, crops: list[Picture], clock: _Clock) -> float:
        """The votes are divided: the longest lines are read both ways, and the surer way wins."""
        longest = sorted(crops, key=lambda crop: crop.shape[1] / crop.shape[0], reverse=True)[:4]
        upright = sum(look.confidence for look in self._read_lines(longest, clock))
        over = sum(look.confidence for look in self._read_lines([_half_turn(crop) for crop in longest], clock))
        return 1.0 if over > upright else 0.0

    def _better_way(self, crop: Picture, clock: _Clock) -> Picture:
        other = _half_turn(crop)
        as_is, turned = self._read_lines([crop, other], clock)
        return other if turned.confidence > as_is.confidence else crop

    def _recognise(self, found: _Found, crops: list[Picture], clock: _Clock) -> list[SecondLook]:
        """The text of each crop; what is unsure is read once more with more margin, and the surer text is kept."""

        def surely(index: int) -> SecondLook:
            look, place = self._read_line(crops[index], clock), found.places[index]
            if look.confidence >= _SURE or _is_upended(place):
                return look
            (wider,) = self._crops(found.picture, [_with_margin(place)])
            return max(look, self._read_line(wider, clock), key=lambda one: one.confidence)

        return self._side_by_side(surely, crops)

    def _read_lines(self, crops: Sequence[Picture], clock: _Clock) -> list[SecondLook]:
        return self._side_by_side(lambda index: self._read_line(crops[index], clock), crops)

    def _side_by_side(self, read: Callable[[int], SecondLook], crops: Sequence[Picture]) -> list[SecondLook]:
        """What is read on each crop, by its index; the longest are read first, so that no core waits for a last one."""
        shares = [crop.shape[1] / crop.shape[0] for crop in crops]
        longest_first = sorted(range(len(crops)), key=shares.__getitem__, reverse=True)
        with ThreadPoolExecutor(max_workers=self._threads) as side_by_side:
            looks = dict(zip(longest_first, side_by_side.map(read, longest_first), strict=True))
        return [looks[index] for index in range(len(crops))]

    def _read_line(self, crop: Picture, clock: _Clock) -> SecondLook:
        clock.check()
        said = self._engine.recognize_txt([crop])
        return SecondLook(said.txts[0].strip(), min(1.0, max(0.0, float(said.scores[0]))), self.name)


class _Clock:
    """The time that one reading may take."""

    def __init__(self, timeout: float) -> None:
        self._until = time.monotonic() + timeout

    def check(self) -> None:
        """Raise `ReaderFailed` when the time is over."""
        if time.monotonic() > self._until:
            raise ReaderFailed(
                tr("Reading this picture took too long."), tr("Crop the picture to the card and drop it again.")
            )


def _is_print(look: SecondLook) -> bool:
    """Whether it was print at all, and not a picture or an icon."""
    return bool(look.text) and look.confidence >= (_NOTHING if len(look.text) > 1 else _SIGN)


def _says_too_little(look: SecondLook, width: float, height: float) -> bool:
    """Whether a piece shaped like a line of print gave no letters, or doubtful ones that don't fill it."""
    if width < _LINE * height:
        return False
    letters = sum(map(str.isalnum, look.text))
    return not _is_print(look) or (look.confidence < _SURE and letters < _SPARSE * width / height)


def _session(model: str, threads: int, *, any_size: bool) -> Any:
    """A model, loaded; `any_size`: whether hardly two pictures that it sees will be of one size."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    # For each size that it has seen before it asks for all memory in one piece: quicker, but pieces of any size leave
    # holes between them.
    options.enable_mem_pattern = not any_size
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # A thread that has done its part sleeps at once. To look about for more takes a core from what comes next: a tenth
    # to a fifth of the time of a card.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _own_models() -> Path:
    return Path(_rapidocr.__file__).parent / "models" if _rapidocr is not None else Path("models")


def _shown_to_engine(picture: Picture) -> Picture:
    """The picture with its print made plain, blue first."""
    return np.asarray(cv2.cvtColor(images.in_full_contrast(picture), cv2.COLOR_RGB2BGR), dtype=np.uint8)


def _half_turn(crop: Picture) -> Picture:
    return np.ascontiguousarray(crop[::-1, ::-1])


def _extent(place: Corners) -> tuple[float, float]:
    """The width and height of a piece of print, along its own edges, in pixels."""
    width = float(np.hypot(*(place[1] - place[0]))) + float(np.hypot(*(place[2] - place[3])))
    height = float(np.hypot(*(place[3] - place[0]))) + float(np.hypot(*(place[2] - place[1])))
    return width / 2, height / 2


def _is_upended(place: Corners) -> bool:
    """Whether the engine will lay the crop on its side before reading it."""
    width, height = _extent(place)
    return height >= 1.5 * width


def _small_height(places: Iterable[Corners]) -> float:
    """The height in pixels that nine of ten pieces of print exceed; 0 where there is none."""
    heights = [min(_extent(place)) for place in places]
    return float(np.quantile(heights, 0.1)) if heights else 0.0


def _turned(found: _Found, turn: int) -> _Found:
    """The picture turned clockwise with all that was found on it."""
    height, width = found.picture.shape[:2]
    places = tuple(_turned_corners(place, turn, width, height) for place in found.places)
    return replace(found, picture=images.turn(found.picture, turn), places=places, turn=(found.turn + turn) % 360)


def _turned_corners(place: Corners, turn: int, width: int, height: int) -> Corners:
    x, y = place[:, 0], place[:, 1]
    if turn == 180:
        return np.roll(np.stack([width - x, height - y], axis=1), 2, axis=0)
    if turn == 270:
        return np.roll(np.stack([y, width - x], axis=1), -1, axis=0)
    raise ValueError(f"print is not turned by {turn} degrees here")


def _corners(box: Box) -> Corners:
    left, top, right, bottom = box.left, box.top, max(box.right, box.left + 1), max(box.bottom, box.top + 1)
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float32)


def _with_margin(place: Corners) -> Corners:
    """The place with a seventh of its height more on each side."""
    margin = _extent(place)[1] / 7
    outward = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=np.float32)
    return place + outward * np.float32(margin)


def _box(place: Corners, picture: Picture) -> Box:
    """The upright box of a piece of print, as high as its letters even where the line rises or falls a little."""
    height, width = picture.shape[:2]
    left, right = float(place[:, 0].min()), float(place[:, 0].max())
    middle = float(place[:, 1].mean())
    tall = _extent(place)[1] if not _is_upended(place) else float(np.ptp(place[:, 1]))
    top, bottom = max(0.0, middle - tall / 2), min(float(height), middle + tall / 2)
    return Box(max(0.0, left), top, min(float(width), right), bottom)
