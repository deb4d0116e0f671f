"""The built program has in it what the program loads by name, which PyInstaller can't see."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = ("cardkeeper", "ui")
"""All of these packages are put in."""


def loaded_by_name() -> Iterator[str]:
    """The modules of others that `import_module` is called with."""
    for package in OURS:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(func=ast.Name(id="import_module"), args=[ast.Constant(value=str(name))]):
                        if name.split(".")[0] not in OURS:
                            yield name


def test_what_is_loaded_by_name_is_put_into_the_built_program() -> None:
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    names = set(loaded_by_name())
    assert {"PySide6.QtMultimedia", "snowballstemmer"} <= names
    said = {name: f'"{name}' if name.startswith("PySide6") else f'"{name.split(".")[0]}' for name in names}
    assert [name for name, words in said.items() if words not in spec] == []


def test_what_lies_among_the_resources_is_asked_for_by_its_name() -> None:
    """Their folder itself is none in the built program, where Python finds it a package of several places."""
    asked = "str(resources.files(" + '"resources"))'
    places = [
        path.name for package in OURS for path in (ROOT / package).rglob("*.py") if asked in path.read_text("utf-8")
    ]
    assert places == []
