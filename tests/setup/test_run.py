"""Setting up and starting: what `python3 run.py` does before the program itself begins."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def launcher() -> ModuleType:
    spec = importlib.util.spec_from_file_location("launcher", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems always have a display")
def test_without_a_display_one_sentence_says_what_to_do_instead() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    without = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        [sys.executable, str(ROOT / "run.py")], env=without, capture_output=True, text=True, check=False, timeout=20
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert len(run.stderr.strip().splitlines()) == 1
    assert "python3 run.py scan --json card.jpg" in run.stderr


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--library", "my cards"], True),
        (["--library=my cards"], True),
        (["card.jpg", "/scans/two.pdf"], True),
        (["--library", "my cards", "card.jpg"], True),
        (["scan", "card.jpg"], False),
        (["--library", "my cards", "people"], False),
        (["--help"], False),
    ],
)
def test_the_window_opens_only_when_no_command_is_given(launcher: ModuleType, words: list[str], window: bool) -> None:
    assert launcher.opens_window(words) is window


def test_every_library_qt_needs_is_named_with_its_package(launcher: ModuleType) -> None:
    nowhere = {"libNotOnAnyMachine.so.9": "libnotonanymachine9", "libNorThisOne.so.1": "libnorthisone1"}
    if sys.platform.startswith("linux"):
        assert launcher.missing_packages(nowhere) == ["libnorthisone1", "libnotonanymachine9"]
    assert launcher.missing_packages({}) == []


def test_changed_pins_are_installed_and_unchanged_ones_are_not(launcher: ModuleType, tmp_path: Path) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text("peewee==4.5.3\n", encoding="utf-8")
    before = launcher.fingerprint(pins)
    assert launcher.fingerprint(pins) == before
    pins.write_text("peewee==4.5.4\n", encoding="utf-8")
    assert launcher.fingerprint(pins) != before


def test_the_package_holds_the_program_its_window_and_its_data(tmp_path: Path) -> None:
    """`pip install .` gives a `cardkeeper` command that needs nothing from the source folder."""
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(tmp_path),
        str(ROOT),
    ]
    run = subprocess.run(build, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    wheel = next(tmp_path.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        entry = next(name for name in names if name.endswith("entry_points.txt"))
        assert "cardkeeper = ui.start:main" in archive.read(entry).decode("utf-8")
    assert "cardkeeper/__main__.py" in names
    assert "ui/app.py" in names
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {name for name in shipped if "__pycache__" not in name} <= set(names)
    assert "resources/guide/first-steps.md" in names
    assert "resources/pictures/review-light.png" in names
    assert not any(name.startswith("tests/") for name in names)
