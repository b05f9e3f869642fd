"""The tab to ask in. Read ask_tab.py first: what is typed, the talk, the items beside it."""

__all__ = ["ask_tab"]
