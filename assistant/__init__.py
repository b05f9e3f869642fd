"""A question becomes a cited answer. Read ask.py first."""
