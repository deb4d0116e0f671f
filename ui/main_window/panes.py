"""How wide a person has drawn the panes of each page: remembered, and given to the page when it is made again."""

from __future__ import annotations

from collections.abc import Iterable

from ui.parts import Page
from ui.splitter import Splitter


class Panes:
    """The panes of all pages; a line that nobody has drawn is left to its page."""

    def __init__(self, kept: Iterable[str]) -> None:
        """`kept`: as `Settings.panes`."""
        self._shares: dict[str, tuple[float, ...]] = {}
        self._pages: list[Page] = []
        for line in kept:
            name, number, *shares = line.split()
            self._shares[f"{name} {number}"] = tuple(map(float, shares))

    def give(self, page: Page) -> None:
        """Draw the panes of a page that was made just now as they were."""
        self._pages.append(page)
        for key, splitter in _splitters(page):
            shares = self._shares.get(key, ())
            if len(shares) == splitter.count():
                splitter.share(*shares)

    def kept(self) -> tuple[str, ...]:
        """As they are now, to be remembered."""
        for page in self._pages:
            for key, splitter in _splitters(page):
                if splitter.dragged:
                    self._shares[key] = splitter.shares()
        return tuple(f"{key} {' '.join(f'{share:.4f}' for share in shares)}" for key, shares in self._shares.items())


def _splitters(page: Page) -> Iterable[tuple[str, Splitter]]:
    return ((f"{page.name} {at}", splitter) for at, splitter in enumerate(page.findChildren(Splitter)))
