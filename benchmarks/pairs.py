"""Pairs of a sentence and quoted evidence, made of public Chinese texts: honest ones, and the same subtly altered.

`python -m benchmarks.pairs SOURCES FOLDER` reads what stands in SOURCES of CRUD_RAG (news, github.com/IAAR-Shanghai/CRUD_RAG),
wmt21 and wmt22 (github.com/wmt-conference/wmt22-news-systems: one text by many translators, so that each says what the other
says in its own words), NTREX (github.com/MicrosoftTranslator/NTREX) and UHGEval (github.com/IAAR-Shanghai/UHGEval: news as
language models went on with them), and writes train.jsonl and development.jsonl: statement, quote, label, method. The others'
sentences stay out of the repository.
"""

import argparse
import itertools
import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.claims.reading import read
from ingest.language.folding import fold
from ingest.language.sentences import cut_entries
from ingest.language.words import tag_words

SEED = 7
NEWS = 6_000  # articles
TRANSLATED = 9_000  # pairs
JOINED = 0.5  # of the statements are put together from two sentences, as writers do
LIKE = 0.35  # share of the character pairs that two translations have in common; below, many err or read the source otherwise
DEVELOPMENT = 0.2
NAMES = re.compile(r"nr|ns|nt|nz")
FIGURE = re.compile(r"\d+(?:\.\d+)?")
TURNS = (("增长", "下降"), ("增加", "减少"), ("提高", "降低"), ("上升", "下降"), ("首次", "再次"), ("最大", "最小"), ("以上", "以下"), ("支持", "反对"), ("超过", "不足"), ("开始", "结束"), ("成功", "失败"), ("可以", "不得"), ("必须", "无需"), ("全部", "部分"), ("允许", "禁止"), ("早", "晚"), ("前", "后"), ("男", "女"), ("高", "低"), ("多", "少"), ("东", "西"), ("南", "北"), ("进口", "出口"), ("上午", "下午"), ("公开", "秘密"), ("国内", "国外"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement, the evidence beside it, whether it supports it, and how the pair was made."""

    statement: str
    quote: str
    label: int
    method: str


Change = Callable[[Pair, random.Random], Pair | None]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pairs", description=__doc__)
    parser.add_argument("sources", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    chance = random.Random(SEED)
    honest = [*news_pairs(options.sources, chance), *translated_pairs(options.sources, chance)]
    pairs = [*honest, *continued_pairs(options.sources)]
    words = _words_by_kind([pair.statement for pair in honest])
    for pair in honest:
        if altered := _alter(pair, words, chance):
            pairs.append(altered)
    chance.shuffle(pairs)
    held = int(len(pairs) * DEVELOPMENT)
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (("development", pairs[:held]), ("train", pairs[held:])):
        lines = [json.dumps({slot: getattr(row, slot) for slot in Pair.__slots__}, ensure_ascii=False) for row in rows]
        (options.folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(name, len(rows), sum(row.label for row in rows))


def news_pairs(sources: Path, chance: random.Random) -> Iterator[Pair]:
    """A sentence of a news article, shortened, joined or turned round, beside the stretch that it comes from."""
    articles = [
        line.partition("正文：")[2]
        for path in sorted(sources.glob("CRUD_RAG/data/80000_docs/*"))
        for line in itertools.islice(path.open(encoding="utf-8"), 4000)
    ]
    for article in chance.sample(articles, min(NEWS, len(articles))):
        sentences = [s for s in cut_entries(article) if 12 <= len(s) <= 150]
        if len(sentences) < 4:
            continue
        start = chance.randrange(len(sentences) - 3)
        window = sentences[start : start + chance.randint(3, 9)]
        said = window[chance.randrange(len(window))]
        statement = chance.choice((_same, _shorten, _shorten, _turn, _join))(said, window, chance)
        if 12 <= len(statement) <= 110:
            yield Pair(_spell(statement, chance), "".join(window), 1, "news")


def translated_pairs(sources: Path, chance: random.Random) -> Iterator[Pair]:
    """What one translator made of a sentence, beside the stretch that holds it in another's words."""
    texts: dict[str, list[list[str]]] = {}
    for path in sorted([*sources.glob("wmt*/txt/*/*en-zh*.zh"), *sources.glob("NTREX/NTREX-128/*zho*")]):
        lines = path.read_text(encoding="utf-8").splitlines()
        texts.setdefault(path.name.split(".")[0].split("-")[0], []).append(lines)
    made = 0
    while made < TRANSLATED:
        one, other = chance.sample(chance.choice(list(texts.values())), 2)
        at = chance.randrange(2, len(one) - 8)
        window = other[at - chance.randint(0, 2) : at + chance.randint(2, 7)]
        if not 15 <= len(one[at]) <= 110 or not _is_same(one[at], other[at]):
            continue
        statement = one[at]
        if chance.random() < JOINED and _is_same(one[at + 1], other[at + 1]):
            statement = _half(one[at], chance) + "，" + _half(one[at + 1], chance) + "。"
        made += 1
        yield Pair(statement, "".join(window), 1, "translated")


def continued_pairs(sources: Path) -> Iterator[Pair]:
    """What language models made up, beside the news that it should have come from."""
    for path in sources.glob("UHGEval/*.jsonl"):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            statement = row["hallucinatedContinuation"].strip()
            if 12 <= len(statement) <= 150:
                yield Pair(statement, (row["newsBeginning"] + row["newsRemainder"])[:600], 0, "made up")


def _half(said: str, chance: random.Random) -> str:
    """One or two clauses of a sentence."""
    clauses = said.rstrip("。").split("，")
    start = chance.randrange(len(clauses))
    return "，".join(clauses[start : start + 2])


def _is_same(one: str, other: str) -> bool:
    mine, yours = read(one), read(other)
    shared = len(mine.all_grams & yours.all_grams) / max(1, min(len(mine.all_grams), len(yours.all_grams)))
    return shared >= LIKE and set(FIGURE.findall(fold(one))) == set(FIGURE.findall(fold(other)))


def _same(said: str, window: list[str], chance: random.Random) -> str:
    return said


def _shorten(said: str, window: list[str], chance: random.Random) -> str:
    """The sentence less a clause, and less what stands in brackets."""
    clauses = re.split(r"(?<=，)", re.sub(r"（[^）]*）|\([^)]*\)", "", said))
    if len(clauses) > 2:
        del clauses[chance.choice((0, len(clauses) - 1))]
    return "".join(clauses).rstrip("，。") + "。"


def _turn(said: str, window: list[str], chance: random.Random) -> str:
    clauses = said.rstrip("。").split("，")
    return "，".join([*clauses[1:], clauses[0]]) + "。" if len(clauses) > 1 else said


def _join(said: str, window: list[str], chance: random.Random) -> str:
    """A clause of each of two sentences."""
    other = chance.choice(window)
    return said.rstrip("。").split("，")[-1] + "，" + other.rstrip("。").split("，")[-1] + "。"


def _spell(statement: str, chance: random.Random) -> str:
    """Now and then a percentage or small number spelled out in characters."""
    if chance.random() < 0.3:
        statement = re.sub(r"(\d+)%", lambda match: "百分之" + _han(match[1]), statement)
    if chance.random() < 0.2:
        statement = re.sub(r"(?<![\d.])([2-9])(?=[个名所人次家项])", lambda match: _han(match[1]), statement)
    return statement


def _han(digits: str) -> str:
    import cn2an

    return str(cn2an.an2cn(digits))


def _words_by_kind(texts: list[str]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for text in texts[:4000]:
        for word, tag in tag_words(text):
            if len(word) > 1:
                kinds.setdefault(tag, []).append(word)
    return kinds


def _alter(pair: Pair, words: dict[str, list[str]], chance: random.Random) -> Pair | None:
    """The pair with the evidence or the statement changed so that the one no longer supports the other."""
    changes: list[Change] = [_other_figure, _other_figure, _turned, _denied, _cut, _cut, _cut, _cut, _cut, _cut, _beside, lambda p, c: _other_words(p, words, c), lambda p, c: _other_words(p, words, c), lambda p, c: _other_words(p, words, c), lambda p, c: _other_words(p, words, c, NAMES), lambda p, c: _other_words(p, words, c, NAMES)]  # fmt: skip
    chance.shuffle(changes)
    return next((altered for change in changes if (altered := change(pair, chance))), None)


def _replaced(pair: Pair, old: str, new: str, method: str, chance: random.Random) -> Pair | None:
    """One word for another, three times in four in the evidence."""
    if old == new or old not in pair.quote or old not in pair.statement:
        return None
    if chance.random() < 0.75:
        return replace(pair, quote=pair.quote.replace(old, new), label=0, method=method)
    return replace(pair, statement=pair.statement.replace(old, new), label=0, method=method)


def _other_figure(pair: Pair, chance: random.Random) -> Pair | None:
    figures = FIGURE.findall(pair.statement)
    if not figures:
        return None
    old = chance.choice(figures)
    changed = str(max(1, int(float(old) * chance.choice((0.5, 1.1, 1.5, 2))) + chance.randint(1, 3)))
    return _replaced(pair, old, changed if "." not in old else f"{changed}.{chance.randint(1, 9)}", "figure", chance)


def _turned(pair: Pair, chance: random.Random) -> Pair | None:
    held = [turn for turn in TURNS if turn[0] in pair.statement] + [(b, a) for a, b in TURNS if b in pair.statement]
    return _replaced(pair, *chance.choice(held), "turned", chance) if held else None


def _denied(pair: Pair, chance: random.Random) -> Pair | None:
    verbs = [word for word, tag in tag_words(pair.statement) if tag == "v" and len(word) > 1 and word in pair.quote]
    if not verbs:
        return None
    verb = chance.choice(verbs)
    return _replaced(pair, verb, chance.choice(("没有", "不", "未", "拒绝", "尚未")) + verb, "denied", chance)


def _other_words(
    pair: Pair, words: dict[str, list[str]], chance: random.Random, kinds: re.Pattern[str] = re.compile("[nva]")
) -> Pair | None:
    """One to six words each by another of its kind."""
    held = [
        (word, tag)
        for word, tag in tag_words(pair.statement)
        if kinds.match(tag) and len(word) > 1 and word in pair.quote
    ]
    altered: Pair | None = None
    for word, tag in chance.sample(held, min(len(held), chance.choice((1, 2, 3, 4, 6)))):
        altered = _replaced(altered or pair, word, chance.choice(words.get(tag) or [word]), "word", chance) or altered
    return altered


def _cut(pair: Pair, chance: random.Random) -> Pair | None:
    """The evidence less one or two clauses, or sentences, that the statement rests on."""
    said = read(pair.statement).all_grams
    parts = re.split(r"(?<=[，。；！？])" if chance.random() < 0.4 else r"(?<=[。！？])", pair.quote)
    shares = [len(said & read(part).all_grams) for part in parts]
    ranked = sorted(range(len(parts)), key=lambda place: -shares[place])[: chance.choice((1, 1, 2))]
    if shares[ranked[0]] < 4 or len(parts) < 4:
        return None
    kept = [part for place, part in enumerate(parts) if place not in ranked]
    return replace(pair, quote="".join(kept), label=0, method="cut")


def _beside(pair: Pair, chance: random.Random) -> Pair | None:
    """The statement with a clause more, of its own kind, that the evidence does not hold."""
    added = chance.choice(
        (
            "，并获得了有关部门的资金支持",
            "，比上年增加了两成",
            "，专家对此表示担忧",
            "，目前仍在进一步调查之中",
            "，这在全国尚属首次",
            "，预计明年全面推广",
            "，受到当地居民的广泛欢迎",
            "，该项目由多家企业共同出资",
        )
    )
    return replace(pair, statement=pair.statement.rstrip("。") + added + "。", label=0, method="added")


if __name__ == "__main__":
    main()
