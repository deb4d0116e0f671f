"""Words and phrases that make a first message sound like a pitch, by language."""
