"""The command line as `python -m llmextract`."""

from llmextract.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
