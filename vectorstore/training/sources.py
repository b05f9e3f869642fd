"""The public texts that the embedded model learns from: copies of the named repositories, in one folder.

A copy lies under its repository's name (`CRUD_RAG`) or under owner and name (`IAAR-Shanghai+CRUD_RAG`).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import UserError


@dataclass(frozen=True, slots=True)
class Source:
    """A public repository, what is read of it, and its licence."""

    repository: str
    what: str
    licence: str


NEWS = Source("IAAR-Shanghai/CRUD_RAG", "68,000 Chinese news articles", "not stated; texts of news media")
LAWS = Source("LawRefBook/Laws", "150,000 articles of Chinese law", "public domain (laws)")
VOCABULARY = Source("KyleBing/english-vocabulary", "English words, phrases, sentences and their Chinese", "not stated")
WMT = tuple(
    Source(
        f"wmt-conference/wmt{year}-news-systems", "news and other texts, translated by people and by machines", "WMT"
    )
    for year in (21, 22, 23, 24)
)
NTREX = Source("MicrosoftTranslator/NTREX", "2,000 news sentences, translated by people", "CC BY-SA 4.0")
TATOEBA = Source("jayeew/MachineTranslation-Transformer", "20,000 everyday sentences of Tatoeba", "CC BY 2.0 FR")
WIKTIONARY = Source("open-dsl-dict/wiktionary-dict", "30,000 English words and their Chinese", "CC BY-SA 3.0")
DBPEDIA = Source("kosugi11037/bert-int", "15,000 names of people, places, works and bodies, of DBpedia", "CC BY-SA 3.0")
OPEN_WORDNET = Source("omwn/omw-data", "80,000 Chinese words by meaning", "Chinese Open Wordnet licence")
ENGLISH_WORDNET = Source("globalwordnet/english-wordnet", "the English words of those meanings", "CC BY 4.0")
MEANINGS = Source("globalwordnet/cili", "which meaning of one is which of the other", "CC BY 4.0")
LOCALES = Source("unicode-org/cldr-json", "names of countries, languages and scripts", "Unicode licence")
SOURCES = (
    NEWS,
    LAWS,
    VOCABULARY,
    *WMT,
    NTREX,
    TATOEBA,
    WIKTIONARY,
    DBPEDIA,
    OPEN_WORDNET,
    ENGLISH_WORDNET,
    MEANINGS,
    LOCALES,
)

SENTENCE = re.compile(r"[^。！？；!?\n]+[。！？；!?]?")
ARTICLE = re.compile(r"^第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?\s*", re.M)


def locate(folder: Path, source: Source) -> Path:
    """Where the copy of the source lies. Raises UserError, with all that are missing, where it is not there."""
    owner, name = source.repository.split("/")
    for candidate in (folder / f"{owner}+{name}", folder / name):
        if candidate.is_dir():
            return candidate
    raise UserError(f"{folder} holds no copy of {source.repository} ({source.what}); clone it there.")


def read_news(folder: Path) -> Iterator[list[str]]:
    """The sentences of each article of IAAR-Shanghai/CRUD_RAG, data/80000_docs.

    A line is `[ 2023-07-28 16：40 ] ，正文：人民网柏林7月28日电 …`; the date is dropped.
    """
    for path in sorted(locate(folder, NEWS).rglob("documents_dup*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            sentences = split_sentences(line.partition("正文：")[2])
            if len(sentences) >= 3:
                yield sentences


def read_laws(folder: Path) -> Iterator[str]:
    """Each article of LawRefBook/Laws, without its number.

    A line is `第三条 本条例所称家庭教育，是指……`; following lines belong to it up to the next article or heading.
    """
    for path in sorted(locate(folder, LAWS).rglob("*.md")):
        body = path.read_text(encoding="utf-8").partition("<!-- INFO END -->")[2]
        for part in ARTICLE.split(re.sub(r"^#.*$", "", body, flags=re.M))[1:]:
            text = re.sub(r"\s+", "", part)
            if 40 <= len(text) <= 1000:
                yield text


def read_vocabulary(folder: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """The entries of KyleBing/english-vocabulary, json_original: a word, its translations, phrases and sentences."""
    for path in sorted((locate(folder, VOCABULARY) / "json_original").rglob("json-*/*.json")):
        text = path.read_text(encoding="utf-8")
        try:
            rows = json.loads(text)
        except json.JSONDecodeError:  # some of the files hold one object a line
            rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        yield from (row["content"]["word"] for row in rows if "content" in row)


def split_sentences(text: str) -> list[str]:
    """The sentences of a Chinese text, between 8 and 200 characters long."""
    return [s.strip() for s in SENTENCE.findall(text) if 8 <= len(s.strip()) <= 200]
