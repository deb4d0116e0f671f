"""Hands a letter or a meeting to other programs: the mail program, files, the clipboard. Nothing is sent from here."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from cardkeeper.exchange.to_vcard import contact_to_vcard
from cardkeeper.files import write_whole
from cardkeeper.messages.calendar import Appointment, ics, meeting_title, usual_length
from cardkeeper.messages.call_sheet import call_sheet
from cardkeeper.messages.mail import Attachment, eml, letter_url
from cardkeeper.model.letters import Letter, Recipient
from cardkeeper.model.people import FollowUpKind, Stage
from cardkeeper.translation import tr
from ui import links
from ui.composer.errands import Errand
from ui.composer.facts import sheet_of
from ui.session import Session

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


class Handing:
    """Writes what other programs open."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _me(self) -> Recipient | None:
        settings = self._session.settings
        return Recipient(settings.my_name, settings.my_mail) if settings.my_mail else None

    def open_in_mail(self, letter: Letter) -> bool:
        """Open the letter in the mail program; False where none opened, and the letter is on the clipboard instead."""
        if links.open_url(QUrl.fromEncoded(letter_url(letter).encode())):
            return True
        to = "; ".join(one.email for one in letter.to)
        QGuiApplication.clipboard().setText(f"{to}\n{letter.subject}\n\n{letter.body}")
        return False

    def save_eml(self, errand: Errand, letter: Letter, target: Path) -> None:
        """Write the letter as a draft, with the contacts that go with it. Raises WrongInput, LibraryError."""
        people = [self._session.library.people.get(contact_id) for contact_id in errand.attaches]
        cards = [Attachment(f"{one.name}.vcf", contact_to_vcard(one).encode()) for one in people]
        write_whole(target, eml(letter, self._session.now(), sender=self._me, attachments=cards))
        self._session.say(tr("Saved {name}. It opens as a draft.", name=target.name))

    def save_ics(self, errand: Errand, begins: datetime, place: str, target: Path) -> None:
        """Write a meeting that begins at this time on the wall here. Raises LibraryError."""
        kind = errand.step.kind if errand.step else FollowUpKind.COFFEE
        name = errand.contact.name or errand.contact.company
        fixed = errand.step is not None and errand.step.stage is Stage.BOOKED
        phones = "\n".join(phone.number for phone in errand.contact.phones[:2])
        appointment = Appointment(
            f"{errand.step.id if errand.step else 0}:{errand.about}:{name}",
            meeting_title(kind, name),
            # Without a zone the system's rules for that very day hold, summer time or not.
            begins.astimezone(UTC),
            usual_length(kind),
            errand.situation.reader.recipient,
            place,
            phones,
            fixed=fixed,
        )
        write_whole(target, ics(appointment, self._session.now(), organizer=self._me))
        self._session.say(tr("Saved {name}", name=target.name))

    def copy_call_sheet(self, errand: Errand | None) -> None:
        """Put what one wants at hand on the phone on the clipboard; nothing where there is nobody to call."""
        if errand is None:
            return
        sheet = call_sheet(sheet_of(self._session.library, errand.contact), self._session.today())
        QGuiApplication.clipboard().setText(sheet)
        self._session.say(tr("The call sheet for {name} is on the clipboard", name=errand.contact.name))


def file_name(errand: Errand, suffix: str) -> str:
    """A name for a file that any system takes."""
    return f"{_NOT_IN_NAMES.sub(' ', errand.title).strip() or 'letter'}{suffix}"
