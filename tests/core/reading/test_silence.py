"""The readers read, and tell nobody: nothing is sent, and nothing is written down to be sent later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# The engine's own report of its use needs a home to write to, and a network to send it over.
READING = """
import numpy
from cardkeeper.reading.neural import NeuralReader
NeuralReader().read(numpy.full((90, 300, 3), 255, dtype=numpy.uint8), timeout=60)
"""


def test_reading_leaves_nothing_behind_in_the_home_of_the_person(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONPATH": str(ROOT)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    run = subprocess.run(
        [sys.executable, "-P", "-c", READING], env=kept | home, capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    assert list(tmp_path.rglob("*")) == []
