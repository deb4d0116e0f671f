"""Builds the program folder and its archive, and tries them out: `python3 run.py build`.

What comes out, in dist/: `Cardkeeper/`, to be run where it lies, and one archive of it named by version and machine.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from cardkeeper import __version__
from tests.packaging.icons import SIZES, draw_icons
from tests.packaging.trial import Trial

ROOT: Final = Path(__file__).resolve().parents[2]
WORK: Final = ROOT / "build"
DIST: Final = ROOT / "dist"
APP_ID: Final = "io.github.cardkeeper.Cardkeeper"
_LICENCE_FILES: Final = ("licen", "copying", "notice", "thirdparty", "authors", "ofl")


def main() -> int:
    """Build, pack, try. Returns 1 where the result does not do what it should."""
    parser = argparse.ArgumentParser(prog="run.py build", description=__doc__)
    parser.add_argument("--only-try", action="store_true", help="try what was built before")
    options = parser.parse_args()
    if not options.only_try:
        build()
    folder = DIST / "Cardkeeper"
    with tempfile.TemporaryDirectory(prefix="cardkeeper-trial-") as place:
        told = [*sizes(folder), *Trial(folder / program_name(), Path(place)).run()]
    tell(*(f"{'ok' if fine else 'FAILED'}  {line}" for fine, line in told))
    return 0 if all(fine for fine, _ in told) else 1


def build() -> None:
    """Fill dist/ anew."""
    shutil.rmtree(DIST, ignore_errors=True)
    icons = draw_icons(WORK / "icons")
    tell("Collecting the program, Python, the readers and Qt ...")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=ERROR"]
    command += ["--distpath", str(DIST), "--workpath", str(WORK / "pyinstaller"), str(ROOT / "build.spec")]
    subprocess.run(command, cwd=ROOT, check=True)
    folder = DIST / "Cardkeeper"
    drop_symbols(folder / "_internal")
    add_papers(folder)
    if sys.platform.startswith("linux"):
        add_desktop_files(folder / "share", icons)
        shutil.copy2(ROOT / "resources" / "desktop" / "install-for-me", folder / "install-for-me")
        (folder / "install-for-me").chmod(0o755)
    tell("Packing ...")
    kind = "zip" if sys.platform == "win32" else "gztar"
    shutil.make_archive(str(DIST / archive_name()), kind, DIST, "Cardkeeper")


def drop_symbols(folder: Path) -> None:
    """Take out what only a debugger reads; most of it is in Python itself and in SQLite.

    The libraries that wheels bring along (in folders whose name ends in .libs) were patched for their place: they stay
    as they are, since `strip` may spoil those. Without `strip` on this machine the folder is larger and works as well.
    """
    strip = shutil.which("strip")
    if strip is None or not sys.platform.startswith("linux"):
        return
    for path in folder.rglob("*.so*"):
        if path.is_file() and not path.is_symlink() and not path.parent.name.endswith(".libs"):
            subprocess.run([strip, "--strip-unneeded", str(path)], check=True)


def archive_name() -> str:
    """What the archive is called: version, system and kind of processor."""
    return f"cardkeeper-{__version__}-{sysconfig.get_platform().replace('.', '_')}"


def program_name() -> str:
    return "cardkeeper.exe" if sys.platform == "win32" else "cardkeeper"


def add_papers(folder: Path) -> None:
    """What it is, and the licences of all that is inside."""
    for name in ("README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy2(ROOT / name, folder / name)
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        for file in distribution.files or ():
            if any(word in file.name.lower() for word in _LICENCE_FILES) and file.suffix not in (".py", ".pyc"):
                source = Path(str(distribution.locate_file(file)))
                target = folder / "licences" / name / file.name
                if source.is_file():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(source, target)


def add_desktop_files(share: Path, icons: tuple[Path, ...]) -> None:
    """What a Linux desktop needs to list the program, laid out as under /usr/share."""
    resources = ROOT / "resources" / "desktop"
    places = {
        resources / f"{APP_ID}.desktop": share / "applications",
        resources / f"{APP_ID}.metainfo.xml": share / "metainfo",
    }
    for source, place in places.items():
        place.mkdir(parents=True)
        shutil.copyfile(source, place / source.name)
    hicolor = share / "icons" / "hicolor"
    drawing = hicolor / "scalable" / "apps" / f"{APP_ID}.svg"
    drawing.parent.mkdir(parents=True)
    shutil.copyfile(resources / "cardkeeper.svg", drawing)
    for size, icon in zip(SIZES, icons, strict=True):
        place = hicolor / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        shutil.copyfile(icon, place / f"{APP_ID}.png")


def sizes(folder: Path) -> list[tuple[bool, str]]:
    """How large the folder and the archive are."""
    inside = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_symlink())
    packed = [path for path in DIST.iterdir() if path.is_file()]
    lines = [(True, f"{folder.relative_to(ROOT)}: {inside / 1e6:.0f} MB")]
    return lines + [(True, f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.0f} MB") for path in packed]


def tell(*lines: str) -> None:
    for line in lines:
        sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    begun = time.monotonic()
    status = main()
    tell(f"{platform.system()} {platform.machine()}, {time.monotonic() - begun:.0f} seconds")
    sys.exit(status)
