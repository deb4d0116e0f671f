"""Made-up people with cards, meetings and next steps, to try the program without anybody's data."""

from cardkeeper.demo.filling import MOST_PEOPLE, Clock, fill

__all__ = ["MOST_PEOPLE", "Clock", "fill"]
