"""What holds for every test: no screen, no network, and no noise that nobody expected."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator

import pytest
import pytest_socket
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

# Before anything imports Qt or starts Tesseract: no screen is needed, and readers don't fight over the cores.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_THREAD_LIMIT", "1")
# What a property takes says more of the machine than of the program.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
# Tests are written in English, whatever their machine speaks.
os.environ["LANGUAGE"] = "en"


@pytest.fixture(autouse=True)
def _only_this_machine() -> Iterator[None]:
    """Refuse every connection but those on this machine, which worker processes are spoken to over."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)
    yield
    pytest_socket.enable_socket()


class PatientBot(QtBot):
    """Waits for as long as a busy machine may take; a test that would pass is never failed for being slow."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def expected_log() -> list[str]:
    """Put the beginnings of log lines here that the test means to cause; any other warning fails it."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture, expected_log: list[str]) -> Iterator[None]:
    yield
    loud = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.split(".")[0] in {"cardkeeper", "ui"}
    ]
    surprises = [line for line in loud if not line.startswith(tuple(expected_log) or "\0")]
    assert not surprises, f"log lines that nobody expected: {surprises}"
