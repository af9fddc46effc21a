"""Labels of events: what sort of thing happened, and how real it is."""
