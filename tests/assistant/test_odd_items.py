"""No stored item can break a question, whatever its text: the outline makes no such items, but a store may hold them."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import show
from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.browsing.beside import align, parts
from assistant.browsing.catalogue import Catalogue
from assistant.browsing.comparison import compare_stored
from assistant.browsing.excerpt import excerpt
from assistant.browsing.finding import Finder, Wish
from assistant.browsing.reading import blocks, find_words
from assistant.exports.csv_file import to_csv
from assistant.exports.excel import to_excel
from assistant.exports.found_table import table_of_findings
from assistant.exports.table import table_of_comparison, table_of_targets
from assistant.exports.talk import talk_to_markdown
from assistant.exports.word import talk_to_word
from assistant.question import Question
from assistant.suggestions import suggest
from assistant.targets.stored import stored_targets
from ingest.language.folding import fold
from ingest.plan import Identity, Item, Node, Plan
from vectorstore.embedder import Embedder
from vectorstore.search import Search
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan, WholePlan
from vectorstore.update import write_plans

ENOUGH_OF_ONE_SIGN = 100_000  # characters without a stop
ODD = (
    "",
    " ",
    "\n\n\n",
    "。",
    "？",
    "！？。；",
    "……——",
    "。\n。",
    "\u0301\u0327",
    "e\u0301。",
    "😀🏫👩‍👧",
    "\u200b\u200d\ufeff",
    "\x00\x01\x07\x1b\x7f",
    "\u2400\x00校车",
    "\u202eمدرسة שלום",
    "123456",
    "１２．５％",
    "5．",
    "（一）",
    "第三条",
    "\ufffd",
    "\U000e0041\U0010ffff",
    "a" * 300,
    "的的的",
    "```<script>|*_[1]",
    "校" * ENOUGH_OF_ONE_SIGN,
    "3" * 5_000,
)
QUESTIONS = ("校车怎么管理？", "第5条说了什么？", "第一部分", "哪些条提到校车", "谁负责", "有多少所学校？", "下一条呢")
Cut = tuple[str, str | None, str, str | None]  # text, label, heading and section of an item
texts = st.one_of(
    st.sampled_from([text for text in ODD if len(text) < 100]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("。？！；：，、!?;\n \t\u3000”）》", max_size=8),
    st.text(st.characters(categories=("Mn", "Me", "Cf", "Cc", "Zs")), max_size=8),
    st.text("校车管理。；\n5五所第（）", max_size=20),
)
labels = st.sampled_from((None, "5．", "（一）", "第三条", "。", "", "\0"))
cuts = st.tuples(texts, labels, st.one_of(st.just(""), texts), st.sampled_from((None, "一", "")))


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Assistant:
    return Assistant(Store.create(tmp_path_factory.mktemp("odd") / "store", embedder))


def put(store: Store, items: Sequence[Cut]) -> StoredPlan:
    """The plan of such items, alone in the store, which it has come into past the outline."""
    identity = Identity("odd", "奇县教育局2024年工作要点", "奇县教育局", "奇县", 2024, None, None, "odd.txt", "zh")
    rows = [
        Item(str(number), label, section, section or "", heading, text)
        for number, (text, label, heading, section) in enumerate(items, 1)
    ]
    plan = Plan(identity, tuple(Node(item.label, 1, None, item.text) for item in rows), tuple(rows))
    whole = WholePlan.of(plan, path="/odd.txt", content_hash=str(hash(tuple(items))), text="")
    write_plans(store, [whole], outdated=store.plans)
    return whole.plan


def search_for(assistant: Assistant, words: str, plan: StoredPlan) -> None:
    """Each item weighed and explained, those that hold the words listed, and the best ones found."""
    search = Search(assistant.store)
    query = search.query(words)
    stored = assistant.store.items.items_of(plan.edition)
    assert [one.item.ref for one in stored] == [str(number) for number in range(1, plan.item_count + 1)]
    for one in stored:
        hit = search.weigh(query, plan, one)
        assert hit.sentences
        assert 0 <= hit.score <= 1
        assert (search.explained(query, one.item) >= 0).all()
    assert len(search.search(query)) == min(10, len(stored))
    holding = [one.position for one in stored if all(word in fold(one.item.text) for word in query.words)]
    assert [hit.position for hit in search.holding(query, plans=[plan])] == holding
    assert len(search.holding(query, plans=[plan], together=True)) <= len(stored)
    search.learn(most_items=100)


def ask(assistant: Assistant, question: str, *history: str) -> Answer:
    """The answer, whose quotes stand in their items."""
    answer, why = assistant.explained(Question(question, history))
    assert answer.status in ("answered", "not_found")
    assert all(one.quote in one.item.text for one in answer.citations)
    assert list(why.lines())
    assert show.answer(answer)
    return answer


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_item_of_any_odd_text_can_be_stored_and_asked(assistant: Assistant, text: str) -> None:
    plan = put(
        assistant.store, [(text, None, "", None), (text, "5．", text[:9], "一"), ("校车管理。", "6．", "", "一")]
    )
    search_for(assistant, "校车", plan)
    assert [ask(assistant, question) for question in QUESTIONS]
    assert ask(assistant, "下一条呢", "第5条说了什么？")


@settings(max_examples=40)
@given(st.lists(cuts, min_size=1, max_size=5), st.sampled_from(QUESTIONS))
def test_no_stored_item_breaks_a_search(assistant: Assistant, items: list[Cut], question: str) -> None:
    plan = put(assistant.store, items)
    search_for(assistant, "校车管理", plan)
    assert ask(assistant, "那第5条呢", ask(assistant, question).question)


def test_odd_items_are_browsed_compared_and_taken_away(assistant: Assistant) -> None:
    odd = [text[:2_000] for text in ODD]
    plan = put(assistant.store, [(text, "5．", text[:9], "一") for text in odd] + [("校车管理。", "6．", "", "一")])
    answer = ask(assistant, "第5条说了什么？")
    suggest(answer, assistant, lambda: 0.0, history=(answer.question,))
    assert talk_to_markdown([(answer.question, answer)])
    assert talk_to_word([(answer.question, answer)])
    catalogue = Catalogue(assistant.store)
    finder = Finder(assistant, catalogue)
    findings = finder.held(Wish("校车"))
    assert findings.held
    tables = [
        table_of_targets(stored_targets(assistant.store), "en"),
        table_of_comparison(compare_stored("校车；食堂", assistant), "en"),
        table_of_findings(findings.held, finder.near(Wish("校车")), "zh-Hans"),
    ]
    assert all(to_csv(table) and to_excel(table) for table in tables)
    entries = catalogue.entries(plan)
    assert len(entries) == plan.item_count
    assert all(entry.topic for entry in entries)
    assert all(excerpt(entry.item.text, findings.sought.spans(entry.item.text)) for entry in entries)
    read = blocks(entries, assistant.store.body_of(plan).nodes)
    assert find_words(read, "校车")
    assert align(parts(read), parts(read), assistant.store.embedder)
