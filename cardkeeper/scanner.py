"""Scanners through SANE's own program `scanimage`: which there are, how to ask for a page, what it says meanwhile.

Nothing is run here: whoever asks starts the commands and hands their words over, so that a window never waits.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cardkeeper.translation import tr

RESOLUTION: Final = 300
"""Dots per inch: enough for print of 5 points, and what every scanner can do."""
_PROGRESS: Final = re.compile(rb"Progress:\s*([0-9.]+)%")
_FORMAT: Final = "%d|%v|%m|%t%n"


@dataclass(frozen=True, slots=True)
class Scanner:
    """One scanner: the name by which SANE knows it, and what a person calls it."""

    device: str
    name: str


def find_program() -> Path | None:
    """Where `scanimage` is; None where SANE is not installed."""
    found = shutil.which("scanimage")
    return Path(found) if found else None


def list_words() -> list[str]:
    """What to ask the program to learn which scanners there are. It takes some seconds."""
    return ["--formatted-device-list", _FORMAT]


def scanners_in(answer: str) -> tuple[Scanner, ...]:
    """The scanners that it names; cameras, which SANE counts as scanners, are left out."""
    found = []
    for line in answer.splitlines():
        device, *rest = line.split("|")
        if device and len(rest) == 3 and "camera" not in rest[2].lower() and not device.startswith("v4l:"):
            found.append(Scanner(device, " ".join(" ".join(rest[:2]).split()) or device))
    return tuple(found)


def scan_words(scanner: Scanner, target: Path, *, plain: bool = False) -> list[str]:
    """What to ask for one page into this file; `plain` without what some scanners don't understand."""
    words = ["--device-name", scanner.device, "--format", "png", "--output-file", str(target), "--progress"]
    return words if plain else [*words, "--resolution", str(RESOLUTION), "--mode", "Color"]


def progress_in(said: bytes) -> float | None:
    """How far it is, from 0 to 1, by the newest of what it said on standard error."""
    found = _PROGRESS.findall(said)
    return min(1.0, float(found[-1]) / 100) if found else None


def wants_plain(said: bytes) -> bool:
    """Whether it refused an option, so that it should be asked again without."""
    return b"unrecognized option" in said or b"Invalid argument" in said


def refusal(said: bytes) -> tuple[str, str]:
    """What went wrong, and what to do, in words for the person."""
    words = said.decode("utf-8", "replace").lower()
    if "busy" in words:
        return tr("The scanner is busy."), tr("Wait until it is done with what it does, and scan again.")
    if "no documents" in words or "feeder" in words:
        return tr("There is no paper in the scanner’s feeder."), tr("Put the cards in, and scan again.")
    if "access" in words or "permission" in words:
        return tr("You may not use this scanner."), tr("Ask whoever runs this computer to let you.")
    return tr("The scanner did not give a page."), tr("See that it is on and connected, and scan again.")
