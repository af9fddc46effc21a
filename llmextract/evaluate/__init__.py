"""Results against gold: how much is found, how much of it is right, and what to read."""
