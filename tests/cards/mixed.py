"""Draws labelled cards whose designs are put together by chance: `python -m tests.cards.mixed OUT [--seed N] …`.

No two cards share a design. The weights of `fields` are learned from them and confidence is calibrated on them, so
that designs which somebody drew on purpose stay unseen.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any, Final

import msgspec

from tests.cards import effects
from tests.cards.canvas import Anchor, Canvas, Colour, Row, Weight, blank, rows
from tests.cards.mixed_words import (
    COUNTRY_WORDS,
    DEPARTMENTS,
    EXTRAS,
    FIELDS,
    GOODS,
    HOURS,
    HOUSES,
    INSTITUTIONS,
    PLACES,
    SLOGANS,
    TITLES,
    TRADES,
    UNLISTED,
)
from tests.cards.people import Person, make_up, plain_letters
from tests.cards.words import COUNTRIES, LANGUAGES, STEMS

_SIZES: Final = ((1050, 600), (1004, 650), (1050, 600), (1004, 650), (600, 1050))
_DARK: Final = ((18, 20, 24), (20, 36, 58), (52, 18, 30), (16, 50, 44), (46, 46, 48))
_PAPERS: Final = ((255, 255, 255), (255, 255, 255), (250, 246, 236), (238, 240, 242))
_SMALL: Final = {"the", "of", "for", "and", "&"}


@dataclass(frozen=True, slots=True)
class Print:
    """One printed line of a block."""

    text: str
    size: int
    weight: Weight = "plain"
    colour: str = "ink"
    spacing: float = 0
    gap: float = 1.4
    """Distance to the base line before, in sizes of this line."""
    kind: str = ""
    """Which icon stands before it, if any."""


Block = list[Print]


def mixed_person(chance: random.Random) -> tuple[Person, dict[str, Any]]:
    """Somebody with a company of any kind; and what their label says beyond the person."""
    person = make_up(chance)
    words = LANGUAGES[person.language]
    extra: dict[str, Any] = {}
    first, last = _named(person, chance)
    company, stem = _company(person.language, last, chance)
    core = _core(company, stem, chance)
    home = person.websites[0].rpartition(".")[2] if person.websites else "com"
    ending = chance.choice(("com", "com", "net", "org", home))
    domain = f"{core}.{ending}"
    titles = (*TITLES[person.language], *TITLES[person.language], *words.titles)
    departments = (*DEPARTMENTS[person.language], *words.departments)
    title = chance.choice(titles) if chance.random() < 0.88 else ""
    unlisted = chance.random() < 0.06
    title = chance.choice(UNLISTED) if unlisted else title
    site = chance.choice(("www.{}", "www.{}", "{}", "http://{}"))
    person = replace(
        person,
        first=first,
        last=last,
        title=title,
        department=chance.choice(departments) if chance.random() < 0.3 and not unlisted else "",
        company=company,
        stem=stem,
        emails=_mails(first, last, domain, chance),
        websites=(site.format(domain),) if chance.random() < 0.7 else (),
        slogan=chance.choice((*SLOGANS, *SLOGANS, *words.slogans)) if chance.random() < 0.4 else "",
        address=_address(person, chance),
    )
    return person, extra


def _named(person: Person, chance: random.Random) -> tuple[str, str]:
    """Names of the language, of the lists, or that no list knows."""
    kind = chance.random()
    if kind < 0.4:
        return person.first, person.last
    if kind < 0.75:
        return _listed("first_names", chance), _listed("last_names", chance)
    return _made_up(chance), _made_up(chance) + chance.choice(("", "son", "ova", "berg", "ini", "ez"))


def _listed(name: str, chance: random.Random) -> str:
    lines = (resources.files("resources") / "words" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    while not (word := chance.choice(lines[1:])).isascii() or not 3 <= len(word) <= 11 or not word.isalpha():
        pass
    return word.capitalize()


def _made_up(chance: random.Random) -> str:
    starts, ends = ("b", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "r", "s", "t", "v", "w", "z", "sh"), "aeiou"
    return "".join(chance.choice(starts) + chance.choice(ends) for _ in range(chance.choice((2, 2, 3)))).capitalize()


def _company(language: str, last: str, chance: random.Random) -> tuple[str, str]:
    """A company's whole name, and the short form by which it goes."""
    words = LANGUAGES[language]
    form = chance.choice(next(country for country in COUNTRIES if country.language == language).legal_forms)
    trade = chance.choice((*TRADES[language], *TRADES[language], *words.trades))
    stem = chance.choice((chance.choice(STEMS), _made_up(chance) + chance.choice(("tec", "on", "ex", "line", "", ""))))
    other = chance.choice(words.last_names)
    acronym = "".join(chance.choice("ABCDEFGHIKLMNOPRSTVW") for _ in range(3))
    place, field_ = chance.choice(PLACES), chance.choice(FIELDS)
    patterns: tuple[Callable[[], tuple[str, str]], ...] = (
        lambda: (f"{stem} {trade} {form}", stem),
        lambda: (f"{stem} {trade}", stem),
        lambda: (f"{stem} {form}", stem),
        lambda: (stem, stem),
        lambda: (f"{last} & {other}", f"{last}{other}"),
        lambda: (f"{last} & {other} {form}", f"{last}{other}"),
        lambda: (f"{last} {trade}", last),
        lambda: (f"{acronym} {trade}", acronym),
        lambda: (f"{acronym} {form}", acronym),
        lambda: (f"The {other} {chance.choice(('Group', 'Company', 'Partnership'))}", other),
        lambda: (chance.choice(INSTITUTIONS).format(place=place, field=field_), ""),
        lambda: (chance.choice(INSTITUTIONS).format(place=place, field=field_), ""),
        lambda: (f"{place} {trade}", f"{place}{trade}"),
        lambda: (f"{stem.lower()}", stem),
        lambda: (f"{stem}{trade.split()[0]}", f"{stem}{trade.split()[0]}"),
    )
    return chance.choice(patterns)()


def _core(company: str, stem: str, chance: random.Random) -> str:
    """The name of the host: the short form, the whole name, initials, beginnings, or something else."""
    words = [plain_letters(word) for word in company.split() if word.lower() not in _SMALL]
    initials = "".join(word[:1] for word in words)
    kind = chance.random()
    if kind < 0.5 and stem:
        return plain_letters(stem)
    if kind < 0.72:
        return chance.choice(("", "-")).join(filter(None, words[:2]))
    if kind < 0.88 and len(initials) >= 3:
        return initials
    if kind < 0.96:
        return "".join(word[:3] for word in words)
    return plain_letters(_made_up(chance) + "net")


def _mails(first: str, last: str, domain: str, chance: random.Random) -> tuple[str, ...]:
    if chance.random() < 0.1:
        return ()
    one, other = plain_letters(first), plain_letters(last)
    host = chance.choice(("gmail.com", "yahoo.com", "web.de", "orange.fr")) if chance.random() < 0.1 else domain
    forms = (f"{one}.{other}", f"{one}.{other}", f"{one[0]}.{other}", f"{one[0]}{other}", one, other, f"{one}_{other}")
    local = chance.choice((*forms, f"{one}{other[0]}", f"{other}.{one}", f"{one[0]}{other[:5]}", "info", "contact"))
    return (f"{local}@{host}",)


def _address(person: Person, chance: random.Random) -> tuple[str, ...]:
    """An address on one to four lines."""
    lines = list(person.address)
    if not lines:
        return ()
    if chance.random() < 0.35:
        lines.insert(0, chance.choice(HOUSES))
    country = next((one for one in COUNTRIES if lines[-1] in one.towns), None)
    if country and chance.random() < 0.35:
        name = COUNTRY_WORDS[country.code]
        lines = [*lines, name] if chance.random() < 0.6 else [*lines[:-1], f"{lines[-1]}, {name}"]
    if chance.random() < 0.3:
        lines = [", ".join(lines)]
    return tuple(lines)


class Design:
    """One card, its blocks made and laid down by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.person, self.said = mixed_person(chance)
        self.nameless = chance.random() < 0.05
        self.label: dict[str, Any] = {}
        self.canvas = self._paper()
        self.base = chance.choice((21, 22, 23, 24, 25, 26))
        self.other: list[str] = []

    def _paper(self) -> Canvas:
        size = self.chance.choice(_SIZES)
        if self.chance.random() < 0.18:
            canvas = blank(size, self.chance, self.chance.choice(_DARK))
            canvas.ink, canvas.soft = (240, 240, 236), (196, 200, 206)
            canvas.accent = self.chance.choice(((232, 190, 96), (140, 206, 216), (240, 160, 140)))
            return canvas
        return blank(size, self.chance, self.chance.choice(_PAPERS))

    def brand(self) -> Block:
        """The company: as a line, a logotype, or a short form with the whole name elsewhere; a slogan near it."""
        chance, company = self.chance, self.person.company
        size = chance.choice((24, 28, 32, 36, 44, 56))
        spacing = chance.choice((0, 0, 0, 0, 0.1))
        weight: Weight = chance.choice(("heavy", "heavy", "plain"))
        shown = company.upper() if chance.random() < 0.3 else company
        self.label["company"] = company
        words = shown.split()
        block = [Print(shown, size, weight, "accent", spacing)]
        if len(words) > 2 and chance.random() < 0.45:
            cut = chance.randrange(1, len(words))
            cut = cut + 1 if words[cut - 1] in {"&", "of", "OF", "The", "for"} and cut + 1 < len(words) else cut
            block = [Print(" ".join(part), size, weight, "accent", gap=1.15) for part in (words[:cut], words[cut:])]
        if self.person.slogan:
            small = max(17, int(size * chance.choice((0.45, 0.55, 0.65, 0.8))))
            slanted: Weight = chance.choice(("plain", "slanted"))
            line = Print(self.person.slogan, small, slanted, "soft", gap=chance.choice((1.3, 1.6)))
            block = [line, *block] if chance.random() < 0.12 else [*block, line]
            self.other.append(self.person.slogan)
        return block

    def who(self) -> Block:
        """Name, title and department in the orders that cards print them in."""
        chance, person = self.chance, self.person
        if self.nameless:
            return []
        size = chance.choice((24, 28, 32, 36, 40, 46))
        name = chance.choice((person.name, person.name, person.name, self._capital_last(), person.name.upper()))
        if chance.random() < 0.08 and person.department:
            name = person.name
        lines = [Print(name, size, chance.choice(("heavy", "heavy", "plain")), chance.choice(("ink", "accent")))]
        if chance.random() < 0.06:
            first = " ".join(filter(None, (person.honorific, person.first)))
            last = f"{person.last}, {person.degree}" if person.degree else person.last
            lines = [replace(lines[0], text=first), replace(lines[0], text=last, gap=1.15)]
        job = self._job(max(17, int(size * chance.choice((0.55, 0.62, 0.7, 0.8)))))
        return [*job, *lines] if chance.random() < 0.1 else [*lines, *job]

    def _capital_last(self) -> str:
        person = self.person
        end = f", {person.degree}" if person.degree else ""
        return " ".join(filter(None, (person.honorific, person.first, person.last.upper()))) + end

    def _job(self, size: int) -> Block:
        chance, person = self.chance, self.person
        titles = [person.title] if person.title else []
        if titles and chance.random() < 0.12:
            titles.append(chance.choice([one for one in TITLES[person.language] if one != person.title]))
        self.label["title"] = ", ".join(titles)
        self.label["department"] = person.department
        weight: Weight = chance.choice(("plain", "plain", "slanted"))
        colour = chance.choice(("ink", "soft", "accent"))
        upper = chance.random() < 0.12
        lines = [Print(one, size, weight, colour, gap=1.3) for title in titles for one in self._folded(title)]
        if person.department and titles and chance.random() < 0.15:
            sign = chance.choice((", ", " | ", " - "))
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text}{sign}{person.department}")
        elif person.department:
            block = [Print(person.department, size, weight, colour, gap=1.3)]
            lines = [*block, *lines] if chance.random() < 0.25 else [*lines, *block]
        return [replace(line, text=line.text.upper()) for line in lines] if upper else lines

    def _folded(self, title: str) -> list[str]:
        words = title.split()
        if len(words) > 3 and self.chance.random() < 0.4:
            half = len(words) // 2
            return [" ".join(words[:half]), " ".join(words[half:])]
        return [title]

    def reach(self) -> Block:
        """Contact points on a line each, or two on one."""
        chance = self.chance
        found = rows(self.person, self.canvas, address=False)
        if chance.random() < 0.25:
            chance.shuffle(found)
        self._labelled(found)
        step = chance.choice((1.35, 1.5, 1.7))
        texts = [(row.kind, self.canvas.labelled(row)) for row in found]
        if self.canvas.labels != "icons" and chance.random() < 0.25:
            sign = chance.choice(("   ", " | ", "  /  ", "  ·  ", "  "))
            texts = [(a[0], sign.join(text for _, text in (a, *b))) for a, *b in _pairs(texts)]
        colour = chance.choice(("ink", "ink", "soft"))
        kinds = self.canvas.labels == "icons"
        return [Print(text, self.base, colour=colour, gap=step, kind=kind if kinds else "") for kind, text in texts]

    def _labelled(self, found: Sequence[Row]) -> None:
        person = self.person
        self.label["phones"] = [{"number": one.number, "type": one.kind} for one in person.phones]
        self.label["emails"], self.label["websites"] = list(person.emails), list(person.websites)
        self.other += [row.text for row in found if row.kind == "social"]

    def where(self) -> Block:
        """The address, sometimes with the company's whole name over it."""
        self.label["address"] = ", ".join(self.person.address)
        return [Print(line, self.base, gap=1.3) for line in self.person.address]

    def elsewhere(self) -> Block:
        """A second office, a note, or nothing."""
        chance = self.chance
        kind = chance.random()
        if kind < 0.12 and self.person.second_address and self.person.address:
            self.label["address_alt"] = [", ".join(self.person.second_address)]
            return [Print(line, self.base, gap=1.3) for line in self.person.second_address]
        if kind < 0.24:
            printed = list(chance.choice((*GOODS, *HOURS)))
            self.other += printed
            bullet = chance.choice(("", "", "• ", "– "))
            return [Print(f"{bullet}{text}", self.base, gap=1.35) for text in printed]
        if kind < 0.5:
            text = chance.choice(EXTRAS)
            self.other.append(text)
            return [Print(text, chance.choice((18, 20, 22, 26)), colour=chance.choice(("soft", "ink", "accent")))]
        return []

    def draw(self) -> Canvas:
        """Lay the blocks down: in one column, in two, or under a head."""
        brand, who, reach, where, more = self.brand(), self.who(), self.reach(), self.where(), self.elsewhere()
        if self.chance.random() < 0.3 and where:
            where, brand = self._whole_name_above(where, brand)
        foot = [reach, where] if self.chance.random() < 0.6 else [where, reach]
        if self.chance.random() < 0.3:
            foot = [[*foot[0], *[replace(one, gap=1.5) for one in foot[1]]]]
        narrow = self.canvas.width < self.canvas.height
        kind = self.chance.random()
        if narrow or kind < 0.25:
            top = [brand, who] if self.chance.random() < 0.6 else [who, brand]
            self._stack([*top, *foot, more], 0.0, 1.0)
        elif kind < 0.45:
            self._stack([brand], 0.0, 1.0, bottom=0.36)
            self._columns([who], [*foot, more], top=0.38)
        elif kind < 0.6:
            self._stack([who], 0.0, 1.0, bottom=0.42)
            self._columns([brand, more], foot, top=0.44)
        else:
            blocks = [brand, who, *foot, more]
            left = [block for block in blocks if self.chance.random() < 0.5]
            right = [block for block in blocks if block not in left]
            self._columns(left, right)
        return self.canvas

    def _whole_name_above(self, where: Block, brand: Block) -> tuple[Block, Block]:
        """A short form as the logotype, and the whole name over the address."""
        person = self.person
        if person.stem == person.company or person.stem not in person.company.split():
            return where, brand
        self.label["company_alt"] = [person.stem]
        short = replace(brand[0], text=person.stem, size=max(40, brand[0].size))
        slogan = [line for line in brand if line.text == person.slogan]
        return [Print(person.company, self.base, "heavy"), *where], [short, *slogan]

    def _columns(self, left: Sequence[Block], right: Sequence[Block], top: float = 0.0) -> None:
        split = self.chance.choice((0.42, 0.48, 0.52, 0.58))
        self._stack(left, 0.0, split, top=top)
        self._stack(right, split, 1.0, top=top)

    def _stack(
        self, blocks: Sequence[Block], left: float, right: float, *, top: float = 0.0, bottom: float = 1.0
    ) -> None:
        """Blocks under one another between four edges, given as shares of the card."""
        blocks = [block for block in blocks if block]
        if not blocks:
            return
        chance, canvas = self.chance, self.canvas
        anchor: Anchor = chance.choice(("ls", "ls", "ls", "ms", "rs"))
        low, high = canvas.width * left + 48, canvas.width * right - 40
        x = {"ls": low, "ms": (low + high) / 2, "rs": high}[anchor]
        need = sum(line.size * line.gap for block in blocks for line in block)
        free = canvas.height * (bottom - top) - 90 - need
        pause = max(8.0, min(70.0, free / max(1, len(blocks)))) * chance.uniform(0.5, 1.0)
        squeeze = min(1.0, (canvas.height * (bottom - top) - 60) / (need + pause * (len(blocks) - 1)))
        spare = max(0.0, canvas.height * (bottom - top) - 90 - need * squeeze - pause * (len(blocks) - 1))
        y = canvas.height * top + 40 + spare * chance.choice((0.0, 0.0, 0.5, 1.0))
        for block in blocks:
            for line in block:
                y += line.size * line.gap * squeeze
                self._print(line, x, y, anchor, high - low, squeeze)
            y += pause

    def _print(self, line: Print, x: float, y: float, anchor: Anchor, room: float, squeeze: float) -> None:
        canvas = self.canvas
        size = max(16, int(line.size * max(squeeze, 0.75)))
        inks: dict[str, Colour] = {"ink": canvas.ink, "soft": canvas.soft, "accent": canvas.accent}
        if line.kind and anchor == "ls":
            canvas.icon((x, y), line.kind, size)
            x, room = x + 1.7 * size, room - 1.7 * size
        canvas.write(
            (x, y), line.text, size, weight=line.weight, ink=inks[line.colour], anchor=anchor, room=room,
            spacing=line.spacing,
        )  # fmt: skip

    def truth(self) -> dict[str, Any]:
        """What a reader should find."""
        empty = {"title": "", "department": "", "address": ""}
        name = "" if self.nameless else self.person.name
        return {**empty, "name": name, **self.label, "other": self.other}


def _pairs(texts: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    return [list(texts[at : at + 2]) for at in range(0, len(texts), 2)]


def save(folder: Path, seed: int, count: int) -> None:
    """Write the pictures and `labels.json` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    labels = []
    for number in range(count):
        chance = random.Random(f"mixed/{seed}/{number}")
        design = Design(chance)
        picture = design.draw().image
        kind = "photo" if number % 3 == 2 else "scan"
        finished = effects.photo(picture, chance) if kind == "photo" else effects.scan(picture, chance)
        file = f"x{number:04}.jpg"
        (folder / file).write_bytes(effects.as_jpeg(finished, chance))
        labels.append({"file": file, "kind": kind, "lang": design.person.language, "cards": [design.truth()]})
    (folder / "labels.json").write_bytes(msgspec.json.format(msgspec.json.encode(labels), indent=1) + b"\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw what the words ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.cards.mixed", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=400)
    options = parser.parse_args(arguments)
    save(options.out, options.seed, options.count)


if __name__ == "__main__":
    main()
