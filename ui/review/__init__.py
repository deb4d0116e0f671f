"""The review: each card beside its form, until it is a person with a next step."""

from ui.review.page import ReviewPage

__all__ = ["ReviewPage"]
