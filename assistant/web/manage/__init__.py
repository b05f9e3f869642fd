"""Manage: the page where staff add, mend, replace and remove plans. Read gate.py first: who gets in; then page.py."""

__all__ = ["door", "gate", "link", "looks", "mount"]
