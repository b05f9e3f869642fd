"""What parents, teachers and staff ask of any plan, in their words, and how it is asked of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.answer_quality import FEW, OPENING, is_good
from assistant.understanding.places import region_names
from ingest.language.folding import fold, to_traditional
from ingest.language.gazetteer import short_name
from ingest.language.sounds import pinyin_of
from ingest.plan import Identity, Item


@dataclass(frozen=True, slots=True)
class CommonQuestion:
    """A question as people ask it, and wordings of which what answers it holds one; the parts of one may stand apart."""

    chinese: str
    english: str
    wordings: tuple[tuple[str, ...], ...]

    def is_met_in(self, text: str) -> bool:
        """Whether the text holds one of the wordings: 新 and 公办幼儿园 of `新改建4所公办幼儿园`."""
        folded = fold(text)
        return any(all(part in folded for part in wording) for wording in self.wordings)

    def is_met_by(self, answer: Answer, *, plan: str) -> bool:
        """Whether the plan answers it well, in words that are about it from the first or that are few."""
        if not is_good(answer, plan=plan):
            return False
        quote = answer.citations[0].quote
        return self.is_met_in(quote if len(quote) <= FEW else quote[:OPENING])

    def of(self, plan: Identity, language: str) -> str:
        """The question asked of the plan: 望汀区2024年课后服务怎么收费？"""
        if language == "en":
            return f"{self.english} {_where_in_english(plan)}?"
        text = f"{name_as_said(plan)}{self.chinese}？"
        return to_traditional(text) if language == "zh-Hant" else text


def name_as_said(plan: Identity) -> str:
    """How people name the plan: 新晃县2021年, and by its title where it is of no place or year."""
    if not (plan.region and plan.year):
        return f"《{plan.title}》"
    return f"{place_as_said(plan.region)}{plan.year}年"


def place_as_said(region: str) -> str:
    """How people name a place: 新晃县 for 新晃侗族自治县."""
    folded = fold(region)
    spoken = f"{short_name(folded)}{folded[-1]}"
    return spoken if spoken in region_names(region) else folded


def bearing_on(items: Sequence[Item], asked: Sequence[CommonQuestion]) -> list[CommonQuestion]:
    """The questions that one of the items may answer, those first that one opens with; of the rest none."""
    openings = openings_of(items)
    held = [question for question in asked if any(question.is_met_in(item.text) for item in items)]
    return sorted(held, key=lambda question: not question.is_met_in(openings))


def openings_of(items: Sequence[Item]) -> str:
    """What the items say first, a line each."""
    return fold("\n".join(item.text[:OPENING] for item in items))


def _where_in_english(plan: Identity) -> str:
    if not (plan.region and plan.year):
        return f"according to 《{plan.title}》"
    return f"in {pinyin_of(short_name(plan.region)).title()} in {plan.year}"


def _asked(*rows: tuple[str, str, str]) -> tuple[CommonQuestion, ...]:
    return tuple(
        CommonQuestion(chinese, english, tuple(tuple(said.split("+")) for said in wordings.split()))
        for chinese, english, wordings in rows
    )


# Those first that most plans answer well: few have to be tried.
PARENTS = _asked(
    ("新建几所公办幼儿园", "How many public kindergartens are built", "新+公办幼儿园 新+公办园"),
    ("课后服务怎么收费", "How much is after-school care", "课后服务 课后+收费"),
    ("小学什么时候报名", "When does primary school registration open", "报名"),
    ("学生心理健康怎么管", "What is done for pupils' mental health", "心理健康"),
    ("留守儿童怎么照顾", "How are left-behind children cared for", "留守"),
    ("上幼儿园难怎么解决", "What is done about too few kindergarten places", "入园 学前教育"),
    ("孩子的体育锻炼怎么保证", "What is done for sports at school", "体育 锻炼"),
    ("高中招生怎么改", "How does admission to senior high school change", "高中+招生"),
    ("孩子放学没人接怎么办", "Who looks after children after school", "课后服务 三点半 无人照看 托管"),
    ("外地户口的孩子怎么上学", "How do children of migrant workers get into school", "随迁子女 外来务工 务工人员"),
    ("家里困难的学生有哪些资助", "What aid is there for pupils from poor families", "资助 助学金"),
    ("孩子近视怎么防", "What is done against myopia", "近视 视力"),
    ("作业太多怎么管", "What is done about too much homework", "作业"),
    ("校外培训班怎么管", "How are after-school tutoring centres regulated", "培训机构"),
    ("学校食堂怎么管", "How are school canteens managed", "食堂 飯堂 饭堂"),
    ("校车怎么管", "How are school buses managed", "校车"),
    ("校园欺凌怎么防", "What is done against bullying", "欺凌"),
    ("残疾孩子怎么上学", "How do children with disabilities go to school", "残疾 特殊教育 送教上门"),
    ("大班额怎么解决", "What is done about oversized classes", "大班额"),
)
TEACHERS = _asked(
    ("招聘多少名教师", "How many teachers are recruited", "招聘+教师"),
    ("老师有哪些培训", "What training is there for teachers", "教师培训 培训"),
    ("违反师德怎么处理", "What happens to teachers who breach professional ethics", "师德失范 违反师德"),
    ("乡村老师有什么补贴", "What allowances do rural teachers get", "生活补助 津贴 补贴"),
    ("名师工作室怎么建", "How are master teachers' studios set up", "工作室"),
    ("班主任有什么待遇", "What do class teachers get", "班主任津贴 班主任+待遇"),
    ("老师轮岗怎么安排", "How are teachers rotated between schools", "轮岗"),
    ("职称评审怎么改", "What changes in teachers' professional titles", "职称"),
    ("老师的待遇怎么提高", "How is teachers' pay improved", "待遇 工资"),
    ("年轻老师怎么培养", "How are young teachers supported", "青年教师 新教师"),
    ("教研活动怎么开展", "How is teaching research organised", "教研"),
    ("课堂教学怎么改", "How does classroom teaching change", "课堂"),
    ("老师能有偿补课吗", "May teachers give paid lessons", "有偿补课"),
    ("老师的负担怎么减轻", "How is teachers' workload reduced", "教师减负 减轻教师"),
)
STAFF = _asked(
    ("教育经费怎么保障", "How is school funding secured", "经费"),
    ("教育信息化要做什么", "What is done for digital education", "信息化 智慧教育"),
    ("党风廉政建设怎么抓", "What is done against corruption", "廉政"),
    ("职业教育怎么发展", "How is vocational education developed", "职业教育 产教融合"),
    ("语言文字工作怎么做", "What is done for the standard language", "语言文字"),
    ("基层党建怎么做", "What is done for the party branches of schools", "党建"),
    ("依法治校怎么推进", "What is done for the rule of law in schools", "依法治 法治"),
    ("审批事项怎么简化", "How are approvals made simpler", "放管服 审批"),
    ("校园安全隐患怎么查", "How are safety hazards at schools checked", "隐患 校园安全"),
    ("教育督导怎么做", "How are schools inspected", "督导"),
    ("民办学校怎么管", "How are private schools regulated", "民办"),
    ("信访工作怎么做", "How are complaints handled", "信访"),
    ("宣传工作怎么做", "What is done for publicity", "宣传"),
)
COMMON_QUESTIONS = (*PARENTS, *TEACHERS, *STAFF)
