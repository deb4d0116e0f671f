"""How commands name people: by number, or by words in which exactly one person is found."""

from __future__ import annotations

from typing import Final

from cardkeeper import keys
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.translation import tr

_MOST_NAMED: Final = 5


def person_of(library: Library, text: str) -> int:
    """The id of the person whom a number or some words name. Raises WrongInput for nobody, or more than one."""
    if text.strip().isdigit():
        return library.people.get(int(text)).id
    found = library.people.find(text)
    people = library.day.people()
    for among in (
        [contact_id for contact_id in found if keys.fold(people[contact_id].name) == keys.fold(text)],
        [contact_id for contact_id in found if _begin_words_of(people[contact_id].name, text)],
    ):
        if len(among) == 1:
            return among[0]
    if len(found) == 1:
        return found[0]
    if not found:
        raise WrongInput(tr("Nobody is found by “{text}”.", text=text), tr("Name the person by number, see “people”."))
    some = ", ".join(f"{contact_id} {people[contact_id].name}" for contact_id in found[:_MOST_NAMED])
    raise WrongInput(
        tr("“{text}” may be more than one person: {some}.", text=text, some=some), tr("Name the person by number.")
    )


def _begin_words_of(name: str, text: str) -> bool:
    """Whether each word of the text begins a word of the name: the name tells more than what was written elsewhere."""
    return all(any(word.startswith(typed) for word in keys.words(name)) for typed in keys.words(text))
