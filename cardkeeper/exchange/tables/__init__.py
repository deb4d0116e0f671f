"""Tables of people: CSV of any program, in any language, encoding and dialect."""
