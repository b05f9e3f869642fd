"""Sentences in English and Chinese, in the order in which they were written, from the public sources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vectorstore.training import sources

# Systems of WMT whose output is no good example: trained without parallel text, or small and literal.
POOR_SYSTEMS = ("CycleL", "NLLB", "ANVITA", "IKUN", "MSLC", "ONLINE-M", "Online-M")

NO_SENTENCE = ("CANARY", "NO TRANSLATION AVAILABLE")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in its English and its Chinese wordings, of one or several translators each."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]


Text = list[Sentence]  # consecutive sentences, or one that stands alone


def read_texts(folder: Path) -> list[Text]:
    """The translated texts of all sources, each sentence once."""
    seen: set[tuple[str, str]] = set()
    texts = []
    for text in _read_all(folder):
        whole = [s for s in text if all((*s.english, *s.chinese)) and s.english and s.chinese]
        fresh = []
        for s in whole:
            if (s.english[0], s.chinese[0]) not in seen:
                seen.add((s.english[0], s.chinese[0]))
                fresh.append(s)
        if fresh:
            texts.append(fresh)
    return texts


def _read_all(folder: Path) -> Iterator[Text]:
    for source in sources.WMT:
        yield from _read_wmt(sources.locate(folder, source) / "txt-ts")
    ntrex = sources.locate(folder, sources.NTREX) / "NTREX-128"
    chinese = [_lines(ntrex / f"newstest2019-ref.zho-{script}.txt") for script in ("CN", "TW")]
    yield _align([_lines(ntrex / "newstest2019-src.eng.txt")], chinese)
    tatoeba = (
        sources.locate(folder, sources.TATOEBA) / "cmn.txt"
    )  # a line is `Hi.<TAB>嗨。`, sometimes with its authors
    for line in tatoeba.read_text(encoding="utf-8").splitlines():
        english, chinese_side, *_ = line.split("\t")
        yield [Sentence((_clean(english),), (_clean(chinese_side),))]
    for word in sources.read_vocabulary(folder):
        for row in word["content"].get("sentence", {}).get("sentences", []):
            yield [Sentence((_clean(row.get("sContent", "")),), (_clean(row.get("sCn", "")),))]


def _read_wmt(folder: Path) -> Iterator[Text]:
    """Sources, references and systems' outputs, a file each, line by line; the years name their files in two ways.

    2021 to 2023: `sources/newstest2021.en-zh.src.en`, `references/….ref.A.zh`, `system-outputs/….hyp.Online-B.zh`.
    2024: `sources/en-zh.txt`, `references/en-zh.refA.txt`, `system-outputs/en-zh/GPT-4.txt`.
    """
    for pair in ("en-zh", "zh-en"):
        written = sorted([*folder.glob(f"sources/*.{pair}.src.*"), *folder.glob(f"sources/{pair}.txt")])
        names = (f"references/*{pair}.ref*", f"system-outputs/*.{pair}.hyp.*", f"system-outputs/{pair}/*.txt")
        translated = [path for name in names for path in sorted(folder.glob(name))]
        translated = [path for path in translated if not any(poor in path.name for poor in POOR_SYSTEMS)]
        for path in written:
            source, outputs = [_lines(path)], [_lines(other) for other in translated]
            yield _align(source, outputs) if pair == "en-zh" else _align(outputs, source)


def _align(english: Sequence[list[str]], chinese: Sequence[list[str]]) -> Text:
    """The sentences of files that hold one a line; files shorter than the longest lack the test suites at its end."""
    count = max(len(lines) for lines in (*english, *chinese))
    return [Sentence(_at(english, i), _at(chinese, i)) for i in range(count)]


def _at(files: Sequence[list[str]], place: int) -> tuple[str, ...]:
    found = (lines[place] for lines in files if place < len(lines))
    return tuple(dict.fromkeys(line for line in found if 2 < len(line) < 600 and not line.startswith(NO_SENTENCE)))


def _lines(path: Path) -> list[str]:
    return [_clean(line) for line in path.read_text(encoding="utf-8").split("\n")]


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
