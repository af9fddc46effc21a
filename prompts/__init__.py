"""The prompt templates, one a record type, with worked examples; `record` serves other schemas."""

if __name__ == "prompts":
    raise ImportError("import llmextract.prompts, not prompts: reach this folder by the package")
