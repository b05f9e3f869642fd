"""The tab to search in, for staff. Read search_tab.py first; search_routes.py answers it."""

__all__ = ["search_routes", "search_tab"]
