"""What staff do with the plans: uploaded files wait, are looked at, mended, go in; upkeep, and the password."""

__all__ = ["intake", "password", "staging", "upkeep"]
