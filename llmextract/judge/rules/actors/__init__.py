"""Names, other names, titles, memberships and labels of actors."""
