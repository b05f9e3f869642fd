"""Questions to begin with, for parents, teachers and staff, which the plans in the store do answer."""

from collections.abc import Iterator, Sequence
from html import escape

from assistant.answer import ANSWERED
from assistant.ask import Assistant
from assistant.phrases import name_of_ref
from assistant.web.ask.samples import GROUPS, Group
from assistant.web.words import ENGLISH, TRADITIONAL, Words
from ingest.language.folding import to_traditional
from ingest.plan import Item
from vectorstore.store import Store
from vectorstore.stored_plan import StoredPlan

PLANS_READ = 3  # newest plans whose headings make examples where the sample plans are not in the store
EXAMPLES_A_GROUP = 3
MOST_TRIED = 8  # headings of which a group's examples are made; each is tried out


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
