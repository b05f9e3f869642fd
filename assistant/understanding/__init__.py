"""What a question asks: about which plans, places, years and items, what the talk was about, and what is wanted."""

__all__ = [
    "about_store",
    "asks",
    "aspects",
    "classes",
    "meant",
    "mistyped",
    "named",
    "nearest",
    "places",
    "reference_forms",
    "references",
    "small_talk",
    "spellings",
    "understand",
    "wants",
]
