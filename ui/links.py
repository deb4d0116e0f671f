"""What a click hands to other programs: a mail to write, a number to call, a page to open, each a safe address."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from cardkeeper.messages.mail import mailto
from cardkeeper.model.people import Phone


def mail_url(address: str, subject: str = "", body: str = "") -> QUrl:
    """A mailto address that names one recipient, whatever is printed."""
    return QUrl.fromEncoded(mailto(address, subject, body).encode())


def phone_url(phone: Phone | str) -> QUrl:
    """A tel address after RFC 3966: E.164 where known, else the digits as printed; empty where there are none."""
    number = phone.e164 or phone.number if isinstance(phone, Phone) else phone
    dialled = re.split(r"(?i)\s*(?:ext|x|#)\.?\s*\d+\s*$", number)[0]
    digits = re.sub(r"[^\d+]", "", dialled.replace("(0)", ""))
    return QUrl(f"tel:{digits}") if digits.strip("+") else QUrl()


def web_url(website: str) -> QUrl:
    """A printed website as an https address; empty where it is none, and for any scheme that could do harm."""
    bare = re.sub(r"(?i)^https?://", "", website.strip())
    if not re.fullmatch(r"(?i)[\w.-]+\.[a-z\u00a1-\uffff]{2,}(?::\d+)?(?:[/?#]\S*)?", bare):
        return QUrl()
    return QUrl(f"https://{bare}")


def open_url(url: QUrl) -> bool:
    """Hand an address to the program that the system keeps for it; False where it has none."""
    return url.isValid() and not url.isEmpty() and QDesktopServices.openUrl(url)
