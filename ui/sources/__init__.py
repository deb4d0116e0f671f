"""Cards straight from a camera or a scanner: pages taken one after another become one drop."""

from ui.sources.camera import CameraPage
from ui.sources.scanning import ScannerPage

__all__ = ["CameraPage", "ScannerPage"]
