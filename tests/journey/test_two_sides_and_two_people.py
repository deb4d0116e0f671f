"""Cards with a back, and cards of two people, from the drop to the person; and a card whose edges were found wrong."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import Qt

from cardkeeper.cli.main import main
from cardkeeper.library import Library
from cardkeeper.model.cards import CardState
from cardkeeper.model.drafts import FieldName
from tests.helpers_window import take_photos
from tests.journey.conftest import NOW
from tests.journey.somebody import Person
from ui.both_sides import BothSides
from ui.person import PersonPage

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_FONT = Path(__file__).parents[2] / "resources" / "fonts" / "Inter-Regular.ttf"

ANNA = ["Anna Bergmann", "Head of Sales", "Orbit Tools GmbH", "anna.bergmann@orbit-tools.example"]
ANNA_BACK = ["Orbit Tools GmbH", "Phone +49 30 901820", "www.orbit-tools.example"]
PETER = ["Peter Larsen", "Engineer", "Sable Systems Ltd", "peter.larsen@sable-systems.example"]
PETER_BACK = ["Sable Systems Ltd", "Phone +44 20 7946 0958"]
PARTNERS = [
    "Baxter & Perry Architects LLP",
    "Rebecca Baxter",
    "rebecca.baxter@baxterperry.example",
    "Thomas Perry",
    "thomas.perry@baxterperry.example",
    "12 Mill Lane, Reading RG1 2AB",
]


def draw(path: Path, lines: list[str], *, ground: str = "white", ink: str = "black") -> Path:
    """A plain card as a scanner gives it."""
    picture = Image.new("RGB", (1050, 600), ground)
    pen = ImageDraw.Draw(picture)
    for at, line in enumerate(lines):
        pen.text((80, 50 + 85 * at), line, fill=ink, font=ImageFont.truetype(str(_FONT), 46 if at == 0 else 34))
    path.parent.mkdir(exist_ok=True)
    picture.save(path)
    return path


def read_all(person: Person, *paths: Path, cards: int) -> None:
    person.drops(*paths)
    person.waits_until(lambda: bool(person.desk.jobs.files()) and not person.desk.jobs.active)
    person.waits_until(lambda: len(person.inbox.cards.cards()) == cards)


def opens_the_review(person: Person) -> None:
    person.inbox.question.not_now.click()
    person.presses(Qt.Key.Key_R, CTRL)
    person.waits_until(lambda: person.window.pages.current is person.review)


def test_a_pile_scanned_from_both_sides_is_one_card_for_each_person(person: Person, tmp_path: Path) -> None:
    person.desk.session.keep(replace(person.desk.session.settings, sides="alternate"))
    pile = [
        draw(tmp_path / "pile" / f"scan {number}.png", lines)
        for number, lines in enumerate((ANNA, ANNA_BACK, PETER, PETER_BACK), start=1)
    ]
    read_all(person, *pile, cards=2)
    opens_the_review(person)
    for _ in range(2):
        person.presses(Qt.Key.Key_Return)
    assert sorted(contact.name for contact in person.library.people.all()) == ["Anna Bergmann", "Peter Larsen"]
    (anna,) = person.library.people.find("anna bergmann")
    contact = person.library.people.get(anna)
    assert [phone.e164 for phone in contact.phones] == ["+4930901820"]
    assert contact.emails == ("anna.bergmann@orbit-tools.example",)

    person.window.open_person(anna)
    page = person.window.pages.page("person")
    assert isinstance(page, PersonPage)
    (card,) = page.card_pane.findChildren(BothSides)
    (stored,) = person.library.cards.of_contact(anna)
    assert stored.back is not None
    assert card.picture.picture() == stored.card.picture
    card.sides.segment("back").click()
    assert card.picture.picture() == stored.back.card.picture


def test_both_sides_survive_a_restart_an_export_and_undo(tmp_path: Path) -> None:
    folder, out = str(tmp_path / "library"), tmp_path / "people.csv"
    for number, lines in enumerate((ANNA, ANNA_BACK), start=1):
        draw(tmp_path / "pile" / f"{number}.png", lines)
    assert main(["--library", folder, "settings", "sides", "alternate"]) == 0
    assert main(["--library", folder, "add", "--reader", "tesseract", str(tmp_path / "pile")]) == 0
    with Library.open(Path(folder), now=lambda: NOW) as library:
        (card,) = library.cards.inbox()
        assert card.back is not None
        assert library.check().ok
    assert main(["--library", folder, "accept", "--all"]) == 0
    assert main(["--library", folder, "export", "--as", "csv", "-o", str(out)]) == 0
    (row,) = csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines())
    assert (row["Name"], row["Phone E.164"], row["E-mail"]) == ("Anna Bergmann", "+4930901820", ANNA[3])
    assert main(["--library", folder, "undo"]) == 0
    with Library.open(Path(folder), now=lambda: NOW) as library:
        assert library.cards.inbox() == (card,)


def test_a_logo_beside_a_card_is_asked_about_and_becomes_its_back(person: Person, tmp_path: Path) -> None:
    front = draw(tmp_path / "IMG_1.png", ANNA)
    back = draw(tmp_path / "IMG_2.png", ANNA_BACK, ground="#143c50", ink="white")
    read_all(person, front, back, cards=2)
    opens_the_review(person)
    assert person.review.desk.right.belonging.message().startswith("Front and back of one card?")
    person.presses(Qt.Key.Key_Y, ALT)
    person.presses(Qt.Key.Key_Return)
    (contact,) = person.library.people.all()
    assert (contact.name, [phone.e164 for phone in contact.phones]) == ("Anna Bergmann", ["+4930901820"])
    person.presses(Qt.Key.Key_Z, CTRL)
    person.presses(Qt.Key.Key_Z, CTRL)
    assert len(person.library.cards.inbox()) == 2
    assert person.library.people.all() == ()


def test_the_card_of_two_partners_gives_two_people_who_share_company_and_address(
    person: Person, tmp_path: Path
) -> None:
    read_all(person, draw(tmp_path / "partners.png", PARTNERS), cards=2)
    opens_the_review(person)
    assert "people are on this card" in person.review.desk.right.belonging.message()
    for _ in range(2):
        person.presses(Qt.Key.Key_Return)
    one, other = sorted(person.library.people.all(), key=lambda contact: contact.name)
    assert (one.name, one.emails) == ("Rebecca Baxter", ("rebecca.baxter@baxterperry.example",))
    assert (other.name, other.emails) == ("Thomas Perry", ("thomas.perry@baxterperry.example",))
    assert one.company == other.company != ""
    assert one.addresses == other.addresses != ()
    pictures = {person.library.cards.of_contact(contact.id)[0].card.picture for contact in (one, other)}
    assert len(pictures) == 1
    for _ in range(3):
        person.presses(Qt.Key.Key_Z, CTRL)
    assert person.library.cards.counts()[CardState.INBOX] == 2
    assert person.library.people.all() == ()


def test_a_card_that_was_cut_wrong_is_cut_by_hand_and_read_again(person: Person, tmp_path: Path) -> None:
    (photo,) = take_photos(tmp_path / "photos", 1)
    read_all(person, photo, cards=1)
    opens_the_review(person)
    (before,) = person.library.cards.inbox()
    edges = person.review.desk.left.picture.edges
    person.presses(Qt.Key.Key_E, CTRL)
    person.waits_until(edges.isVisible)
    person.presses(Qt.Key.Key_Left)
    person.presses(Qt.Key.Key_Up, SHIFT)
    drawn = edges.view.quad()
    person.presses(Qt.Key.Key_Return)
    person.waits_until(lambda: person.library.cards.inbox()[0].card.quad != before.card.quad)
    (after,) = person.library.cards.inbox()
    assert after.card.quad == drawn
    assert after.card.picture != before.card.picture
    assert after.draft.text(FieldName.NAME)
    person.presses(Qt.Key.Key_E, CTRL)
    person.waits_until(edges.isVisible)
    edges.another_button.click()
    person.waits_until(lambda: len(person.library.cards.inbox()) == 2)
    assert [card.card.number for card in person.library.cards.inbox()] == [1, 2]
    for _ in range(2):
        person.presses(Qt.Key.Key_Z, CTRL)
    assert person.library.cards.inbox()[0].card == before.card
