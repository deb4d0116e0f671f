"""From files to cards: pages opened within limits, cards found and straightened, codes read."""
