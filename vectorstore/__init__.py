"""Items become findable. Read search.py first."""
