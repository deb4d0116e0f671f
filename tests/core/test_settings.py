"""Settings are kept, one slip of the hand in their file loses nothing else, and one table tells of them all."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from cardkeeper.errors import LibraryError, WrongInput
from cardkeeper.model.people import FollowUpKind, Tone
from cardkeeper.model.progress import ReaderMode
from cardkeeper.settings import FILE_NAME, Loaded, Settings, changed, load, save, table

OTHER = Settings(
    theme="dark",
    text_size=130,
    reader=ReaderMode.NEURAL,
    region="DE",
    weekly_limit=5,
    drawer_days=14,
    working_days=(1, 2, 3),
    next_step=FollowUpKind.CALL,
    my_name="Anna Weber",
    my_mail="anna@example.org",
    letter_tone=Tone.FORMAL,
    letter_language="de",
    public_place="Café Lindenhof",
)


def test_what_was_set_is_there_again(tmp_path: Path) -> None:
    remembered = replace(OTHER, window="AAEC", recent=("person 12", "page today"))
    save(tmp_path / "new", remembered)
    assert load(tmp_path / "new") == Loaded(remembered)


def test_the_usual_holds_where_nothing_is_set(tmp_path: Path) -> None:
    assert load(tmp_path) == Loaded(Settings())
    assert (Settings().weekly_limit, Settings().drawer_days, Settings().working_days) == (10, 30, (1, 2, 3, 4, 5))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", '"pink"'),
        ("text_size", "49"),
        ("text_size", '"120"'),
        ("reader", '"both"'),
        ("region", '"Germany"'),
        ("weekly_limit", "0"),
        ("drawer_days", "null"),
        ("working_days", "[]"),
        ("working_days", "[0]"),
        ("next_step", '"dinner"'),
        ("letter_tone", '"cold"'),
        ("my_name", "7"),
        ("colour", '"blue"'),
    ],
)
def test_one_value_that_can_not_be_understood_is_left_out_and_told_of(tmp_path: Path, name: str, value: str) -> None:
    (tmp_path / FILE_NAME).write_text(f'{{"text_size": 120, "theme": "dark", "{name}": {value}}}')
    loaded = load(tmp_path)
    assert loaded.settings == Settings(
        text_size=100 if name == "text_size" else 120, theme="system" if name == "theme" else "dark"
    )
    assert len(loaded.problems) == 1
    assert name in loaded.problems[0]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b'"dark"'])
def test_a_file_that_holds_no_settings_is_told_of(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    loaded = load(tmp_path)
    assert loaded.settings == Settings()
    assert len(loaded.problems) == 1


def test_settings_that_can_not_be_kept_are_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError):
        save(tmp_path / "file", OTHER)


def test_the_table_tells_of_every_setting() -> None:
    remembered = {"window", "people_table", "people_filters", "recent", "digest_shown", "page", "panes"}
    assert {line.name for line in table()} == {field.name for field in fields(Settings)} - remembered
    for line in table():
        assert line.title
        assert line.meaning
        assert line.usual == getattr(Settings(), line.name)


def test_a_setting_can_be_typed() -> None:
    settings = Settings()
    for name, text in (
        ("theme", "dark"), ("text_size", "130"), ("reader", "neural"), ("region", "DE"), ("weekly_limit", "5"),
        ("drawer_days", "14"), ("working_days", "1,2,3"), ("next_step", "call"),
        ("my_name", "Anna Weber"), ("my_mail", "anna@example.org"), ("letter_tone", "formal"),
        ("letter_language", "de"), ("public_place", "Café Lindenhof"),
    ):  # fmt: skip
        settings = changed(settings, name, text)
    assert settings == OTHER


@pytest.mark.parametrize(
    ("name", "text", "remedy"),
    [
        ("theme", "pink", "system, light, dark"),
        ("text_size", "9", "50 to 300"),
        ("text_size", "big", "50 to 300"),
        ("region", "Germany", "DE"),
        ("working_days", "Monday", "Monday is 1"),
    ],
)
def test_what_can_not_be_set_is_said_with_what_can(name: str, text: str, remedy: str) -> None:
    with pytest.raises(WrongInput, match=text) as caught:
        changed(Settings(), name, text)
    assert remedy in caught.value.remedy
    for unknown in ("colour", "window", "recent"):
        with pytest.raises(WrongInput, match=unknown):
            changed(Settings(), unknown, text)
