"""What a question asks: about which plans, places, years and items, what the talk was about, and what is wanted."""

__all__ = [
    "classes",
    "gazetteer",
    "named",
    "places",
    "references",
    "small_talk",
    "understand",
    "wants",
]
