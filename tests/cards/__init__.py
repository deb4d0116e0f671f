"""Business cards of made-up people, drawn with labels: a fixed set for the tests, and what draws more."""
