"""How a sentence is built: its clauses, and what governs a word in them."""
