"""A reader a format: bytes become paragraphs. Read read.py first."""

__all__ = ["memory", "read", "text"]
