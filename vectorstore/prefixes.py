"""What a model wants before questions and passages, where it does not say so itself."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prefixes:
    """The words put before a question and before a passage, with the space that follows them."""

    query: str = ""
    passage: str = ""


NO_PREFIXES = Prefixes()

# From the models' own cards; newer models name theirs in their settings, and those come first.
KNOWN = (
    (r"e5.*-instruct", Prefixes("Instruct: Given a question, retrieve passages that answer it\nQuery: ", "")),
    (r"(^|[/_-])e5-", Prefixes("query: ", "passage: ")),
    (r"bge-(small|base|large)-zh", Prefixes("为这个句子生成表示以用于检索相关文章：", "")),
    (r"bge-(small|base|large)-en", Prefixes("Represent this sentence for searching relevant passages: ", "")),
    (r"nomic-embed", Prefixes("search_query: ", "search_document: ")),
)


def known_prefixes(name: str) -> Prefixes:
    """The prefixes of the model of that name or folder: `known_prefixes("intfloat/multilingual-e5-small").query` is `"query: "`."""
    return next((prefixes for pattern, prefixes in KNOWN if re.search(pattern, name.lower())), NO_PREFIXES)
