"""What is asked, about which plans and years, and what kind of words would answer it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.question import Form, Part, Question, Scope, Understanding
from assistant.understanding.about_store import AboutStore, Topic, find_about_store, is_of_paper
from assistant.understanding.asks import form_of, split_asks, topic_of
from assistant.understanding.follow_up import EVERY_PLAN, Completed, complete
from assistant.understanding.listing import find_listing
from assistant.understanding.named import list_named, take_off
from assistant.understanding.places import Mentions, find_mentions
from assistant.understanding.reference_forms import Level, Step
from assistant.understanding.references import Reference
from assistant.understanding.small_talk import find_small_talk
from assistant.understanding.wants import find_wants
from ingest.errors import UserError
from ingest.language.folding import bare, fold, language_of
from ingest.language.sentences import cut_entries
from ingest.language.timespans import find_timespans, resolve
from ingest.language.words import content_words
from vectorstore.stored_plan import StoredPlan
from vectorstore.update import find_plan

# 到年底 and 本学期 are part of what a plan says; these tell of which year the plan is.
RELATIVE = re.compile("[今去明前后]年|[本上下]一?(?:年度|学年)|近[两三]年")
# Which plans are meant is told by these, and nothing of the matter.
BY_DATE = re.compile(
    r"(?:[今去前]年|[本上]一?(?:年度|学年))(?:度|的)?(?=[\u4e00-\u9fff])"
    r"|(?:最新|最近|现行|新出)的?(?:计划|文件|要点|规定|政策)(?:里|中|上)?面?|最新(?:的|版)?"
)
PHRASE = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
COMPARING = re.compile(
    r"哪几份|哪些(?:计划|要点|文件|地方|区县|地区|市|区)|各自|分别|比较|对比|相比|比一比|不同|区别|差别|差异|差多少|差距|变化|各写|几份|两份|两地|三地|两年|各地|"
    r"谁(?:的|更|比)|哪(?:个|边|里|地|家|一年).{0,12}(?:多|高|少|低|大|早|好|长)|和.{1,12}都|compare|both|differ|which plans|versus|\bvs\b|between"
)
WHICH = re.compile(r"哪|几份|which")
DIFFERENCE = re.compile(
    r"(?:早|晚|快|慢|差|涨|降)了?(?:几|多少)|(?:多|少|高|低)(?:了|出)?(?:几|多少)(?!.*(?:和|、))|how (?:much|many) more"
)
MOST_COMPARED = 12  # plans set side by side; of more, all that mention it are listed


def understand(question: Question, plans: Sequence[StoredPlan]) -> Understanding:
    """The question completed from the talk and split into its parts, each with the plans to look in."""
    chosen = choose(question.scope, plans)
    if small_talk := find_small_talk(question.text):
        return Understanding(question.text, _language(question.text), (), chosen, chosen, small_talk=small_talk)
    history = [turn for turn in question.history if not find_small_talk(turn)]
    done = complete(question.text, history, chosen)
    mentions = take_off(done.mentions, question.without)
    done = replace(done, mentions=mentions)
    if about := _about_store(question.text, history, chosen):
        return _of_records(about, question, done, chosen)
    scope, required, besides = _scope(mentions, chosen)
    scope, lacking_year = _of_relative_years(question, mentions, scope)
    parts = _clause_parts(question.text, chosen) if not (question.history or question.without) else ()
    if parts:
        scope = list(dict.fromkeys(plan for part in parts for plan in part.plans))
        required = tuple(dict.fromkeys(name for part in parts for name in part.required))
    else:
        parts = _parts(question.text, done, scope, required)
    return Understanding(
        text=mentions.rest,
        language=_language(question.text),
        parts=parts,
        plans=tuple(scope),
        known=chosen,
        is_comparison=any(part.is_compared for part in parts),
        uncovered="、".join(required) if required or not scope else "",
        reading=_reading(done, chosen, question.text) if done.is_carried or question.without else "",
        named=list_named(mentions, find_mentions(question.text, chosen), chosen),
        is_carried=done.is_carried,
        may_stand_alone=done.may_stand_alone,
        besides=besides,
        lacking_year=lacking_year,
    )


def _about_store(text: str, history: Sequence[str], plans: Sequence[StoredPlan]) -> AboutStore | None:
    """What of the store is asked; within a talk on some matter, only where a paper is named."""
    own = find_mentions(text, plans)
    about = find_about_store(BY_DATE.sub("", own.rest))
    if not about or not history or own.any or is_of_paper(about, own.rest):
        return about
    return about if find_about_store(find_mentions(history[-1], plans).rest) else None


def _of_records(about: AboutStore, question: Question, done: Completed, plans: tuple[StoredPlan, ...]) -> Understanding:
    """A question about the store; which plans there are is asked of all years, unless it names some itself."""
    own = find_mentions(question.text, plans)
    mentions = (
        replace(done.mentions, years=own.years, titled=own.titled) if about.topic is Topic.PLANS else done.mentions
    )
    scope, required, besides = _scope(mentions, plans)
    scope, lacking_year = _of_relative_years(question, mentions, scope)
    return Understanding(
        text=own.rest,
        language=_language(question.text),
        parts=(),
        plans=tuple(scope),
        known=plans,
        uncovered="、".join(required) if required or not scope else "",
        named=list_named(mentions, own, plans),
        is_carried=done.is_carried,
        besides=besides,
        lacking_year=lacking_year,
        about_store=about,
    )


def choose(scope: Scope, plans: Sequence[StoredPlan]) -> tuple[StoredPlan, ...]:
    """The plans that were chosen beside the question. Raises UserError for a plan that is not in the store."""
    named = {find_plan(plans, name).id for name in scope.plans}
    regions = {fold(region) for region in scope.regions}
    return tuple(
        plan
        for plan in plans
        if (not named or plan.id in named)
        and (not regions or fold(plan.identity.region or "") in regions)
        and (not scope.years or plan.identity.year in scope.years)
    )


def _scope(
    mentions: Mentions, plans: Sequence[StoredPlan]
) -> tuple[list[StoredPlan], tuple[str, ...], tuple[str, ...]]:
    """The plans that the mentions leave; the places and years that the evidence itself must name; those named besides."""
    scope = [
        plan
        for plan in plans
        if not (mentions.regions or mentions.titled)
        or plan.identity.region in mentions.regions
        or plan.id in mentions.titled
    ]
    told = {p.identity.region for p in scope if p.id in mentions.titled}
    scope = [p for p in scope if p.id in mentions.titled or p.identity.region not in told]
    required = [] if mentions.regions else list(mentions.unknown_places)
    besides = list(mentions.unknown_places) if mentions.regions else []
    if mentions.years:
        of_years = [p for p in scope if p.identity.year in mentions.years or p.id in mentions.titled]
        years = {plan.identity.year for plan in of_years}
        if of_years:
            # `Wangting 2025 and Qinglan`: the year is not of the place that has no plan of it.
            others = {plan.identity.region for plan in scope} - {plan.identity.region for plan in of_years}
            scope = [p for p in scope if p in of_years or (mentions.regions and p.identity.region in others)]
            besides += [str(year) for year in mentions.years if year not in years and not mentions.titled]
        elif len(plans) > 1 or (plans and plans[0].identity.year):
            required.extend(str(year) for year in mentions.years)
    return scope, tuple(required), tuple(besides)


def _of_relative_years(
    question: Question, mentions: Mentions, scope: list[StoredPlan]
) -> tuple[list[StoredPlan], int | None]:
    """The plans of the year that 今年 or 去年 means, where there are some; else all, and the year that they lack."""
    spans = [span for span in find_timespans(fold(question.text)) if RELATIVE.match(span.printed)]
    years = resolve(spans[0], question.today or datetime.now().astimezone().date()) if len(spans) == 1 else None
    if years is None or mentions.years or not any(plan.identity.year for plan in scope):
        return scope, None
    of_years = [plan for plan in scope if years[0] <= (plan.identity.year or 0) <= years[1]]
    return (of_years, None) if of_years else (scope, years[1])


def _parts(text: str, done: Completed, scope: Sequence[StoredPlan], required: tuple[str, ...]) -> tuple[Part, ...]:
    """One part, or one a plan where plans are compared."""
    mentions, folded = done.mentions, fold(text)
    part = _part(done, tuple(scope), text, required)
    every = bool(EVERY_PLAN.search(folded))
    if every:  # which plans mention it: that they do is the answer
        which = bool(WHICH.search(folded))
        topic = EVERY_PLAN.sub(" ", part.text).strip(" 的")
        part = replace(part, text=topic, is_every=which)
        part = replace(part, wants=(), form=Form.FACT) if which else part
    if part.is_listing:
        return (part,)
    if len(scope) < 2:
        return _of_asks(part)
    if every and len(scope) > MOST_COMPARED:
        return (replace(part, is_listing=True),)
    named = len(mentions.regions) + len(mentions.titled)
    if every or COMPARING.search(folded) or named > 1 or len(mentions.years) > 1 or part.reference:
        newest = sorted(scope, key=lambda plan: -(plan.identity.year or 0)) if part.reference or not named else scope
        wants = () if DIFFERENCE.search(folded) else part.wants  # 早几天 stands in neither plan
        part = replace(part, wants=wants)
        compared = newest if len(scope) <= MOST_COMPARED else newest[:MOST_COMPARED]
        return tuple(replace(part, plans=(plan,), is_compared=not part.reference) for plan in compared)
    return _of_asks(part)


def _of_asks(part: Part) -> tuple[Part, ...]:
    """A part a thing that is asked; one that names no matter of its own is about that of the one before."""
    asks = split_asks(part.text)
    if len(asks) < 2 or part.reference or part.is_listing or part.steps or part.is_more:
        return (part,)
    topic = topic_of(asks[0].text)
    parts = []
    for place, ask in enumerate(asks):
        wants = find_wants(ask.text)
        parts.append(
            replace(
                part,
                text=f"{topic} {ask.text}" if ask.is_of_before else ask.text,
                said=ask.said,
                wants=wants,
                form=form_of(ask.text, wants),
                context=" ".join((part.context, topic if place and not ask.is_of_before else "")).strip(),
                is_of_before=ask.is_of_before,
            )
        )
    return tuple(parts)


def _clause_parts(text: str, plans: Sequence[StoredPlan]) -> tuple[Part, ...]:
    """A part a clause, where a question asks one thing of one place and another of another."""
    clauses = cut_entries(text)
    mentions = [find_mentions(clause, plans) for clause in clauses]
    places = [mention.regions + mention.titled for mention in mentions]
    if len(clauses) < 2 or not all(places) or len(set(places)) < len(clauses):
        return ()
    parts = []
    for clause, mention in zip(clauses, mentions, strict=True):
        scope, required, _ = _scope(mention, plans)
        parts.append(_part(complete(clause, (), plans), tuple(scope), clause, required))
    return tuple(parts)


def _part(done: Completed, plans: tuple[StoredPlan, ...], original: str, required: tuple[str, ...]) -> Part:
    text = BY_DATE.sub(" ", done.mentions.rest).strip() or done.mentions.rest.strip()
    phrases = tuple(fold(phrase) for phrase in PHRASE.findall(original))
    wants = find_wants(done.asks)
    if done.context and not find_wants(text):
        wants = tuple(replace(want, is_carried=want.is_strict) for want in wants)
    part = Part(
        text,
        plans,
        said=original.strip(" ？?。"),
        form=form_of(done.asks, wants),
        context=done.context,
        wants=wants,
        reference=done.reference,
        phrases=tuple(phrase for phrase in phrases if phrase in text),
        required=required,
        goals=done.mentions.goals,
        steps=done.steps,
        is_more=done.is_more,
    )
    listing = find_listing(text) if not done.reference else None
    if listing:
        return replace(part, text=listing.words, wants=(), is_listing=True, in_figures=listing.in_figures)
    return part


def _reading(done: Completed, plans: Sequence[StoredPlan], asked: str) -> str:
    """The completed question as a person would write it: `望汀区2025年课后服务，多少钱`; "" where it is what was asked."""
    mentions = done.mentions
    titles = [f"《{plan.identity.title}》" for plan in plans if plan.id in mentions.titled]
    years = "、".join(f"{year}年" for year in mentions.years)
    where = "、".join((*mentions.regions, *titles, *mentions.unknown_places)) + years
    what = _name_of(done.reference) if done.reference else ""
    parted = " " if where and re.match("[a-z]", done.reading) else ""
    reading = f"{where}{what}{parted}{done.reading}"
    return "" if _letters(reading) == _letters(asked) else reading


def _letters(text: str) -> str:
    return bare(text)


def _name_of(reference: Reference) -> str:
    """What the reference names, as a person would say it: `第3部分第2条之后第1条`."""
    said = "、".join("".join(_name_of_step(step) for step in path) for path in reference.paths)
    step = f"之{'后' if reference.step > 0 else '前'}第{abs(reference.step)}条" if said and reference.step else ""
    return f"{said}{step}"


def _name_of_step(step: Step) -> str:
    if step.level is Level.CLOSING:
        return "结语"
    unit = {Level.PART: "部分", Level.DIVISION: "节", Level.PARAGRAPH: "款"}.get(step.level, "条")
    if step.number < 0:
        return f"倒数第{-step.number}{unit}"
    return f"第（{step.number}）{unit}" if step.is_bracketed else f"第{step.number}{unit}"


def _language(text: str) -> str:
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    return "en" if han * 4 < len(text) and re.search("[A-Za-z]{3}", text) else language_of(text)


def without_half_characters(text: str) -> str:
    """The text with `\ufffd` for each lone surrogate, which JSON and garbled arguments may hold and no file can."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def check_text(text: str, *, longest: int) -> str:
    """The question without white space around it and half characters in it. Raises UserError where it is empty or too long."""
    text = without_half_characters(text).strip()
    if not content_words(text) and not re.search(r"\w", text):
        raise UserError("The question is empty; type what you want to know, for example: 课后服务怎么收费")
    if len(text) > longest:
        raise UserError(f"The question has {len(text)} characters; ask in at most {longest}.")
    return text
