"""Every figure that a plan commits to: how much, of what, by when. Read find.py first."""

__all__ = ["browse", "known", "order", "series", "stored", "target", "topic"]
