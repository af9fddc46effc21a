"""Figures: what they count, of which event, and what became of those."""
