"""The web page. Read site.py first: a page a language; then page.py: its tabs, a room each."""

import os

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # gradio reads it when it is imported

__all__ = ["serve"]
