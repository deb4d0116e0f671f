"""A new library for each test of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cardkeeper.library import Library
from tests.core.library.samples import clock


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", now=clock) as opened:
        yield opened
