"""Ways to write an answer from evidence: by quoting, which needs no model, or by a language model."""

__all__ = ["chat", "draft", "extractive", "model", "request"]
