"""The way of a card from a file to a draft: opened, kept, framed, its codes found, read, understood."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Final

from cardkeeper import images
from cardkeeper.apart import apart
from cardkeeper.capture.codes import find_codes
from cardkeeper.capture.framing import Cut, cut_by_hand, find_cards, part_of, whole
from cardkeeper.capture.pages import Page, open_document
from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.fields.extract import extract
from cardkeeper.files import FileStore, sha256_of
from cardkeeper.images import Picture
from cardkeeper.model.cards import Card, ReadCard, Reading, Scan
from cardkeeper.model.geometry import Quad
from cardkeeper.model.progress import CardRead, Event, Framed, Opened, PageDrawn, ReadOptions, Seen
from cardkeeper.reading import panel as readers
from cardkeeper.reading.panel import Panel
from cardkeeper.reading.upright import turn_quad
from cardkeeper.translation import tr

_LITTLE: Final = 25.0
"""Sure letters and digits below which a cut says so little that the whole page is read as well."""
_MORE: Final = 1.1
"""How many times more sure text the whole page must hold to be kept instead of a cut that goes through no print."""

_SMALLEST: Final = 16.0
"""Pixels of a page under which nothing is cut out of it."""
_SHOWN: Final = 1600
"""Pixels of the long side of a page that a person looks at."""


def read_file(path: Path, options: ReadOptions, panel: Panel, known: Collection[str] = ()) -> Iterator[Event]:
    """Read all cards of a file, telling each step as soon as it is done.

    `known` are the hashes of files that were read before. Raises a `WorldError` where the file can't be opened, kept or
    read; what was told before that stays true.
    """
    sha256 = sha256_of(path)
    if sha256 in known:
        yield Seen(sha256)
        return
    document = open_document(path)
    if options.store is not None:
        sha256 = FileStore(options.store).keep(path)
    yield Opened(
        Scan(
            sha256, path.name, document.media_type, path.stat().st_size, document.page_count, taken_on=document.taken_on
        )
    )
    started = time.perf_counter()
    for page in document.pages():
        cuts = find_cards(page.picture)
        cards, number = len(cuts), 0
        yield Framed(page.number, document.page_count, cards)
        for cut in cuts:
            looks = _looks(page, cut, alone=len(cuts) == 1, options=options, panel=panel)
            if len(looks) > 1:
                cards += len(looks) - 1
                yield Framed(page.number, document.page_count, cards)
            for quad, seen in looks:
                number += 1
                read = _understood(Card(page.number, number, quad, 0, 0, turn=seen.turn), seen, options, panel)
                now = time.perf_counter()
                yield CardRead(replace(read, seconds=now - started))
                started = now


def reread(card: Card, turn: int, options: ReadOptions, panel: Panel) -> ReadCard:
    """Read a kept card again after a person turned it clockwise by `turn` degrees (0, 90, 180, 270).

    Raises `WrongInput` where its picture is not kept, and `ReaderFailed`.
    """
    started = time.perf_counter()
    path = FileStore(options.store).path_of(card.picture) if options.store is not None else None
    if path is None:
        raise WrongInput(tr("The picture of this card is not kept."), tr("Drop the file again."))
    picture = images.turn(_load(path), turn)
    page = readers.look_upright(panel, picture, options.timeout)
    turned = replace(card, quad=turn_quad(card.quad, turn), turn=(card.turn + turn) % 360)
    return replace(_understood(turned, page, options, panel), seconds=time.perf_counter() - started)


def reframe(card: Card, sha256: str, quad: Quad, options: ReadOptions, panel: Panel) -> ReadCard:
    """Cut a card out of its page along the edges that a person drew, and read it again.

    Raises `WrongInput` where the file is not kept or the edges hold nothing, `UnreadableFile`, and `ReaderFailed`.
    """
    started = time.perf_counter()
    box = quad.bounds()
    if min(box.width, box.height) < _SMALLEST:
        raise WrongInput(tr("The edges hold next to nothing."), tr("Draw them around the whole card."))
    cut = cut_by_hand(_kept_page(sha256, card.page, options), quad)
    seen = readers.look(panel, cut.picture, options.timeout)
    framed = replace(card, quad=turn_quad(quad, seen.turn), turn=seen.turn)
    return replace(_understood(framed, seen, options, panel), seconds=time.perf_counter() - started)


def draw_page(sha256: str, number: int, options: ReadOptions) -> PageDrawn:
    """A page of a kept file, for a person to look at. Raises `WrongInput` and `UnreadableFile`."""
    picture = _kept_page(sha256, number, options)
    height, width = picture.shape[:2]
    return PageDrawn(images.encode(images.within(picture, _SHOWN)), width, height)


def _kept_page(sha256: str, number: int, options: ReadOptions) -> Picture:
    path = FileStore(options.store).path_of(sha256) if options.store is not None else None
    if path is None:
        raise WrongInput(tr("The file that this card was cut from is not kept."), tr("Drop the file again."))
    return open_document(path).page(number).picture


def _looks(page: Page, cut: Cut, *, alone: bool, options: ReadOptions, panel: Panel) -> list[tuple[Quad, readers.Page]]:
    """What is seen of a cut, and where on the page: of the whole page where that says more, and of each card in it."""
    seen = readers.look(panel, cut.picture, options.timeout)
    doubtful = not cut.sure or seen.cut_through or seen.weight < _LITTLE
    if alone and doubtful and not cut.whole and panel.first is not None:
        all_of_it = whole(page.picture)
        seen_all = readers.look(panel, all_of_it.picture, options.timeout)
        if seen_all.weight > (1.0 if seen.cut_through else _MORE) * seen.weight:
            cut, seen = all_of_it, seen_all
    return _told_apart(page, cut, seen, options, panel)


def _told_apart(
    page: Page, cut: Cut, seen: readers.Page, options: ReadOptions, panel: Panel
) -> list[tuple[Quad, readers.Page]]:
    """What was seen of a cut, or of each card in it, looked at from near."""
    quad = turn_quad(cut.quad, seen.turn)
    height, width = seen.picture.shape[:2]
    places = apart(seen.lines, width, height, options.region, whole=cut.whole)
    parts = [part_of(page.picture, quad, width, height, place) for place in places]
    looks = [
        look
        for part in parts
        for look in _told_apart(page, part, readers.look(panel, part.picture, options.timeout), options, panel)
    ]
    return looks or [(quad, seen)]


def _understood(card: Card, seen: readers.Page, options: ReadOptions, panel: Panel) -> ReadCard:
    """The card with its codes, the second look, and the draft; its picture is kept where there is a place for it.

    The second look runs in a program of its own, so everything else is done while it is waited for.
    """
    height, width = seen.picture.shape[:2]
    with ThreadPoolExecutor(max_workers=1) as beside:
        second_look = beside.submit(readers.look_twice, panel, seen, options.timeout)
        codes = find_codes(seen.picture)
        dark, picture = images.is_dark(seen.picture), _keep(seen.picture, options)
        seen = second_look.result()
    reading = Reading(width, height, seen.lines, codes, seen.readers)
    kept = replace(card, width=width, height=height, dark=dark, picture=picture)
    return ReadCard(kept, reading, extract(reading, options.region))


def _keep(picture: Picture, options: ReadOptions) -> str:
    if options.store is None:
        return ""
    return FileStore(options.store).keep_bytes(images.encode(picture), ".jpg")


def _load(path: Path) -> Picture:
    try:
        return images.decode(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(
            tr("The picture of this card can't be opened."), tr("Check that the library's disk is there.")
        ) from error
