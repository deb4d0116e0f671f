"""Tries out a built program as a user has it: on a machine with no Python, no Tesseract and nothing on its path."""

from __future__ import annotations

import io
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pillow_heif
from PIL import Image

from cardkeeper.demo.drawing import draw
from cardkeeper.demo.people import Crowd, MadeUp
from cardkeeper.keys import fold
from cardkeeper.library import PASSWORDS

_USED: Final = "the window can be used"
_PATIENCE: Final = 60.0
_KOREAN: Final = Path(__file__).parents[1] / "cards" / "scripts" / "korean.png"
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
Told = tuple[bool, str]


@dataclass(slots=True)
class Trial:
    """Runs the program on cards drawn just now; each line says what was tried, and whether it went well."""

    program: Path
    place: Path

    def run(self) -> Iterator[Told]:
        """Commands first, then the window."""
        person, cards = self._draw()
        yield self._version()
        yield from self._scan(person, cards)
        yield self._own_language()
        yield from self._window(cards[0])
        if PASSWORDS:
            yield self._password()
        if sys.platform.startswith("linux"):
            yield self._menu()

    def _draw(self) -> tuple[MadeUp, tuple[Path, ...]]:
        chance = random.Random(11)
        person = next(iter(Crowd(chance).people()))
        pillow_heif.register_heif_opener()
        paths = []
        with Image.open(io.BytesIO(draw(person, chance).jpeg)) as card:
            for suffix in ("jpg", "pdf", "heic"):
                paths.append(self.place / f"card.{suffix}")
                card.save(paths[-1])
        return person, tuple(paths)

    def _surroundings(self) -> dict[str, str]:
        """Nothing of this machine but what a system can't do without."""
        needed = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
        home = str(self.place / "home")
        return needed | {
            "PATH": "",
            "HOME": home,
            "USERPROFILE": home,
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def _do(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.program, *words],
            env=self._surroundings(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def _version(self) -> Told:
        begun = time.monotonic()
        run = self._do("--version")
        return run.returncode == 0, f"--version in {1000 * (time.monotonic() - begun):.0f} ms: {run.stdout.strip()}"

    def _scan(self, person: MadeUp, cards: tuple[Path, ...]) -> Iterator[Told]:
        for reader in ("auto", "neural", "tesseract"):
            run = self._do("scan", "--json", "--reader", reader, *map(str, cards))
            read = [json.loads(line) for line in run.stdout.splitlines()]
            right = [_is_right(card, person) for card in read]
            used = sorted({name for card in read for name in card.get("readers", ())})
            complaint = run.stderr.strip()
            fine = run.returncode == 0 and right == [True] * len(cards) and not complaint
            fine = fine and (len(used) == 2 if reader == "auto" else used == [reader])
            yield fine, f"scan --reader {reader}: {sum(right)} of {len(cards)} read by {used} {complaint}".rstrip()

    def _own_language(self) -> Told:
        """The files of single languages are there, and used."""
        run = self._do("scan", "--json", str(_KOREAN))
        names = [json.loads(line)["name"] for line in run.stdout.splitlines()]
        return any(map(_HANGUL.search, names)), f"a Korean card: {names} {run.stderr.strip()}".rstrip()

    def _window(self, card: Path) -> Iterator[Told]:
        """The window is seen, takes the file it was given, and answers when the program is started again."""
        library = str(self.place / "library")
        begun = time.monotonic()
        with subprocess.Popen([self.program, "--library", library, str(card)], env=self._surroundings()) as window:
            try:
                used = self._until(lambda: _USED in self._log(), window)
                yield used, f"window with its page after {1000 * (time.monotonic() - begun):.0f} ms"
                yield True, f"memory of the window then: {_memory(window.pid)}"
                kept = self._until(lambda: card.stem in self._do("--library", library, "inbox").stdout, window)
                yield kept, f"its card was in the inbox after {time.monotonic() - begun:.1f} s"
                again = self._do("--library", library)
                yield (
                    again.returncode == 0 and not again.stderr,
                    f"second start: {again.returncode} {again.stderr}".rstrip(),
                )
            finally:
                window.terminate()
        loud = [line for line in self._log().splitlines() if " INFO " not in line]
        yield not loud, f"the log: {loud or 'nothing to complain of'}"

    def _password(self) -> Told:
        """The library gets a password, and opens with that alone."""
        library, secret = str(self.place / "library"), self.place / "secret.txt"
        secret.write_text("four words that hold\n", encoding="utf-8")
        sealing = self._do("--library", library, "password", "set", "--new-password-file", str(secret))
        shut = self._do("--library", library, "inbox")
        opened = self._do("--library", library, "--password-file", str(secret), "inbox")
        statuses = [run.returncode for run in (sealing, shut, opened)]
        return statuses == [0, 3, 0] and bool(opened.stdout), f"a password: {statuses} {opened.stderr}".rstrip()

    def _menu(self) -> Told:
        """Listed in the menus with its own place, and taken out again without a trace."""
        tools = self._surroundings() | {"PATH": os.defpath}
        script = str(self.program.parent / "install-for-me")
        subprocess.run(["/bin/sh", script], env=tools, check=True)
        data = self.place / "home" / ".local" / "share"
        entries = list((data / "applications").glob("*.desktop"))
        listed = any(f'Exec="{self.program}" %F' in entry.read_text(encoding="utf-8") for entry in entries)
        subprocess.run(["/bin/sh", script, "--remove"], env=tools, check=True)
        left = [path.name for path in data.rglob("*Cardkeeper.*")]
        return listed and not left, f"in the menus: {listed}, left behind: {left}"

    def _log(self) -> str:
        return "".join(path.read_text(encoding="utf-8") for path in self.place.rglob("cardkeeper.log"))

    def _until(self, true: Any, window: subprocess.Popen[bytes]) -> bool:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and window.poll() is None:
            if true():
                return True
            time.sleep(0.005)
        return False


def _memory(pid: int) -> str:
    """What a process holds of the machine's memory, as far as the system tells."""
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return "not told here"
    kilobytes = next(line.split()[1] for line in told.splitlines() if line.startswith("VmRSS:"))
    return f"{int(kilobytes) / 1024:.0f} MB"


def _is_right(card: dict[str, Any], person: MadeUp) -> bool:
    """Accents don't count: one of the readers knows English and German letters only."""
    return fold(str(card.get("name"))) == fold(person.name) and person.email in card.get("emails", ())
