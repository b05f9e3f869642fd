"""How good the answers are: a question file is asked and scored. Nothing that answers imports it; the command line does."""

__all__ = ["evaluate"]
