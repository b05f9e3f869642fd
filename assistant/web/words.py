"""What the page itself says, in the reader's language: Simplified Chinese is the key, Traditional is converted, English looked up."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.language.folding import to_traditional

FOLDER = Path(__file__).parent / "english"
CONTEXT = "@"
SIMPLIFIED, TRADITIONAL, ENGLISH = "zh-Hans", "zh-Hant", "en"
LANGUAGES = {SIMPLIFIED: "简体", TRADITIONAL: "繁體", ENGLISH: "English"}  # each by its own name


@dataclass(frozen=True, slots=True)
class Words:
    """The page's words in one language: `words("提问")` is 提问, 提問 or Ask; `words("现有{count}份计划", count=3)`.

    What stands after an @ tells apart what English says in two ways: 有帮助 is Helpful, 有帮助@manage is Helped.
    """

    language: str

    def __call__(self, text: str, /, **values: object) -> str:
        """The text in the language, with the values in place of its {variables}. Raises KeyError where English lacks it."""
        if self.language == ENGLISH:
            text = english()[text]
        else:
            text = text.partition(CONTEXT)[0]
            text = to_traditional(text) if self.language == TRADITIONAL else text
        return text.format(**values) if values else text


@cache
def english() -> dict[str, str]:
    """English for each Simplified text: of all tables in english/, one a tab."""
    return {
        text: said
        for table in sorted(FOLDER.glob("*.json"))
        for text, said in json.loads(table.read_text(encoding="utf-8")).items()
    }


def preferred(accept_language: str) -> str:
    """The language of the page for a browser's Accept-Language: `zh-TW,zh;q=0.9` is Traditional; `fr` is Simplified.

    What the plans are written in is the best guess for those who read neither (RFC 9110, section 12.5.4, gives the form).
    """
    ranked = sorted(
        (_quality(entry), -place, entry.split(";")[0].strip().lower())
        for place, entry in enumerate(accept_language.split(","))
    )
    for _, _, tag in reversed(ranked):
        if tag.startswith("zh"):
            return TRADITIONAL if any(one in tag for one in ("hant", "tw", "hk", "mo")) else SIMPLIFIED
        if tag.startswith("en"):
            return ENGLISH
    return SIMPLIFIED


def _quality(entry: str) -> float:
    _, _, weight = entry.partition("q=")
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
