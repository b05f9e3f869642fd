import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.oxml.ns import qn

from assistant.answer import Said
from assistant.exports.talk import Turn
from assistant.exports.word import talk_to_word


def opened(turns: Sequence[Turn]) -> Any:
    return docx.Document(io.BytesIO(talk_to_word(turns)))


def texts(document: Any, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def test_title_questions_and_sources_are_headings(turns: Sequence[Turn]) -> None:
    document = opened(turns)
    assert texts(document, "Title") == ["教育计划问答记录"]
    assert texts(document, "Heading 1") == [f"{n}. {question}" for n, (question, _) in enumerate(turns, 1)]
    assert texts(document, "Heading 2") == ["引用"] * 4  # one answer found nothing


def test_citations_are_listed_by_their_marks_with_the_quote_unchanged(turns: Sequence[Turn]) -> None:
    document = opened(turns[:1])
    (citation,) = turns[0][1].citations
    numbered = [text for text in texts(document, "Normal") if re.match(r"\[\d+\] ", text)]
    assert numbered == [
        "[1] 望汀区教育局：《望汀区教育局2024年工作要点》（望教〔2024〕6号，2024年2月26日）第16条（提升课后服务质量）"
    ]
    assert texts(document, "Quote")[-1] == citation.quote
    assert texts(document, "Quote")[0].endswith("[1]")


def test_comparison_is_a_table_with_a_bold_header(turns: Sequence[Turn]) -> None:
    (table,) = opened(turns[1:2]).tables
    assert [cell.text for cell in table.rows[0].cells] == ["计划", "内容"]
    assert table.rows[0].cells[0].paragraphs[0].runs[0].bold
    assert len(table.rows) == 1 + len(turns[1][1].citations)
    assert "每生每学期260元" in table.rows[-1].cells[1].text


def test_what_answers_is_bold_and_the_rest_is_not(turns: Sequence[Turn]) -> None:
    quote = next(p for p in opened(turns[:1]).paragraphs if p.style.name == "Quote")
    bold = [run.text for run in quote.runs if run.bold]
    assert "300元" in bold
    assert "".join(bold) != quote.text


def test_nearest_items_are_a_list(turns: Sequence[Turn]) -> None:
    listed = texts(opened(turns[2:3]), "List Bullet")
    assert len(listed) == len(turns[2][1].nearest) == 2
    assert all(text.startswith("《") for text in listed)


def test_styles_name_an_east_asian_font(turns: Sequence[Turn]) -> None:
    def font(document: Any, style: str) -> str:
        return str(document.styles[style].element.rPr.rFonts.get(qn("w:eastAsia")))

    assert font(opened(turns), "Normal") == "宋体"
    assert font(opened(turns), "Heading 1") == "黑体"
    assert font(opened(turns[4:]), "Normal") == "新細明體"


def test_characters_that_no_file_may_hold_do_not_break_it(turns: Sequence[Turn]) -> None:
    answer = replace(turns[0][1], before=(Said("a\x00b\x0bc"),))
    document = opened([("问\x07题", answer)])
    assert texts(document, "Heading 1") == ["1. 问题"]
    assert "a\ufffdbc" in texts(document, "Normal") or "abc" in texts(document, "Normal")


def test_talk_without_turns_is_its_title() -> None:
    assert texts(opened([]), "Title") == ["教育计划问答记录"]
