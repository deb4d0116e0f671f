"""Starting the program: a window without words, commands with them, and one sentence where neither can be."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.demo import fill
from cardkeeper.library import Library
from ui.doorbell import Doorbell, ring
from ui.start import Opening, opening

ROOT = Path(__file__).resolve().parents[2]


def start(*words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does, in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    if "QT_QPA_PLATFORM" not in surroundings:
        kept.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "ui.start", *words]
    return subprocess.run(
        command, cwd=ROOT, env=kept | surroundings, capture_output=True, text=True, check=False, timeout=120
    )


def start_beside(*words: str, **surroundings: str) -> subprocess.Popen[bytes]:
    """Run the program while this one goes on."""
    return subprocess.Popen(
        [sys.executable, "-m", "ui.start", *words],
        cwd=ROOT,
        env=os.environ | surroundings | {"QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--library", "cards"], Opening(Path("cards"))),
        (["--library=cards"], Opening(Path("cards"))),
        (["--library=cards", "one.jpg", "/scans/two"], Opening(Path("cards"), (Path("one.jpg"), Path("/scans/two")))),
        (["inbox"], None),
        (["--library", "cards", "inbox"], None),
        (["scan", "one.jpg"], None),
        (["--version"], None),
    ],
)
def test_which_words_mean_a_window(words: list[str], wanted: Opening | None) -> None:
    assert opening(words) == wanted


def test_no_source_is_read_for_a_switch_of_qt_that_nothing_uses() -> None:
    """Else the page would be there a fifth later; this says when PySide6 does it in another way."""
    told = (
        "import linecache, ui.opening; ui.opening.leave_imports_alone(); import ui.app;"
        "print([name for name in linecache.cache if 'cardkeeper' in name])"
    )
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_rubbish_is_looked_for_again_once_the_window_can_be_used(tmp_path: Path) -> None:
    told = f"""
import gc, os, threading, pathlib, ui.opening
def watch():
    while gc.isenabled():
        threading.Event().wait(0.01)
    while not gc.isenabled():
        threading.Event().wait(0.01)
    os._exit(42)
threading.Thread(target=watch, daemon=True).start()
ui.opening.open_window(pathlib.Path({str(tmp_path / "library")!r}))
"""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", told], cwd=ROOT, env=surroundings, timeout=120, check=False)
    assert run.returncode == 42


@pytest.mark.skipif(sys.platform == "win32", reason="no program is told there")
def test_the_system_shutting_down_ends_it_as_if_the_window_were_closed(tmp_path: Path, qtbot: QtBot) -> None:
    """With what closing does: a backup of what has changed, and nothing left behind."""
    library = tmp_path / "library"
    with Library.open(library) as made:
        fill(made, 1, 7, date(2026, 11, 19))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    window = start_beside("--library", str(library), HOME=str(tmp_path), TMPDIR=str(temporary))
    qtbot.waitUntil((library / "window.socket").exists, timeout=60_000)
    window.terminate()
    assert window.wait(60) == 0
    assert list((library / "backups").glob("*-closing.sqlite"))
    assert not list(temporary.iterdir())


def test_without_words_it_is_the_library_of_the_person() -> None:
    wanted = opening([])
    assert wanted is not None
    assert wanted.folder.name == "library"


def test_files_alone_are_taken_into_the_library_of_the_person() -> None:
    wanted = opening(["/photos/IMG 1.HEIC"])
    assert wanted is not None
    assert wanted.folder.name == "library"
    assert wanted.files == (Path("/photos/IMG 1.HEIC"),)


def test_other_words_are_commands() -> None:
    run = start("--version")
    assert run.returncode == 0
    assert run.stdout.startswith("cardkeeper ")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
def test_without_a_display_it_says_so_and_names_a_command() -> None:
    run = start()
    assert run.returncode == 2
    assert "scan --json" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


def test_a_library_that_is_open_elsewhere_is_one_sentence_and_status_3(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library"):
        run = start("--library", str(tmp_path / "library"), QT_QPA_PLATFORM="offscreen", HOME=str(tmp_path))
    assert run.returncode == 3
    assert "already open" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_second_start_hands_its_files_to_the_window_that_is_open(tmp_path: Path, qtbot: QtBot) -> None:
    with Library.open(tmp_path / "library"):
        (tmp_path / "library" / "window.socket").write_bytes(b"left by a crash")
        bell = Doorbell(tmp_path / "library")
        with qtbot.waitSignal(bell.rung, timeout=60_000) as heard:
            second = start_beside("--library", str(tmp_path / "library"), "card.jpg", HOME=str(tmp_path))
        assert heard.args == [(ROOT / "card.jpg",)]
        qtbot.waitUntil(lambda: second.poll() is not None)
        assert second.returncode == 0
        bell.close()


def test_where_no_window_is_open_nobody_answers(tmp_path: Path, qapp: QApplication) -> None:
    assert not ring(tmp_path, [])
    (tmp_path / "window.socket").write_bytes(b"left by a crash")
    assert not ring(tmp_path, [])


def test_noise_at_the_door_is_not_listened_to(tmp_path: Path, qtbot: QtBot) -> None:
    bell = Doorbell(tmp_path)
    with socket.socket(socket.AF_UNIX) as noise, qtbot.assertNotEmitted(bell.rung):
        noise.connect(str(tmp_path / "window.socket"))
        noise.sendall(b"knock knock\n")
        noise.setblocking(False)
        qtbot.waitUntil(lambda: hung_up(noise))
    bell.close()


def hung_up(line: socket.socket) -> bool:
    try:
        return line.recv(1) == b""
    except BlockingIOError:
        return False


def test_the_process_of_the_window_loads_no_pictures_readers_or_numbers(tmp_path: Path) -> None:
    """Also with its pages shown and files dropped: all of that is in the processes that read."""
    program = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from cardkeeper.library import Library
from ui.app import Desk
desk = Desk(QApplication([]), Library.open(Path({str(tmp_path / "library")!r})))
desk.window.show()
for name in ("inbox", "review", "today", "people", "person", "preferences"):
    desk.window.go(name)
broken = Path({str(tmp_path / "broken.jpg")!r})
broken.write_bytes(b"no picture at all")
loop = QEventLoop()
desk.jobs.finished.connect(loop.quit)
QTimer.singleShot(60_000, loop.quit)
desk.window.coming_in.take([broken])
loop.exec()
assert len(desk.jobs.files()) == 1 and not desk.jobs.active
heavy = {{"cv2", "onnxruntime", "rapidocr", "numpy", "pytesseract", "zxingcpp", "pypdfium2", "PIL", "qtawesome"}}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
desk.close()
"""
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


def test_a_command_loads_no_window(tmp_path: Path) -> None:
    program = f"""
import sys
from ui.start import main
assert main(["--library", {str(tmp_path / "library")!r}, "demo", "--people", "1"]) == 0
assert not any(name.startswith(("PySide6", "ui.app")) for name in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
