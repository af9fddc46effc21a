"""Rules between the fields of a record, one question a module; `relations` asks them.

`who` takes part, in which `setting`, with what `figures`, of what `sorts` an event is, `saying` who
tells of it, and what `actors` are called. `attachment` and `naming` hold what several of them ask,
`own_clause` what any field beside another is asked, whatever it is about.
"""
