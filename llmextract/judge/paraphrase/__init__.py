"""Free text held against the sentences that it sums up."""
