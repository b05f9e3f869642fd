"""Trains the reader, which judges whether a passage answers a question and whether it bears a statement out."""

__all__: list[str] = []
