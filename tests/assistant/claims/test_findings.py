import pytest

from assistant.claims.aligned import align
from assistant.claims.findings import ALIKE_OF_PAPERS, Kind, find_faults
from assistant.claims.names import find_names
from assistant.claims.opposites import opposite
from assistant.claims.polarity import Mood, denied, moods, moods_clash
from assistant.claims.reading import read
from ingest.language.actors import Actor, Part, find_actors
from ingest.language.short_forms import is_called


def kinds(sentence: str, quote: str) -> set[Kind]:
    said, told = read(sentence), read(quote)
    return {fault.kind for fault in find_faults(said, told, align(said, told), alike=ALIKE_OF_PAPERS)} - {Kind.PROPER}


@pytest.mark.parametrize(
    ("sentence", "quote", "kind"),
    [
        ("学费每学期400元", "学费每学期300元", Kind.FIGURE),
        ("8月10日前公布", "8月20日前公布", Kind.DATE),
        ("2023年公布方案", "2024年公布方案", Kind.DATE),
        ("每周五是无作业日", "每周三设为无作业日", Kind.DATE),
        ("小学每年1500元", "小学每年1250元、初中每年1500元", Kind.SWAPPED),
        ("每班最多45人", "每班不少于45人", Kind.BOUND),
        ("培训每月8学时", "培训每学期8学时", Kind.PERIOD),
        ("由9个减少到7个", "由7个增加到9个", Kind.CHANGE),
        ("云河区今年新建幼儿园", "望汀区今年新建幼儿园", Kind.PLACE),
        ("按照《安全办法》执行", "按照《作业办法》执行", Kind.NAME),
        ("由安全科牵头", "由德育科牵头", Kind.ACTOR),
        ("由财务股牵头，人事股配合", "由人事股牵头，财务股配合", Kind.ACTOR),
        ("校领导不必陪餐", "严格执行校领导陪餐制度", Kind.DENIAL),
        ("允许在职教师有偿补课", "严禁在职教师有偿补课", Kind.MOOD),
        ("近视率上升到48%", "近视率下降到48%", Kind.OPPOSITE),
        ("新建民办幼儿园", "新建公办幼儿园", Kind.CLASS),
    ],
)
def test_what_the_quote_does_not_bear_out_is_found(sentence: str, quote: str, kind: Kind) -> None:
    assert kind in kinds(sentence, quote)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("学费每学期三百元", "学费每学期300元"),
        ("二〇二四年八月十日前公布", "2024年8月10日前公布"),
        ("一年级作业不超过60分钟", "一年级作业控制在1小时以内"),
        ("校车涨到50辆，原来是46辆", "校车由46辆增加到50辆"),
        ("由体卫艺科负责", "由体育卫生与艺术科负责"),
        ("困难学生不收费", "困难学生免收"),
        ("不会取消资格", "不会被取消资格"),
        ("限15天整改", "限期15日整改"),
        ("覆盖率百分之百", "实现全覆盖"),
        ("分三个学科考试", "考语文、数学和英语"),
    ],
)
def test_what_is_said_otherwise_is_no_fault(sentence: str, quote: str) -> None:
    assert kinds(sentence, quote) == set()


def test_denial_reaches_to_the_end_of_its_clause() -> None:
    assert denied("不得补课,可以休息") == {2, 3}
    assert denied("不少于三次") == frozenset()


def test_forbidding_clashes_with_allowing_alone() -> None:
    assert moods("严禁补课") == {Mood.FORBIDS}
    assert moods_clash(moods("严禁补课"), moods("可以补课"))
    assert not moods_clash(moods("严禁补课"), moods("不得补课"))
    assert not moods_clash(moods("严禁补课"), moods("有偿补课"))


def test_opposite_is_named_from_both_sides() -> None:
    assert opposite("人数增加", "人数减少") == "增加 against 减少"
    assert opposite("人数增加", "人数增长") == ""


def test_actors_come_with_their_parts() -> None:
    assert find_actors("由人事股牵头,财务股配合") == (Actor("人事股", Part.LEADS), Actor("财务股", Part.SERVES))
    assert is_called("体卫艺科", "由体育卫生与艺术科负责")
    assert not is_called("安全科", "由体育卫生与艺术科负责")


def test_names_are_papers_places_and_latin_words() -> None:
    assert find_names("按照望汀区2024年《作业办法》用ai") == ("作业办法", "望汀区", "ai")


CAMPUS = (
    "《甲县教育局2024年工作要点》 2024年 第5条\n校车单程运行时间不超过40分钟。由安全管理科牵头，财务科配合，市级财政补助90万元。"
    "骨干教师占比不低于30%，每季度公开检查结果。学校集体研究采购事项。老年人参与学习的比例达到22%。"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "坐校车单程不许超过40分钟。",
        "坐校车单程不会多过40分钟。",
        "这件事安全管理科挑头，财务科是帮忙的。",
        "市里补了90万。",
        "100个老年人里要有22个参与学习。",
        "骨干教师占比不许少于30%。",
    ],
)
def test_plain_words_for_what_the_paper_says_are_no_fault(sentence: str) -> None:
    assert kinds(sentence, CAMPUS) == set()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("坐校车单程可以超过40分钟。", Kind.BOUND),
        ("骨干教师占比不必到30%。", Kind.DENIAL),
        ("检查结果不再公开。", Kind.DENIAL),
        ("采购事项不用由学校集体研究。", Kind.DENIAL),
        ("这件事财务科挑头，安全管理科是帮忙的。", Kind.ACTOR),
        ("这件事由基础教育科说了算。", Kind.ACTOR),
        ("省里出90万元。", Kind.ACTOR),
        ("100个老年人里要有32个参与学习。", Kind.FIGURE),
    ],
)
def test_plain_words_for_something_else_are_a_fault_of_their_kind(sentence: str, kind: Kind) -> None:
    assert kind in kinds(sentence, CAMPUS)
