"""What is asked of `scanimage`, and what its answers mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardkeeper import scanner
from cardkeeper.scanner import Scanner

ANSWER = """v4l:/dev/video0|Noname|Webcam|virtual device
plustek:libusb:001:004|Canon|LiDE 210|flatbed scanner
escl:http://127.0.0.1:60000|EPSON|ET-2850|platen,adf scanner
No scanners were identified.
"""


def test_scanners_are_named_and_cameras_left_out() -> None:
    assert scanner.scanners_in(ANSWER) == (
        Scanner("plustek:libusb:001:004", "Canon LiDE 210"),
        Scanner("escl:http://127.0.0.1:60000", "EPSON ET-2850"),
    )
    assert scanner.scanners_in("") == ()


def test_a_page_is_asked_for_in_colour_and_fine_enough(tmp_path: Path) -> None:
    words = scanner.scan_words(Scanner("epson2:net", "Epson"), tmp_path / "page.png")
    assert words[words.index("--device-name") + 1] == "epson2:net"
    assert words[words.index("--resolution") + 1] == "300"
    assert str(tmp_path / "page.png") in words
    assert "--resolution" not in scanner.scan_words(Scanner("a", "b"), tmp_path / "page.png", plain=True)


def test_progress_is_the_newest_that_was_said() -> None:
    assert scanner.progress_in(b"Progress: 0.0%\rProgress: 42.5%\r") == pytest.approx(0.425)
    assert scanner.progress_in(b"warming up") is None


def test_a_refused_option_is_told_from_other_trouble() -> None:
    assert scanner.wants_plain(b"scanimage: unrecognized option '--mode'")
    assert not scanner.wants_plain(b"scanimage: sane_start: Device busy")


@pytest.mark.parametrize(
    ("said", "about"),
    [
        (b"scanimage: sane_start: Device busy", "busy"),
        (b"scanimage: sane_start: Document feeder out of documents", "paper"),
        (b"scanimage: open of device failed: Access to resource has been denied", "may not"),
        (b"\xff\xfe", "did not give"),
    ],
)
def test_what_went_wrong_is_said_with_what_to_do(said: bytes, about: str) -> None:
    message, remedy = scanner.refusal(said)
    assert about in message
    assert remedy.endswith(".")
