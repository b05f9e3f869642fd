"""The prompts, one text file each, and load.py, which fills them."""
