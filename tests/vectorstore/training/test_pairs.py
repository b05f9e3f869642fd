import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby, product
from math import gcd

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.thesaurus import Entry
from vectorstore.topics import Topic
from vectorstore.training.pairs import (
    FROM_ONE_ARTICLE,
    JOINED_ENTRIES,
    NEIGHBOURS,
    SENTENCES_APART,
    Pair,
    drop_words,
    gloss_pairs,
    law_pairs,
    lexicon_pairs,
    news_pairs,
    term_pairs,
    topic_pairs,
    translation_pairs,
)
from vectorstore.training.translations import Sentence

LONG = FROM_ONE_ARTICLE * SENTENCES_APART
TOWNS = "甲乙丙丁戊己"


def _article(town: str, length: int) -> list[str]:
    return [f"{town}镇第{number}周开放了学校的图书馆。" for number in range(length)]


ARTICLES = [_article(town, LONG) for town in TOWNS]
GLOSSES = {"学校": ("school",), "图书馆": ("library", "reading room"), "开放": ("open",)}
LAWS = [
    "学校应当公布收费项目，接受家长监督；教师不得有偿补课，不得索要财物。",
    "家长应当按时送子女入学，确有困难的可以申请延缓，由乡镇人民政府批准",
    "县教育局负责解释本条例",
]
BUS = Sentence(("The school bus of the first week is late.",), ("第一周接送学生的校车晚点了。",))
LUNCH = Sentence(("A school lunch of the second week costs eight yuan.",), ("第二周学生的午饭每天八元。",))
GYM = Sentence(("The gym of the school opens in the third week.",), ("第三周学校的体育馆开放。",))
ENTRIES = [("chalk", "粉笔"), ("blackboard", "黑板"), ("playground", "操场"), ("headmaster", "校长")]
TOPIC = Topic(
    "校车",
    everyday=("孩子怎么坐车上学", "接送学生的车安不安全"),
    english=("Is there a school bus?",),
    official=("加强校车安全管理。", "驾驶员每学期培训一次。"),
    words=("坐车", "接送", "站点", "bus", "driver"),
)
TERMS = [
    Entry(("校车",), ("接送车",), (), ("school bus",)),
    Entry(("规范校外培训",), (), ("双减",)),
    Entry(("学籍",)),
]

Maker = Callable[..., Iterator[Pair]]
MAKERS: dict[str, Maker] = {
    "news": partial(news_pairs, ARTICLES),
    "glosses": partial(gloss_pairs, ARTICLES, GLOSSES),
    "laws": partial(law_pairs, LAWS),
    "translations": partial(translation_pairs, [[BUS, LUNCH, GYM], [LUNCH]]),
    "lexicon": partial(lexicon_pairs, ENTRIES),
    "topics": partial(topic_pairs, [TOPIC]),
    "terms": partial(term_pairs, TERMS),
}
every_maker = pytest.mark.parametrize("make_pairs", MAKERS.values(), ids=MAKERS)


@every_maker
@pytest.mark.parametrize("count", [0, 1, 6, 50])
def test_pairs_are_as_many_as_asked(make_pairs: Maker, count: int) -> None:
    assert len(list(make_pairs(count=count, seed=1))) == count


@every_maker
def test_pairs_are_the_same_for_the_same_seed_and_others_for_another(make_pairs: Maker) -> None:
    first, again, other = (list(make_pairs(count=50, seed=seed)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


@every_maker
def test_neither_side_of_a_pair_is_empty(make_pairs: Maker) -> None:
    pairs = list(make_pairs(count=1000, seed=1))
    assert len(pairs) > 900
    for pair in pairs:
        assert pair.keys() == {"anchor", "positive"}
        assert all(side.strip() for side in pair.values()), pair


@pytest.mark.parametrize("length", [SENTENCES_APART, 2 * SENTENCES_APART, LONG, 3 * LONG])
@pytest.mark.parametrize("glosses", [False, True])
def test_pairs_of_one_article_stand_beside_each_other(length: int, glosses: bool) -> None:
    articles = [_article(town, length) for town in TOWNS]
    make_pairs = partial(gloss_pairs, articles, GLOSSES) if glosses else partial(news_pairs, articles)
    from_one_article = min(FROM_ONE_ARTICLE, length // SENTENCES_APART)
    towns = [pair["positive"][0] for pair in make_pairs(count=60 * from_one_article, seed=1)]
    assert gcd(*(len(list(run)) for _, run in groupby(towns))) == from_one_article
    assert set(towns) == set(TOWNS)


def test_positive_of_news_is_what_stands_around_one_sentence_of_an_article() -> None:
    lengths = set()
    for pair in news_pairs(ARTICLES, count=500, seed=2):
        article = ARTICLES[TOWNS.index(pair["positive"][0])]
        places = [article.index(sentence) for sentence in re.findall("[^。]+。", pair["positive"])]
        around = range(places[0], places[-1] + 1)
        assert places == sorted(set(places))
        assert len(around) - len(places) <= 1
        lengths.add(len(around))
    assert max(lengths) == 1 + 2 * max(NEIGHBOURS)


def test_anchor_of_news_is_made_of_a_sentence_and_at_most_another_beside_it() -> None:
    article = ["学校今天开放了图书馆。", "许多家长带着孩子来借书。", "馆里有三万册新书。"]
    sources = [*article, *(a + b for a, b in product(article, repeat=2))]
    anchors = {pair["anchor"] for pair in news_pairs([article], count=300, seed=3)}
    assert all(any(_is_part(anchor, source) for source in sources) for anchor in anchors)
    assert any(not any(_is_part(anchor, sentence) for sentence in article) for anchor in anchors)
    assert anchors.intersection(article)


def test_sentence_that_is_asked_for_is_left_out_of_its_positive_a_third_of_the_time() -> None:
    article = ["学校今天开放了图书馆。", "许多家长带着孩子来借书。"]
    positives = [pair["positive"] for pair in news_pairs([article], count=1000, seed=3)]
    assert set(positives) == {*article, "".join(article)}
    assert 280 < sum(positive in article for positive in positives) < 380


def test_only_sentence_of_an_article_is_its_own_positive() -> None:
    sentence = "学校今天开放了图书馆。"
    assert {pair["positive"] for pair in news_pairs([[sentence]], count=50, seed=1)} == {sentence}


def test_anchor_of_glosses_is_the_english_of_the_words_that_have_one() -> None:
    anchors = [pair["anchor"] for pair in gloss_pairs(ARTICLES, GLOSSES, count=300, seed=4)]
    translated = {anchor for anchor in anchors if re.search("[a-z]", anchor)}
    assert {"open school library", "open school reading room"} <= translated
    assert all(re.fullmatch("(open ?)?(school ?)?(library|reading room)?", anchor) for anchor in translated)
    assert not any(word in anchor for anchor in set(anchors) - translated for word in GLOSSES)


def test_sentence_without_glosses_stays_chinese() -> None:
    sentence = ARTICLES[0][0]
    anchors = [pair["anchor"] for pair in gloss_pairs([[sentence]], {}, count=50, seed=1)]
    assert anchors
    assert all(anchor and _is_part(anchor, sentence) for anchor in anchors)


def test_halves_of_a_law_hold_each_of_its_clauses_once() -> None:
    wholes = [sorted(filter(None, re.split("[，；。]", law))) for law in LAWS[:2]]
    pairs = list(law_pairs(LAWS[:2], count=200, seed=5))
    clauses = [sorted(filter(None, f"{pair['anchor']}，{pair['positive']}".split("，"))) for pair in pairs]
    assert clauses
    assert all(one in wholes for one in clauses)
    assert len({pair["anchor"] for pair in pairs}) > 10


def test_law_of_one_clause_is_cut_in_its_middle() -> None:
    halves = {tuple(sorted(pair.values())) for pair in law_pairs(["县教育局负责解释本条例"], count=20, seed=5)}
    assert halves == {("县教育局负", "责解释本条例")}


@pytest.mark.parametrize(
    "law", ["县教育局负责解释本条例。", "学校应当公布收费项目，接受家长监督。", "学校不得收费；家长可以举报。"]
)
def test_law_of_one_or_two_clauses_gives_no_empty_half(law: str) -> None:
    pairs = list(law_pairs([law], count=50, seed=5))
    assert pairs
    for pair in pairs:
        assert pair["anchor"], pair
        assert pair["positive"], pair


def test_translation_is_asked_in_either_language_and_found_in_the_other_or_in_english() -> None:
    pairs = list(translation_pairs([[BUS]], count=300, seed=6))
    languages = {(_is_part(p["anchor"], BUS.chinese[0]), p["positive"] == BUS.chinese[0]) for p in pairs}
    assert languages == {(False, True), (True, False), (False, False)}
    assert {pair["positive"] for pair in pairs} == {*BUS.english, *BUS.chinese}


def test_translation_is_found_with_up_to_two_neighbours_on_each_side_all_in_one_language() -> None:
    text = [Sentence((f"Bus {number} is late.",), (f"校车{number}晚点了。",)) for number in range(6)]
    windows = [text[max(0, place - near) : place + near + 1] for place in range(6) for near in range(3)]
    english = {" ".join(sentence.english[0] for sentence in window) for window in windows}
    chinese = {" ".join(sentence.chinese[0] for sentence in window) for window in windows}
    assert {pair["positive"] for pair in translation_pairs([text], count=2000, seed=6)} == english | chinese


def test_every_translators_wording_is_learned() -> None:
    several = Sentence(("The bus is late.", "The bus has been delayed."), ("校车晚点了。", "校车来晚了。"))
    positives = {pair["positive"] for pair in translation_pairs([[several]], count=200, seed=6)}
    assert positives == {*several.english, *several.chinese}


def test_words_of_the_lexicon_stand_in_the_same_order_on_both_sides() -> None:
    counts = set()
    for pair in lexicon_pairs(ENTRIES, count=300, seed=7):
        english, chinese = pair["anchor"].split(" "), pair["positive"].split("，")
        assert set(zip(english, chinese, strict=True)) <= set(ENTRIES)
        counts.add(len(english))
    assert counts == set(JOINED_ENTRIES)


def test_topic_is_asked_for_in_its_wordings_or_words_and_mostly_found_in_official_ones() -> None:
    pairs = list(topic_pairs([TOPIC], count=1000, seed=8))
    asked = {*TOPIC.everyday, *TOPIC.english}
    sampled = [pair["anchor"].split() for pair in pairs if pair["anchor"] not in asked]
    assert asked < {pair["anchor"] for pair in pairs}
    assert {len(words) for words in sampled} == {2, 3, 4, 5}
    assert all(len(set(words)) == len(words) and set(words) <= set(TOPIC.words) for words in sampled)
    assert {pair["positive"] for pair in pairs} == {*TOPIC.official, *asked}
    assert 800 < sum(pair["positive"] in TOPIC.official for pair in pairs) < 900


def test_topic_without_words_is_asked_for_in_its_wordings_alone() -> None:
    bare = Topic(TOPIC.name, TOPIC.everyday, TOPIC.english, TOPIC.official)
    assert {pair["anchor"] for pair in topic_pairs([bare], count=200, seed=8)} == {*bare.everyday, *bare.english}


def test_wordings_of_the_thesaurus_lead_to_their_terms_one_or_two_at_a_time() -> None:
    one = [("接送车", "校车"), ("school bus", "校车"), ("双减", "规范校外培训")]
    two = [(f"{a} {b}", f"{x}，{y}") for (a, x), (b, y) in product(one, repeat=2)]
    pairs = {(pair["anchor"], pair["positive"]) for pair in term_pairs(TERMS, count=1000, seed=9)}
    assert pairs == {*one, *two}


SENTENCES = st.text(alphabet="学校的图书馆开放了，。 ", min_size=1, max_size=40) | st.text(min_size=1)
SEEDS = st.integers(0, 1000)


@given(SENTENCES, SEEDS, st.sampled_from([0.2, 0.6, 0.75, 1.0]))
def test_dropping_words_leaves_part_of_the_sentence_and_never_nothing(sentence: str, seed: int, share: float) -> None:
    left = drop_words(sentence, share, random.Random(seed))
    assert left
    assert _is_part("".join(left.split()), "".join(sentence.split()))


@pytest.mark.parametrize("sentence", [BUS.english[0], BUS.chinese[0], "Two  spaces", "", "。"])
def test_dropping_no_words_leaves_the_sentence_as_it_stands(sentence: str) -> None:
    assert drop_words(sentence, 0.0, random.Random(1)) == sentence


def test_dropping_leaves_out_about_the_share_that_is_asked() -> None:
    sentence = " ".join(f"word{number}" for number in range(2000))
    left = drop_words(sentence, 0.75, random.Random(1)).split(" ")
    assert 400 < len(left) < 600
    assert set(left) <= set(sentence.split())


@pytest.mark.parametrize("sentence", ["校车晚点了。", "几点？", "It’s late."])
def test_dropping_words_never_leaves_punctuation_alone(sentence: str) -> None:
    left = {drop_words(sentence, 0.75, random.Random(seed)) for seed in range(200)}
    assert [words for words in left if not re.search(r"[^\W_]", words)] == []


def test_english_words_stay_apart_though_the_sentence_holds_a_curly_quote() -> None:
    words = "The headmaster’s bus is late today"
    left = {drop_words(words, 0.4, random.Random(seed)) for seed in range(50)}
    assert all(set(one.split(" ")) <= set(words.split(" ")) for one in left), left


def _is_part(part: str, whole: str) -> bool:
    """Whether the characters of the part stand in the whole in the same order."""
    rest = iter(whole)
    return all(character in rest for character in part)
