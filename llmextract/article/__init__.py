"""What an article says: its text as given, sentences, regions, and the reading of words in it."""
