"""Hands a letter to a mail program: as a mailto address, or as an .eml file that opens as an unsent draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final
from urllib.parse import quote

from cardkeeper.errors import WrongInput
from cardkeeper.model.letters import Letter, Recipient
from cardkeeper.translation import tr

_ONE_LINE: Final = 70
"""Characters of a name with its address that fit in a line after RFC 5322, with what stands before them."""
_UNFOLDED: Final = SMTP.clone(max_line_length=998)
"""The longest lines that RFC 5322 allows."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    data: bytes
    media_type: str = "text/vcard"


def mailto(to: str | Iterable[str], subject: str = "", body: str = "") -> str:
    """A mailto address after RFC 6068: everything but letters, digits and `-._~@` as percent-encoded UTF-8.

    Line breaks become %0D%0A; nothing in the texts can add a recipient or a header.
    """
    addresses = (to,) if isinstance(to, str) else tuple(to)
    lines = "\r\n".join(body.splitlines())
    fields = [f"{name}={quote(text, safe='')}" for name, text in (("subject", subject), ("body", lines)) if text]
    who = ",".join(quote(address.strip(), safe="@") for address in addresses)
    return f"mailto:{who}" + (f"?{'&'.join(fields)}" if fields else "")


def letter_url(letter: Letter) -> str:
    """The mailto address of a letter."""
    return mailto((one.email for one in letter.to if one.email), letter.subject, letter.body)


def eml(
    letter: Letter, now: datetime, *, sender: Recipient | None = None, attachments: Iterable[Attachment] = ()
) -> bytes:
    """A letter as a file after RFC 5322 that mail programs open as a draft (`X-Unsent: 1`).

    It names all recipients and carries the attachments; the sender is left to the mail program where nobody said one.
    Raises WrongInput for an address that no mail program would take.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if sender is not None and sender.email:
        message["From"] = _address(sender)
    to = tuple(_address(one) for one in letter.to if one.email)
    if to:
        message["To"] = to
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(now)
    message.set_content("\n".join(letter.body.splitlines()) + "\n", charset="utf-8", cte="quoted-printable")
    for attached in attachments:
        kind, _, subtype = attached.media_type.partition("/")
        name = " ".join(attached.name.split())
        message.add_attachment(attached.data, kind, subtype, filename=name, params={"charset": "utf-8"})
    # Python (3.11 at least) breaks a longer one so that the address becomes a part of the name.
    long = any(len(str(one)) > _ONE_LINE for one in to)
    return message.as_bytes(policy=_UNFOLDED if long else SMTP)


def _address(person: Recipient) -> Address:
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in person.name).split())
    try:
        return Address(name, addr_spec=person.email.strip())
    except (MessageError, ValueError, IndexError) as error:
        raise WrongInput(
            tr("“{mail}” is no mail address.", mail=person.email), tr("Correct it on the page of the person.")
        ) from error
