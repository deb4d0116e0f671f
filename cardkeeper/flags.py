"""The first word by which a built program, which has no `python -m`, is told to be one of its own helpers."""

from __future__ import annotations

from typing import Final

WORKER_FLAG: Final = "--worker"
"""A process that reads cards: `worker_main`."""
FINDER_FLAG: Final = "--find"
"""The process beside a camera that finds cards on its pictures: `finder_main`."""
