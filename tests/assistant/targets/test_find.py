"""Targets of single sentences: what is one and what is none, of what, by when, and where it stands."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.targets.find import find_targets, plan_targets
from assistant.targets.target import Direction, Target
from ingest.plan import Identity, Item

PLAN = Identity("p", "望汀区教育局2024年工作要点", None, "望汀区", 2024, None, None, "p.txt", "zh-Hans")
D = Direction


def item(text: str, *, label: str | None = None, heading: str = "", section: str = "扩大优质资源") -> Item:
    return Item("1", label, "一", section, heading, text)


def targets(text: str, *, label: str | None = None, heading: str = "") -> tuple[Target, ...]:
    return find_targets(item(text, label=label, heading=heading), PLAN)


def words(text: str) -> list[str]:
    return [one.words for one in targets(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("年内新建公办幼儿园四所、改扩建2所。", ["四所", "2所"]),
        ("全年公開招聘教師二百六十名。", ["二百六十名"]),
        ("覆盖率达到百分之九十，入学率99.9%。", ["百分之九十", "99.9%"]),
        ("力争三分之一的学校通过认证。", ["三分之一"]),
        ("完成200人次的培训任务，推进80%以上审批事项上网。", ["200人次", "80%"]),
        ("新增智能养老服务、新能源汽车维修两个专业。", ["两个"]),
        ("9月、11月各抽查一次。", ["一次"]),
        ("对16所学校进行审计。", ["16所"]),
        ("奖励标准为200元至1000元。", ["200元至1000元"]),
        # a change: where it ends, not where it starts
        ("报名材料由5项精简为3项。", ["3项"]),
        ("近视率在上年49.2%的基础上下降1个百分点，降至48.2%。", ["1个百分点", "48.2%"]),
        ("比上年提高200元。", ["200元"]),
        # what was and what is so
        ("去年完成12所，今年完成15所。", ["15所"]),
        ("去年新增教室四十间，整修厕所18处。", []),
        ("2023年近视率为49.2%。", []),
        ("全区现有中小学46所、幼儿园62所，专任教师6480人。", []),
        ("全县校车86辆，服务学生4200人。", []),
        ("截至目前已建成34所。", []),
        # conditions and reckonings
        ("35周岁以下的不少于30名。", ["30名"]),
        ("按每60名寄宿生配备1名生活教师。", ["1名"]),
        ("连续任教六年的教师纳入范围，50%以上的学校除外。", []),
        ("不足100人的学校按100人核拨。", []),
        ("千人以上学校配备率达到70%以上。", ["70%"]),
        ("全年按200天计算。", []),
        ("抽测合格率低于百分之八十的学校由督学约谈。", []),
        # dates, times of day, numbers of papers and articles
        ("6月20日至28日报名，8月10日前发放通知书。", []),
        ("二〇二四年三月起上课不早于8时20分。", []),
        ("贯彻望教〔2024〕6号文件第16条。", []),
        ("举办第十二届学习活动周，10月21日至27日。", []),
        ("举报电话0799-6612345，热线12345。", []),
        # names and ways of speaking
        ("落实“双减”和“十四五”规划，做到两个确保。", []),
        ("新建九年一贯制学校，实施三年行动计划。", []),
        ("一是加强领导，二是压实责任。", []),
        ("聚焦教辅征订、食堂采购、基建维修三个重点领域。", []),
        ("小学一、二年级不布置书面作业，高一、初二除外。", []),
        ("推广“5＋2”模式和“三个一”活动。", []),
        ("开通24小时心理援助热线。", []),
        ("学前三年毛入园率稳步提高。", []),
        ("党的十八届三中全会以来。", []),
        ("建设15分钟社区教育服务圈。", []),
        ("全年安排重点工作五大类35项。", []),
    ],
)
def test_figures_that_commit_are_found_and_others_are_not(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_label_of_the_item_is_no_figure() -> None:
    assert [one.words for one in targets("5.5所学校完成改造。", label="5.")] == ["5所"]
    assert [one.words for one in targets("16．办好16所学校。", label="16.")] == ["16所"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("年内新建公办幼儿园4所。", ["新建公办幼儿园"]),
        ("到年底，普惠性幼儿园覆盖率达到91%。", ["普惠性幼儿园覆盖率"]),
        ("新建小学2所、初中1所。", ["新建小学", "新建小学：初中"]),
        ("新增学位1560个，其中新建园1260个、改扩建园300个。", ["新增学位", "新增学位：新建园", "新增学位：改扩建园"]),
        ("报名材料由5项精简为3项。", ["报名材料"]),
        ("新建资源教室6间，累计达到18间。", ["新建资源教室", "新建资源教室"]),
        ("對42名不能到校的學生實行送教上門。", ["學生"]),
        ("48小时内完成首次干预。", ["完成首次干预"]),
        ("评选“望汀好老师”20名。", ["评选“望汀好老师”"]),
        ("收费标准为每生每学期300元。", ["收费标准"]),
        ("體育、音樂、美術三科不少於50名。", ["體育、音樂、美術三科"]),
        ("每周5天，每天不少于2小时。", ["课后服务", "课后服务"]),
    ],
)
def test_what_is_counted_is_told_in_the_items_own_words(text: str, what: list[str]) -> None:
    assert [one.what for one in targets(text, heading="课后服务")] == what


@pytest.mark.parametrize(
    ("text", "direction", "per"),
    [
        ("配备率达到95%。", D.REACH, ""),
        ("比例不低于30%。", D.AT_LEAST, ""),
        ("参加率达到92%以上。", D.AT_LEAST, ""),
        ("每校开设选修课程不少于40门。", D.AT_LEAST, "每校"),
        ("班额控制在45人以内。", D.AT_MOST, ""),
        ("最高不超过每生每月850元。", D.AT_MOST, "每生每月"),
        ("收费标准为每生每学期300元。", D.REACH, "每生每学期"),
        ("教师课时补助每课时30元。", D.REACH, "每课时"),
        ("近视率下降0.7个百分点。", D.DECREASE, ""),
        ("支出比上年增长6.2%。", D.INCREASE, ""),
        ("公用经费提高到每生每年7000元。", D.REACH, "每生每年"),
        ("整改率保持在97%。", D.KEEP, ""),
        ("7个工作日内核实反馈。", D.AT_MOST, ""),
    ],
)
def test_direction_and_what_it_is_counted_for_are_told(text: str, direction: Direction, per: str) -> None:
    (one,) = targets(text)
    assert (one.direction, one.per) == (direction, per)


@pytest.mark.parametrize(
    ("text", "by_when", "by_year"),
    [
        ("年内新建幼儿园5所。", "年内", 2024),
        ("到2027年，配备率达到100%。", "到2027年", 2027),
        ("到二〇二五年底，占比达到85%。", "到二〇二五年底", 2025),
        ("新增学位1440个，8月31日前投入使用。", "8月31日前", 2024),
        ("全年公开招聘教师260名。", "全年", 2024),
        ("今年竣工8所。", "今年", 2024),
        ("明年建成8所。", "明年", 2025),
        ("“十四五”期间新建学校8所。", "“十四五”期间", 2025),
        ("三年内每名学生参加2次研学。", "三年内", None),
        ("新建幼儿园5所。", None, None),
        ("8月25日前完成课程编写，每学期不少于4课时。", None, None),
        ("自2024年秋季学期起，每生每年补助60元。", "自2024年秋季学期起", 2024),
    ],
)
def test_by_when_is_what_the_sentence_says(text: str, by_when: str | None, by_year: int | None) -> None:
    assert [(one.by_when, one.by_year) for one in targets(text)] == [(by_when, by_year)]


def test_year_of_a_plan_without_a_year_is_not_guessed() -> None:
    (one,) = find_targets(item("年内新建幼儿园5所。"), replace(PLAN, year=None))
    assert (one.by_when, one.by_year) == ("年内", None)
    assert find_targets(item("年内新建幼儿园5所。"))[0].by_year is None


def test_date_that_opens_a_sentence_governs_what_stands_behind_its_semicolon() -> None:
    assert [one.by_when for one in targets("到2025年，毛入园率达到90%；巩固率达到98%。入学率达到99%。")] == [
        "到2025年",
        "到2025年",
        None,
    ]


def test_date_of_all_projects_is_that_of_each_before() -> None:
    assert [one.by_when for one in targets("新建小学2所，总投资4.6亿元。全部项目于8月20日前竣工。")] == [
        "8月20日前",
        "8月20日前",
    ]


def test_past_half_of_the_year_is_past_in_a_plan_for_the_other() -> None:
    text = item("上半年完成校舍维修37所。")
    assert find_targets(text, replace(PLAN, title="霁山县教育局2024年下半年工作计划")) == ()
    assert [one.words for one in find_targets(text, PLAN)] == ["37所"]


def test_span_is_where_the_words_stand_in_the_unchanged_sentence() -> None:
    text = "（一）擴大資源。年內新建公辦幼兒園６所，新增學位1.5萬個。由學前教育科牽頭。"
    for one in targets(text, label="（一）"):
        assert one.sentence[one.start : one.end] == one.words
        assert one.sentence in text
    assert [(one.words, one.value, one.unit) for one in targets(text, label="（一）")] == [
        ("６所", 6, "所"),
        ("1.5萬個", 15000, "个"),
    ]


def test_targets_of_a_plan_know_plan_and_item() -> None:
    items = [item("新建幼儿园5所。"), replace(item("招聘教师260名。"), ref="2")]
    found = plan_targets(PLAN, items)
    assert [(one.plan.id, one.item.ref, one.target.words) for one in found] == [("p", "1", "5所"), ("p", "2", "260名")]
    assert found[0].to_json()["plan"]["year"] == 2024
    assert found[0].to_json()["words"] == "5所"


SIGNS = "新建幼儿园学校所名个%年月日前底内由至到第每不少于，。；、0123456789.一二三十百万亿〇“”其中去现有達到學位"


@given(st.text(alphabet=SIGNS, max_size=60))
@example("年底前新建幼儿园3所。")
def test_no_text_breaks_the_finding_and_all_words_are_the_texts_own(text: str) -> None:
    found = targets(text)
    assert found or text != "年底前新建幼儿园3所。"
    for one in found:
        assert one.sentence in text
        assert one.sentence[one.start : one.end] == one.words
        assert one.by_when is None or one.by_when in text
        assert one.per in text
