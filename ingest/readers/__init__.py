"""A reader a format: bytes become paragraphs. Read read.py first."""
