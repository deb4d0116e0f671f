"""The way of a card from a file to a draft: opened, kept, framed, its codes found, read, understood."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Final, TypeAlias

from cardkeeper import images
from cardkeeper.apart import apart, cards_among
from cardkeeper.capture.codes import find_codes
from cardkeeper.capture.framing import Cut, cut_along, find_cards, on_page, whole
from cardkeeper.capture.pages import Page, open_document
from cardkeeper.errors import WrongInput
from cardkeeper.fields.extract import extract
from cardkeeper.files import FileStore, sha256_of
from cardkeeper.images import Picture
from cardkeeper.model.cards import Card, ReadCard, Reading, Scan
from cardkeeper.model.geometry import Box, Point, Quad
from cardkeeper.model.progress import CardRead, Event, Framed, Opened, PageDrawn, ReadOptions, Seen
from cardkeeper.reading import panel as readers
from cardkeeper.reading.panel import Panel
from cardkeeper.reading.upright import turn_quad
from cardkeeper.translation import tr

_LITTLE: Final = 25.0
"""Sure letters and digits below which a cut says so little that the whole page is read as well."""
_MORE: Final = 1.1
"""How many times more sure text the whole page must hold to be kept instead of a cut that goes through no print."""

_LESS: Final = 0.9
"""How much less sure text a page may hold that was cut along its lines."""
_WORD: Final = 3.0
"""Sure letters and digits of which at least one word is made; a card says no less, or has a code."""
_SMALLEST: Final = 16.0
"""Pixels of a page under which nothing is cut out of it."""
_SHOWN: Final = 1600
"""Pixels of the long side of a page that a person looks at."""

_LIKE: Final = 2.5
"""How many times as large or small as the others a card may look that was overlooked."""

_SEALING: Final = "cardkeeper.sealing"
"""Loaded only for a library with a password."""

_Look: TypeAlias = tuple[Quad, readers.Page]
"""Where a card lies on its page, and what is seen of it."""


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
        yield Framed(page.number, document.page_count, len(cuts))
        for done, looks in enumerate(_looks_at(page, cuts, options, panel), start=1):
            if len(looks) != (done <= len(cuts)):
                yield Framed(page.number, document.page_count, number + len(looks) + max(0, len(cuts) - done))
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


def _looks_at(page: Page, cuts: Sequence[Cut], options: ReadOptions, panel: Panel) -> Iterator[list[_Look]]:
    """What is seen of each cut in turn, and last of the cards that were overlooked beside several others."""
    if len(cuts) == 1:
        yield _told_apart(page, *_only(page, cuts[0], options, panel), options, panel)
    elif all(cut.sure for cut in cuts):
        for cut in cuts:
            yield _told_apart(page, cut, readers.look(panel, cut.picture, options.timeout), options, panel)
    else:
        yield from _doubtful(page, cuts, options, panel)


def _only(page: Page, cut: Cut, options: ReadOptions, panel: Panel) -> tuple[Cut, readers.Page]:
    """The only cut of a page as it is best read: itself, the whole page, or the page along its lines."""
    seen = readers.look(panel, cut.picture, options.timeout)
    if not cut.whole:
        cut, seen = _better_of_whole(page, cut, seen, options, panel)
    return _levelled(page, cut, seen, options, panel)


def _levelled(page: Page, cut: Cut, seen: readers.Page, options: ReadOptions, panel: Panel) -> tuple[Cut, readers.Page]:
    """A page on which no edge of a card was seen, cut along its lines of print where they run aslant."""
    if not cut.whole or seen.slant is None:
        return cut, seen
    height, width = seen.picture.shape[:2]
    level = cut_along(page.picture, on_page(turn_quad(cut.quad, seen.turn), width, height, seen.slant))
    seen_level = readers.look(panel, level.picture, options.timeout)
    return (replace(level, whole=True), seen_level) if seen_level.weight > _LESS * seen.weight else (cut, seen)


def _doubtful(page: Page, cuts: Sequence[Cut], options: ReadOptions, panel: Panel) -> Iterator[list[_Look]]:
    """What is seen of several cuts that may not be all cards of the page, nor all be cards.

    What the whole page shows beside them is a card that was overlooked. What goes through its print is none, nor is
    what says nothing; where none is left, the whole page is one.
    """
    everything, all_seen = _only(page, whole(page.picture), options, panel)
    kept = []
    for cut in cuts:
        seen = readers.look(panel, cut.picture, options.timeout)
        if _says_something(seen) and not (seen.cut_through and _runs_on(cut, cuts, everything, all_seen)):
            kept.append(cut)
            yield _told_apart(page, cut, seen, options, panel)
    if kept:
        yield _overlooked(page, kept, everything, all_seen, options, panel)
    else:
        yield _told_apart(page, everything, all_seen, options, panel)


def _says_something(seen: readers.Page) -> bool:
    return seen.weight >= _WORD or bool(find_codes(seen.picture))


def _runs_on(cut: Cut, cuts: Sequence[Cut], everything: Cut, all_seen: readers.Page) -> bool:
    """Whether a line of the page begins in a cut and goes on to where no cut is, or comes from there."""
    for line in all_seen.lines:
        ends = _ends(line.box, everything, all_seen)
        within = [cut.quad.holds(end) for end in ends]
        if any(within) and not all(within) and not all(any(one.quad.holds(end) for one in cuts) for end in ends):
            return True
    return False


def _ends(box: Box, everything: Cut, all_seen: readers.Page) -> tuple[Point, Point]:
    """Where on the page a line has its first and its last letter."""
    height, width = all_seen.picture.shape[:2]
    middle, inset = box.middle[1], min(box.width, box.height) / 2
    thin = Quad.of_box(Box(box.left + inset, middle, max(box.left + inset, box.right - inset), middle))
    place = on_page(turn_quad(everything.quad, all_seen.turn), width, height, thin)
    return place.top_left, place.top_right


def _better_of_whole(
    page: Page, cut: Cut, seen: readers.Page, options: ReadOptions, panel: Panel
) -> tuple[Cut, readers.Page]:
    """The cut, or where it is doubtful and the whole page says more, that."""
    if cut.sure and not seen.cut_through and seen.weight >= _LITTLE:
        return cut, seen
    all_of_it = whole(page.picture)
    seen_all = readers.look(panel, all_of_it.picture, options.timeout)
    more = seen_all.weight > (1.0 if seen.cut_through else _MORE) * seen.weight
    return (all_of_it, seen_all) if more else (cut, seen)


def _told_apart(page: Page, cut: Cut, seen: readers.Page, options: ReadOptions, panel: Panel) -> list[_Look]:
    """What was seen of a cut, or of each card in it, looked at from near."""
    quad = turn_quad(cut.quad, seen.turn)
    height, width = seen.picture.shape[:2]
    places = apart(seen.lines, width, height, options.region, whole=cut.whole)
    nearer = [_nearer(page, on_page(quad, width, height, Quad.of_box(place)), options, panel) for place in places]
    return [look for looks in nearer for look in looks] or [(quad, seen)]


def _nearer(page: Page, quad: Quad, options: ReadOptions, panel: Panel) -> list[_Look]:
    cut = cut_along(page.picture, quad)
    return _told_apart(page, cut, readers.look(panel, cut.picture, options.timeout), options, panel)


def _overlooked(
    page: Page, cuts: Sequence[Cut], everything: Cut, seen: readers.Page, options: ReadOptions, panel: Panel
) -> list[_Look]:
    """What is seen of cards of whose edges nothing is seen: about as large as the others, and with a name on them."""
    height, width = seen.picture.shape[:2]
    quad = turn_quad(everything.quad, seen.turn)

    def place(box: Box) -> Quad:
        return on_page(quad, width, height, Quad.of_box(box))

    rest = [line for line in seen.lines if not any(cut.quad.holds(place(line.box).middle()) for cut in cuts)]
    usual = median(cut.quad.area for cut in cuts)
    cards = [place(box) for box in cards_among(rest, width, height, options.region)]
    alike = [card for card in cards if usual / _LIKE < card.area < usual * _LIKE]
    return [look for card in alike for look in _nearer(page, card, options, panel)]


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
