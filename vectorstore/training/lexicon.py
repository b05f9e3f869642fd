"""Words, phrases and names in English and Chinese, from the public sources."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import opencc
import yaml

from vectorstore.training import sources

Entry = tuple[str, str]  # English, Chinese

PART_OF_SPEECH = re.compile(r"\b(?:n|v|vt|vi|adj|adv|prep|conj|pron|num|int|art|aux|abbr)\.")
BRACKETS = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]")
SEPARATORS = re.compile(r"[；;，,、/]")
WIKTIONARY_LINE = re.compile(r"^(?P<english>[^#{(:][^{(:]*?) *(?:\{[^}]*\})? *(?:\([^)]*\))? *:: *(?P<chinese>.+)$")


def read_lexicon(folder: Path) -> list[Entry]:
    """The pairs of all sources, each once, in Simplified characters."""
    simplify = opencc.OpenCC("t2s").convert
    readers = (_read_vocabulary, _read_wiktionary, _read_wordnet, _read_dbpedia, _read_locales)
    pairs = ((_clean(e), simplify(_clean(c))) for reader in readers for e, c in reader(folder))
    return list(dict.fromkeys((e, c) for e, c in pairs if e and c and len(e) < 80 and len(c) < 40))


def glosses(entries: list[Entry]) -> dict[str, tuple[str, ...]]:
    """The English of each Chinese word, to translate word by word."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for english, chinese in entries:
        for word in SEPARATORS.split(BRACKETS.sub("", chinese)):
            if 1 <= len(word.strip()) <= 6 and len(english.split()) <= 3:
                found[word.strip()][english] = None
    return {word: tuple(english) for word, english in found.items()}


def _read_vocabulary(folder: Path) -> Iterator[Entry]:
    for word in sources.read_vocabulary(folder):
        for row in word["content"].get("phrase", {}).get("phrases", []):
            yield row.get("pContent", ""), row.get("pCn", "")
        for row in word["content"].get("trans", []):
            yield word["wordHead"], row.get("tranCn", "")
            yield row.get("tranOther", ""), row.get("tranCn", "")
    for path in sorted(sources.locate(folder, sources.VOCABULARY).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            english, _, chinese = line.partition("\t")
            yield english, PART_OF_SPEECH.sub("", BRACKETS.sub("", chinese))


def _read_wiktionary(folder: Path) -> Iterator[Entry]:
    """A line is `abacus {n} (calculating frame) :: 算盤, 算盘 /suànpán/`."""
    path = sources.locate(folder, sources.WIKTIONARY) / "src" / "en-cmn-enwiktionary.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := WIKTIONARY_LINE.match(line):
            for chinese in re.sub(r"/[^/]*/|\{[^}]*\}|\[[^\]]*\]", "", match["chinese"]).split(","):
                yield match["english"], chinese


def _read_wordnet(folder: Path) -> Iterator[Entry]:
    """The Chinese and English words of a meaning, joined by the meaning's number: `i49757`, `02666196-n`."""
    numbers = sources.locate(folder, sources.MEANINGS) / "ili-map-pwn30.tab"
    meaning = {line.split("\t")[1].strip(): line.split("\t")[0] for line in _lines(numbers)}
    english: dict[str, list[str]] = {}
    for path in sorted((sources.locate(folder, sources.ENGLISH_WORDNET) / "src" / "yaml").glob("*.yaml")):
        if not path.name.startswith(("entries", "frames")):
            for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).values():
                english[row.get("ili", "")] = row["members"]
    for path in sorted((sources.locate(folder, sources.OPEN_WORDNET) / "wns").rglob("wn-*cmn.tab")):
        for line in path.read_text(encoding="utf-8").splitlines():
            offset, kind, *word = line.split("\t")
            if kind == "cmn:lemma":
                for member in english.get(meaning.get(offset, "?"), ()):
                    yield member, word[0].replace("+", "")


def _read_dbpedia(folder: Path) -> Iterator[Entry]:
    """Names of the same thing: `0<TAB>http://zh.dbpedia.org/resource/阿卜杜拉·居尔`, pairs `0<TAB>10500`."""
    files = sources.locate(folder, sources.DBPEDIA) / "data" / "dbp15k" / "zh_en"
    names = dict(
        line.rstrip("\n").split("\t", 1) for name in ("ent_ids_1", "ent_ids_2") for line in _lines(files / name)
    )
    for pairs in ("ref_pairs", "sup_pairs"):
        for line in _lines(files / pairs):
            chinese, english = (unquote(names[number].rpartition("/resource/")[2]) for number in line.split())
            yield re.sub(r"_\(.*\)", "", english).replace("_", " "), re.sub(r"_\(.*\)", "", chinese).replace("_", " ")


def _read_locales(folder: Path) -> Iterator[Entry]:
    main = sources.locate(folder, sources.LOCALES) / "cldr-json" / "cldr-localenames-full" / "main"
    for kind in ("territories", "languages", "scripts"):
        english, chinese = (
            json.loads((main / language / f"{kind}.json").read_text(encoding="utf-8"))["main"][language][
                "localeDisplayNames"
            ][kind]
            for language in ("en", "zh")
        )
        yield from ((name, chinese[code]) for code, name in english.items() if code in chinese)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ；;，,。")
