"""Designs of business cards: columns, centred, logo left, right and on top, portrait, light on dark, and more."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from PIL import ImageFilter

from tests.cards.canvas import COLOURS, Anchor, Canvas, Colour, Place, Weight, blank, rows
from tests.cards.people import Person

Layout = Callable[[Person, random.Random], Canvas]

_LAND: Final = (1050, 600)
_EURO: Final = (1004, 650)
_TALL: Final = (600, 1050)
_WHITE: Final = (255, 255, 255)
_IVORY: Final = (250, 246, 236)


def columns(person: Person, chance: random.Random) -> Canvas:
    """Who on the left, how to reach them on the right of a thin line."""
    card = blank(_EURO, chance)
    card.mark((120, 120), 56)
    card.write((60, 330), person.name, 40, weight="heavy", room=420)
    _job(card, person, (60, 375), 26, room=420)
    card.write((60, 560), person.company, 30, ink=card.accent, weight="heavy", room=420)
    card.draw.line((505, 90, 505, 580), fill=(200, 200, 200), width=2)
    card.column((535, 330), rows(person, card, address=False), 25, 42)
    _address(card, person, (535, 200), 25)
    return card


def centred(person: Person, chance: random.Random) -> Canvas:
    """Everything in the middle, contact points on two lines with dots between."""
    card = blank(_LAND, chance, _IVORY)
    card.family = "serif"
    middle = card.width / 2
    card.write((middle, 110), person.company, 36, anchor="ms", ink=card.accent, weight="heavy")
    card.write((middle, 250), person.name, 52, anchor="ms")
    _job(card, person, (middle, 300), 28, anchor="ms", weight="slanted")
    texts = [card.labelled(row) for row in rows(person, card, address=False)]
    half = (len(texts) + 1) // 2
    card.write((middle, 440), "  ·  ".join(texts[:half]), 25, anchor="ms")
    card.write((middle, 480), "  ·  ".join(texts[half:]), 25, anchor="ms")
    card.write((middle, 530), ", ".join(person.address), 25, anchor="ms")
    return card


def logo_left(person: Person, chance: random.Random) -> Canvas:
    """A big sign with the company under it at the left."""
    card = blank(_LAND, chance)
    card.mark((210, 230), 100)
    card.write((210, 410), person.company, 32, anchor="ms", weight="heavy", ink=card.accent, room=360)
    card.write((210, 450), person.slogan, 22, anchor="ms", ink=card.soft, room=360)
    card.write((440, 150), person.name, 46, weight="heavy")
    base = _job(card, person, (440, 195), 27)
    card.column((440, max(base + 40, 310)), rows(person, card), 25, 42)
    return card


def logo_right(person: Person, chance: random.Random) -> Canvas:
    """The sign in the upper right, text below on the left."""
    card = blank(_EURO, chance)
    card.mark((880, 120), 62)
    card.write((60, 130), person.company, 38, weight="heavy", room=700)
    card.write((60, 170), person.slogan, 22, weight="slanted", ink=card.soft, room=700)
    card.write((60, 300), person.name, 40, ink=card.accent)
    base = _job(card, person, (60, 340), 25)
    card.column((60, max(base + 30, 420)), rows(person, card), 24, 38)
    return card


def logo_top(person: Person, chance: random.Random) -> Canvas:
    """The sign in the middle on top, two columns at the foot."""
    card = blank(_EURO, chance)
    middle = card.width / 2
    card.mark((middle, 110), 60)
    card.write((middle, 225), person.company, 30, anchor="ms", spacing=0.08)
    card.write((middle, 330), person.name, 44, anchor="ms", weight="heavy", ink=card.accent)
    _job(card, person, (middle, 372), 25, anchor="ms")
    found = rows(person, card, address=False)
    phones = [row for row in found if row.kind in {"work", "mobile", "fax"}]
    card.column((70, 480), phones, 23, 36, room=400)
    base = card.column((530, 480), [row for row in found if row not in phones], 23, 36, room=430)
    _address(card, person, (530, base), 23, step=36)
    return card


def logotype(person: Person, chance: random.Random) -> Canvas:
    """The company across the card in wide letters."""
    card = blank(_LAND, chance)
    card.write((60, 140), person.company.upper(), 64, weight="heavy", ink=card.accent, spacing=0.12)
    card.draw.line((60, 175, 990, 175), fill=card.accent, width=4)
    card.write((60, 215), person.slogan, 24, ink=card.soft)
    card.write((60, 310), person.name, 38, weight="heavy")
    _job(card, person, (60, 350), 25, room=420)
    card.column((520, 310), rows(person, card), 24, 40)
    return card


def name_on_two_lines(person: Person, chance: random.Random) -> Canvas:
    """First name light, last name heavy under it."""
    card = blank(_LAND, chance)
    first = " ".join(filter(None, (person.honorific, person.first)))
    last = f"{person.last}, {person.degree}" if person.degree else person.last
    card.write((70, 130), first, 62)
    card.write((70, 200), last, 62, weight="heavy", ink=card.accent)
    _job(card, person, (70, 260), 26)
    card.column((70, 390), rows(person, card, address=False), 24, 38, room=480)
    card.write((980, 390), person.company, 28, anchor="rs", weight="heavy", room=400)
    for number, line in enumerate(person.address):
        card.write((980, 430 + 36 * number), line, 24, anchor="rs", room=400)
    return card


def title_with_department(person: Person, chance: random.Random) -> Canvas:
    """Title and department on one line."""
    card = blank(_LAND, chance)
    card.draw.rectangle((0, 0, 22, card.height), fill=card.accent)
    card.write((80, 120), person.name, 50, weight="heavy")
    sign = chance.choice((", ", " | ", " · "))
    card.write((80, 170), sign.join(filter(None, (person.title, person.department))), 28, ink=card.soft)
    card.write((80, 300), person.company, 32, weight="heavy", ink=card.accent)
    base = _address(card, person, (80, 345), 25)
    card.column((80, max(base + 10, 400)), rows(person, card, address=False), 24, 34, room=700)
    card.mark((920, 480), 60)
    return card


def name_dash_title(person: Person, chance: random.Random) -> Canvas:
    """“Name – Title” in one line."""
    card = blank(_EURO, chance)
    card.write((60, 110), person.company, 40, weight="heavy", ink=card.accent)
    dash = chance.choice((" – ", " – ", " | "))
    card.write((60, 260), f"{person.name}{dash}{person.title}", 34, weight="heavy")
    card.write((60, 302), person.department, 25, ink=card.soft)
    card.column((60, 390), rows(person, card), 25, 42)
    return card


def icons(person: Person, chance: random.Random) -> Canvas:
    """Icons for labels, a coloured sidebar on the right."""
    card = blank(_LAND, chance)
    card.labels = "icons"
    card.draw.rectangle((760, 0, card.width, card.height), fill=card.accent)
    card.mark((905, 240), 80, _WHITE)
    card.write((905, 400), person.company, 28, anchor="ms", ink=_WHITE, weight="heavy", room=270)
    card.write((60, 130), person.name, 48, weight="heavy", room=660)
    base = _job(card, person, (60, 178), 26, room=660)
    card.column((60, max(base + 50, 310)), rows(person, card), 26, 46, room=670)
    return card


def icons_on_the_right(person: Person, chance: random.Random) -> Canvas:
    """Set to the right, each line followed by an icon in a disc."""
    card = blank(_LAND, chance)
    card.labels = "none"
    card.write((990, 120), person.name, 46, anchor="rs", ink=card.accent, weight="heavy")
    base = _job(card, person, (990, 165), 25, anchor="rs")
    card.write((60, 120), person.company, 30, weight="heavy", room=330)
    for number, row in enumerate(rows(person, card)):
        y = max(base + 50, 270) + 48 * number
        card.write((925, y), row.text, 25, anchor="rs")
        card.draw.ellipse((942, y - 31, 986, y + 13), fill=card.accent)
        card.icon((952, y), row.kind, 22, _WHITE)
    return card


def two_offices(person: Person, chance: random.Random) -> Canvas:
    """Two addresses side by side at the foot."""
    card = blank(_LAND, chance)
    card.write((60, 110), person.company, 40, weight="heavy", ink=card.accent)
    card.write((60, 240), person.name, 42, weight="heavy")
    _job(card, person, (60, 282), 25, room=420)
    card.column((540, 220), rows(person, card, address=False), 24, 38)
    card.draw.line((60, 470, 990, 470), fill=(205, 205, 205), width=2)
    _address(card, person, (60, 515), 23)
    for number, line in enumerate(person.second_address):
        card.write((540, 515 + 34 * number), line, 23)
    return card


def light_on_dark(person: Person, chance: random.Random) -> Canvas:
    """Letter-spaced capitals in light ink on dark ground."""
    card = _dark(blank(_LAND, chance, chance.choice(((18, 20, 24), (20, 36, 58), (52, 18, 30), (16, 50, 44)))))
    middle = card.width / 2
    card.write((middle, 150), person.name.upper(), 44, anchor="ms", spacing=0.16)
    card.write((middle, 200), person.title.upper(), 22, anchor="ms", spacing=0.2, ink=card.accent)
    card.write((middle, 235), person.department.upper(), 20, anchor="ms", spacing=0.2, ink=card.accent)
    card.draw.line((middle - 60, 262, middle + 60, 262), fill=card.accent, width=2)
    card.write((middle, 315), person.company, 32, anchor="ms")
    card.labels = "none" if card.labels == "icons" else card.labels
    for number, row in enumerate(rows(person, card)):
        card.write((middle, 375 + 38 * number), card.labelled(row), 24, anchor="ms")
    return card


def small_print(person: Person, chance: random.Random) -> Canvas:
    """A quiet card: much paper, one line of small letters at the foot."""
    card = blank(_EURO, chance)
    card.family = "light"
    card.labels = "letters"
    card.write((70, 120), person.name, 34, weight="heavy")
    _job(card, person, (70, 155), 22)
    card.write((934, 120), person.company, 26, anchor="rs", ink=card.accent, weight="heavy", room=420)
    found = rows(person, card, address=False)
    sign = chance.choice(("  |  ", "   ", "  /  "))
    card.write((70, 535), sign.join(card.labelled(row) for row in found[:3]), 21)
    card.write((70, 567), sign.join(card.labelled(row) for row in found[3:]), 21)
    card.write((70, 599), ", ".join(person.address), 21)
    return card


def portrait(person: Person, chance: random.Random) -> Canvas:
    """An upright card, sign on top, all centred."""
    card = blank(_TALL, chance)
    card.mark((300, 170), 80)
    card.write((300, 320), person.company, 34, anchor="ms", weight="heavy", ink=card.accent)
    card.write((300, 490), person.name, 42, anchor="ms", weight="heavy")
    _job(card, person, (300, 535), 25, anchor="ms")
    base = 680.0
    for row in rows(person, card, address=False):
        card.write((300, base), card.labelled(row), 24, anchor="ms")
        base += 42
    for line in person.address:
        card.write((300, base), line, 24, anchor="ms")
        base += 36
    return card


def portrait_head(person: Person, chance: random.Random) -> Canvas:
    """An upright card with a coloured head, text to the left."""
    card = blank(_TALL, chance)
    card.draw.rectangle((0, 0, card.width, 330), fill=card.accent)
    card.write((50, 170), person.name, 44, ink=_WHITE, weight="heavy")
    _job(card, person, (50, 215), 25, ink=(236, 236, 236))
    card.write((50, 430), person.company, 32, weight="heavy")
    base = _address(card, person, (50, 475), 25)
    card.column((50, base + 40), rows(person, card, address=False), 25, 50)
    card.write((50, 990), person.slogan, 22, ink=card.soft, weight="slanted")
    return card


def slanted_ground(person: Person, chance: random.Random) -> Canvas:
    """Colour over one corner, cut aslant."""
    card = blank(_LAND, chance)
    card.draw.polygon([(0, 0), (640, 0), (330, 600), (0, 600)], fill=card.accent)
    card.write((50, 120), person.company, 32, ink=_WHITE, weight="heavy", room=480)
    card.write((50, 160), person.slogan, 21, ink=(232, 232, 232), room=420)
    card.write((995, 130), person.name, 40, anchor="rs", weight="heavy", room=400)
    _job(card, person, (995, 172), 23, anchor="rs", room=400)
    for number, row in enumerate(rows(person, card)):
        card.write((995, 300 + 42 * number), card.labelled(row), 23, anchor="rs", room=560)
    return card


def footer_band(person: Person, chance: random.Random) -> Canvas:
    """Contact points in two columns on a band of colour at the foot."""
    card = blank(_LAND, chance, _IVORY)
    card.write((60, 140), person.name, 48)
    _job(card, person, (60, 185), 26, weight="slanted")
    card.write((990, 290), person.company, 34, anchor="rs", weight="heavy", ink=card.accent)
    card.draw.rectangle((0, 370, card.width, card.height), fill=card.accent)
    card.ink = _WHITE
    card.accent = _WHITE
    found = rows(person, card)
    half = (len(found) + 1) // 2
    card.column((60, 430), found[:half], 24, 48, room=430)
    card.column((540, 430), found[half:], 24, 48, room=470)
    return card


def table(person: Person, chance: random.Random) -> Canvas:
    """Labels in a column of their own."""
    card = blank(_EURO, chance)
    card.labels = "words"
    card.write((60, 115), person.company, 34, weight="heavy", ink=card.accent)
    _address(card, person, (60, 155), 23)
    card.write((60, 320), person.name, 40, weight="heavy")
    base = _job(card, person, (60, 360), 25)
    for number, row in enumerate(rows(person, card, address=False)):
        y = max(base + 25, 430) + 40 * number
        card.write((60, y), row.label, 24, ink=card.soft, room=150)
        card.write((225, y), row.text, 24)
    return card


def labels_above(person: Person, chance: random.Random) -> Canvas:
    """Each contact point under its label, in two columns."""
    card = blank(_EURO, chance)
    card.labels = "words"
    card.write((60, 110), person.name, 42, weight="heavy", ink=card.accent)
    _job(card, person, (60, 150), 25)
    card.write((944, 110), person.company, 28, anchor="rs", room=380, weight="heavy")
    for number, row in enumerate(rows(person, card)):
        x, y = 60 + 470 * (number % 2), 280 + 110 * (number // 2)
        card.write((x, y), row.label, 19, ink=card.soft)
        card.write((x, y + 34), row.text, 25, room=440)
    return card


def name_at_the_foot(person: Person, chance: random.Random) -> Canvas:
    """Contact points on top, the name in the lower right corner."""
    card = blank(_LAND, chance)
    card.column((60, 100), rows(person, card), 25, 40, room=700)
    card.mark((940, 110), 50)
    card.write((990, 470), person.name, 44, anchor="rs", weight="heavy")
    _job(card, person, (990, 512), 25, anchor="rs")
    card.write((60, 470), person.company, 30, ink=card.accent, weight="heavy", room=420)
    return card


def over_a_picture(person: Person, chance: random.Random) -> Canvas:
    """Light letters over a soft picture."""
    card = _dark(blank(_LAND, chance))
    for _ in range(14):
        x, y, r = chance.randrange(1050), chance.randrange(600), chance.randrange(60, 240)
        red, green, blue = chance.choice(COLOURS)
        card.draw.ellipse((x - r, y - r, x + r, y + r), fill=(red, green, blue))
    card.image = card.image.filter(ImageFilter.GaussianBlur(40)).point(lambda level: level * 5 // 8)
    card.accent = (255, 226, 160)
    card.write((70, 130), person.name, 50, weight="heavy")
    _job(card, person, (70, 178), 27)
    card.write((70, 290), person.company, 32, ink=card.accent, weight="heavy")
    card.column((70, 360), rows(person, card), 25, 42)
    return card


def last_name_in_capitals(person: Person, chance: random.Random) -> Canvas:
    """“Anna BERG”, the company with its address as one block at the right."""
    card = blank(_EURO, chance)
    end = f", {person.degree}" if person.degree else ""
    name = " ".join(filter(None, (person.honorific, person.first, person.last.upper())))
    card.write((60, 330), f"{name}{end}", 40, ink=card.accent, room=460)
    _job(card, person, (60, 372), 24, room=440)
    card.mark((110, 130), 54)
    card.write((560, 130), person.company, 28, weight="heavy")
    base = _address(card, person, (560, 168), 24)
    card.column((560, max(base + 30, 310)), rows(person, card, address=False), 24, 40)
    return card


def narrow_column(person: Person, chance: random.Random) -> Canvas:
    """A column so narrow that long numbers break in two."""
    card = blank(_LAND, chance)
    card.labels = chance.choice(("words", "letters"))
    card.write((60, 120), person.name, 46, weight="heavy")
    _job(card, person, (60, 165), 26, room=560)
    card.write((60, 520), person.company, 34, ink=card.accent, weight="heavy", room=600)
    base = _address(card, person, (60, 300), 25, room=560)
    others = [row for row in rows(person, card, address=False) if row.kind in {"email", "website"}]
    card.column((60, base + 10), others, 25, 38, room=560)
    y = 120
    for row in rows(person, card, address=False):
        if row.kind in {"work", "mobile", "fax"}:
            for line in _broken(card.labelled(row)):
                card.write((760, y), line, 25)
                y += 34
            y += 22
    return card


def stem_as_logotype(person: Person, chance: random.Random) -> Canvas:
    """A short form of the company as a logotype, its whole name before the address."""
    card = blank(_EURO, chance)
    card.write((944, 130), person.stem.lower(), 58, anchor="rs", weight="heavy", ink=card.accent, room=520)
    card.write((60, 130), person.name, 36, weight="heavy", room=340)
    _job(card, person, (60, 170), 23, room=340)
    if person.stem:
        card.said["company_alt"] = [person.stem]
    card.write((60, 370), person.company, 25, weight="heavy")
    base = _address(card, person, (60, 406), 24)
    card.column((60, base + 16), rows(person, card, address=False), 24, 36)
    return card


def _job(
    card: Canvas,
    person: Person,
    place: Place,
    size: int,
    *,
    anchor: Anchor = "ls",
    weight: Weight = "plain",
    room: float = 0,
    ink: Colour | None = None,
) -> float:
    """Title and department on a line each; returns the base line after them."""
    x, y = place
    for text in filter(None, (person.title, person.department)):
        card.write((x, y), text, size, weight=weight, ink=ink or card.soft, anchor=anchor, room=room)
        y += 1.35 * size
    return y


def _address(card: Canvas, person: Person, place: Place, size: int, *, step: float = 0, room: float = 0) -> float:
    """The address on its lines; returns the base line after them."""
    x, y = place
    for line in person.address:
        card.write((x, y), line, size, room=room)
        y += step or 1.4 * size
    return y


def _dark(card: Canvas) -> Canvas:
    card.ink, card.soft = (240, 240, 236), (196, 200, 206)
    card.accent = card.chance.choice(((232, 190, 96), (140, 206, 216), (240, 160, 140)))
    return card


def _broken(text: str) -> tuple[str, ...]:
    """A long text on two lines, cut at the gap nearest to its middle."""
    gaps = [at for at, sign in enumerate(text) if sign == " "]
    if len(text) <= 16 or not gaps:
        return (text,)
    cut = min(gaps, key=lambda at: abs(at - 0.6 * len(text)))
    return text[:cut], text[cut + 1 :]


LAYOUTS: Final[tuple[Layout, ...]] = (
    columns, centred, logo_left, logo_right, logo_top, logotype, name_on_two_lines, title_with_department,
    name_dash_title, icons, icons_on_the_right, two_offices, light_on_dark, small_print, portrait, portrait_head,
    slanted_ground, footer_band, table, labels_above, name_at_the_foot, over_a_picture, last_name_in_capitals,
    narrow_column, stem_as_logotype,
)  # fmt: skip
