#!/usr/bin/env python3
"""Set Cardkeeper up in a private environment and start it: the one command for everything.

    python3 run.py [FILE...]          open the window, and take these files in
    python3 run.py test               every test, lint, type and architecture check
    python3 run.py bench [...]        speed and accuracy, measured
    python3 run.py fuzz [...]         spoiled files of every kind, looking for crashes, hangs and greed
    python3 run.py screenshots OUT    pictures of every page, light and dark; --sizes and --languages for more
    python3 run.py words              the catalogs of translations, brought up to date
    python3 run.py build              a program folder and its archive in dist/, for machines without Python
    python3 run.py WORDS...           anything else goes to the program, e.g. scan --json card.jpg

Needs Python 3.11 or newer and nothing beside it. The first start installs what requirements.txt pins, by its hashes,
into the folder .venv beside this file; later starts do none of that again.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
RUN_PINS = ROOT / "requirements.txt"
TEST_PINS = ROOT / "requirements-test.txt"
BUILD_PINS = ROOT / "requirements-build.txt"
OLDEST_PYTHON = (3, 11)
# What needs no pixels, no processes and no window is tested to the full, and stays so.
PURE_CORE = (
    "cardkeeper/model/*,cardkeeper/errors.py,cardkeeper/translation.py,cardkeeper/days.py,cardkeeper/keys.py,"
    "cardkeeper/fields/*,cardkeeper/review/*,cardkeeper/matching/*,cardkeeper/relationships/*,cardkeeper/messages/*,"
    "cardkeeper/exchange/*,cardkeeper/importing/*,cardkeeper/library/*,cardkeeper/intake.py"
)
PURE_CORE_COVERED = 96  # percent of lines and branches

# Shared libraries that Qt's wheels expect from the system, and the Debian packages that bring them.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libzstd.so.1": "libzstd1",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

# The window says so where the camera can't be used for want of this.
CAMERA_LIBRARIES = {"libpulse.so.0": "libpulse0"}

# Modules, the pins they need beside those of the program, and the libraries; what the window needs is packed with it.
DEVELOPER_TOOLS = {
    "bench": ("tests.benchmarks", TEST_PINS, QT_LIBRARIES),
    "fuzz": ("tests.fuzz", TEST_PINS, QT_LIBRARIES),
    "screenshots": ("tests.screenshots", TEST_PINS, QT_LIBRARIES),
    "words": ("tests.catalogs", TEST_PINS, QT_LIBRARIES),
    "build": ("tests.packaging", BUILD_PINS, {**QT_LIBRARIES, **WINDOW_LIBRARIES, **CAMERA_LIBRARIES}),
}


def main(words: list[str]) -> int:
    """Do what the words ask for; returns the exit status."""
    if sys.version_info < OLDEST_PYTHON:
        return stop(f"Cardkeeper needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    first = words[0] if words else ""
    if first == "test":
        return test(words[1:])
    if first in DEVELOPER_TOOLS:
        module, pins, qt = DEVELOPER_TOOLS[first]
        return start(["-m", module, *words[1:]], [RUN_PINS, pins], qt=qt, headless=True)
    if opens_window(words):
        if not has_display():
            return stop(
                "There is no display here, so the window can't open. Without one, give a command instead: "
                "python3 run.py scan --json card.jpg"
            )
        return start(["-m", "ui.start", *words], [RUN_PINS], qt={**QT_LIBRARIES, **WINDOW_LIBRARIES})
    return start(["-m", "cardkeeper", *words], [RUN_PINS])


def opens_window(words: list[str]) -> bool:
    """Whether the words name no command: at most a library to open the window on, and files to take in."""
    if words[:1] == ["--library"]:
        rest = words[2:]
    elif words and words[0].startswith("--library="):
        rest = words[1:]
    else:
        rest = words
    # Commands have neither a dot nor a slash in them.
    return all(not word.startswith("-") and ("." in word or "/" in word or os.sep in word) for word in rest)


def has_display() -> bool:
    """Whether a window has somewhere to open; a Qt platform that someone set by hand counts."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def start(arguments: list[str], pins: list[Path], qt: dict[str, str] | None = None, *, headless: bool = False) -> int:
    """Set up what is missing and hand over to the private environment's Python."""
    problem = set_up(pins, qt or {})
    if problem:
        return stop(problem)
    command = [str(environment_python()), "-P", *arguments]
    variables = environment_variables(headless=headless)
    if os.name == "posix":
        os.execve(command[0], command, variables)
    return subprocess.run(command, env=variables, check=False).returncode


def test(words: list[str]) -> int:
    """Run every check, each even when one before it failed; further words go to pytest instead of all the rest."""
    problem = set_up([RUN_PINS, TEST_PINS], QT_LIBRARIES)
    if problem:
        return stop(problem)
    if words:
        return run_check(["pytest", *words])
    checks = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", "-q", "-n", "2", "--dist", "worksteal", "--cov", "--cov-report=term:skip-covered"],
        ["coverage", "report", f"--include={PURE_CORE}", f"--fail-under={PURE_CORE_COVERED}", "--format=total"],
    ]
    failed = [check[0] for check in checks if run_check(check) != 0]
    if failed:
        return stop(f"Failed: {', '.join(failed)}.")
    return 0


def run_check(check: list[str]) -> int:
    """Run one tool of the environment from the project's folder."""
    say(f"$ {' '.join(check)}")
    command = [str(environment_python()), "-P", "-m", *check]
    return subprocess.run(command, cwd=ROOT, env=environment_variables(headless=True), check=False).returncode


def environment_variables(*, headless: bool) -> dict[str, str]:
    """Let the private environment's Python find the program, and Qt do without a screen where none is needed."""
    variables = dict(os.environ)
    variables.pop("PYTHONHOME", None)
    variables["PYTHONPATH"] = str(ROOT)
    if headless:
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return variables


def environment_python() -> Path:
    """The private environment's interpreter."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def set_up(pins: list[Path], qt: dict[str, str]) -> str:
    """Install what is pinned unless it was done before; returns what is wrong, in words, or nothing."""
    for pin in pins:
        stamp = ENVIRONMENT / f"{pin.stem}.stamp"
        wanted = fingerprint(pin)
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and environment_python().exists():
            continue
        problem = make_environment() or install(pin)
        if problem:
            return problem
        stamp.write_text(wanted, encoding="utf-8")
    return provide_libraries(qt)


def fingerprint(pin: Path) -> str:
    """What an environment was made from: the pins and the Python that made it."""
    pinned = hashlib.sha256(pin.read_bytes()).hexdigest()
    return f"{pinned} {sys.version_info[0]}.{sys.version_info[1]} {sysconfig.get_platform()}\n"


def make_environment() -> str:
    """Make the private environment unless a working one is there; returns what is wrong, or nothing."""
    if environment_python().exists() and runs([str(environment_python()), "-m", "pip", "--version"]):
        return ""
    say("Making a private environment in .venv ...")
    if runs([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]):
        return ""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if may_install() and apt_install([package]) and runs([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]):
        return ""
    return f"Python could not make a private environment. On Debian or Ubuntu: sudo apt-get install {package}"


def install(pin: Path) -> str:
    """Install one file of pins, by hash; returns what is wrong, or nothing."""
    say(f"Installing what {pin.name} pins (only this once, a minute or two) ...")
    command = [str(environment_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--require-hashes", "-r", str(pin)]
    if subprocess.run(command, check=False).returncode == 0:
        return ""
    return "The packages could not be installed. Check the network connection and start again: what is there is kept."


def provide_libraries(wanted: dict[str, str]) -> str:
    """See that the system has the libraries Qt needs; returns which are missing and how to get them, or nothing."""
    packages = missing_packages(wanted)
    if not packages:
        return ""
    if may_install():
        say(f"Installing the system libraries that Qt lacks here: {' '.join(packages)}")
        apt_install(packages)
        packages = missing_packages(wanted)
        if not packages:
            return ""
    names = " ".join(packages)
    return f"Qt needs system libraries that are missing here. On Debian or Ubuntu: sudo apt-get install {names}"


def missing_packages(wanted: dict[str, str]) -> list[str]:
    """The Debian packages whose libraries can't be loaded; none on other systems, where Qt brings all it needs."""
    if not sys.platform.startswith("linux"):
        return []
    return sorted({package for library, package in wanted.items() if not loads(library)})


def loads(library: str) -> bool:
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def may_install() -> bool:
    """Whether this is a Debian-like machine and we are its administrator."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages without a question; the lists are renewed first, an old machine may have none."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt_get = shutil.which("apt-get") or "/usr/bin/apt-get"
    subprocess.run([apt_get, "update", "-qq"], env=quiet, check=False, stdout=subprocess.DEVNULL)
    command = [apt_get, "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, env=quiet, check=False, stdout=subprocess.DEVNULL).returncode == 0


def runs(command: list[str]) -> bool:
    """Whether a command ends well; what it prints is of no interest."""
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def say(text: str) -> None:
    """Tell what is going on, beside the results."""
    print(text, file=sys.stderr, flush=True)


def stop(reason: str) -> int:
    """Say why it ends here; returns the exit status."""
    say(reason)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
