"""Dates as people write them."""

from assistant.web.words import ENGLISH, Words


def written_date(date: str, words: Words) -> str:
    """`2024-02-26` is 2024年2月26日; in English and in another form it stays as it is."""
    parts = date.split("-")
    if words.language == ENGLISH or len(parts) > 3 or not all(part.isdecimal() for part in parts):
        return date
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))
