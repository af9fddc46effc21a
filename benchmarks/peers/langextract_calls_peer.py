"""langextract from article to aligned extractions, over its provider for OpenAI's API.

Asked in its best light: one call an article, no progress bar, batches large enough that no worker
waits for another at the end of one.
"""

import json
import sys
import time
from importlib import import_module
from importlib.metadata import version

from benchmarks.peers.child import peak_bytes

_PROMPT = "Extract the events of the article in order, with type, actor and place."
_SHOWN = "Troops retook the port of Kelmar on Friday. Later a bridge collapsed in Dorva."


def main() -> None:
    """Answer one line of stdin, a load, with what it took."""
    langextract = import_module("langextract")
    data = import_module("langextract.core.data")
    provider = import_module("langextract.providers.openai")
    load = json.loads(sys.stdin.readline())
    workers: int = load["concurrency"]
    model = provider.OpenAILanguageModel(
        model_id="fast", api_key="none", base_url=load["url"], max_workers=workers
    )
    shown = data.Extraction(
        "event", "retook the port of Kelmar", attributes={"type": "capture", "place": "Kelmar"}
    )
    example = data.ExampleData(text=_SHOWN, extractions=[shown])

    def run(articles: list[tuple[str, str]]) -> int:
        answered = langextract.extract(
            [data.Document(text, document_id=identity) for identity, text in articles],
            prompt_description=_PROMPT,
            examples=[example],
            model=model,
            # A model that is given has its constraints already.
            use_schema_constraints=False,
            max_char_buffer=10_000,
            batch_length=10 * workers,
            max_workers=workers,
            show_progress=False,
        )
        found = [one for document in answered for one in document.extractions or ()]
        return sum(one.char_interval is not None for one in found)

    warm: int = load["warm"]
    run(load["articles"][:warm])
    begun, cpu = time.perf_counter(), time.process_time()
    records = run(load["articles"][warm:])
    spent = {
        "seconds": time.perf_counter() - begun,
        "cpu": time.process_time() - cpu,
        "records": records,
        "peak": peak_bytes(),
        "version": version("langextract"),
    }
    sys.stdout.write(json.dumps(spent) + "\n")


if __name__ == "__main__":
    main()
