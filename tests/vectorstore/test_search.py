import numpy as np
import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from ingest.plan import Item
from tests.vectorstore.checks import found
from vectorstore.search import Hit, ItemRetriever, Search, holds_figure
from vectorstore.store import Store


@pytest.fixture(scope="module")
def search(small_store: Store) -> Search:
    return Search(small_store)


@pytest.fixture(scope="module")
def sample_search(sample_store: Store) -> Search:
    return Search(sample_store)


def scoped(search: Search, words: str, source: str) -> list[Hit]:
    plans = [plan for plan in search.store.plans if plan.identity.source == source]
    return search.search(search.query(words), plans=plans)


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("特岗教师招聘", ("chengyuan.txt", "(四)")),
        ("带量食谱", ("chengyuan.txt", "(二)")),
        ("讀書節", ("baiyu.txt", "二.2")),
        ("晚自習", ("baiyu.txt", "二.1")),
    ],
)
def test_item_that_holds_the_words_comes_first(search: Search, words: str, best: tuple[str, str]) -> None:
    assert found(search, words)[0] == best


@pytest.mark.parametrize(
    ("words", "source", "ref"),
    [
        ("校車安全管理", "chengyuan.txt", "(一)"),
        ("課後服務", "chengyuan.txt", "(三)"),
        ("校车检查", "baiyu.txt", "一.1"),
        ("课后服务", "baiyu.txt", "二.1"),
        ("读书节", "baiyu.txt", "二.2"),
    ],
)
def test_each_script_finds_the_other(search: Search, words: str, source: str, ref: str) -> None:
    assert scoped(search, words, source)[0].item.ref == ref


def test_hits_come_best_first_and_each_once(search: Search) -> None:
    hits = search.search(search.query("校车"))
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({(hit.plan.id, hit.item.ref) for hit in hits}) == len(hits) == 8


def test_hit_brings_its_item_unchanged_and_its_sentences_in_order(search: Search) -> None:
    hit = search.search(search.query("课后服务收费"))[0]
    plan_text = search.store.body_of(hit.plan).text
    assert hit.item.text in plan_text
    assert "".join(sentence.text for sentence in hit.sentences) == hit.item.text


def test_scope_narrows_the_search(search: Search) -> None:
    hits = scoped(search, "澄原县校车", "baiyu.txt")
    assert {hit.plan.identity.source for hit in hits} == {"baiyu.txt"}
    assert search.search(search.query("校车"), plans=[]) == []


@pytest.mark.parametrize("limit", [1, 5, 100])
def test_as_many_items_as_asked_for_are_found(sample_search: Search, limit: int) -> None:
    hits = sample_search.search(sample_search.query("学校"), limit=limit)
    assert len({(hit.plan.id, hit.item.ref) for hit in hits}) == limit


@pytest.mark.parametrize("words", ["？？", "😀", "a", "的", "不存在的词语", "学校" * 500])
def test_any_words_can_be_searched_for(search: Search, words: str) -> None:
    assert len(search.search(search.query(words), limit=3)) == 3


def test_all_items_that_hold_all_words_are_listed_in_reading_order(sample_search: Search) -> None:
    plans = sample_search.store.plans
    hits = sample_search.holding(sample_search.query("營養"), plans=plans)
    holding = [
        (plan.id, stored.item.ref)
        for plan in plans
        for stored in sample_search.store.items.items_of(plan.edition)
        if "营养" in stored.item.text or "營養" in stored.item.text
    ]
    assert [(hit.plan.id, hit.item.ref) for hit in hits] == holding
    assert len(holding) > 3


def test_no_item_is_listed_for_words_that_stand_in_none(sample_search: Search) -> None:
    assert sample_search.holding(sample_search.query("火箭发动机"), plans=sample_search.store.plans) == []
    assert sample_search.holding(sample_search.query("？"), plans=sample_search.store.plans) == []


def test_retriever_works_in_a_chain(search: Search) -> None:
    def name_refs(documents: list[Document]) -> str:
        return " ".join(f"{document.metadata['year']}/{document.metadata['ref']}" for document in documents)

    chain = ItemRetriever(search=search, limit=2) | RunnableLambda(name_refs)
    answers = chain.batch(["特岗教师招聘", "讀書節"])
    assert [answer.split()[0] for answer in answers] == ["2023/(四)", "2022/二.2"]
    assert all(len(answer.split()) == 2 for answer in answers)


def test_retrieved_document_names_plan_and_item(search: Search) -> None:
    (document,) = ItemRetriever(search=search, limit=1).invoke("带量食谱")
    plan = next(plan for plan in search.store.plans if plan.identity.source == "chengyuan.txt")
    assert document.page_content == "（二）办好学校食堂。每周公布带量食谱，陪餐校长名单每日公示。"
    assert document.metadata["score"] > 0
    assert {key: document.metadata[key] for key in ("plan", "title", "year", "ref")} == {
        "plan": plan.id,
        "title": "澄原县教育局2023年工作要点",
        "year": 2023,
        "ref": "(二)",
    }


def test_context_is_searched_for_beside_the_question_and_counts_less(search: Search) -> None:
    alone, beside = search.query("收费"), search.query("收费", context="课后服务收费")
    assert alone.words == ("收费",)
    assert beside.words == ("收费", "课后", "服务")
    assert beside.alignment.coverage(("收费",)) < alone.alignment.coverage(("收费",))
    assert float(np.linalg.norm(beside.vector)) == pytest.approx(1, abs=1e-4)
    assert ((beside.topic_scores >= 0) & (beside.topic_scores <= 1)).all()
    assert {hit.item.ref for hit in search.search(beside)[:2]} == {"(三)", "二.1"}


@pytest.mark.parametrize(
    ("words", "apart", "together"),
    [
        ("校车", ["一.1", "(一)"], ["一.1", "(一)"]),
        ("校车 驾驶员", ["(一)"], ["(一)"]),
        ("收费 推进", ["二.1"], ["二.1"]),
    ],
)
def test_words_that_belong_together_stand_in_one_sentence_or_the_heading(
    search: Search, words: str, apart: list[str], together: list[str]
) -> None:
    plans, query = search.store.plans, search.query(words)
    assert [hit.item.ref for hit in search.holding(query, plans=plans)] == apart
    assert [hit.item.ref for hit in search.holding(query, plans=plans, together=True)] == together


def test_item_that_holds_the_words_in_different_sentences_is_not_listed_together(sample_search: Search) -> None:
    plans, query = sample_search.store.plans, sample_search.query("防溺水")
    apart = {hit.plan.identity.source for hit in sample_search.holding(query, plans=plans)}
    together = {hit.plan.identity.source for hit in sample_search.holding(query, plans=plans, together=True)}
    assert apart - together == {"qichuan-2023.txt"}


def test_item_with_a_figure_alone_is_listed_where_figures_are_wanted(search: Search) -> None:
    query = search.query("校车")
    hits = search.holding(query, plans=search.store.plans, together=True, in_figures=True)
    assert [hit.item.ref for hit in hits] == ["(一)"]


@pytest.mark.parametrize(
    ("sentence", "label", "is_figure"),
    [
        ("5．加快发展学前教育。", "5．", False),
        ("5．新建幼儿园5所。", "5．", True),
        ("（五）加快发展。", "（五）", False),
        ("校车六十辆", None, True),
        ("开展一次检查", None, False),
        ("招聘三十名", None, True),
        ("达到百分之九十", None, True),
        ("全部安装", None, False),
    ],
)
def test_figure_is_told_from_the_label(sentence: str, label: str | None, *, is_figure: bool) -> None:
    assert holds_figure(sentence, Item("5", label, None, "", "", sentence)) is is_figure


def test_official_terms_stand_for_everyday_words_where_no_item_holds_those(search: Search) -> None:
    query = search.query("学校饭堂")
    assert any(len(one) > 1 for one in search.query("双减").wordings)
    assert [one[0] for one in query.wordings] == list(query.words)


def test_items_topics_explain_words_that_people_say_of_them(search: Search) -> None:
    (meals,) = [hit.item for hit in search.search(search.query("带量食谱")) if hit.item.ref == "(二)"]
    (buses,) = [hit.item for hit in search.search(search.query("校车")) if hit.item.ref == "(一)"]
    query = search.query("吃饭")
    of_meals, of_buses = search.explained(query, meals), search.explained(query, buses)
    assert of_meals.shape == of_buses.shape == search.specific(query).shape == (len(query.words),)
    assert of_meals[0] > of_buses[0]
