"""Who says what, by which words, and when."""
