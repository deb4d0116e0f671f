"""A reader that is missing, hangs, crashes or knows another language: the card is kept, with what can still be read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cardkeeper import pipeline
from cardkeeper.files import FileStore
from cardkeeper.model.cards import ReadCard, ReaderName
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.progress import CardRead, ReaderMode, ReadOptions
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.panel import Panel, choose
from cardkeeper.reading.tesseract import TesseractReader
from tests.helpers_reading import save_card

needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the program that stands in is a shell script")

ANSWERING = """#!/bin/sh
case "$*" in
*--version*) echo "tesseract 5.5.0"; exit 0 ;;
*--list-langs*) printf 'List of available languages (1):\\nLANGUAGE\\n'; exit 0 ;;
esac
"""


def tesseract(folder: Path, does: str, language: str = "eng") -> TesseractReader:
    """A Tesseract that says of itself what it should, and then does something else than reading."""
    path = folder / "tesseract"
    path.write_text(ANSWERING.replace("LANGUAGE", language) + does + "\n")
    path.chmod(0o755)
    return TesseractReader(path)


def read(folder: Path, panel: Panel, timeout: float = 60.0) -> ReadCard:
    """The only card of a file, whose picture must have been kept."""
    store = FileStore(folder / "files")
    options = ReadOptions(store=store.folder, timeout=timeout)
    events = pipeline.read_file(save_card(folder / "anna.png"), options, panel)
    (card,) = [event.read for event in events if isinstance(event, CardRead)]
    assert store.path_of(card.card.picture) is not None
    return card


@needs_shell
@pytest.mark.parametrize("does", ["kill -SEGV $$", "exit 139", "exec sleep 600", "echo nonsense"])
def test_a_second_reader_that_fails_leaves_the_card_to_the_first(tmp_path: Path, does: str) -> None:
    neural = NeuralReader()
    neural.load()
    card = read(tmp_path, Panel(neural, tesseract(tmp_path, does)), timeout=5.0)
    assert card.draft.text(FieldName.NAME) == "Anna Bergmann"
    assert card.reading.readers == (ReaderName.NEURAL,)


@needs_shell
def test_a_reader_of_other_languages_alone_is_none(tmp_path: Path) -> None:
    reader = tesseract(tmp_path, "exit 1", language="fra")
    assert not reader.probe().available


def test_without_a_reader_the_card_waits_to_be_typed(tmp_path: Path) -> None:
    card = read(tmp_path, choose(ReaderMode.AUTO, ()))
    assert card.draft.values == ()
