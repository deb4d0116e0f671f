"""The program without a window, started as `python -m cardkeeper`."""

from __future__ import annotations

import sys

from cardkeeper.cli.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
