"""A text cut into sentences, and these into the entries of a list and into clauses."""

import re

CLOSING = "[”’』」）)》]*"
SENTENCE = re.compile(rf"[^。！？!?\n]+[。！？!?]?{CLOSING}")
ENTRY = re.compile(rf"[^。！？；!?;\n]+[。！？；!?;]?{CLOSING}")


def cut_sentences(text: str) -> list[str]:
    """The sentences of the text, each unchanged and holding its own end: 。！？ or the end of its line.

    `有户口的；有居住证的。` is one sentence: a semicolon or colon parts its clauses.
    """
    return [sentence.strip() for sentence in SENTENCE.findall(text) if sentence.strip()]


def cut_entries(text: str) -> list[str]:
    """The sentences of the text, those that list things cut at their semicolons: `有户口的；` and `有居住证的。`."""
    return [entry.strip() for entry in ENTRY.findall(text) if entry.strip()]
