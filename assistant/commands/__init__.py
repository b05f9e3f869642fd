"""The commands of the command line, a function each."""

__all__ = ["asking", "options", "serving", "storing"]
