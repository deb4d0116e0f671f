"""From a card's pixels to its words: two readers behind one protocol, and their agreement."""
