"""Rules between the fields of a record, one question a module; `relations` asks them.

What stands beside what: `attachment`, with `places` (of events), `timing`, `telling` (who only
reports an event) and `titles`. Who says what: `attribution`, with `speakers` and `cues`. Names:
`naming`, `persons`. Figures: `counting`, `toll`, `uncounted`. How real: `contradiction`, `denial`.
"""
