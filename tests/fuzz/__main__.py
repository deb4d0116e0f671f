"""Gives the program spoiled files, looking for crashes, hangs and greed: `run.py fuzz [--cases N] [--seed S]`."""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.fuzz.mutating import mutated
from tests.fuzz.samples import KINDS, Sample, samples
from tests.fuzz.trying import serve

MOST_SECONDS: Final = 10.0
"""That one file may take; a large one takes as many more for each MB, in which a thousand people may stand."""
_CASES: Final = 2000
_SAID_EVERY: Final = 200
_MEGABYTE: Final = 1 << 20
_FRESH_AFTER: Final = 250
"""Files after which a process is followed by a new one, so that none is blamed for what came before it."""


class Child:
    """The process in which files are tried; a new one after each that hung, died or did too much."""

    def __init__(self, folder: Path) -> None:
        """`folder`: for what it says of its end."""
        self._said = folder / "said"
        self._context = multiprocessing.get_context("spawn")
        self._start()

    def look(self, kind: str, path: Path, seconds: float = MOST_SECONDS) -> str:
        """What this file has found: a traceback, a hang, the death of the process; nothing where all is well."""
        self._line.send((kind, path))
        try:
            found = str(self._line.recv()) if self._line.poll(seconds) else f"no answer within {seconds:.0f} s"
        except EOFError:
            self._process.join()
            found = f"{self._said.read_text(errors='replace')}\nended with status {self._process.exitcode}"
        self._tried += 1
        if found or self._tried >= _FRESH_AFTER:
            self.close()
            self._start()
        return found

    def close(self) -> None:
        self._process.kill()
        self._process.join()
        self._line.close()

    def _start(self) -> None:
        self._line, other = self._context.Pipe()
        self._process = self._context.Process(target=serve, args=(other, self._said), daemon=True)
        self._process.start()
        other.close()
        self._tried = 0
        # Loading the program is no part of the time that a file takes.
        self._line.send((KINDS[1], Path("nothing.vcf")))
        self._line.recv()


def case(found: dict[str, tuple[Sample, ...]], seed: int, number: int) -> tuple[str, str, bytes]:
    """The kind, suffix and bytes of a case; the same for the same seed and number."""
    chance = random.Random(f"{seed}.{number}")
    kind = KINDS[number % len(KINDS)]
    suffix, data = chance.choice(found[kind])
    return kind, suffix, mutated(data, chance, chance.choice(found[kind])[1])


def main(arguments: Sequence[str]) -> int:
    """Try the files, keep those that found something, and say what. Returns 1 where something was found."""
    parser = argparse.ArgumentParser(prog="run.py fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=_CASES, metavar="N", help=f"how many files (default: {_CASES})")
    parser.add_argument("--seconds", type=float, default=float("inf"), metavar="N", help="end after so many")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another number gives other files")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), metavar="DIR", help="for what found something")
    options = parser.parse_args(arguments)
    until = time.monotonic() + options.seconds
    tried: Counter[str] = Counter()
    findings = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = samples(folder)
        child = Child(folder)
        for number in range(options.cases):
            if time.monotonic() > until:
                break
            kind, suffix, data = case(whole, options.seed, number)
            path = folder / f"{kind}-{options.seed}-{number}{suffix}"
            path.write_bytes(data)
            found = child.look(kind, path, MOST_SECONDS * (1 + len(data) / _MEGABYTE))
            tried[kind] += 1
            if found:
                findings += 1
                _keep(options.keep, path, data, found)
            path.unlink()
            if (number + 1) % _SAID_EVERY == 0:
                _say(f"{number + 1} files, {findings} found something")
        child.close()
    _say(", ".join(f"{count} of {kind}" for kind, count in tried.items()) + f": {findings} found something")
    return 1 if findings else 0


def _keep(folder: Path, path: Path, data: bytes, found: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / path.name).write_bytes(data)
    (folder / f"{path.name}.txt").write_text(found, encoding="utf-8")
    _say(f"{folder / path.name}: {' / '.join(found.split(chr(10))[-4:])[:300]}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
