"""What a sentence claims, read kind by kind, so that it can be compared with what a quote says."""

__all__ = ["aligned", "findings", "overlap", "reading", "signals", "weights"]
