"""An archive taken in, as the window and the command do."""

from __future__ import annotations

from pathlib import Path

from cardkeeper.importing.applying import apply, prepare
from cardkeeper.importing.archives import load_archive
from cardkeeper.importing.planning import Plan, plan_of
from cardkeeper.library import Library
from tests.core.library.samples import clock


def take_in(library: Library, path: Path) -> Plan:
    """Import an archive, and return the plan of it."""
    plan = plan_of(library, [load_archive(path)])
    prepare(library, plan, clock())
    apply(library, plan, clock(), lambda _done, _of: None)
    return plan
