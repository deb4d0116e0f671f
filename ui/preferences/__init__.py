"""The page of the settings."""

from ui.preferences.page import PreferencesPage

__all__ = ["PreferencesPage"]
