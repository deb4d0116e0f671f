"""People into files: who, in which form, with what."""

from ui.exporting.page import ExportingPage

__all__ = ["ExportingPage"]
