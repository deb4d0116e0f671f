"""First words are ready to send in four languages: they say what it is and is not, and nothing that is not known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import product
from string import ascii_letters

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cardkeeper.errors import WrongInput
from cardkeeper.first_names import first_name
from cardkeeper.messages.drafts import address, check, draft, known_fields, letter_for, shipped
from cardkeeper.messages.filling import fields_in, fill, unbalanced
from cardkeeper.messages.forms import form_of_thanks
from cardkeeper.messages.selling import pitches
from cardkeeper.messages.situation import Somebody, meanings
from cardkeeper.messages.wording import wording
from cardkeeper.model.letters import Form, Language, Template, form_of
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import NOTHING_SAID, FollowUp, FollowUpKind, How, MetContext, Stage, Tone
from cardkeeper.model.relationships import FavourKind, Occasion, ThankYou
from cardkeeper.relationships.followups import stages
from tests.core.messages.samples import BREAKFAST, FULL, NOTHING, TODAY

EVERY = list(product(Form, Tone, Language))
MEETINGS = (Form.COFFEE, Form.WALK)
INVITES = (Form.COFFEE, Form.CALL, Form.VIDEO, Form.WALK, Form.LUNCH, Form.NEXT_EVENT)
WORDS_FOR_NO = {
    Language.ENGLISH: r"say so|no is fine|understand|no need to answer",
    Language.GERMAN: r"sag einfach nein|kurzes Nein|Ein Nein|ein Nein|Verständnis|musst du nicht antworten",
    Language.FRENCH: r"dis-le-moi tout simplement|simple non|un non|comprendrai|pas besoin de répondre",
    Language.SPANISH: r"dímelo sin más|basta con un no|un no está bien|comprenderé|no hace falta que contestes",
}
WORDS_FOR_NOT_SELLING = {
    Language.ENGLISH: r"pitch|nothing to sell|selling",
    Language.GERMAN: r"verkauf|ohne Hintergedanken",
    Language.FRENCH: r"vend",
    Language.SPANISH: r"vend",
}
PUBLIC = {
    Language.ENGLISH: r"café|park",
    Language.GERMAN: r"Café|Park",
    Language.FRENCH: r"café|parc",
    Language.SPANISH: r"cafetería|parque",
}


def item(stage: Stage, kind: FollowUpKind, met: MetContext = BREAKFAST) -> Agenda:
    return Agenda(FollowUp(1, kind, stage, date(2026, 11, 20), TODAY), "Rebecca Baxter", email="r@example.org", met=met)


def test_an_invite_names_the_day_the_place_and_two_times() -> None:
    letter = draft(shipped(Form.COFFEE, Tone.WARM, Language.ENGLISH), FULL, TODAY)
    assert letter.subject == "Coffee after Founders’ Breakfast?"
    assert letter.body == (
        "Hi Rebecca,\n\n"
        "It was good to meet you yesterday at Founders’ Breakfast. "
        "What you said about first-time buyers has stayed with me.\n\n"
        "Would you have a coffee with me one of these days? No pitch, I am not selling anything; I would like to hear "
        "what your days look like.\n\n"
        "I could do Tuesday 24 November at 10:00 or Thursday 26 November at 15:30, at Café Lindenhof, or whenever "
        "suits you. If now is a bad time, just say so; that is fine.\n\n"
        "All the best\nAnna Weber\n"
    )


@pytest.mark.parametrize(("form", "tone", "language"), EVERY)
def test_every_letter_reads_whole(form: Form, tone: Tone, language: Language) -> None:
    """With all that can be known, and with nothing: no sign of the template is left, no gap, no dangling word."""
    for situation in (FULL, NOTHING):
        letter = draft(shipped(form, tone, language), situation, TODAY)
        for text in (letter.subject, letter.body):
            assert not re.search(r"[{}\[\]|]", text)
            assert not re.search(r" {2}|\n{3}| \n| [,.]|\(\)|„“|«\s*»|,\.|: ?\.", text), text
        assert letter.subject
        assert not letter.subject.startswith(" ")
        for paragraph in letter.body.strip().split("\n\n")[1:-1]:
            assert re.search(r"[.?!)]$", paragraph), paragraph


@pytest.mark.parametrize(("form", "tone", "language"), EVERY)
def test_nothing_is_said_that_is_not_known(form: Form, tone: Tone, language: Language) -> None:
    """No day, place or name comes of nothing."""
    body = draft(shipped(form, tone, language), NOTHING, TODAY).body
    assert not re.search(r"\d", body)
    for word in ("Rebecca", "Breakfast", "Lindenhof", "Weber", "Bobby"):
        assert word not in body


@pytest.mark.parametrize(
    ("form", "tone", "language"),
    [(form, tone, language) for form, tone, language in EVERY if form in INVITES],
)
def test_an_invite_makes_it_easy_to_say_no(form: Form, tone: Tone, language: Language) -> None:
    body = draft(shipped(form, tone, language), NOTHING, TODAY).body
    assert re.search(WORDS_FOR_NO[language], body), body
    assert re.search(WORDS_FOR_NOT_SELLING[language], body, re.IGNORECASE), body
    if form in MEETINGS:
        assert re.search(PUBLIC[language], body), body


@pytest.mark.parametrize(("form", "tone", "language"), EVERY)
def test_no_letter_of_ours_sounds_like_a_pitch(form: Form, tone: Tone, language: Language) -> None:
    for situation in (FULL, NOTHING):
        letter = draft(shipped(form, tone, language), situation, TODAY)
        assert pitches(f"{letter.subject}\n{letter.body}", language, form) == ()


@pytest.mark.parametrize(("form", "tone", "language"), EVERY)
def test_templates_use_only_fields_that_there_are(form: Form, tone: Tone, language: Language) -> None:
    check(shipped(form, tone, language))


def test_who_did_not_answer_twice_is_asked_in_the_gentlest_words() -> None:
    once, twice = (FollowUp(1, FollowUpKind.WALK, Stage.INVITED, TODAY, TODAY, asked=asked) for asked in (1, 2))
    assert (form_of(once), form_of(twice)) == (Form.ASK_AGAIN, Form.ASK_ONCE_MORE)


@pytest.mark.parametrize("language", list(Language))
def test_asking_again_gets_gentler(language: Language) -> None:
    """The second reminder offers no times and says that it is the last."""
    again = draft(shipped(Form.ASK_AGAIN, Tone.WARM, language), FULL, TODAY).body
    last = draft(shipped(Form.ASK_ONCE_MORE, Tone.WARM, language), FULL, TODAY).body
    assert "10" in again
    assert not re.search(r"\d", last)


@pytest.mark.parametrize(
    ("kind", "stage"),
    [(kind, stage) for kind in FollowUpKind for stage in stages(kind) if kind is not FollowUpKind.NONE],
)
def test_every_stage_has_its_letter(kind: FollowUpKind, stage: Stage) -> None:
    letter = letter_for(item(stage, kind), TODAY)
    assert letter.subject
    assert len(letter.body.split()) > 8


def test_a_meeting_long_ago_is_named_by_its_day() -> None:
    met = MetContext("Fair", date(2025, 3, 12))
    assert "on 12 March 2025 at Fair." in letter_for(item(Stage.TO_INVITE, FollowUpKind.COFFEE, met), TODAY).body


@pytest.mark.parametrize(
    ("met", "said"),
    [
        (MetContext(place="Lyon"), "meet you (Lyon)."),
        (MetContext(on=TODAY), "meet you today."),
        (MetContext(event="Fair", how=How.HEARD), "I heard you speak at Fair."),
        (MetContext(through="Theodor Speer"), "meet you through Theodor Speer."),
        (MetContext(event="Fair", how=How.ONLINE), "meet you online at Fair."),
    ],
)
def test_only_what_is_known_of_the_meeting_is_said(met: MetContext, said: str) -> None:
    assert said in letter_for(item(Stage.TO_INVITE, FollowUpKind.COFFEE, met), TODAY).body


def test_nobody_is_said_to_have_been_met_where_nothing_says_so() -> None:
    assert "meet you" not in letter_for(item(Stage.TO_INVITE, FollowUpKind.COFFEE, NOTHING_SAID), TODAY).body


def test_nobody_is_named_before_they_agreed() -> None:
    ask = shipped(Form.INTRODUCTION_ASK, Tone.WARM, Language.ENGLISH)
    asked = draft(ask, replace(FULL, may_name_other=False), TODAY).body
    assert "Bobby" not in asked
    assert "someone I know (Architect, Sable Labs)" in asked
    assert "Bobby Perry" in draft(ask, FULL, TODAY).body


def test_an_introduction_goes_to_both() -> None:
    letter = draft(shipped(Form.INTRODUCTION, Tone.PLAIN, Language.FRENCH), FULL, TODAY)
    assert [one.email for one in letter.to] == ["rebecca@example.org", "bobby@example.org"]
    assert letter.body.startswith("Bonjour Rebecca Baxter, bonjour Bobby Perry,")


def test_times_that_have_passed_are_not_offered() -> None:
    situation = replace(FULL, times=(datetime(2026, 11, 2, 9),))  # noqa: DTZ001 - as it hangs on the wall
    assert "2 November" not in draft(shipped(Form.COFFEE, Tone.WARM, Language.ENGLISH), situation, TODAY).body


@pytest.mark.parametrize(
    ("language", "times"),
    [
        (Language.ENGLISH, "Tuesday 1 December at 1:05 or Wednesday 2 December at 15:00"),
        (Language.GERMAN, "am Dienstag, 1. Dezember, um 1:05 Uhr oder am Mittwoch, 2. Dezember, um 15:00 Uhr"),
        (Language.FRENCH, "mardi 1er décembre à 1 h 05 ou mercredi 2 décembre à 15 h"),
        (Language.SPANISH, "el martes 1 de diciembre a la 1:05 o el miércoles 2 de diciembre a las 15:00"),
    ],
)
def test_hours_are_said_as_the_language_says_them(language: Language, times: str) -> None:
    moments = (datetime(2026, 12, 1, 1, 5), datetime(2026, 12, 2, 15))  # noqa: DTZ001 - as it hangs on the wall
    assert wording(language).days.times(moments) == times


def test_german_goes_on_small_after_the_greeting() -> None:
    warm = draft(shipped(Form.COFFEE, Tone.WARM, Language.GERMAN), FULL, TODAY).body
    assert warm.startswith("Hallo Rebecca,\n\nes war schön")
    formal = draft(shipped(Form.OUTCOME, Tone.FORMAL, Language.GERMAN), FULL, TODAY).body
    assert formal.startswith("Guten Tag Rebecca Baxter,\n\nSie waren")


def test_a_name_that_is_printed_in_capitals_is_not_shouted() -> None:
    shouted = replace(FULL.reader, name="TAREK MASSOUNI")
    formal = draft(shipped(Form.COFFEE, Tone.FORMAL, Language.ENGLISH), replace(FULL, reader=shouted), TODAY)
    assert formal.body.startswith("Dear Tarek Massouni,")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Rebecca Baxter", "Rebecca"),
        ("Frau Dr. Anna Weber", "Anna"),
        ("Dipl.-Ing. Tassilo K. Döhn", "Tassilo"),
        ("Mme Élisabeth Maréchal", "Élisabeth"),
        ("J. Smith", "J. Smith"),
        ("Herr Müller", "Herr Müller"),
        ("van der Berg", "van der Berg"),
        ("田中太郎", "田中太郎"),
        ("Speer", "Speer"),
        ("TAREK MASSOUNI", "Tarek"),
        ("JEAN-PIERRE O'NEILL", "Jean-Pierre"),
        ("SPEER", "Speer"),
        ("🦄 Zoë 🎉", "Zoë"),
        ("", ""),
    ],
)
def test_the_first_name_is_used_only_where_it_can_be_told(name: str, first: str) -> None:
    assert first_name(name) == first


def test_each_tone_says_how_it_addresses_the_reader() -> None:
    assert [address(tone, Language.GERMAN) for tone in Tone] == ["du", "Sie", "Sie"]


def test_a_sentence_of_which_nothing_is_known_is_left_out() -> None:
    fields = {"event": "Fair", "day": "", "name": "Ann"}
    assert fill("We met[ {day}][ at {event}]. Yes.", fields) == "We met at Fair. Yes."
    assert fill("We met[ {day}]. Yes.", fields) == "Yes."
    assert fill("We met[ {day}|]. Yes.", fields) == "We met. Yes."
    assert fill("On {day} we met. Yes.", fields) == "Yes."
    assert fill("[On {day}!|At {event}!] Yes.", fields) == "At Fair! Yes."
    assert fill("One.\n\nOn {day}.\n\nTwo.", fields) == "One.\n\nTwo."
    assert fill("{nothing} is this. Yes.", fields) == "Yes."


@example("[{]", {})
@given(st.text(alphabet="ab{}[]|. \n", max_size=60), st.dictionaries(st.sampled_from("ab"), st.text(ascii_letters)))
def test_any_text_can_be_filled(template: str, fields: dict[str, str]) -> None:
    fill(template, fields)
    if not unbalanced(template):
        assert "{" not in fill(template, dict.fromkeys("ab", "x"))


@given(st.text(max_size=80))
def test_what_people_typed_is_never_taken_for_a_template(text: str) -> None:
    situation = replace(NOTHING, reader=Somebody("Ann Lee"), met=MetContext("Fair", about=f"{{name}} [x|y] {text}"))
    body = draft(shipped(Form.COFFEE, Tone.WARM, Language.ENGLISH), situation, TODAY).body
    assert "{name} [x|y]" in body


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Hello {nmae}", "There is no field “nmae”."),
        ("Hello [{name}", "“[” stands alone."),
        ("  \n", "The template is empty."),
    ],
)
def test_a_changed_template_that_can_not_work_is_told(body: str, said: str) -> None:
    with pytest.raises(WrongInput) as raised:
        check(Template(Form.COFFEE, Tone.WARM, Language.ENGLISH, "Coffee?", body))
    assert raised.value.message == said
    assert raised.value.remedy


def test_every_field_has_its_meaning_and_is_known_of_a_full_occasion() -> None:
    known = known_fields(FULL, Language.ENGLISH, TODAY)
    assert set(meanings()) - set(known) == {"greeting", "greeting_both", "we_met", "goodbye", "through"}
    used = set[str]()
    for form, tone, language in EVERY:
        used |= fields_in(shipped(form, tone, language).body) | fields_in(shipped(form, tone, language).subject)
    used |= {name for language in Language for part in wording(language).parts.values() for name in fields_in(part)}
    assert used <= set(meanings())


@pytest.mark.parametrize(
    ("occasion", "kind", "form"),
    [
        (Occasion.RECEIVED, FavourKind.REFERRAL, Form.THANKS_REFERRAL),
        (Occasion.RECEIVED, FavourKind.INTRODUCTION, Form.THANKS_INTRODUCTION),
        (Occasion.RECEIVED, FavourKind.LEAD, Form.THANKS_LEAD),
        (Occasion.RECEIVED, FavourKind.ADVICE, Form.THANKS_FAVOUR),
        (Occasion.SUCCEEDED, FavourKind.REFERRAL, Form.THANKS_SUCCESS),
    ],
)
def test_each_kind_of_gift_has_its_thanks(occasion: Occasion, kind: FavourKind, form: Form) -> None:
    assert form_of_thanks(ThankYou(1, occasion, "Shane Savage", kind, TODAY)) is form


@pytest.mark.parametrize("language", list(Language))
def test_thanks_say_what_for(language: Language) -> None:
    advice = replace(FULL, kind=FavourKind.ADVICE, received="which grant to ask for")
    body = draft(shipped(Form.THANKS_FAVOUR, Tone.WARM, language), advice, TODAY).body
    assert f"{wording(language).thanked_for['advice']}" in body
    assert "which grant to ask for." in body


@pytest.mark.parametrize(("tone", "language"), list(product(Tone, Language)))
def test_a_called_off_introduction_names_nobody_and_blames_nobody(tone: Tone, language: Language) -> None:
    body = draft(shipped(Form.CALLED_OFF, tone, language), FULL, TODAY).body
    for word in ("Bobby", "Perry", "Architect", "Sable", "labs"):
        assert word not in body
