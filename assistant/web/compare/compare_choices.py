"""What can be chosen to compare: topics that several plans speak of, and the plans, newest first."""

from collections.abc import Sequence
from html import escape

from assistant.browsing.common_topics import CommonTopic
from assistant.phrases import name_of_plan
from assistant.question import Scope
from assistant.web.own_words import script_of
from assistant.web.tick_boxes import Box, tick_boxes
from assistant.web.words import ENGLISH, TRADITIONAL, Words
from ingest.language.folding import to_traditional
from vectorstore.stored_plan import StoredPlan


def suggestions(topics: Sequence[CommonTopic], words: Words) -> str:
    """A button a topic, which adds it, as HTML; "" where there is none."""
    if not topics:
        return ""
    buttons = "".join(_button(topic, words) for topic in topics)
    return f'<span class="hint">{words("多份计划都讲到的：")}</span>{buttons}'


def boxes(plans: Sequence[StoredPlan], scope: Scope, words: Words) -> str:
    """Groups of boxes: regions, years, plans."""
    regions = [plan.identity.region for plan in plans if plan.identity.region]
    years = sorted({plan.identity.year for plan in plans if plan.identity.year}, reverse=True)
    region_boxes = [Box(one, one, is_ticked=one in scope.regions, lang="zh-Hans") for one in dict.fromkeys(regions)]
    year_boxes = [Box(str(one), words("{year}年", year=one), is_ticked=one in scope.years) for one in years]
    return (
        tick_boxes("region", words("地区"), region_boxes, words)
        + tick_boxes("year", words("年份"), year_boxes, words)
        + tick_boxes("plans", words("计划"), [_plan_box(plan, scope, words) for plan in plans], words)
    )


def _plan_box(plan: StoredPlan, scope: Scope, words: Words) -> Box:
    name = name_of_plan(plan.identity, words.language)
    return Box(plan.id, name, is_ticked=plan.id in scope.plans, lang=script_of(plan.identity))


def _button(topic: CommonTopic, words: Words) -> str:
    name = to_traditional(topic.name) if words.language == TRADITIONAL else topic.name
    lang = "zh-Hant" if words.language == TRADITIONAL else "zh-Hans"
    gloss = f"<small>{escape(topic.english)}</small>" if words.language == ENGLISH and topic.english else ""
    return (
        f'<button type="button" class="quiet" data-topic="{escape(name)}" aria-pressed="false">'
        f'<span lang="{lang}">{escape(name)}</span>{gloss}</button>'
    )
