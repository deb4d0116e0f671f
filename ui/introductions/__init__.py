"""The page of introductions, referrals and leads: how far each is, where it came from, and whom to ask first."""

from ui.introductions.page import IntroductionsPage

__all__ = ["IntroductionsPage"]
