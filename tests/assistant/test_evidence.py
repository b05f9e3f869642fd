import pytest

from assistant.evidence import LONGEST_QUOTE, MOST_ITEMS, Found, gather
from assistant.question import Question, Scope
from assistant.understand import understand
from vectorstore.search import Search
from vectorstore.store import Store


def gathered(store: Store, question: str, *plans: str) -> Found:
    (part,) = understand(Question(question, scope=Scope(plans)), store.plans).parts
    return gather(part, Search(store))


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
    sentence, spans = next((text, spans) for text, spans in best.sentences if holds in text)
    assert any(holds in sentence[start:end] for start, end in spans)


def test_quoted_sentences_stand_in_the_item_in_their_order(small_store: Store) -> None:
    for one in gathered(small_store, "校车怎么管理").evidence:
        text = one.hit.item.text
        starts = [text.index(sentence) for sentence, _ in one.sentences]
        assert starts == sorted(starts)
        assert sum(len(sentence) for sentence, _ in one.sentences) <= LONGEST_QUOTE


def test_no_more_items_are_shown_than_are_read(sample_store: Store) -> None:
    found = gathered(sample_store, "校车怎么管理")
    assert 1 <= len(found.evidence) <= MOST_ITEMS
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
    assert "".join(sentence for sentence, _ in one.sentences) == one.hit.item.text


def test_named_section_is_quoted_by_its_items_openings(small_store: Store) -> None:
    found = gathered(small_store, "第二部分", "chengyuan.txt")
    assert [one.hit.item.ref for one in found.evidence] == ["(三)", "(四)"]
    assert {len(one.sentences) for one in found.evidence} == {1}


def test_named_item_that_does_not_exist_tells_the_first_and_last(small_store: Store) -> None:
    found = gathered(small_store, "第九条", "chengyuan.txt")
    assert (found.evidence, found.first_and_last) == ((), ("(一)", "(四)"))


def test_question_without_a_word_that_asks_finds_nothing(sample_store: Store) -> None:
    assert gathered(sample_store, "那2024年呢？").evidence == ()


def test_everyday_question_is_answered_by_its_topic_with_the_words_that_name_it(sample_store: Store) -> None:
    best = gathered(sample_store, "三年级的娃天天喊眼睛看不清黑板，眯着眼，管不管", "qichuan-2023.txt").evidence[0]
    assert any("近视" in sentence for sentence, _ in best.sentences)
