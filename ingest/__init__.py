"""A file becomes a Plan of Items. Read load.py first."""
