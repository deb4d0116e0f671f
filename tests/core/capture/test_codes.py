"""Codes on cards are understood, also small, faint, turned and blurred ones."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp

from cardkeeper.capture.codes import find_codes
from cardkeeper.images import Picture
from cardkeeper.model.cards import CodeKind
from tests.core.capture.table import face

VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nTEL:+49 30 1234567\r\nEND:VCARD\r\n"


def _code(text: str, pixels: int = 4) -> Picture:
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    squares = np.array(made.to_image(scale=1, add_quiet_zones=False))
    large = np.kron(squares, np.ones((pixels, pixels))).astype(np.uint8)
    return np.dstack([large] * 3)


def _card_with(code: Picture, left: int = 640, top: int = 300) -> Picture:
    card = face()
    card[top : top + code.shape[0], left : left + code.shape[1]] = code
    return card


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (VCARD, CodeKind.VCARD),
        ("MECARD:N:Jones,Norma;TEL:+442079460018;;", CodeKind.MECARD),
        ("https://lindgate.example/norma", CodeKind.URL),
        ("WWW.LINDGATE.EXAMPLE", CodeKind.URL),
        ("Table 12", CodeKind.TEXT),
    ],
)
def test_a_code_says_its_text_and_what_it_is(text: str, kind: CodeKind) -> None:
    (code,) = find_codes(_card_with(_code(text)))
    assert code.text == text
    assert code.kind is kind


def test_a_code_says_where_it_is_printed_in_pixels_of_the_picture() -> None:
    square = _code("https://lindgate.example", pixels=8)
    large = np.asarray(cv2.resize(_card_with(square, 600, 200), None, fx=3, fy=3), dtype=np.uint8)
    (code,) = find_codes(large)
    assert code.box.left == pytest.approx(1800, abs=15)
    assert code.box.top == pytest.approx(600, abs=15)
    assert code.box.width == pytest.approx(3 * square.shape[1], abs=25)


@pytest.mark.parametrize("degrees", [0, 17, 45, 90, 180])
@pytest.mark.parametrize("faint", [1.0, 0.25])
def test_a_turned_or_faint_code_is_understood(degrees: float, faint: float) -> None:
    card = _card_with(_code(VCARD), 500, 200)
    pale = 255 - (255 - card.astype(np.float32)) * faint
    turned = cv2.warpAffine(
        pale, cv2.getRotationMatrix2D((600, 330), degrees, 0.9), (1200, 900), borderValue=(250,) * 3
    )
    (code,) = find_codes(np.asarray(turned, dtype=np.uint8))
    assert code.text == VCARD


def test_a_noisy_code_that_is_only_noticed_at_first_is_understood_in_the_end() -> None:
    card = _card_with(_code(VCARD, pixels=3)).astype(np.float32)
    rough = card + np.random.default_rng(1).normal(0, 60, card.shape)
    (code,) = find_codes(np.asarray(np.clip(rough, 0, 255), dtype=np.uint8))
    assert code.text == VCARD


def test_two_codes_come_from_top_to_bottom_and_each_text_once() -> None:
    card = _card_with(_code("https://a.example"), 650, 420)
    card = np.ascontiguousarray(card)
    for text, left, top in (("https://b.example", 650, 60), ("https://a.example", 850, 60)):
        square = _code(text)
        card[top : top + square.shape[0], left : left + square.shape[1]] = square
    assert {code.text for code in find_codes(card)} == {"https://a.example", "https://b.example"}
    assert len(find_codes(card)) == 2


@pytest.mark.parametrize("picture", [face(), np.zeros((1, 1, 3), np.uint8), np.full((20, 3000, 3), 90, np.uint8)])
def test_a_picture_without_a_code_gives_none(picture: Picture) -> None:
    assert find_codes(picture) == ()
