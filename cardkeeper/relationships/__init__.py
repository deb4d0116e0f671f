"""What keeps relationships alive: follow-ups, their days, and the list for today."""
