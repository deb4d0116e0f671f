"""A person of a file in one line, as far as a table can say it: what tests compare."""

from __future__ import annotations

from cardkeeper.exchange.records import Record


def line_of(record: Record) -> str:
    """Name | jobs | e-mails | phones | websites | addresses | tags | birthday | notes, then what is kept beside."""
    contact = record.contact
    birthdays = [each.value for each in contact.kept if each.name == "BDAY"]
    labels = (next((said[0] for name, said in each.params if name == "X-LABEL"), "") for each in contact.kept)
    parts = (
        contact.name,
        "; ".join(f"{job.title}/{job.department}/{job.company}" for job in contact.positions),
        " ".join(contact.emails),
        " ".join(f"{phone.kind.value}:{phone.number.replace(' ', '')}" for phone in contact.phones),
        " ".join(contact.websites),
        "; ".join(contact.addresses),
        ", ".join(contact.tags),
        " ".join(birthdays),
        contact.notes,
        ", ".join(label for label in labels if label),
    )
    return " | ".join(parts)
