import pytest

from assistant.understanding.classes import conflict, other_sex, other_subject, speaks_of_opposite
from ingest.language.folding import fold


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("初中招多少人", "小学一年级计划招生7500人"),
        ("高中生睡几小时", "小学生每天睡眠10小时、初中生9小时"),
        ("幼儿园收费多少", "普通高中学费每学期800元"),
        ("三年级写多久作业", "一年级、二年级不布置书面作业"),
        ("初三什么时候考", "初一、初二期末考试"),
        ("職高補助多少", "小學每生每年1000元"),
        ("how many kindergartens", "新建小学2所"),
        ("高中怎么报名", "义务教育学校报名时间"),
        ("外地户口要什么材料", "本县户籍"),
        ("没有本地户口要什么材料", "本县户籍"),
        ("本地户口要什么材料", "随迁子女"),
        ("冬季运动服多少钱", "夏季运动服一套120元"),
        ("how long do junior high school pupils sleep", "小学生每天睡眠10小时"),
    ],
)
def test_another_stage_or_grade_is_a_conflict(question: str, text: str) -> None:
    assert conflict(fold(question), fold(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("课后服务收费多少", "小学收费300元"),
        ("小学收费多少", "每生每学期收费300元"),
        ("小学怎么报名", "义务教育学校报名时间"),
        ("义务教育学校怎么报名", "小学报名时间"),
        ("外地户口要什么材料", "外来务工人员子女"),
        ("外地户口要什么材料", "户口簿"),
        ("冬季运动服多少钱", "夏季一套120元，冬季一套180元"),
        ("初中生睡几小时", "小学生每天睡眠10小时、初中生9小时"),
        ("中学什么时候上课", "初中不早于8时"),
        ("普高招多少人", "普通高中招生计划2600人"),
        ("職高補助多少", "中等职业学校国家助学金，中职学生每生每年2000元"),
        ("小班收费", "幼儿园保教费"),
        ("七年级招多少", "初一招生500人"),
        ("七年级招多少", "初中招生500人"),
        ("大学生补助", "小学每生每年1000元"),
        ("how many kindergartens will be built", "新建幼儿园5所"),
        ("when do primary schools start", "小学上午上课不早于8时20分"),
        ("what do middle schools pay", "初中每生每年1250元"),
        ("senior high schools", "普通高中招生2200人"),
    ],
)
def test_own_stage_or_none_is_no_conflict(question: str, text: str) -> None:
    assert not conflict(fold(question), fold(text))


@pytest.mark.parametrize(
    ("question", "text", "is_other"),
    [
        ("数学满分多少分", "体育满分60分", True),
        ("语文老师招几名", "数学教师3名、英语教师2名", True),
        ("体育考几分", "总分720分，语文120分、体育60分", False),
        ("体育馆开放吗", "数学120分", False),
        ("满分多少分", "体育满分60分", False),
    ],
)
def test_another_subject_answers_nothing(question: str, text: str, *, is_other: bool) -> None:
    assert other_subject(fold(question), fold(text)) == is_other


@pytest.mark.parametrize(
    ("question", "text", "is_opposite"),
    [
        ("寄宿的初中生补助多少", "非寄宿生：每生每年625元", True),
        ("寄宿的初中生补助多少", "寄宿生1250元，非寄宿生625元", False),
        ("非寄宿生补助多少", "非寄宿生625元", False),
        ("校长是谁", "副校长：李禾", True),
        ("学科类机构几家", "学科类压减到9家，非学科类机构归部门管", False),
        ("低收入户要缴费吗", "中低收入户学生减收一半", True),
        ("学校能收手机吗", "除非学校同意，不得带入", False),
    ],
)
def test_those_whom_a_word_excludes_are_not_meant(question: str, text: str, *, is_opposite: bool) -> None:
    assert speaks_of_opposite(fold(question), fold(text)) == is_opposite


def test_row_of_boys_answers_nothing_of_girls() -> None:
    assert other_sex("女生跳多远算满分", fold("项目：跳远；性别：男；满分：2.42米"))
    assert not other_sex("女生跳多远算满分", fold("项目：跳远；性别：女；满分：1.93米"))
    assert not other_sex("跳多远算满分", fold("项目：跳远；性别：男；满分：2.42米"))
