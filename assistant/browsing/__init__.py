"""Plans to look through: search for staff, the reading view, two plans side by side, topics across plans."""

__all__ = [
    "beside",
    "catalogue",
    "common_topics",
    "comparison",
    "excerpt",
    "facets",
    "finding",
    "reading",
    "sought",
]
