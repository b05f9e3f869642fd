"""Texts that are kept for measuring, kept out of training: whatever shares a long run of words with them is dropped."""

import json
from collections.abc import Iterable
from pathlib import Path

from ingest.language.folding import bare, is_han

RUN = 24  # Chinese characters, without spaces and punctuation
ENGLISH_RUN = 48  # English letters: some 10 words
STEP = 8  # a text's runs are looked up at every eighth character: what is found repeats at least RUN + STEP - 1


class Reserved:
    """The texts of question-answering files in SQuAD's form: contexts and questions."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._runs: set[str] = set()
        for path in files:
            for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
                for paragraph in article["paragraphs"]:
                    for text in (paragraph["context"], *(row["question"] for row in paragraph["qas"])):
                        self._runs.update(_runs(text, step=1))

    def holds(self, *texts: str) -> bool:
        """Whether a run of any of the texts stands in a reserved one."""
        return any(not self._runs.isdisjoint(_runs(text, step=STEP)) for text in texts)


def _runs(text: str, *, step: int) -> set[str]:
    letters = bare(text)
    length = RUN if any(is_han(character) for character in letters) else ENGLISH_RUN
    return {letters[i : i + length] for i in range(0, len(letters) - length + 1, step)}
