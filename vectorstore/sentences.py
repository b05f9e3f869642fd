"""An item's text cut into sentences and into passages of a length that one vector can stand for."""

import re

SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;]?[”’』」）)》]*")
LONGEST_PASSAGE = 400  # characters


def cut_sentences(text: str) -> list[str]:
    """The sentences of the text, each unchanged and holding its own end."""
    return [sentence.strip() for sentence in SENTENCE.findall(text) if sentence.strip()]


def cut_passages(text: str) -> list[str]:
    """The text in passages of whole sentences, each at most LONGEST_PASSAGE characters unless one sentence is longer."""
    passages = [""]
    for sentence in cut_sentences(text):
        if passages[-1] and len(passages[-1]) + len(sentence) > LONGEST_PASSAGE:
            passages.append("")
        passages[-1] += sentence
    return passages
