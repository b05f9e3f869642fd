"""The names of topics and of refs in the reader's language."""

from assistant.phrases import name_of_ref
from assistant.web.words import Words, english


def name_of_topic(topic: str, words: Words) -> str:
    """A field of education in the reader's language; a section's own title stays as it is."""
    return words(topic) if topic in english() else topic


def name_of_item(ref: str, words: Words) -> str:
    """`18` is 第18条, or `item 18`."""
    return name_of_ref(ref, words.language).strip()
