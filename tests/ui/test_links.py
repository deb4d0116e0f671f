"""A click on a mail, a number or a website opens that and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from cardkeeper.model.people import Phone
from ui.links import mail_url, phone_url, web_url


def test_a_mail_names_one_recipient_whatever_is_printed() -> None:
    url = mail_url("a@example.org?bcc=spy@example.org&x", "Coffee & cake?", "Hello\nthere")
    encoded = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert encoded.startswith("mailto:a@example.org%3Fbcc%3Dspy@example.org%26x?subject=Coffee%20")
    assert "body=Hello%0D%0Athere" in encoded


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        (Phone("+49 (0) 30 6966377", e164="+49306966377"), "tel:+49306966377"),
        (Phone("+49 (0)30 696-63"), "tel:+493069663"),
        (Phone("288-485-9155 ext. 48"), "tel:2884859155"),
        (Phone("call me"), ""),
        ("+1 288 485 9155", "tel:+12884859155"),
    ],
)
def test_a_number_is_dialled_without_its_print(number: Phone | str, dialled: str) -> None:
    assert phone_url(number).toString() == dialled


@pytest.mark.parametrize(
    ("printed", "opened"),
    [
        ("www.roehrichtdrub.de", "https://www.roehrichtdrub.de"),
        ("http://example.org/team?x=1", "https://example.org/team?x=1"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("user@evil.example", ""),
        ("two words.example", ""),
        ("", ""),
    ],
)
def test_only_secure_pages_are_opened(printed: str, opened: str) -> None:
    assert web_url(printed).toString() == opened
