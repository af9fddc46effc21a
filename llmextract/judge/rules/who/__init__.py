"""Who takes part in what happens: does it, suffers it, or neither."""
