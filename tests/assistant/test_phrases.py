from dataclasses import replace
from string import Formatter

import pytest

from assistant.phrases import TEXTS, name_of_plan, name_of_plans, name_of_ref, say
from assistant.understanding.wants import WantKind
from ingest.plan import Identity

PLAN = Identity("id", "望汀区教育局2024年工作要点", None, "望汀区", 2024, None, None, "plan.txt", "zh-Hans")


@pytest.mark.parametrize(
    ("ref", "simplified", "traditional", "english"),
    [
        ("28", "第28条", "第28條", " item 28"),
        ("(十三)", "第（十三）条", "第（十三）條", " item (十三)"),
        ("三.2", "第三部分第2条", "第三部分第2條", " part 三, item 2"),
        ("四(二)", "第四部分第（二）条", "第四部分第（二）條", " part 四, item (二)"),
        ("三-2", "第三部分第2项", "第三部分第2項", " part 三, paragraph 2"),
        ("五-结语", "第五部分结语", "第五部分結語", " part 五, closing"),
        ("三", "第三部分", "第三部分", " part 三"),
        ("前言", "前言", "前言", " preface"),
    ],
)
def test_ref_is_said_as_people_say_it(ref: str, simplified: str, traditional: str, english: str) -> None:
    assert name_of_ref(ref, "zh-Hans") == simplified
    assert name_of_ref(ref, "zh-Hant") == traditional
    assert name_of_ref(ref, "en") == english


@pytest.mark.parametrize(
    ("title", "year", "language", "name"),
    [
        ("望汀区教育局2024年工作要点", 2024, "zh-Hans", "《望汀区教育局2024年工作要点》"),
        ("教育局工作要点", 2024, "zh-Hans", "《教育局工作要点》（2024年）"),
        ("教育局工作要点", 2024, "en", "《教育局工作要点》 (2024)"),
        ("教育局工作要点", None, "zh-Hans", "《教育局工作要点》（未注明年份）"),
        ("教育局工作要点", None, "zh-Hant", "《教育局工作要点》（未註明年份）"),
        ("教育局工作要点", None, "en", "《教育局工作要点》 (no year given)"),
    ],
)
def test_plan_is_named_by_its_title_and_year(title: str, year: int | None, language: str, name: str) -> None:
    assert name_of_plan(replace(PLAN, title=title, year=year), language) == name


@pytest.mark.parametrize(("count", "said"), [(0, "0份计划"), (2, "《甲2024》《甲2024》"), (4, "4份计划")])
def test_many_plans_are_counted(count: int, said: str) -> None:
    assert name_of_plans([replace(PLAN, title="甲2024")] * count, "zh-Hans") == said


def test_each_phrase_is_there_in_each_language() -> None:
    assert TEXTS["en"].keys() == TEXTS["zh-Hans"].keys()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hans", "在《计划》里没有找到这个问题的答案。"),
        ("zh-Hant", "在《计划》裏沒有找到這個問題的答案。"),
        ("en", "No answer to this was found in 《计划》."),
    ],
)
def test_phrase_is_in_the_askers_script_and_the_title_in_its_own(language: str, said: str) -> None:
    assert say("none", language, plans="《计划》") == said


@pytest.mark.parametrize("key", sorted(TEXTS["zh-Hans"]))
def test_phrase_names_the_same_in_each_language(key: str) -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert names(TEXTS["en"][key]) == names(TEXTS["zh-Hans"][key])


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("listed", {"count": 5, "plans": 2}, "共5條，見於2份計劃："),
        ("listed_some", {"count": 40, "shown": 30}, "共40條，下面是前30條："),
        ("further_plans", {"count": 2, "plans": "《要点》"}, "另有2份也提到：《要点》。"),
        ("besides", {"missing": "株洲市"}, "現有的計劃沒有涉及“株洲市”。"),
        ("understood", {"text": "望汀区校车"}, "（按“望汀区校车”理解）"),
    ],
)
def test_traditional_phrase_keeps_what_it_names(key: str, values: dict[str, object], said: str) -> None:
    assert say(key, "zh-Hant", **values) == said


@pytest.mark.parametrize("kind", WantKind)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_what_is_asked_for_can_be_said_to_be_missing(kind: WantKind, language: str) -> None:
    assert say(f"lacks_{kind}", language)
