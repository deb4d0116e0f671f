"""What letters are made of, in each language they can be written in: templates, greetings, days in words."""
