"""The child process of `llmextract.run.local`: llama.cpp serves one file until its input ends.

It runs as a script and imports nothing of this package. The first line of its input holds the
parameters, the one line of its output holds the address or the reason why there is none.
"""

import importlib
import json
import os
import sys
from typing import Protocol, TypedDict

# Room for the states of earlier prompts (28 KB a token, so some thirty prompts; llama.cpp's own
# bound is 8 GiB). With it any slot takes up a prefix that any other has computed, in whatever
# order the prompts come. Without it (0), or with `kv_unified`, two of three slots began anew.
_PREFIX_MIB = 1024


class Order(TypedDict):
    """What to serve and how: one JSON line."""

    path: str
    alias: str
    api_key: str
    slots: int
    context: int


class Answer(TypedDict):
    """The address of the running server, or why it does not run: one JSON line."""

    address: str | None
    error: str | None


class _File(Protocol):
    path: str


class _Threads(Protocol):
    n_threads: int


class _Params(Protocol):
    """The part of `xllamacpp.CommonParams` that is set here; the wheel ships no types."""

    model: _File
    cpuparams: _Threads
    model_alias: set[str]
    hostnames: list[str]
    port: int
    api_keys: list[str]
    n_ctx: int
    n_parallel: int
    cache_ram_mib: int
    verbosity: int
    endpoint_metrics: bool
    endpoint_props: bool
    endpoint_slots: bool
    ui: bool


class _Server(Protocol):
    listening_address: str


def main() -> None:
    """Serves what the first line of the input orders, and ends with the input."""
    answers = os.dup(1)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        # What llama.cpp or a driver prints must reach neither the answer nor the user's screen.
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    order: Order = json.loads(sys.stdin.readline())
    answer, server = _start(order)
    os.write(answers, json.dumps(answer).encode() + b"\n")
    if server is not None:
        sys.stdin.read()  # ends when the parent closes the pipe, and also when it dies
    # Not by way of the destructor: it waits for calls in flight, for as long as they take.
    os._exit(0)


def _start(order: Order) -> tuple[Answer, _Server | None]:
    try:
        xllamacpp = importlib.import_module("xllamacpp")
        params: _Params = xllamacpp.CommonParams()
        _set(params, order)
        server: _Server = xllamacpp.Server(params)
    except (ImportError, AttributeError, RuntimeError, ValueError) as error:
        return {"address": None, "error": str(error)}, None
    return {"address": server.listening_address, "error": None}, server


def _set(params: _Params, order: Order) -> None:
    """Keeps llama.cpp's own choice where no other was faster.

    Embedded model, two cores, tokens a second read and written: 77 and 33 as it is; 67 and 29
    without flash attention; 65 to 80 and 22 without repacked weights; 35 to 40 and 20 on one
    thread; 58 and 31 with 8-bit keys and values. Written by all slots at once: 33 by one call at
    a time, 35 by three, 40 by four. Drafts from the words of the prompt bring nothing, though three
    of five are right: 14.0 written for 14.7 with two tokens a draft, 10.3 with four, and every
    third reply then has other words.
    """
    params.model.path = order["path"]
    params.model_alias = {order["alias"]}
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [order["api_key"]]
    params.endpoint_metrics = params.endpoint_props = params.endpoint_slots = params.ui = False
    params.verbosity = -1
    params.n_parallel = order["slots"]
    params.n_ctx = order["slots"] * order["context"]  # llama.cpp shares it out among the slots
    params.cache_ram_mib = _PREFIX_MIB
    if hasattr(os, "sched_getaffinity"):
        # By itself it takes every physical core, also those that this process may not run on.
        allowed = len(os.sched_getaffinity(0))
        if allowed < (os.cpu_count() or 1):
            params.cpuparams.n_threads = allowed


if __name__ == "__main__":
    main()
