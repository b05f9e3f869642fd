import pytest

from assistant.understanding.classes import conflict
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
