"""The log helps to find out what went wrong, and knows nobody's name."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from cardkeeper import paths
from cardkeeper.errors import LibraryError
from cardkeeper.library import Library
from cardkeeper.logs import bug_report, logged
from tests.core.library.samples import accepted, clock, contact, drop

MARKER = "Zaphodine Marvinson"


def fail() -> None:
    try:
        {"somebody": "else"}[MARKER]
    except KeyError as error:
        raise ValueError(f"can't read {MARKER}") from error


def test_a_bug_report_holds_lines_of_code_and_no_words_of_a_card() -> None:
    with pytest.raises(ValueError, match=MARKER) as caught:
        fail()
    report = bug_report(caught.value)
    assert report.index("builtins.KeyError") < report.index("builtins.ValueError")
    assert "test_logs.py" in report
    assert " in fail" in report
    assert MARKER not in report


def test_an_exception_is_logged_without_its_words(tmp_path: Path, expected_log: list[str]) -> None:
    expected_log.append("failed")
    with logged(tmp_path) as path:
        try:
            fail()
        except ValueError:
            logging.getLogger("cardkeeper.somewhere").exception("failed")
    text = path.read_text(encoding="utf-8")
    assert "cardkeeper.somewhere: failed" in text
    assert "builtins.ValueError" in text
    assert MARKER not in text


def test_nothing_that_a_library_does_puts_a_name_into_the_log(tmp_path: Path) -> None:
    with logged(tmp_path / "log", level=logging.DEBUG) as path, Library.open(tmp_path / MARKER, now=clock) as library:
        (card,) = drop(library, MARKER)
        person = library.cards.accept(card, accepted(MARKER))
        library.people.find(MARKER)
        library.people.save(contact(MARKER, id=person, notes=MARKER))
        library.history.undo()
        library.check(repair=True)
    text = path.read_text(encoding="utf-8")
    assert "SQLite" in text
    assert MARKER not in text
    assert MARKER.split(maxsplit=1)[0] not in text


def test_the_log_ends_with_its_context_and_turns_over(tmp_path: Path) -> None:
    logger = logging.getLogger("cardkeeper.much")
    with logged(tmp_path):
        for _ in range(4000):
            logger.info("x" * 1000)
    logger.info("afterwards")
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["cardkeeper.log", *(f"cardkeeper.log.{number}" for number in (1, 2, 3, 4))]
    assert all(file.stat().st_size <= 512 * 1024 for file in files)
    assert not any("afterwards" in file.read_text() for file in files)


def test_a_log_that_can_not_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError), logged(tmp_path / "file"):
        pass


def test_places_are_the_persons_own() -> None:
    assert "ardkeeper" in str(paths.library_folder())
    assert len({paths.library_folder(), paths.log_folder(), paths.settings_folder()}) == 3
    assert all(path.is_absolute() for path in (paths.library_folder(), paths.log_folder(), paths.settings_folder()))
