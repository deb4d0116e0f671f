"""What most tests of pages start from: a library, the people of the pictures in it, a session, a mail program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cardkeeper.library import Library
from tests.ui.lived_in import Mailbox, fill, open_library, session_on
from ui.session import Session


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with nobody in it."""
    with open_library(tmp_path / "library") as library:
        yield library


@pytest.fixture
def ids(library: Library) -> dict[str, int]:
    """The people of the pictures, put into the library; their ids by name."""
    return fill(library)


@pytest.fixture
def session(library: Library) -> Iterator[Session]:
    session = session_on(library)
    yield session
    # What was typed last would else be stored when its library is closed already.
    session.begun.store()


@pytest.fixture
def mailbox(qapp: QApplication) -> Iterator[Mailbox]:
    assert qapp is not None
    with Mailbox() as box:
        yield box
