"""What --help says of each command, with examples, environment and exit codes."""

EXTRACT = """\
Extract records from articles and write one JSON line an article.

PATH is a UTF-8 text file (.txt, .md), a JSON Lines file (.jsonl, .ndjson; one
object a line: text, and if you have them id, published, title, url) or a folder
of such files. An article without an id goes by its file name. Every value
written is a span of the article, located and read by code; what the model
invented is listed under "rejections", with the field, a code and what it wrote.

With -o FILE a run is kept in FILE.ledger: stopped, killed or out of money, it
goes on when the same command is run again. See `status` and `retry`.

With no --model, no OPENAI_API_KEY and no --base-url, a small model runs on this
machine (extra "local"; 1.1 GB are fetched once into the cache folder)."""

EXTRACT_EXAMPLES = """\
examples:
  events, claims and actors, whatever model is set
    llmextract extract articles/ -o out.jsonl
  the embedded model, events only
    llmextract extract a.txt --model local --schema event
  your own endpoint
    llmextract extract a.txt --base-url http://127.0.0.1:8000/v1 --model my-llm
  your own Pydantic model
    llmextract extract a.txt --schema mypackage.models:Ruling
  a big batch: what it costs, then the run, within 20 of your money
    llmextract extract articles/ --model m --prices prices.json --dry-run
    llmextract extract articles/ --model m --prices prices.json --budget 20 \\
        -o out.jsonl --concurrency 64 --rpm 3000
  keep every model call, and later do it again without a model or a network
    llmextract extract articles/ --record tapes/
    llmextract extract articles/ --replay tapes/

environment:
  OPENAI_API_KEY, OPENAI_BASE_URL, LLMEXTRACT_MODEL, LLMEXTRACT_CACHE_DIR

exit codes:
  0    done (rejections are results)
  1    some articles or lines failed
  2    bad usage
  75   stopped but resumable (bad key, unknown model, spent quota or budget,
       asked to wait)
  130  interrupted"""

LOCATE = """\
Read JSON Lines {"id", "quote"} on stdin and write, in the same order, where the
article says each quote: lenient on form (case, quotes, dashes, line breaks),
strict on content (numbers, names, negation, words)."""

LOCATE_EXAMPLES = """\
example:
  llmextract locate a.txt < quotes.jsonl
    {"id": 1, "quote": "The Army fled"}
  is answered, where the article says "The army fled.", by
    {"id": 1, "status": "normalized", "start": 31, "end": 44,
     "exact": "The army fled", "region": "body", "others": [], "code": null,
     "nearest": null}

status: exact, normalized (another form), fuzzy (a slip of the pen), not_found.
code, where not found: not_found, number_differs, negation_differs,
name_differs, words_differ, order_differs; "nearest" is the closest text."""

CHECK = """\
Read JSON Lines {"id", "article", "schema", "record"} on stdin and write, in the
same order, whether each record is accepted, its value, and a verdict on every
field. No model is asked. "article" is an id or a file name in the folder; a
record cites by "sentences" (numbers) or by "quotes" (words).

With --from, judge a run that was kept with -o again, from the replies in its
ledger, and write its result lines anew: under another policy, or newer rules."""

CHECK_EXAMPLES = """\
examples:
  records of your own
    llmextract check --articles articles/ < records.jsonl
  where a line is, as `llmextract schema event` tells,
    {"id": 1, "article": "a", "schema": "event", "record": {"sentences": [2],
     "trigger": "fled", "type": "withdrawal", "factuality": "occurred"}}
  a kept run again, so that a rejected field takes its record along
    llmextract check --from out.jsonl --policy strict -o strict.jsonl

JSON keys of an answer: id, accepted, value, verdicts (path, status, code, span,
nearest, detail), losses (the same: what fell with a field that was required, and
why; an empty path is the record), flagged, fingerprint."""

EVAL = """\
Hold the result lines of `extract` against gold and print precision, recall and
F1 of records and of every field, a confusion table for every label, and the
misses and false alarms to read.

GOLD holds JSON Lines {"id", "article", "schema", "record"}, as `check` takes
them: the article's id or file name, and a record in the article's words that
cites by "quotes" or "sentences". It is located in the article, never judged.

Records are paired one to one. They match if the words of their key fields have
at least half of their tokens in common (overlap), or are the same but for case
and punctuation (exact). Key fields are the required words of the schema;
records whose label is bound to a passage (an event, a claim) must also have a
sentence in common. Fields are measured within the records that match;
"characters" asks whether the very same place in the article is cited."""

EVAL_EXAMPLES = """\
examples:
  everything, against gold that holds some records of each article
    llmextract eval out.jsonl gold.jsonl --articles articles/
  gold that leaves nothing out: whatever it does not have is a false alarm
    llmextract eval out.jsonl gold.jsonl --articles articles/ --gold complete
  events only, matched on other fields, wherever they are told
    llmextract eval out.jsonl gold.jsonl --articles articles/ --schema event \\
      --match-on event:trigger,places
  for programs
    llmextract eval out.jsonl gold.jsonl --articles articles/ --json

JSON keys: mode, articles, unanswered, bootstrap, records, schemas (by name:
match_on, same_sentence, records, fields), matches, misses, false_alarms,
unjudged, other_schemas. A measure is {hits, predicted, gold, precision, recall,
f1, intervals}; a ratio without a divisor is null."""

STATUS = """\
Show how a run that was kept with -o stands: articles by state, tokens, cost,
and why articles failed. Works while the run goes on."""

RETRY = """\
Do articles of a kept run again, with the settings that it was begun with; where
its budget is used up, give a larger one. What they gave before stays until
something better comes."""

MERGE = """\
Join runs that were kept with -o, such as the shards of one, into a new one with
its own ledger: status, retry, check --from and extract go on with it. Only runs
of the same settings go together. Of an article in several runs the best result
stands; all that was asked is kept. Articles stand in the order of the input of
the shards; of runs that are no shards, run by run in the order given."""

SCHEMA = """\
Print the JSON Schema of a record: its fields, and every label with what it
means. A record of gold or of `check` may hold words of the article instead of
figures and dates, and cites by "sentences" or "quotes" beside its fields."""
