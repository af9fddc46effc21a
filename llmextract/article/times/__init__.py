"""Times in English news text; `reader` reads them, `calendar` holds what is read."""
