"""What is wrong with an answer, and which answers are good enough to lead somebody to."""

from dataclasses import replace

import pytest

from assistant.answer import ANSWERED, NOT_FOUND, Answer, Citation, Run, Said, Statement
from assistant.answer_quality import Fault, cut_figures, faults, is_good, opens_on
from ingest.plan import Identity, Item

PLAN = Identity("p", "云溪县教育局2024年工作要点", "云溪县教育局", "云溪县", 2024, None, None, "p.txt", "zh")
TEXT = "5.加强校车管理。全县校车六十辆，覆盖率94%以上，由安全科负责，每学期检查两次。"
ITEM = Item("5", "5.", "二", "保障安全", "加强校车管理", TEXT)


def answer(quote: str, *bold: str, question: str = "校车怎么管？") -> Answer:
    spans = tuple((quote.index(words), quote.index(words) + len(words)) for words in bold)
    return Answer(
        question=question,
        language="zh-Hans",
        status=ANSWERED,
        statements=(Statement((Run(quote, spans),), 1),),
        citations=(Citation(1, PLAN, ITEM, quote, 1.0),),
        nearest=(),
        scope=(PLAN,),
        writer="extractive",
    )


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (answer("5.加强校车管理。"), (Fault.HEADING_ALONE,)),
        (answer("加强校车管理"), (Fault.HEADING_ALONE,)),
        (answer("全县校车六十辆"), ()),
        (answer("5.加强校车管理。全县校车六十辆"), ()),
        (answer("每学期检查两次", question="校车由谁负责？"), (Fault.NOBODY_NAMED,)),
        (answer("由安全科负责", question="校车由谁负责？"), ()),
        (replace(answer("每学期检查两次", question="校车由谁负责？"), before=(Said("计划没有写由谁负责。"),)), ()),
        (answer("覆盖率94%以上", "94%"), (Fault.BOLD_CUT,)),
        (answer("覆盖率94%以上", "94"), (Fault.BOLD_CUT,)),
        (answer("覆盖率94%以上", "94%以上"), ()),
        (answer("每学期检查两次", "两次"), ()),
        (replace(answer("5.加强校车管理。"), status=NOT_FOUND), ()),
        (replace(answer("5.加强校车管理。"), citations=()), ()),
    ],
)
def test_faults_are_what_a_reader_would_hold_against_it(given: Answer, wrong: tuple[Fault, ...]) -> None:
    assert faults(given) == wrong


def test_cut_figure_is_told_with_what_was_cut_off() -> None:
    assert cut_figures(answer("覆盖率94%以上", "94%")) == ["94%以上"]


GOOD = answer("全县校车六十辆", "六十辆", question="校车有多少辆？")


@pytest.mark.parametrize(
    "poor",
    [
        replace(GOOD, status=NOT_FOUND),
        replace(GOOD, is_sure=False),
        replace(GOOD, missing=("谁负责",)),
        replace(GOOD, choices=("云溪县", "云河县")),
        replace(GOOD, offers=("云溪县校车有多少辆？",)),
        replace(GOOD, citations=(*GOOD.citations, *GOOD.citations)),
        replace(GOOD, statements=(replace(GOOD.statements[0], left_out=3),)),
        answer("全县校车六十辆", question="校车有多少辆？"),  # no figure stands out
        answer("5.加强校车管理。"),
        answer(TEXT * 20),
    ],
)
def test_only_sure_and_short_answers_of_one_item_are_good(poor: Answer) -> None:
    assert is_good(GOOD, plan="p")
    assert not is_good(GOOD, plan="another")
    assert not is_good(poor, plan="p")


@pytest.mark.parametrize(
    ("quote", "words", "is_about"),
    [
        ("全县校车六十辆", ("校车", "辆数"), True),
        ("全县校车六十辆", ("食堂", "校车", "辆数"), False),
        ("做好卫生工作。" * 30 + "管好校车", ("校车",), False),
        ("管好校车。" + "做好卫生工作。" * 30, ("校车",), True),
        ("全县校车六十辆", ("school", "bus"), True),  # of another language nothing is told
    ],
)
def test_quote_is_about_what_it_opens_on(quote: str, words: tuple[str, ...], is_about: bool) -> None:
    assert opens_on(quote, words) is is_about
