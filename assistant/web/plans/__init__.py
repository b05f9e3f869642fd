"""The tab to read plans in: their list, one to be read, two side by side. Read plans_tab.py first."""

__all__ = ["plan_routes", "plans_tab"]
