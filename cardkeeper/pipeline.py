"""The way of a card from a file to a draft: opened, kept, framed, its codes found, read, understood."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from cardkeeper import images
from cardkeeper.capture.codes import find_codes
from cardkeeper.capture.framing import cut_along, find_cards
from cardkeeper.capture.pages import open_document
from cardkeeper.errors import WrongInput
from cardkeeper.fields.extract import extract
from cardkeeper.files import FileStore, sha256_of
from cardkeeper.images import Picture
from cardkeeper.looking import Looking
from cardkeeper.model.cards import Card, ReadCard, Reading, Scan
from cardkeeper.model.geometry import Quad
from cardkeeper.model.progress import CardRead, Event, Framed, Opened, PageDrawn, ReadOptions, Seen
from cardkeeper.reading import panel as readers
from cardkeeper.reading.panel import Panel
from cardkeeper.reading.upright import turn_quad
from cardkeeper.translation import tr

_SMALLEST: Final = 16.0
"""Pixels of a page under which nothing is cut out of it."""
_SHOWN: Final = 1600
"""Pixels of the long side of a page that a person looks at."""

_SEALING: Final = "cardkeeper.sealing"
"""Loaded only for a library with a password."""


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
    store = _store(options)
    if store is not None:
        sha256 = store.keep(path)
    yield Opened(
        Scan(
            sha256, path.name, document.media_type, path.stat().st_size, document.page_count, taken_on=document.taken_on
        )
    )
    started = time.perf_counter()
    for page in document.pages():
        cuts, number = find_cards(page.picture), 0
        told = left = len(cuts)
        yield Framed(page.number, document.page_count, told)
        for looks in Looking(page.picture, options, panel).at(cuts):
            left = max(0, left - 1)
            if told != (told := number + len(looks) + left):
                yield Framed(page.number, document.page_count, told)
            for look in looks:
                number += 1
                card = Card(page.number, number, look.quad, 0, 0, turn=look.seen.turn)
                read = _understood(card, look.seen, options, panel)
                now = time.perf_counter()
                yield CardRead(replace(read, seconds=now - started))
                started = now
        if told != number:
            yield Framed(page.number, document.page_count, number)


def reread(card: Card, turn: int, options: ReadOptions, panel: Panel) -> ReadCard:
    """Read a kept card again after a person turned it clockwise by `turn` degrees (0, 90, 180, 270).

    Raises `WrongInput` where its picture is not kept, and `ReaderFailed`.
    """
    started = time.perf_counter()
    store = _store(options)
    kept = store.read(card.picture) if store is not None else None
    if kept is None:
        raise WrongInput(tr("The picture of this card is not kept."), tr("Drop the file again."))
    picture = images.turn(images.decode(kept), turn)
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
    cut = cut_along(_kept_page(sha256, card.page, options), quad)
    seen = readers.look(panel, cut.picture, options.timeout)
    framed = replace(card, quad=turn_quad(quad, seen.turn), turn=seen.turn)
    return replace(_understood(framed, seen, options, panel), seconds=time.perf_counter() - started)


def draw_page(sha256: str, number: int, options: ReadOptions) -> PageDrawn:
    """A page of a kept file, for a person to look at. Raises `WrongInput` and `UnreadableFile`."""
    picture = _kept_page(sha256, number, options)
    height, width = picture.shape[:2]
    return PageDrawn(images.encode(images.within(picture, _SHOWN)), width, height)


def _kept_page(sha256: str, number: int, options: ReadOptions) -> Picture:
    store = _store(options)
    path = store.path_of(sha256) if store is not None else None
    if store is None or path is None:
        raise WrongInput(tr("The file that this card was cut from is not kept."), tr("Drop the file again."))
    # A sealed file is opened in memory only; any other is read page by page from where it lies.
    return open_document(store.contents(path)[1] if options.seal_key else path).page(number).picture


def _understood(card: Card, seen: readers.Page, options: ReadOptions, panel: Panel) -> ReadCard:
    """The card with its codes, the further looks, and the draft; its picture is kept where there is a place for it.

    These looks run in programs of their own, so everything else is done while they are waited for.
    """
    height, width = seen.picture.shape[:2]
    with ThreadPoolExecutor(max_workers=1) as beside:
        further_looks = beside.submit(readers.look_again, panel, seen, options.timeout)
        codes = find_codes(seen.picture)
        dark, picture = images.is_dark(seen.picture), _keep(seen.picture, options)
        seen = further_looks.result()
    reading = Reading(width, height, seen.lines, codes, seen.readers, seen.unread)
    kept = replace(card, width=width, height=height, dark=dark, picture=picture)
    return ReadCard(kept, reading, extract(reading, options.region))


def _keep(picture: Picture, options: ReadOptions) -> str:
    store = _store(options)
    return store.keep_bytes(images.encode(picture), ".jpg") if store is not None else ""


def _store(options: ReadOptions) -> FileStore | None:
    if options.store is None:
        return None
    return FileStore(options.store, import_module(_SEALING).Seal(options.seal_key) if options.seal_key else None)
