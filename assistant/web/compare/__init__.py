"""The tab to set plans side by side by topics. Read compare_tab.py first."""

__all__ = ["compare_routes", "compare_tab"]
