"""When and where: times and places that are those of another verb, clause or noun."""
