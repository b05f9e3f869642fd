"""What a question asks: about which plans, places, years and items, what the talk was about, and what is wanted."""

__all__ = [
    "about_store",
    "asks",
    "aspects",
    "classes",
    "intend",
    "meant",
    "mistyped",
    "named",
    "nearest",
    "places",
    "procedures",
    "reference_forms",
    "references",
    "scope",
    "small_talk",
    "spellings",
    "understand",
    "wants",
]
