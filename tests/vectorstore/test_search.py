import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from tests.vectorstore.checks import found
from vectorstore.search import Hit, ItemRetriever, Search
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
    plan_text = hit.plan.text
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
