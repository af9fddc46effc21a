# Each target sets up what it needs in .venv by itself; a second run does only what has changed.
# Only set-up (and the embedded model's first use) needs the network.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

# Another interpreter: make PYTHON=/path/to/python3.12 test
PYTHON ?= python3 python3.13 python3.12 python3.11
# How often `make test-faults` kills a run.
KILLS ?= 25
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: demo
demo: $(VENV)/.stamp-local ## Extract from seeds/ with the embedded model (downloads it once)
	@mkdir -p out
	@rm -f out/seeds.jsonl out/seeds.jsonl.ledger*
	$(BIN)/llmextract extract seeds --model local --watch --no-cache -o out/seeds.jsonl

.PHONY: replay
replay: $(VENV)/.stamp-base ## The same from the recorded replies: no model, no network
	@mkdir -p out
	$(BIN)/llmextract extract seeds --model local --replay cassettes -o out/seeds-replayed.jsonl

.PHONY: record
record: $(VENV)/.stamp-local ## Ask the embedded model again and record its replies in cassettes/
	@mkdir -p out
	$(BIN)/llmextract extract seeds --model local --record cassettes -o out/seeds.jsonl

.PHONY: test
# The tests see the wheel in $(VENV)/wheel, not the checkout: they find it first on PYTHONPATH, neither
# pytest nor a child process adds the current folder, and LLMEXTRACT_TEST_WHEEL has them make sure.
test: check wheel ## Everything the gate asks: check, then the tests against the built wheel
	LLMEXTRACT_TEST_WHEEL=1 PYTHONSAFEPATH=1 PYTHONPATH="$(CURDIR)/$(VENV)/wheel" \
		$(BIN)/python -m pytest -o pythonpath= $(PYTEST_ARGS)

.PHONY: check
check: lint typing ## Lint, format and types

.PHONY: lint
lint: $(VENV)/.stamp-dev ## Lint and format alone: ruff
	$(BIN)/ruff check
	$(BIN)/ruff format --check

.PHONY: typing
# Pyright's wrapper would ask the network for a newer version: it is told not to warn.
typing: $(VENV)/.stamp-dev ## Types alone: mypy and pyright, both strict
	$(BIN)/mypy
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright --pythonpath $(BIN)/python

.PHONY: test-live
test-live: $(VENV)/.stamp-dev $(VENV)/.stamp-local ## The tests that need the embedded model
	$(BIN)/python -m pytest -m live $(PYTEST_ARGS)

.PHONY: test-faults
test-faults: $(VENV)/.stamp-dev ## The long kills and full disks; as root also a small disk (KILLS=25)
	LLMEXTRACT_KILLS=$(KILLS) $(BIN)/python -m pytest -m "faults or not live" \
		tests/faults tests/run/test_ledger_death.py $(PYTEST_ARGS)

.PHONY: bench-runs
bench-runs: $(VENV)/.stamp-base ## Measure throughput and memory of runs and write docs/reliability.md (network)
	$(BIN)/python -m benchmarks.throughput $(BENCH_ARGS)

.PHONY: bench
bench: $(VENV)/.stamp-base ## Measure grounding beside other tools and write docs/grounding.md (network)
	$(BIN)/python -m benchmarks.grounding $(BENCH_ARGS)

.PHONY: wheel
# The wheel is built from the sdist, so both are proved; hatchling is there, so no network is used.
wheel: $(VENV)/.stamp-dev ## Build the sdist and, from it, the wheel into dist/
	@rm -rf dist $(VENV)/wheel
	$(BIN)/python -m build --no-isolation --outdir dist . > /dev/null
	$(PIP) install --no-deps --no-index --target $(VENV)/wheel dist/*.whl

.PHONY: setup
setup: $(VENV)/.stamp-dev ## Only set up for check and test, which then need no network

.PHONY: clean
clean: ## Remove all that make has made, but for the results in out/
	rm -rf $(VENV) dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# -- set-up --------------------------------------------------------------------------------------

$(VENV)/.stamp-venv:
	@for python in $(PYTHON); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then \
			echo "$$python -m venv $(VENV)"; \
			"$$python" -m venv --clear $(VENV) && touch $@ && exit 0; \
			echo "This Python cannot make virtual environments: install its venv module" \
				"(Debian: apt-get install python3-venv)." >&2; exit 1; \
		fi; \
	done; \
	echo "No Python 3.11 or newer among: $(PYTHON). Install one, or name it:" \
		"make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1

$(VENV)/.stamp-base: $(VENV)/.stamp-venv pyproject.toml
	$(PIP) install --editable .
	@touch $@

# What holds more holds the base too: nothing is fetched for it a second time.
$(VENV)/.stamp-local: $(VENV)/.stamp-venv pyproject.toml
	$(PIP) install --editable '.[local]'
	@touch $@ $(VENV)/.stamp-base

$(VENV)/.stamp-dev: $(VENV)/.stamp-venv pyproject.toml
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.stamp-base
