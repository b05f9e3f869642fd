import re
from collections.abc import Sequence

from markdown_it import MarkdownIt

from assistant.exports.talk import Turn, talk_to_markdown
from assistant.render import to_markdown


def test_each_question_is_a_heading_with_its_answer_below(turns: Sequence[Turn]) -> None:
    text = talk_to_markdown(turns)
    headings = re.findall(r"^## (.+)$", text, flags=re.M)
    assert [heading.partition(". ")[2] for heading in headings] == [question for question, _ in turns]
    for _, answer in turns:
        assert to_markdown(answer) in text


def test_every_mark_has_its_source_in_full_and_its_quote(turns: Sequence[Turn]) -> None:
    text = talk_to_markdown(turns[:1])
    (citation,) = turns[0][1].citations
    assert r"\[1\] 望汀区教育局：《望汀区教育局2024年工作要点》（望教〔2024〕6号，2024年2月26日）第16条" in text
    assert f"> {citation.quote}" in text


def test_answer_that_found_nothing_has_no_sources(turns: Sequence[Turn]) -> None:
    nothing = turns[2]
    assert nothing[1].citations == ()
    assert "引用" not in talk_to_markdown([nothing])


def test_headings_are_in_the_script_of_each_answer(turns: Sequence[Turn]) -> None:
    assert "**引用**" in talk_to_markdown([turns[4]])
    assert talk_to_markdown([turns[4]]).startswith("# 教育計劃問答記錄")
    assert "第五部分第（二）條" in talk_to_markdown([turns[4]])


def test_what_a_person_typed_is_no_markdown(turns: Sequence[Turn]) -> None:
    text = talk_to_markdown([("<script>*x* [1](http://x) # y", turns[0][1])])
    html = MarkdownIt("commonmark").render(text)
    assert "<script>" not in html
    assert "<em>" not in html
    assert "href" not in html


def test_talk_without_turns_is_its_title() -> None:
    assert talk_to_markdown([]) == "# 教育计划问答记录\n"
