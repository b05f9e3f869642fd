"""Which sentences of the items answer a question, how surely, or that none does."""

__all__ = [
    "evidence",
    "gather",
    "look_up",
    "select",
]
