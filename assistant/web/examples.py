"""Questions to begin with, for parents, teachers and staff, which the plans in the store do answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from assistant.answer import ANSWERED
from assistant.ask import Assistant
from assistant.phrases import name_of_ref
from assistant.web.words import ENGLISH, TRADITIONAL, Words
from ingest.characters import to_traditional
from ingest.plan import Item
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

WANGTING_2024, WANGTING_2025 = "望汀区教育局2024年工作要点", "望汀区教育局2025年工作要点"
QICHUAN, JISHAN = "栖川市教育局2023年工作计划", "霁山县教育局2021年下半年工作计划"
QINGLAN = "青嵐縣教育局關於推進教育高質量發展的實施意見"
PLANS_READ = 3  # newest plans whose headings make examples where the sample plans are not in the store
EXAMPLES_A_GROUP = 3
MOST_TRIED = 8  # headings of which a group's examples are made; each is tried out


@dataclass(frozen=True, slots=True)
class Sample:
    """A question about the sample plans, in Chinese and in English, and the titles of those that it needs."""

    chinese: str
    english: str
    needed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """People who ask, questions of theirs about the sample plans, and words of items they care about."""

    name: str
    samples: tuple[Sample, ...]
    words: tuple[str, ...]


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
                "Can children of migrant workers go to public schools in Qinglan?",
                (QINGLAN,),
            ),
        ),
        ("招生", "入学", "课后服务", "作业", "学前", "资助", "營養", "营养", "课后", "幼儿"),
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
        ("教师", "教師", "师德", "培训", "教研", "职称", "名师"),
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
        ("督导", "督導", "安全", "经费", "經費", "党", "考核", "信访", "法治"),
    ),
)


def examples(plans: Sequence[StoredPlan], assistant: Assistant, words: Words) -> str:
    """The groups as HTML buttons, each holding its question; "" where the store holds no plan."""
    own = _own_items(plans, assistant.store)
    rows = [(words(group.name), _questions(group, plans, own, assistant, words)) for group in GROUPS]
    groups = "".join(_group_html(name, questions) for name, questions in rows if questions)
    return f'<div class="examples">{groups}</div>' if groups else ""


def _questions(
    group: Group,
    plans: Sequence[StoredPlan],
    own: Sequence[tuple[StoredPlan, Item]],
    assistant: Assistant,
    words: Words,
) -> list[str]:
    """The group's questions about the sample plans where these are there, else some about the plans that are."""
    titles = {plan.identity.title for plan in plans}
    held = [sample for sample in group.samples if titles.issuperset(sample.needed)]
    if held:
        return [sample.english if words.language == ENGLISH else _in_script(sample.chinese, words) for sample in held]
    tried = list(_generic(group, own, words))[:MOST_TRIED]
    quoting = assistant.without_model()
    answered: list[str] = []
    for question in tried:
        if len(answered) < EXAMPLES_A_GROUP and quoting.invoke(question).status == ANSWERED:
            answered.append(question)
    return answered


def _generic(group: Group, own: Sequence[tuple[StoredPlan, Item]], words: Words) -> Iterator[str]:
    """Questions about items whose headings are about what the group cares about, and about an item by its number."""
    about, of_item = words("{plan}关于“{topic}”写了什么？"), words("{plan}{item}讲什么？")
    for plan, item in own:
        if any(word in item.heading for word in group.words):
            yield about.format(plan=_short_name(plan, words), topic=item.heading)
    if own:
        plan, item = own[0]
        yield of_item.format(plan=_short_name(plan, words), item=name_of_ref(item.ref, words.language))


def _own_items(plans: Sequence[StoredPlan], store: Store) -> list[tuple[StoredPlan, Item]]:
    newest = plans[:PLANS_READ]
    return [
        (plan, stored.item)
        for plan in newest
        for stored in store.items.items_of(plan.edition)
        if stored.item.section and 2 < len(stored.item.heading) < 20
    ]


def _short_name(plan: StoredPlan, words: Words) -> str:
    """How people name the plan: `东西湖区2014年`, or by its title where it has no region or year, and in English."""
    region, year = plan.identity.region, plan.identity.year
    if words.language == ENGLISH or not (region and year):
        return f"《{plan.identity.title}》"
    return f"{region}{year}年"


def _in_script(text: str, words: Words) -> str:
    return to_traditional(text) if words.language == TRADITIONAL else text


def _group_html(name: str, questions: Sequence[str]) -> str:
    buttons = "".join(
        f'<li><button type="button" data-ask="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    return f"<section><h3>{escape(name)}</h3><ul>{buttons}</ul></section>"
