"""What a request of the page names: the language of its words, and values that may be named several times."""

from collections.abc import Iterable

from fastapi import Request

from assistant.web.words import LANGUAGES, SIMPLIFIED, Words


def asked_words(language: str = SIMPLIFIED) -> Words:
    """The words of the page in the language that the request names."""
    return Words(language if language in LANGUAGES else SIMPLIFIED)


def asked_values(request: Request, kinds: Iterable[str]) -> dict[str, frozenset[str]]:
    """The values that the request names of each kind."""
    return {kind: frozenset(request.query_params.getlist(kind)) for kind in kinds}
