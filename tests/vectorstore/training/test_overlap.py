import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.folding import bare
from vectorstore.training.overlap import ENGLISH_RUN, RUN, STEP, Reserved

Write = Callable[[str, str], Path]

CHINESE = (
    "青禾镇的老校长林树生在山里教了四十年书，他每天清早划船过河，把住在对岸的孩子一个个接到学校。"
    "二〇〇八年冬天河面结冰，他带着家长在冰上铺了一条稻草路，没有一个孩子缺课。"
)
ENGLISH = (
    "The old headmaster of Qinghe taught in the hills for forty years, and every morning he rowed across the river "
    "to fetch the children who lived on the far bank. In the winter of 2008 the river froze."
)
QUESTION = "林树生校长在河面结冰的那个冬天为孩子们上学想了什么样的办法？"
BARE = {language: bare(text) for language, text in (("zh", CHINESE), ("en", ENGLISH))}


def _squad(context: str, *questions: str) -> str:
    rows = [{"id": str(number), "question": question, "answers": []} for number, question in enumerate(questions)]
    return json.dumps({"version": "1.1", "data": [{"title": "", "paragraphs": [{"context": context, "qas": rows}]}]})


@pytest.fixture
def reserved(write: Write) -> Reserved:
    """One file in each language."""
    return Reserved([write("zh.json", _squad(CHINESE, QUESTION)), write("en.json", _squad(ENGLISH, "Who rowed?"))])


@pytest.mark.parametrize(
    "text",
    [
        CHINESE,
        ENGLISH,
        QUESTION,
        "据本报记者报道，在山里教了四十年书，他每天清早划船过河，把住在对岸的孩子一个个接到学校，风雨无阻。",
        "他每天清早划船过河 把住在对岸的孩子，一个个接到学校；二〇〇八年冬天，河面结冰",
        "據報導，青禾鎮的老校長林樹生在山裡教了四十年書，他每天清早劃船過河，把住在對岸的孩子一個個接到學校。",
        "We hear that every morning he rowed across the river to fetch the children who lived on the far bank, alone.",
        "EVERY MORNING HE ROWED - ACROSS THE RIVER - TO FETCH THE CHILDREN WHO LIVED ON THE FAR BANK",
    ],
)
def test_text_that_repeats_a_long_run_of_a_reserved_one_is_found(reserved: Reserved, text: str) -> None:
    assert reserved.holds(text)
    assert reserved.holds("校车晚点了。", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。，！？",
        "孩子一个个接到学校",
        "新来的老师也在山里教了四十年书，他每天清早划船过河，为的是早点见到学生。",
        "Every morning he rowed across the lake.",
        "The children who lived on the farm came to school by bus in the winter of 2008.",
        "县教育局今年继续改善乡村学校的办学条件，全部教室都装上了暖气，孩子们再也不怕冬天了。",
    ],
)
def test_short_phrase_in_common_is_not_found(reserved: Reserved, text: str) -> None:
    assert not reserved.holds(text)
    assert not reserved.holds(text, "校车晚点了。")


@pytest.mark.parametrize(("language", "run", "other"), [("zh", RUN, "甲"), ("en", ENGLISH_RUN, "z")])
@given(data=st.data())
def test_run_is_found_wherever_it_stands_and_shorter_ones_are_not(
    tmp_path_factory: pytest.TempPathFactory, language: str, run: int, other: str, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("reserved") / "squad.json"
    path.write_text(_squad(BARE[language]), encoding="utf-8")
    before, after = (other * data.draw(st.integers(0, 60)) for _ in range(2))
    start = data.draw(st.integers(0, len(BARE[language]) - run - STEP + 1))
    found = BARE[language][start : start + run + STEP - 1]
    assert Reserved([path]).holds(before + found + after)
    assert not Reserved([path]).holds(before + found[: run - 1] + after)


def test_english_run_is_found_though_one_of_the_texts_holds_a_letter_with_an_accent(write: Write) -> None:
    accented = "In the café he told me his tale. " + ENGLISH
    assert Reserved([write("accented.json", _squad(accented))]).holds(ENGLISH)
    assert Reserved([write("plain.json", _squad(ENGLISH))]).holds(accented)


def test_without_reserved_files_nothing_is_found() -> None:
    assert not Reserved([]).holds(CHINESE, ENGLISH)
