"""How articles go through: extractor, windows, batches, cassettes and the embedded model."""
