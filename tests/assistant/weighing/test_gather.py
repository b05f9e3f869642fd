from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.intents import Listing, Lookup
from assistant.question import Question, Scope
from assistant.understanding.understand import understand
from assistant.weighing.evidence import Found
from assistant.weighing.gather import MOST_LISTED, gather
from assistant.weighing.select import LONGEST_WHOLE
from assistant.weighing.whose import MOST_CONTENTS
from ingest.language.folding import fold
from vectorstore.embedder import Embedder
from vectorstore.search import Search
from vectorstore.store import Store
from vectorstore.update import add_files


def gathered(store: Store, question: str, *plans: str) -> Found:
    (intent,) = understand(Question(question, scope=Scope(plans)), store.plans).intents
    return gather(intent, Search(store))


@pytest.mark.parametrize(
    ("question", "source", "ref", "holds"),
    [
        ("课后服务每学期收多少钱", "chengyuan.txt", "(三)", "二百四十元"),
        ("招聘多少名特岗教师", "chengyuan.txt", "(四)", "三十名"),
        ("讀書節在幾月", "baiyu.txt", "二.2", "四月"),
    ],
)
def test_sentence_that_holds_what_is_asked_is_quoted(
    small_store: Store, question: str, source: str, ref: str, holds: str
) -> None:
    best = gathered(small_store, question, source).evidence[0]
    assert best.hit.item.ref == ref
    spans = [span for piece in best.selection.pieces for span in piece.bold]
    assert any(holds in best.hit.item.text[start:end] for start, end in spans)


def test_quoted_sentences_stand_in_the_item_in_their_order(small_store: Store) -> None:
    evidence = gathered(small_store, "课后服务收费多少").evidence
    assert evidence
    for one in evidence:
        starts = [piece.start for piece in one.selection.pieces]
        assert starts == sorted(starts)
        assert sum(map(len, one.words)) <= LONGEST_WHOLE


def test_no_more_items_are_shown_than_are_read(sample_store: Store) -> None:
    found = gathered(sample_store, "校车怎么管理", "wangting-2024.txt")
    assert 1 <= len(found.evidence) <= MOST_CONTENTS
    scores = [one.score for one in found.evidence]
    assert scores == sorted(scores, reverse=True)


def test_figure_that_stands_nowhere_is_not_found(small_store: Store) -> None:
    found = gathered(small_store, "学校食堂有百分之几合格", "chengyuan.txt")
    assert found.evidence == ()
    assert found.nearest


def test_words_in_quotation_marks_must_stand_in_the_item(sample_store: Store) -> None:
    found = gathered(sample_store, "“汀上红烛”是什么")
    assert found.evidence
    assert all("汀上红烛" in one.hit.item.text for one in found.evidence)
    assert gathered(sample_store, "“天外飞仙”是什么").evidence == ()


def test_named_item_is_quoted_whole(small_store: Store) -> None:
    (one,) = gathered(small_store, "第（三）条", "chengyuan.txt").evidence
    assert one.words == (one.hit.item.text,)


def test_named_section_is_quoted_by_its_items_openings(small_store: Store) -> None:
    found = gathered(small_store, "第二部分", "chengyuan.txt")
    assert [one.hit.item.ref for one in found.evidence] == ["(三)", "(四)"]
    for one in found.evidence:  # the first sentence only repeats the heading
        (words,) = one.words
        assert one.hit.item.text.startswith(words)
        assert len(words) > len(one.hit.item.heading) + len(one.hit.item.label or "") + 1


def test_named_item_that_does_not_exist_tells_the_first_and_last(small_store: Store) -> None:
    found = gathered(small_store, "第九条", "chengyuan.txt")
    assert (found.evidence, found.first_and_last) == ((), ("(一)", "(四)"))


def test_question_without_a_word_that_asks_finds_nothing(sample_store: Store) -> None:
    assert gathered(sample_store, "那2024年呢？").evidence == ()


def test_everyday_question_is_answered_by_its_topic_with_the_words_that_name_it(sample_store: Store) -> None:
    best = gathered(sample_store, "三年级的娃天天喊眼睛看不清黑板，眯着眼，管不管", "qichuan-2023.txt").evidence[0]
    assert any("近视" in words for words in best.words)


def talked(store: Store, question: str, *history: str) -> Found:
    (intent,) = understand(Question(question, history), store.plans).intents
    return gather(intent, Search(store))


def refs(found: Found) -> list[str]:
    return [one.hit.item.ref for one in found.evidence]


def test_listing_holds_every_item_with_the_sentence_that_holds_the_words(sample_store: Store) -> None:
    found = gathered(sample_store, "哪些条提到校车")
    assert found.count == len(found.evidence) == 5
    assert all("校车" in fold(one.words[0]) for one in found.evidence)
    years = [one.hit.plan.identity.year or 0 for one in found.evidence]
    assert years == sorted(years, reverse=True)


def test_long_listing_shows_the_first_and_counts_all(sample_store: Store) -> None:
    found = gathered(sample_store, "哪些条提到学校")
    assert len(found.evidence) == MOST_LISTED
    assert found.count > MOST_LISTED


def test_listing_of_targets_quotes_the_sentence_with_the_figure(sample_store: Store) -> None:
    found = gathered(sample_store, "列出校车的全部量化指标", "wangting-2024.txt")
    (words,) = found.evidence[0].words
    assert "46辆" in words


def test_number_that_labels_an_item_is_no_figure(small_store: Store) -> None:
    assert refs(gathered(small_store, "列出所有关于校车的指标")) == ["(一)"]
    assert refs(gathered(small_store, "哪些条提到校车")) == ["(一)", "一.1"]


def test_listing_of_what_stands_nowhere_is_a_question_like_any_other(small_store: Store) -> None:
    found = gathered(small_store, "哪些条提到火箭发动机")
    assert (found.evidence, isinstance(found.intent, Listing)) == ((), False)
    assert found.judged
    assert found.nearest == ()  # no item shares anything with it


def test_places_that_each_say_it_give_the_item_of_their_newest_plan_and_are_to_choose_from(sample_store: Store) -> None:
    found = gathered(sample_store, "适龄残疾儿童少年入学率达到多少")
    places = [one.hit.plan.identity.region for one in found.evidence]
    assert len(places) == len(set(places)) == 3
    assert set(places) <= set(found.choices)
    newest = {
        plan.identity.region: max(
            p.identity.year or 0 for p in sample_store.plans if p.identity.region == plan.identity.region
        )
        for plan in sample_store.plans
    }
    assert all(one.hit.plan.identity.year == newest[one.hit.plan.identity.region] for one in found.evidence)


def test_more_leaves_out_what_was_shown_and_offers_it_no_more(sample_store: Store) -> None:
    first = "适龄残疾儿童少年入学率达到多少"
    shown = {one.hit.item for one in gathered(sample_store, first).evidence}
    more = talked(sample_store, "还有吗", first)
    assert more.evidence
    assert not shown & {one.hit.item for one in more.evidence}
    assert not shown & {hit.item for hit in more.nearest}


@pytest.mark.parametrize(
    ("history", "turn", "found"),
    [
        (("澄原县课后服务收费多少？",), "下一条呢", ["(四)"]),
        (("澄原县课后服务收费多少？",), "上一条呢", ["(二)"]),
        (("澄原县课后服务收费多少？", "下一条呢"), "下一条呢", []),
    ],
)
def test_step_moves_on_from_the_item_that_answers(
    small_store: Store, history: tuple[str, ...], turn: str, found: list[str]
) -> None:
    moved = talked(small_store, turn, *history)
    assert refs(moved) == found
    assert moved.first_and_last == (None if found else ("(一)", "(四)"))


def test_section_of_a_title_that_no_section_has_is_searched_for(small_store: Store) -> None:
    found = gathered(small_store, "课后服务部分怎么说", "chengyuan.txt")
    assert not isinstance(found.intent, Lookup)
    assert refs(found) == ["(三)"]


def test_item_on_the_matter_that_lacks_the_figure_is_not_outdone_by_another(
    tmp_path: Path, embedder: Embedder, write: Callable[[str, str], Path]
) -> None:
    store = Store.create(tmp_path / "store", embedder)
    text = "柏屿区教育局2026年工作要点\n一、督学。聘任第四届责任督学，完善督学挂牌制度。\n二、教师。年内招聘教师100名，接收公费师范生14名。\n"
    list(add_files(store, [write("plan.txt", text)]))
    assistant = Assistant(store)
    assert assistant.invoke("第四届督学一共要聘多少人").status == "not_found"
    assert assistant.invoke("年内招聘教师多少名").status == "answered"
