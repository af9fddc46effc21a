"""Whether an answer is true: support rules, verdicts, policies.

`record` leads a record through: `citation` (what it cites), `tree` (each field by its own words:
`support`, `values`, `paraphrase`), `relocation`, `rules` (the fields by each other) and `build`
(what stands, as the user's model). `check` does so for anybody. `reading` adds what a sentence
tells beyond it: `speaker` (who says so), `speech` and `whole_speech` (what is said), `labels`.
"""
