"""Who asks, and questions of theirs that the sample plans answer."""

from dataclasses import dataclass

from assistant.common_questions import PARENTS, STAFF, TEACHERS, CommonQuestion

WANGTING_2024, WANGTING_2025 = "望汀区教育局2024年工作要点", "望汀区教育局2025年工作要点"
QICHUAN, JISHAN = "栖川市教育局2023年工作计划", "霁山县教育局2021年下半年工作计划"
QINGLAN = "青嵐縣教育局關於推進教育高質量發展的實施意見"


@dataclass(frozen=True, slots=True)
class Sample:
    """A question about the sample plans, in Chinese and in English, and the titles of those that it needs."""

    chinese: str
    english: str
    needed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """People who ask, questions of theirs about the sample plans, and what they ask of any plan."""

    name: str
    samples: tuple[Sample, ...]
    common: tuple[CommonQuestion, ...]


GROUPS = (
    Group(
        "家长",
        (
            Sample(
                "望汀区2025年小学一年级什么时候网上报名？",
                "When does online registration for grade one open in Wangting in 2025?",
                (WANGTING_2025,),
            ),
            Sample(
                "望汀区课后服务2024年和2025年收费各是多少？",
                "How much is after-school care in Wangting in 2024 and in 2025?",
                (WANGTING_2024, WANGTING_2025),
            ),
            Sample(
                "青岚县随迁子女能上公办学校吗？",
                "How many public kindergartens are built in Qinglan?",
                (QINGLAN,),
            ),
        ),
        PARENTS,
    ),
    Group(
        "教师",
        (
            Sample(
                "2025年到沙砚镇任教每月补贴多少？",
                "How much is the monthly allowance for rural teachers in Jishan?",
                (WANGTING_2025, JISHAN),
            ),
            Sample(
                "霁山县乡村教师生活补助分几类，每月多少元？",
                "What is the monthly allowance for class teachers in Wangting in 2025?",
                (JISHAN, WANGTING_2025),
            ),
            Sample("栖川市2023年招聘多少名教师？", "How many teachers does Qichuan recruit in 2023?", (QICHUAN,)),
        ),
        TEACHERS,
    ),
    Group(
        "工作人员",
        (
            Sample(
                "望汀区2024年工作要点第18条写了什么？",
                "What does item 18 of the Wangting 2024 plan say?",
                (WANGTING_2024,),
            ),
            Sample(
                "各份计划的近视率目标分别是多少？",
                "What is the myopia rate target in each plan?",
                (WANGTING_2024, WANGTING_2025, QICHUAN, JISHAN, QINGLAN),
            ),
            Sample(
                "栖川市义务教育学位扩容由谁通报进度？",
                "How many school buses are there in Jishan and in Qinglan?",
                (QICHUAN, JISHAN, QINGLAN),
            ),
        ),
        STAFF,
    ),
)
