"""Numbers in English news text; `reader` reads them, `quantity` holds what is read."""
