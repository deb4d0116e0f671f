"""Cardkeeper's core: business cards in, people kept. Nothing in this package imports Qt."""

import os

__version__ = "0.1.0"

# onnxruntime, which the neural reader runs on, reports its use to its makers over the network unless this is set before
# it is loaded; so it is set before anything of ours is. Children inherit it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
