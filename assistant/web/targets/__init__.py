"""The tab of the figures that plans commit to. Read targets_tab.py first."""

__all__ = ["targets_routes", "targets_tab"]
