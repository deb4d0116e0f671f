"""What moving an introduction to another stage notes, step by step, as one change that can be undone."""

from __future__ import annotations

from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.relationships import Introduction, IntroductionStage
from cardkeeper.relationships import introductions
from cardkeeper.translation import tr
from ui.introductions.reading import COLUMNS, column_of


def moved_to(introduction: Introduction, stage: IntroductionStage, today: date) -> Introduction:
    """The introduction after all that lies between. Raises WrongInput for a way back, which undo knows."""
    moved = introduction
    at = column_of(moved)
    if at is None or COLUMNS.index(stage) < COLUMNS.index(at):
        raise WrongInput(tr("An introduction only goes forward."), tr("Undo takes the last move back."))
    for _ in range(2 * len(COLUMNS)):
        if column_of(moved) is stage and moved.stage is not IntroductionStage.TO_ASK:
            return moved
        moved = _one_step(moved, today)
    return moved


def _one_step(introduction: Introduction, today: date) -> Introduction:
    match introduction.stage:
        case IntroductionStage.BOTH_AGREED:
            return introductions.send(introduction, today)
        case IntroductionStage.SENT:
            return introductions.talked(introduction, today)
        case IntroductionStage.MET:
            return introductions.thank(introduction, today)
        case IntroductionStage.TO_ASK:
            return introductions.ask(introduction, introduction.first_id, today)
        case _:
            who = introductions.to_turn_to(introduction) or introduction.second_id
            return introductions.answer(introduction, who, today, agrees=True)


def move(library: Library, introduction_id: int, stage: IntroductionStage, today: date) -> None:
    """Move an introduction in the library. Raises WrongInput for what does not follow."""
    library.introductions.save(moved_to(library.introductions.get(introduction_id), stage, today))


def neighbour(introduction: Introduction, by: int) -> IntroductionStage | None:
    """The column to the left or right; none at the ends."""
    at = column_of(introduction)
    if at is None:
        return None
    place = COLUMNS.index(at) + by
    return COLUMNS[place] if 0 <= place < len(COLUMNS) else None
