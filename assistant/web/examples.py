"""Questions to begin with, for parents, teachers and staff, which the plans in the store can answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from assistant.phrases import name_of_ref
from ingest.plan import Item
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

WANGTING_2024, WANGTING_2025 = "望汀区教育局2024年工作要点", "望汀区教育局2025年工作要点"
QICHUAN, JISHAN = "栖川市教育局2023年工作计划", "霁山县教育局2021年下半年工作计划"
QINGLAN = "青嵐縣教育局關於推進教育高質量發展的實施意見"
CHOOSE = """element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-question]");
  if (button) trigger("select", { index: 0, value: button.dataset.question });
});"""  # what the page runs for the buttons
PLANS_READ = 3  # newest plans whose headings make examples where the sample plans are not in the store
EXAMPLES_A_GROUP = 3


@dataclass(frozen=True, slots=True)
class Group:
    """People who ask, their questions, each with the sample plans it needs, and words of items they care about."""

    name: str
    questions: tuple[tuple[str, tuple[str, ...]], ...]
    words: tuple[str, ...]


GROUPS = (
    Group(
        "家长",
        (
            ("望汀区2025年小学一年级什么时候网上报名？", (WANGTING_2025,)),
            ("望汀区课后服务2024年和2025年收费各是多少？", (WANGTING_2024, WANGTING_2025)),
            ("青岚县随迁子女能上公办学校吗？", (QINGLAN,)),
        ),
        ("招生", "入学", "课后服务", "作业", "学前", "资助", "營養", "营养", "课后", "幼儿"),
    ),
    Group(
        "教师",
        (
            ("2025年到沙砚镇任教每月补贴多少？", (WANGTING_2025,)),
            ("霁山县乡村教师生活补助分几类，每月多少元？", (JISHAN,)),
            ("栖川市2023年招聘多少名教师？", (QICHUAN,)),
        ),
        ("教师", "教師", "师德", "培训", "教研", "职称", "名师"),
    ),
    Group(
        "工作人员",
        (
            ("望汀区2024年工作要点第18条写了什么？", (WANGTING_2024,)),
            ("各份计划的近视率目标分别是多少？", (WANGTING_2024, WANGTING_2025, QICHUAN, JISHAN, QINGLAN)),
            ("栖川市义务教育学位扩容由谁通报进度？", (QICHUAN,)),
        ),
        ("督导", "督導", "安全", "经费", "經費", "党", "考核", "信访", "法治"),
    ),
)


def examples(plans: Sequence[StoredPlan], store: Store) -> str:
    """The groups as HTML buttons, each holding its question; "" where the store holds no plan."""
    own = _own_items(plans, store)
    rows = [(group.name, _questions(group, plans, own)) for group in GROUPS]
    groups = "".join(_group_html(name, questions) for name, questions in rows if questions)
    return f'<div class="examples">{groups}</div>'


def _questions(group: Group, plans: Sequence[StoredPlan], own: Sequence[tuple[StoredPlan, Item]]) -> list[str]:
    titles = {plan.identity.title for plan in plans}
    held = [question for question, needed in group.questions if titles.issuperset(needed)]
    return held or list(_generic(group, own))[:EXAMPLES_A_GROUP]


def _generic(group: Group, own: Sequence[tuple[StoredPlan, Item]]) -> Iterator[str]:
    """Questions about items whose headings are about what the group cares about, and about an item by its number."""
    for plan, item in own:
        if any(word in item.heading for word in group.words):
            yield f"{_short_name(plan)}关于“{item.heading}”写了什么？"
    if own:
        plan, item = own[0]
        yield f"{_short_name(plan)}{name_of_ref(item.ref, 'zh-Hans')}讲什么？"


def _own_items(plans: Sequence[StoredPlan], store: Store) -> list[tuple[StoredPlan, Item]]:
    newest = plans[:PLANS_READ]
    return [
        (plan, stored.item)
        for plan in newest
        for stored in store.items.items_of(plan.edition)
        if stored.item.section and 2 < len(stored.item.heading) < 20
    ]


def _short_name(plan: StoredPlan) -> str:
    """How people name the plan: `东西湖区2014年`, or by its title where it has no region or year."""
    region, year = plan.identity.region, plan.identity.year
    return f"{region}{year}年" if region and year else f"《{plan.identity.title}》"


def _group_html(name: str, questions: Sequence[str]) -> str:
    buttons = "".join(
        f'<li><button type="button" data-question="{escape(question)}">{escape(question)}</button></li>'
        for question in questions
    )
    return f"<section><h3>{escape(name)}</h3><ul>{buttons}</ul></section>"
