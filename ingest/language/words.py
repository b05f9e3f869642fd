"""Text cut into the words and character pairs that the keyword index holds; the one door to rjieba."""

import re
from functools import lru_cache
from pathlib import Path

import rjieba

from ingest.language.folding import fold, is_han
from ingest.language.patterns import Pattern
from ingest.language.taiwan_words import in_common_words

TOKEN = Pattern(
    "token",
    r"""
    [a-z0-9]+ (?:\.[0-9]+)? %?  # a Latin word or a number: c919, 3.5%
    | [\u3400-\u9fff]+          # a run of Chinese characters
    """,
    matches=("教育局", "3.5%", "steam"),
    misses=("，。、", " "),
    flags=re.VERBOSE,
)
# Unlike a token it keeps what stands between the parts of a number, so that 3.5 is no 3 and no 5.
GRAM_RUN = Pattern("run of a gram", r"[a-z0-9.%]+|[\u3400-\u9fff]+", ("12.5%", "教育局"), ("，、", ":"))
STOP_WORDS = frozenset(
    word
    for line in (Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)


@lru_cache(maxsize=4096)
def cut_words(text: str) -> tuple[str, ...]:
    """The folded words, compounds beside their parts: `cut_words("課後服務")` is `("课后", "服务")`.

    Taiwan's words are the mainland's: `cut_words("頻寬")` is `("带宽",)`.
    """
    words: list[str] = []
    for token in TOKEN.compiled.findall(in_common_words(fold(text))):
        words.extend(rjieba.cut_for_search(token) if is_han(token[0]) else [token])
    return tuple(words)


def cut_pairs(text: str) -> list[str]:
    """Every two neighbouring Chinese characters: names that no dictionary knows are found by them."""
    runs = TOKEN.compiled.findall(in_common_words(fold(text)))
    return [run[i : i + 2] for run in runs if is_han(run[0]) for i in range(len(run) - 1)]


def grams_of(folded: str) -> frozenset[str]:
    """Every two neighbouring Chinese characters of a folded text, and Latin words and numbers whole, by which texts are compared."""
    grams: set[str] = set()
    for run in GRAM_RUN.compiled.findall(folded):
        is_pairs = is_han(run[0]) and len(run) > 1
        grams.update((run[i : i + 2] for i in range(len(run) - 1)) if is_pairs else (run,))
    return frozenset(grams)


def first_word(text: str) -> str:
    """The word with which the text opens: `任务` of `任务。`; of a text that opens with no letter, its first character."""
    return next(iter(rjieba.cut(text)), "") or text[:1]


@lru_cache(maxsize=20_000)
def content_words(text: str) -> tuple[str, ...]:
    """The words that say what is asked about, each once, in order; asking and joining words are left out."""
    return tuple(dict.fromkeys(word for word in cut_words(text) if word not in STOP_WORDS))


def holds_words(text: str) -> bool:
    """Whether a letter, character or digit stands in the text: not in `。`, `……` or `*****`."""
    return any(map(str.isalnum, text))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text as they follow each other; joined they are the text."""
    return tuple(rjieba.cut(text))


@lru_cache(maxsize=4096)
def tag_words(folded: str) -> tuple[tuple[str, str], ...]:
    """The words of a folded text as they follow each other, each with its part of speech by the dictionary (n, v, ns, x)."""
    return tuple(rjieba.tag(folded))


UNTAGGED_VERBS = frozenset("丢换")  # which the dictionary has as signs alone


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether a word is a verb by the dictionary, or a noun made of one: 丢, 丢失 and 审核, and not 交通."""
    tagged = tag_words(word)
    return len(tagged) == 1 and (tagged[0][1].startswith("v") or word in UNTAGGED_VERBS)


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """Whether the dictionary has the word; what it has not may have been cut by chance."""
    return bool(rjieba.has_word(word))


def is_place_like(word: str) -> bool:
    """Whether a word stands for a place by the dictionary, or by its characters where no dictionary has it."""
    return [tag for _, tag in rjieba.tag(word)] == ["ns"]
