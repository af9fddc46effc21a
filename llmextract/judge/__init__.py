"""Whether an answer is true: support rules, verdicts, policies."""
