"""One adapter a tool; all but our own import nothing of llmextract."""
