"""The public texts that the embedded model learns from, read from folders that are given."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

SENTENCE = re.compile(r"[^。！？；!?\n]+[。！？；!?]?")
ARTICLE = re.compile(r"^第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?\s*", re.M)
PART_OF_SPEECH = re.compile(r"\b(?:n|v|vt|vi|adj|adv|prep|conj|pron|num|int|art|aux|abbr)\.")
BRACKETS = re.compile(r"[（(\[][^）)\]]*[）)\]]")


def read_news(folder: Path) -> Iterator[list[str]]:
    """The sentences of each article of IAAR-Shanghai/CRUD_RAG, data/80000_docs.

    A line is `[ 2023-07-28 16：40 ] ，正文：人民网柏林7月28日电 …`; the date is dropped.
    """
    for path in sorted(folder.rglob("documents_dup*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            sentences = split_sentences(line.partition("正文：")[2])
            if len(sentences) >= 3:
                yield sentences


def read_laws(folder: Path) -> Iterator[str]:
    """Each article of LawRefBook/Laws, without its number.

    A line is `第三条 本条例所称家庭教育，是指……`; following lines belong to it up to the next article or heading.
    """
    for path in sorted(folder.rglob("*.md")):
        body = path.read_text(encoding="utf-8").partition("<!-- INFO END -->")[2]
        for part in ARTICLE.split(re.sub(r"^#.*$", "", body, flags=re.M))[1:]:
            text = re.sub(r"\s+", "", part)
            if 40 <= len(text) <= 1000:
                yield text


def read_english(folder: Path) -> Iterator[tuple[str, str]]:
    """English sentences, phrases and words with their Chinese, of KyleBing/english-vocabulary."""
    seen: set[tuple[str, str]] = set()
    for pair in _read_english(folder):
        english, chinese = (re.sub(r"\s+", " ", side).strip() for side in pair)
        if english and chinese and (english, chinese) not in seen:
            seen.add((english, chinese))
            yield english, chinese


def _read_english(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "json_original").rglob("json-*/*.json")):
        for word in _read_json(path):
            content = word["content"]["word"]["content"]
            for row in content.get("sentence", {}).get("sentences", []):
                yield row.get("sContent", ""), row.get("sCn", "")
            for row in content.get("phrase", {}).get("phrases", []):
                yield row.get("pContent", ""), row.get("pCn", "")
            for row in content.get("trans", []):
                yield word["headWord"], row.get("tranCn", "")
                yield row.get("tranOther", ""), row.get("tranCn", "")
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            english, _, chinese = line.partition("\t")
            yield english, PART_OF_SPEECH.sub("", BRACKETS.sub("", chinese))


def _read_json(path: Path) -> list[dict]:  # type: ignore[type-arg]
    text = path.read_text(encoding="utf-8")
    try:
        rows = json.loads(text)
    except json.JSONDecodeError:  # some of the files hold one object a line
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    return [row for row in rows if "content" in row]


def split_sentences(text: str) -> list[str]:
    """The sentences of a Chinese text, between 8 and 200 characters long."""
    return [s.strip() for s in SENTENCE.findall(text) if 8 <= len(s.strip()) <= 200]
