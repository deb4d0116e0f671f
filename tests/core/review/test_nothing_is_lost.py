"""Whatever a person does in the review, every line of the card stays somewhere until they remove it for good."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from cardkeeper import review
from cardkeeper.model.cards import ReaderName, Reading, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.geometry import Box

TEXTS = ("Anna Weber", "Head of Sales", "Weber & Roth", "T +49 30 901820", "anna@example.org", "Ring 3", "10117 Berlin")
READING = Reading(
    600,
    350,
    tuple(TextLine(text, Box(0, 20 * at, 99, 20 * at + 9), 0.9, ReaderName.NEURAL) for at, text in enumerate(TEXTS)),
)


def start() -> Draft:
    fields = (FieldName.NAME, FieldName.TITLE, FieldName.COMPANY, FieldName.PHONE, FieldName.EMAIL, FieldName.ADDRESS)
    lines = ((0,), (1,), (2,), (3,), (4,), (5, 6))
    return Draft(
        tuple(
            DraftValue(field, text := ", ".join(TEXTS[line] for line in where), lines=where, read=text)
            for field, where in zip(fields, lines, strict=True)
        )
    )


@dataclass(frozen=True)
class Step:
    """One thing that a person does, if it can be done."""

    what: str
    field: FieldName
    line: int
    index: int
    to: FieldName
    text: str

    def done(self, draft: Draft) -> Draft:
        there = self.index < len(draft.all(self.field))
        if self.what == "point":
            index = self.index if there else None
            return review.assign_line(draft, READING, self.line, self.field, index, join=self.to is FieldName.NAME)
        if self.what == "type":
            return review.put(draft, self.field, self.index, self.text)
        if not there:
            return draft
        if self.what == "move":
            return review.move(draft, self.field, self.index, self.to)
        if self.what == "confirm":
            return review.confirm(draft, self.field, self.index)
        return draft if self.field is FieldName.OTHER else review.remove(draft, self.field, self.index)


steps = st.builds(
    Step,
    st.sampled_from(["point", "type", "move", "confirm", "remove"]),
    st.sampled_from(FieldName),
    st.integers(0, len(TEXTS) - 1),
    st.integers(0, 2),
    st.sampled_from(FieldName),
    st.sampled_from(["", "Karl", "+49 30 901821"]),
)


@settings(max_examples=300)
@given(st.lists(steps, max_size=12))
def test_every_line_stays_somewhere(done: list[Step]) -> None:
    draft = start()
    for step in done:
        draft = step.done(draft)
        held = {line for value in draft.values for line in value.lines}
        assert held == set(range(len(TEXTS))), f"after {step}"
        for value in draft.values:
            assert len(value.boxes) in (0, len(value.lines))


@settings(max_examples=100)
@given(st.lists(steps, max_size=8))
def test_what_nobody_typed_over_is_in_the_person(done: list[Step]) -> None:
    draft = start()
    for step in done:
        draft = step.done(draft) if step.what != "type" else draft
    contact = review.contact_of(draft)
    kept = "\n".join(
        (
            contact.name,
            *(f"{job.title} {job.department} {job.company}" for job in contact.positions),
            *contact.emails,
            *(phone.number for phone in contact.phones),
            *contact.websites,
            *contact.addresses,
            *contact.other,
        )
    )
    for text in ("Anna Weber", "Head of Sales", "Weber & Roth", "901820", "anna@example.org", "Ring 3", "10117 Berlin"):
        assert text in kept
