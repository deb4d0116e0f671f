"""What keys are called on the keyboards of the person's language."""

from __future__ import annotations

from cardkeeper.translation import tr, trc


def key_names(keys: str) -> tuple[str, ...]:
    """The caps of a combination as Qt writes it: "Ctrl+Z" is two, and a plus sign by itself is one."""
    named = {
        "Ctrl": trc("key", "Ctrl"),
        "Shift": trc("key", "Shift"),
        "Alt": trc("key", "Alt"),
        "Return": tr("Enter"),
        "Enter": tr("Enter"),
        "Escape": tr("Esc"),
        "Esc": tr("Esc"),
        "Space": trc("key", "Space"),
        "Tab": trc("key", "Tab"),
        "Backspace": trc("key", "Backspace"),
        "PgUp": trc("key", "Page up"),
        "PgDown": trc("key", "Page down"),
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
    }
    parts = ["+"] if keys == "+" else keys.replace("++", "+plus").split("+")
    return tuple("+" if part == "plus" else named.get(part, part) for part in parts)


def keys_in_words(keys: str) -> str:
    """A combination within a text: “Strg+Umschalt+Z” in German."""
    return "+".join(key_names(keys))
