"""The prompts, one text file each, and load.py, which fills them."""

from prompts.load import fill

__all__ = ["fill", "load"]
