"""Templates that a person changed and letters that were not sent stay, and every change of them can be undone."""

from __future__ import annotations

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.letters import Form, Language, Template, UnsentLetter
from cardkeeper.model.people import Contact, Tone
from tests.core.library.samples import TODAY

OWN = Template(Form.COFFEE, Tone.WARM, Language.GERMAN, "Kaffee?", "{greeting}\n\nZeit für einen Kaffee?\n\n{goodbye}")


def test_a_changed_template_stays_until_one_goes_back(library: Library) -> None:
    letters = library.letters
    assert letters.template(Form.COFFEE, Tone.WARM, Language.GERMAN) is None
    letters.save_template(OWN)
    letters.save_template(Template(OWN.form, OWN.tone, OWN.language, "Ein Kaffee?", OWN.body))
    kept = letters.template(Form.COFFEE, Tone.WARM, Language.GERMAN)
    assert kept is not None
    assert kept.subject == "Ein Kaffee?"
    assert letters.template(Form.COFFEE, Tone.PLAIN, Language.GERMAN) is None
    letters.forget_template(OWN.form, OWN.tone, OWN.language)
    assert letters.template(Form.COFFEE, Tone.WARM, Language.GERMAN) is None
    library.history.undo()
    assert letters.template(Form.COFFEE, Tone.WARM, Language.GERMAN) == kept


def test_what_was_written_by_hand_is_there_again(library: Library) -> None:
    ada = library.people.save(Contact("Ada"))
    letter = UnsentLetter(ada, Form.NOTE, Tone.PLAIN, Language.ENGLISH, "Hello", "I write …", TODAY)
    library.letters.keep(letter)
    library.letters.keep(letter)
    found = library.letters.unsent(ada, Form.NOTE)
    assert found is not None
    assert (found.subject, found.body) == ("Hello", "I write …")
    assert library.letters.unsent(ada, Form.COFFEE) is None
    library.letters.forget(ada, Form.NOTE)
    library.letters.forget(ada, Form.NOTE)
    assert library.letters.unsent(ada, Form.NOTE) is None
    library.history.undo()
    assert library.letters.unsent(ada, Form.NOTE) == found
    library.people.delete(ada)
    assert library.letters.unsent(ada, Form.NOTE) is None


def test_nothing_is_kept_for_nobody(library: Library) -> None:
    with pytest.raises(WrongInput):
        library.letters.keep(UnsentLetter(4711, Form.NOTE, Tone.PLAIN, Language.ENGLISH, "", "", TODAY))
