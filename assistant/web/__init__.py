"""The web page. Read page.py first: what is on it, and what happens when a question is asked."""
