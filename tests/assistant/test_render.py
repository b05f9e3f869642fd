from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant import show
from assistant.answer import ANSWERED, NOT_FOUND, Answer, Citation, Layout, Nearest, Run, Said, Statement
from assistant.render import Mark, Paragraph, Points, Quote, escape, parts_of, to_blocks, to_markdown, to_terminal
from assistant.render.blocks import LONGEST_CELL
from ingest.plan import Identity, Item

PLAN = Identity("id", "望汀区教育局2024年工作要点", None, "望汀区", 2024, None, None, "plan.txt", "zh-Hans")
MARKDOWN = MarkdownIt("commonmark")
TABLES = MarkdownIt("commonmark").enable("table")


def item_of(text: str, heading: str = "") -> Item:
    return Item("18", "18．", "三", "三、学生", heading, text)


def said_with(
    statements: Sequence[Statement], citations: Sequence[Citation], layout: Layout = Layout.PARAGRAPHS
) -> Answer:
    return Answer(
        "问", "zh-Hans", ANSWERED, tuple(statements), tuple(citations), (), (PLAN,), "extractive", layout=layout
    )


def rendered(text: str, *bold: tuple[int, int]) -> str:
    """The quote's own line of the Markdown, without its mark."""
    whole = to_markdown(said_with([Statement((Run(text, bold),), 1)], [Citation(1, PLAN, item_of(text), text, 1.0)]))
    return whole.split("\n\n")[0].removeprefix("> ").removesuffix(" [1]")


def quoting(text: str, number: int) -> Statement:
    return Statement((Run(text),), number)


def written(text: str, number: int) -> Statement:
    return Statement((Run(text),), number, is_quote=False)


def inline_tokens(markdown: str) -> list[Token]:
    return [child for token in MARKDOWN.parse(markdown) for child in token.children or []]


def shown(markdown: str) -> str:
    """What a reader sees of Markdown."""
    return "".join(token.content for token in inline_tokens(markdown))


def shown_in_bold(markdown: str) -> list[str]:
    words: list[str] = []
    is_bold = False
    for token in inline_tokens(markdown):
        is_bold = token.type == "strong_open" or (is_bold and token.type != "strong_close")
        if token.type == "strong_open":
            words.append("")
        elif is_bold:
            words[-1] += token.content
    return words


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("课后服务收费300元", "课后服务收费300元"),
        ("a*b_c[d]<e>#f|g~h$i&j`k\\l", "a\\*b\\_c\\[d\\]\\<e\\>\\#f\\|g\\~h\\$i\\&j\\`k\\\\l"),
        ("3. 严格教育监督", "3\\. 严格教育监督"),
        ("3) 严格教育监督", "3\\) 严格教育监督"),
        ("- 严格教育监督", "\\- 严格教育监督"),
        ("+ 严格教育监督", "\\+ 严格教育监督"),
        ("3.5万人", "3.5万人"),
        ("一行\n又一行", "一行 又一行"),
    ],
)
def test_what_markdown_would_take_is_escaped(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@given(st.text(alphabet="ab3学 *_[]<>#|~$&`\\.;:!-+=()/", max_size=30))
@example("<b>&amp;</b> **3** `c` [1](x) ![y](z) \\* ~~d~~")
@example("http://a.b <http://a.b>")
def test_escaped_text_shows_as_it_is(text: str) -> None:
    sentence = f"学{text}学"
    assert shown(f"> {escape(sentence)} [1]") == f"{sentence} [1]"


@pytest.mark.parametrize(
    ("text", "span", "bold"),
    [
        ("收费标准为300元。", "300元", "300元"),
        ("达到80%", "80%", "80%"),
        ("达到80%以上", "80%", "80%以上"),
        ("完成80%任务。", "80%", "80%任务"),
        ("举办“霁山杯”艺术节", "“霁山杯”", "霁山杯"),
        ("编写《家长手册》。", "《家长手册》", "家长手册"),
        ("由（教研室）负责", "（教研室）", "教研室"),
        ("共有，。", "，。", ""),
    ],
)
def test_bold_begins_and_ends_with_a_letter_or_digit(text: str, span: str, bold: str) -> None:
    start = text.index(span)
    markdown = rendered(text, (start, start + len(span)))
    assert shown_in_bold(markdown) == ([bold] if bold else [])
    assert shown(markdown) == text


@given(
    st.text(alphabet="学校80%％以上“”《》（），。*_[]<3. ", min_size=1, max_size=25),
    st.lists(st.integers(0, 27), max_size=8),
)
@example("80%上", [1, 4, 5, 6])  # the first span, widened, meets the second
def test_quote_with_bold_shows_as_it_is(text: str, edges: list[int]) -> None:
    sentence = f"学{text}学"
    edges = sorted({min(edge, len(sentence)) for edge in edges})
    markdown = rendered(sentence, *zip(edges[::2], edges[1::2], strict=False))
    assert shown(f"> {markdown} [1]") == f"{sentence} [1]"


def test_quotes_of_one_item_stand_above_where_they_are_from() -> None:
    one, other = item_of("加快。甲。乙。", "加快"), item_of("丙。")
    statements = [quoting("甲。", 1), quoting("乙。", 1), quoting("丙。", 2)]
    citations = [Citation(1, PLAN, one, "甲。乙。", 1.0), Citation(2, PLAN, other, "丙。", 0.5)]
    assert to_markdown(said_with(statements, citations)) == (
        "> 甲。 [1]\n\n> 乙。 [1]\n\n——《望汀区教育局2024年工作要点》第18条（加快）\n\n"
        "> 丙。 [2]\n\n——《望汀区教育局2024年工作要点》第18条"
    )


def test_runs_of_a_quote_are_parted_where_words_are_left_out() -> None:
    item = item_of("伙食费：小班三百元；大班四百元。")
    statement = Statement((Run("伙食费："), Run("大班四百元。", ((2, 5),))), 1, left_out=2)
    text = to_markdown(said_with([statement], [Citation(1, PLAN, item, "大班四百元。", 1.0)]))
    assert text.splitlines()[0] == "> 伙食费：……大班**四百元**。 [1] （这一条另有2句，见原文）"


def laid_out(layout: Layout, *quotes: str, plans: tuple[Identity, ...] = ()) -> str:
    """The quotes, a citation each, laid out so; all of one plan where no plans are given."""
    of = plans or (PLAN,) * len(quotes)
    citations = [Citation(n, plan, item_of(q), q, 1.0) for n, (q, plan) in enumerate(zip(quotes, of, strict=True), 1)]
    return to_markdown(said_with([quoting(q, n) for n, q in enumerate(quotes, 1)], citations, layout))


def test_short_quotes_are_a_table_of_a_row_each() -> None:
    assert laid_out(Layout.TABLE, "收费300元。", "收费320元。").splitlines() == [
        "| 计划 | 内容 |",
        "|---|---|",
        "| 《望汀区教育局2024年工作要点》第18条 | 收费300元。 [1] |",
        "| 《望汀区教育局2024年工作要点》第18条 | 收费320元。 [2] |",
    ]


def test_table_with_a_long_quote_becomes_paragraphs() -> None:
    assert "|---|" in laid_out(Layout.TABLE, "课" * (LONGEST_CELL - 4))
    quotes = ("收费300元。", "课" * LONGEST_CELL)
    assert laid_out(Layout.TABLE, *quotes) == laid_out(Layout.PARAGRAPHS, *quotes)


def test_list_has_each_plans_name_once_above_its_items() -> None:
    newer = replace(PLAN, id="newer", title="望汀区教育局2025年工作要点", year=2025)
    assert laid_out(Layout.LIST, "甲。", "乙。", "丙。", plans=(newer, PLAN, PLAN)).splitlines() == [
        "《望汀区教育局2025年工作要点》",
        "",
        "- 第18条：甲。 [1]",
        "",
        "《望汀区教育局2024年工作要点》",
        "",
        "- 第18条：乙。 [2]",
        "- 第18条：丙。 [3]",
    ]


HOSTILE = "a|b\\|c<script>alert(1)</script>[1](x)\n|---|\n- **d** `e|f`"


@given(st.text(alphabet="ab3学 |\n*_[]<>#~$&`\\.;:!-+=()/", max_size=30))
@example(HOSTILE)
@example("\\|")
@example("|\n|---|")
def test_quote_in_a_table_is_one_cell_of_text(text: str) -> None:
    quote = f"学{text}学"
    tokens = TABLES.parse(laid_out(Layout.TABLE, quote))
    cells = [after for token, after in pairwise(tokens) if token.type == "td_open"]
    assert len(cells) == 2
    assert "".join(t.content for t in cells[1].children or []) == f"{quote.replace(chr(10), ' ')} [1]"
    assert {t.type for t in cells[1].children or []} <= {"text", "text_special"}


@given(st.text(alphabet="ab3学 |\n*_[]<>#~$&`\\.;:!-+=()/", max_size=30))
@example(HOSTILE)
def test_quote_in_a_list_is_one_point_of_text(text: str) -> None:
    quote = f"学{text}学"
    tokens = TABLES.parse(laid_out(Layout.LIST, quote))
    assert [token.type for token in tokens].count("list_item_open") == 1
    point = [token for token in tokens if token.type == "inline"][-1]
    assert "".join(t.content for t in point.children or []) == f"第18条：{quote.replace(chr(10), ' ')} [1]"


def test_terminal_shows_a_list_without_escapes() -> None:
    quote = "3. 严格*教育*监督|"
    answer = said_with([quoting(quote, 1)], [Citation(1, PLAN, item_of(quote), quote, 1.0)], Layout.LIST)
    assert "- 第18条：3. 严格*教育*监督| [1]" in show.answer(answer).splitlines()


def test_prose_is_one_paragraph_with_its_marks() -> None:
    statements = [written("收费300元", 1), written("*困难*学生免收", 2)]
    assert to_markdown(said_with(statements, [])) == "收费300元 [1]。\\*困难\\*学生免收 [2]。"


def test_what_the_assistant_says_stands_around_the_quotes() -> None:
    item = item_of("收费300元。")
    answer = replace(
        said_with([quoting("收费300元。", 1)], [Citation(1, PLAN, item, "收费300元。", 1.0)]),
        before=(Said("按“收费”理解"), Said("共2份：", ((1, 2),), ("甲", "乙"))),
        after=(Said("计划没有写：退费。"),),
        notice="由语言模型写成。",
    )
    blocks = to_blocks(answer)
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Points, Quote, Paragraph, Paragraph]
    quote = blocks[3]
    assert isinstance(quote, Quote)
    assert quote.language == PLAN.language
    assert Mark(1) in quote.lines[0]
    assert to_markdown(answer).startswith("按“收费”理解\n\n共**2**份：\n\n- 甲\n- 乙\n\n> 收费300元。 [1]")
    assert to_terminal(answer).endswith("计划没有写：退费。\n\n由语言模型写成。")


@pytest.mark.parametrize(
    ("text", "bold", "parts"),
    [
        ("新建4所", (), [("新建4所", False)]),
        ("新建4所。", ((2, 4),), [("新建", False), ("4所", True), ("。", False)]),
        ("4所", ((0, 2),), [("4所", True)]),
        ("甲乙丙", ((0, 2), (1, 3)), [("甲乙", True), ("丙", True)]),
    ],
)
def test_a_run_is_parted_where_it_is_bold(
    text: str, bold: tuple[tuple[int, int], ...], parts: list[tuple[str, bool]]
) -> None:
    assert parts_of(Run(text, bold)) == parts


@pytest.mark.parametrize("layout", list(Layout))
def test_answer_without_statements_is_what_is_said_alone(layout: Layout) -> None:
    answer = replace(said_with([], [], layout), before=(Said("没有找到。"),))
    assert (to_markdown(answer), to_terminal(answer)) == ("没有找到。", "没有找到。")


def test_nearest_items_are_a_list() -> None:
    nearest = (Nearest(PLAN, item_of("甲", "加快"), 0.5), Nearest(PLAN, item_of("乙", "1*1"), 0.4))
    answer = Answer("q", "en", NOT_FOUND, (), (), nearest, (PLAN,), "extractive", before=(Said("Nothing."),))
    assert to_markdown(answer).splitlines()[-2:] == [
        "- 《望汀区教育局2024年工作要点》 item 18（加快）",
        "- 《望汀区教育局2024年工作要点》 item 18（1\\*1）",
    ]
    assert to_terminal(answer).splitlines()[-1] == "- 《望汀区教育局2024年工作要点》 item 18（1*1）"


@pytest.mark.parametrize("quote", ["3. 严格*教育*监督_[a]_<b>#|~$&", "使用C:\\教案 `目录`", "- 一项+两项"])
def test_terminal_gives_the_quote_back_unescaped(quote: str) -> None:
    answer = said_with([quoting(quote, 1)], [Citation(1, PLAN, item_of(quote), quote, 1.0)])
    assert show.answer(answer).splitlines() == [
        f"  {quote} [1]",
        "——《望汀区教育局2024年工作要点》第18条",
        "",
        "[1] 《望汀区教育局2024年工作要点》第18条 (plan.txt)",
    ]


def test_terminal_shows_the_rows_of_a_table_one_below_the_other() -> None:
    citations = [Citation(number, PLAN, item_of("甲|乙"), "甲|乙", 1.0) for number in (1, 2)]
    answer = said_with([quoting("甲|乙", citation.number) for citation in citations], citations, Layout.TABLE)
    title = "《望汀区教育局2024年工作要点》第18条"
    assert to_markdown(answer).startswith("| 计划 | 内容 |")
    assert to_terminal(answer).splitlines() == [title, "  甲|乙 [1]", "", title, "  甲|乙 [2]"]
