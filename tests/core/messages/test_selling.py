"""Before a first message goes out, its writer sees which words sound like a pitch, and is not stopped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.messages.selling import pitches
from cardkeeper.model.letters import Form, Language


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        (Language.ENGLISH, "I also have a great business opportunity for you.", "great business opportunity"),
        (Language.ENGLISH, "We offer accounting.", "We offer"),
        (Language.ENGLISH, "You would save up to 30 %.", "30 %"),
        (Language.ENGLISH, "Take your practice to the next level!", "Take your practice to the next level"),
        (Language.ENGLISH, "Our products would suit you.", "Our products"),
        (Language.GERMAN, "Ich habe da eine einmalige Chance für Sie.", "einmalige Chance"),
        (Language.GERMAN, "Gern mache ich Ihnen ein unverbindliches Angebot.", "unverbindliches Angebot"),
        (Language.GERMAN, "Unsere Lösungen senken Ihre Kosten.", "Unsere Lösungen"),
        (Language.FRENCH, "J’ai une très belle opportunité pour vous.", "belle opportunité"),
        (Language.FRENCH, "Nos solutions sont sans engagement.", "Nos solutions"),
        (Language.SPANISH, "Tengo una gran oportunidad para usted.", "gran oportunidad"),
        (Language.SPANISH, "Nuestros servicios le ahorran tiempo.", "Nuestros servicios"),
    ],
)
def test_a_sentence_that_sells_is_found_with_a_reason(language: Language, sentence: str, words: str) -> None:
    text = f"Hello Rebecca,\n\nIt was good. {sentence} Bye."
    (found,) = pitches(text, language, Form.COFFEE)
    assert found.sentence == sentence
    assert text[found.start : found.end] == sentence
    assert found.words == words
    assert found.why.endswith(".")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.ENGLISH, "No pitch, I am not selling anything. It would be an opportunity to hear about your work."),
        (Language.ENGLISH, "How are your customers, and what about your products? I met your sales manager."),
        (Language.GERMAN, "Ich verkaufe nichts und habe nichts zu verkaufen. Wie läuft es mit Ihren Kunden?"),
        (Language.FRENCH, "Je n’ai rien à vendre. Parlez-moi de vos clients et de votre offre."),
        (Language.SPANISH, "No vendo nada. Me gustaría saber más de su oferta y de sus clientes."),
    ],
)
def test_asking_about_them_is_no_pitch(language: Language, text: str) -> None:
    assert pitches(text, language, Form.COFFEE) == ()


def test_only_first_messages_are_checked() -> None:
    text = "Here is our price list, as you asked."
    assert pitches(text, Language.ENGLISH, Form.NOTE)
    assert pitches(text, Language.ENGLISH, Form.THANKS) == ()


@given(st.text(max_size=200), st.sampled_from(Language))
def test_any_text_can_be_checked(text: str, language: Language) -> None:
    for found in pitches(text, language, Form.COFFEE):
        assert text[found.start : found.end] == found.sentence
        assert found.words in found.sentence
