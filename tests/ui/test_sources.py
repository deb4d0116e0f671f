"""Cards from a camera and a scanner: what is seen is outlined, what is taken is read as one drop."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers_window import take_photos
from ui.sources import CameraPage, ScannerPage
from ui.sources.camera import multimedia

FAKE_SCANIMAGE = """#!/bin/sh
case "$*" in
*--formatted-device-list*) printf 'plustek:1|Canon|LiDE 210|flatbed scanner\\n'; exit 0;;
*--resolution*) if [ -e "$FAKE_PLAIN" ]; then echo "scanimage: unrecognized option '--resolution'" >&2; exit 1; fi;;
esac
if [ -e "$FAKE_BUSY" ]; then echo "scanimage: sane_start: Device busy" >&2; exit 7; fi
while [ $# -gt 0 ]; do if [ "$1" = --output-file ]; then out="$2"; fi; shift; done
printf 'Progress: 50.0%%\\r' >&2
if [ -e "$FAKE_SLOW" ]; then exec sleep 600; fi
cat "$FAKE_PAGE" > "$out"
"""


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[CameraPage]:
    page = CameraPage()
    qtbot.addWidget(page)
    yield page
    page.stop()


def test_without_a_camera_it_says_so_and_takes_files_instead(
    camera: CameraPage, expected_log: list[str], qtbot: QtBot
) -> None:
    camera.show()
    assert "camera" in camera.missing.title.text()
    assert ("missing" if multimedia() is None else "Connect one") in camera.missing.text.text()
    assert not camera.take_button.isVisible()
    with qtbot.waitSignal(camera.add_files):
        camera.files_button.click()


def test_a_card_in_the_picture_is_outlined_while_one_looks(camera: CameraPage, tmp_path: Path, qtbot: QtBot) -> None:
    (photo,) = take_photos(tmp_path, 1, size=(1280, 960))
    camera.show_frame(QImage(str(photo)))
    qtbot.waitUntil(lambda: len(camera.live.outlines) == 1, timeout=120_000)
    area = camera.live.outlines[0].boundingRect()
    assert 0.4 < area.width() < 0.8
    assert camera.sentence.text() == "1 card seen"
    nothing = QImage(1280, 960, QImage.Format.Format_RGB32)
    nothing.fill(0x807060)
    camera.show_frame(nothing)
    qtbot.waitUntil(lambda: not camera.live.outlines, timeout=120_000)


def test_pictures_that_were_taken_are_read_as_one_drop(camera: CameraPage, tmp_path: Path, qtbot: QtBot) -> None:
    pictures = []
    for _ in range(3):
        path = camera.next_path()
        path.write_bytes(b"a picture")
        camera.add(path)
        pictures.append(path)
    assert len(set(pictures)) == 3
    camera.forget_button.click()
    assert not pictures[2].exists()
    assert "2" in camera.header.state()
    with qtbot.waitSignal(camera.brought) as brought:
        camera.done_button.click()
    assert brought.args == [tuple(pictures[:2])]
    assert not camera.done_button.isEnabled()


@pytest.fixture
def scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that answers as `scanimage` does, on the path; files named in its surroundings change what it does."""
    program = tmp_path / "bin" / "scanimage"
    program.parent.mkdir()
    program.write_text(FAKE_SCANIMAGE, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    page = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(page, "PNG")
    (tmp_path / "page.png").write_bytes(page.getvalue())
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    for name in ("PAGE", "PLAIN", "BUSY", "SLOW"):
        monkeypatch.setenv(f"FAKE_{name}", str(tmp_path / f"{name.lower()}{'.png' if name == 'PAGE' else ''}"))
    return tmp_path


@pytest.fixture
def scanner(qtbot: QtBot, scans: Path) -> ScannerPage:
    page = ScannerPage()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.take_button.isEnabled)
    return page


def test_without_sane_it_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    page = ScannerPage()
    qtbot.addWidget(page)
    page.show()
    assert "SANE" in page.missing.text.text()
    assert page.files_button.isVisible()
    assert not page.take_button.isVisible()


def test_a_scanner_that_is_switched_on_later_is_found(qtbot: QtBot, scans: Path) -> None:
    program = scans / "bin" / "scanimage"
    program.rename(scans / "off")
    page = ScannerPage()
    qtbot.addWidget(page)
    page.show()
    assert page.again_button.isVisible()
    (scans / "off").rename(program)
    page.again_button.click()
    qtbot.waitUntil(page.take_button.isVisible)
    assert not page.missing.isVisible()


def test_a_page_is_scanned_and_read(scanner: ScannerPage, qtbot: QtBot) -> None:
    assert scanner.scanners.currentText() == "Canon LiDE 210"
    scanner.take_button.click()
    qtbot.waitUntil(lambda: len(scanner.taken) == 1)
    with qtbot.waitSignal(scanner.brought) as brought:
        scanner.done_button.click()
    (page,) = brought.args[0]
    assert page.suffix == ".png"
    assert page.stat().st_size


def test_a_scanner_that_knows_no_resolution_is_asked_plainly(scanner: ScannerPage, scans: Path, qtbot: QtBot) -> None:
    (scans / "plain").touch()
    scanner.take_button.click()
    qtbot.waitUntil(lambda: len(scanner.taken) == 1)


def test_a_busy_scanner_is_said_in_words(scanner: ScannerPage, scans: Path, qtbot: QtBot) -> None:
    (scans / "busy").touch()
    scanner.take_button.click()
    qtbot.waitUntil(lambda: "busy" in scanner.sentence.text())
    assert scanner.taken == []
    assert scanner.take_button.isEnabled()


def test_a_slow_scan_shows_how_far_it_is_and_can_be_stopped(scanner: ScannerPage, scans: Path, qtbot: QtBot) -> None:
    (scans / "slow").touch()
    scanner.take_button.click()
    qtbot.waitUntil(lambda: scanner.progress.fraction == 0.5)
    scanner.cancel_button.click()
    assert scanner.take_button.isEnabled()
    assert scanner.taken == []
    assert scanner.sentence.text() == "Stopped."


def test_leaving_the_page_stops_the_scan(scanner: ScannerPage, scans: Path, qtbot: QtBot) -> None:
    (scans / "slow").touch()
    scanner.take_button.click()
    qtbot.waitUntil(lambda: scanner.progress.fraction == 0.5)
    scanner.hide()
    QApplication.processEvents()
    assert scanner.taken == []
