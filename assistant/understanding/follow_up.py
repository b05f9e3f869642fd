"""A question of a talk completed from the questions before it, where it needs them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.classes import CLASSES
from assistant.understanding.places import Mentions, find_mentions, region_names
from assistant.understanding.references import Reference, find_reference, within_part
from assistant.understanding.wants import ASKED, UNIT, find_wants
from ingest.language.folding import fold
from ingest.language.words import content_words
from ingest.language.year_patterns import WESTERN_YEAR
from vectorstore.stored_plan import StoredPlan

CARRIED_ON = re.compile(
    r"^\s*(?:那么?|还有|另外|其他|and\b|what about|how about)|呢\s*[?？。]?$|这块|那边|这边|那里|那儿|也(?:一样|是|要|有|能|可以)|一样吗|同样|\b(?:it|them|they|there|too|either|same)\b|它|该项|其中|里面|里头|这个|那个|这项|这些"
)
FILLER = re.compile(
    "这块|块|那块|还有|另外|其他|提|抓|弄|搞|做|办|具体|呢|说法|安排|情况|这边|那边|那儿|老师这边|一样|同样|也|完成|负责|牵头|开始|截止|执行|实施|标准|达到|年底|年末|"
    "分别|大概|左右|到底|究竟|定|定在|落实|about|and|same|it|them|they|there|too|either|complete|completed|finished|"
    "start|responsible|charge|one|ones|other|year|next|last"
    rf"|{WESTERN_YEAR}"  # of a goal, which stays in the text
)
LATER_YEAR = re.compile(
    r"新的一年|下一?年(?!级)|第二年(?!级)|次年|后一年|转年|the next year|the following year|the year after"
)
EARLIER_YEAR = re.compile(r"上一年(?!级)|前一年(?!级)|头一年|the year before|the previous year")
EVERY_PLAN = re.compile(
    r"哪几份|哪些(?:计划|要点|文件|地方|区县|地区|县|区|市)|几份计划|which plans|each plan|all (?:the )?plans|各份|各个?计划|各地|几个地方|所有(?:计划|地方|文件)"
)
MORE = re.compile(
    r"^\s*(?:那么?|and)?\s*(?:还有(?:吗|么|呢|没有?|别的|其他|哪些|什么)|别的呢|其他的?呢|更多|more\b|anything else|what else)"
)
ASKS_ITSELF = re.compile(  # 收费呢 asks for a fee, whatever was asked for before
    r"收费|费用|价格|学费|补助|补贴|工资|时间|日期|地点|地址|电话|人数|名额|标准|条件|材料|手续|原因|\b(?:fees?|costs?|price|dates?|deadline|address|conditions?)\b"
)
BESIDE = re.compile(  # to be set beside what the question before was about: 跟霁山比呢
    r"^\s*(?:那么?)?\s*(?:(?:跟|和|与|同)[^，。？?]{1,24}?(?:相?比(?!例)|对比|一样吗|谁[多少高低]|哪[个边][多少高低])|比起|相比|对比|比较)"
    r"|compared? (?:it )?(?:to|with)\b"
)
SET_BESIDE = re.compile(  # of the two things asked about last: 多了几辆, 哪个更多, 差多少
    r"^\W*(?:那么?|一共|总共|到底)*(?:(?:多|少|高|低|贵|便宜|差|增加|减少|提高|降低)了?(?:几|多少)|相?差多少"
    r"|(?:哪|谁)(?:个|边|里|家|地|一年|年|份)?的?(?:更|最|比较)?(?:多|少|高|低|大|小|早|晚|贵|便宜|好))[^，。；]{0,4}$"
)
CORRECTION = re.compile(  # 不是柏屿市，我问的是竹汐区: what is meant alone
    r"^\s*(?:不是|不对|错了)[^，,。]{0,20}[，,。]\s*(?:我(?:要)?(?:问|说|找|查)的?)?(?:是|的是)(.+)$", re.DOTALL
)
WITHIN = re.compile(r"其中|里面|里头")  # of what the question before was answered with
BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
SHORTEST_OWN = 14  # characters; a shorter question with few words of its own may ask on about the same
FEW_OWN, MOST_BESIDE = 2, 1  # words
UNIT_ASKED = re.compile(rf"(?<=[几少])(?:{UNIT})")  # of another thing: 照管员呢, after 校车有多少辆
ASKING = tuple(re.compile(pattern) for _, pattern in ASKED)


@dataclass(frozen=True, slots=True)
class Completed:
    """What a question of a talk asks, completed from the questions before it.

    `mentions.rest` is the text to search, `context` the earlier text that counts beside it, `asks` the words that tell
    what kind of answer is wanted. `steps` moves so many items on from what the question before was answered with.
    """

    mentions: Mentions
    asks: str
    context: str = ""
    reference: Reference | None = None
    is_carried: bool = False  # something was taken over from the talk
    may_stand_alone: bool = False  # it asks about a topic of its own; only the place is taken over
    steps: int = 0
    is_more: bool = False  # further items are asked for, beside those that the question before was answered with

    @property
    def reading(self) -> str:
        """The question as it was completed, without its places and years: `校车，多少钱`."""
        said = re.sub(r"^\s*(?:那么?|and\b|what about|how about)|呢\s*[?？。]?\s*$|[?？。\s]+$", "", self.mentions.rest)
        said = re.sub(r"[?？]\s*", "，", re.sub(r"\s+", " ", said).strip())
        said = BETWEEN_HAN.sub("，", said)
        asked = _asking_words(self.asks) if self.asks != self.mentions.rest else ""
        return "，".join(part for part in (said, asked if asked not in said else "") if part)


def complete(question: str, history: Sequence[str], plans: Sequence[StoredPlan]) -> Completed:
    """What the question names and asks, with the place, year and topic of the talk where it says none itself.

    After `东西湖区2014年要新改建几所公办幼儿园？` the question `那2019年的长沙呢？` keeps the topic and changes place and year.
    """
    first, *later = (*history, question)
    known = [_alone(find_mentions(CORRECTION.sub(r"\1", first), plans))]
    for turn in later:
        if len(known) > 1 and SET_BESIDE.search(fold(turn)):
            known.append(_both(known[-2], known[-1]))
        else:
            known.append(_carry(known[-1], turn, plans))
    return known[-1]


def _both(before: Completed, last: Completed) -> Completed:
    """What the last two questions asked about, set side by side: 多了几辆, after 2024年校车有多少辆 and 那2025年呢."""
    both, years = _beside(before.mentions, last.mentions)
    topic = last.mentions.rest
    return replace(last, mentions=replace(both, years=years, rest=topic), asks=topic, is_carried=True)


def _alone(mentions: Mentions) -> Completed:
    reference = find_reference(mentions.rest)
    rest = reference.rest.strip() if reference else mentions.rest
    return Completed(replace(mentions, rest=rest), asks=rest, reference=reference)


def _carry(before: Completed, turn: str, plans: Sequence[StoredPlan]) -> Completed:
    """The turn, completed from those before it."""
    turn = CORRECTION.sub(r"\1", turn)
    folded, step = _take_year_step(fold(turn))
    now = find_mentions(folded if step else turn, plans)
    names_plan = bool(now.regions or now.titled or now.unknown_places or now.names)
    years = tuple(year + step for year in before.mentions.years) if step else now.years
    carried_place = not names_plan and not EVERY_PLAN.search(folded)
    if carried_place:
        years = years if now.years or step else before.mentions.years
        earlier = before.mentions
        titled = earlier.titled if years == earlier.years else _of_other_places(earlier, plans)
        now = replace(
            now,
            regions=earlier.regions,
            titled=titled,
            unknown_places=earlier.unknown_places,
            names=earlier.names,
        )
    if beside := bool(BESIDE.search(folded)) and before.mentions.any:
        now, years = _beside(before.mentions, now)
    now = replace(now, years=years)
    carried_place = carried_place and before.mentions.any
    if MORE.search(folded) and not _own_words(MORE.sub("", now.rest)):
        return replace(before, mentions=replace(now, rest=before.mentions.rest), is_carried=True, is_more=True, steps=0)
    if beside:
        return replace(before, mentions=replace(now, rest=before.mentions.rest), is_carried=True)
    reference = find_reference(now.rest)
    if reference:
        return _carried_reference(before, now, reference, is_carried=carried_place)
    return _carried_text(
        before, now, names_own=names_plan or bool(step or (now.years and not carried_place)), is_placed=carried_place
    )


def _beside(before: Mentions, now: Mentions) -> tuple[Mentions, tuple[int, ...]]:
    """What the turn names together with what the question before named: `跟霁山比呢`, `和2024年相比呢`."""
    both = replace(
        now,
        regions=tuple(dict.fromkeys((*before.regions, *now.regions))),
        titled=tuple(dict.fromkeys((*before.titled, *now.titled))),
    )
    return both, tuple(dict.fromkeys((*before.years, *now.years)))


def _of_other_places(mentions: Mentions, plans: Sequence[StoredPlan]) -> tuple[str, ...]:
    """The plans named by title or kind, without those of a named place: of another year that place has another plan."""
    own = {plan.id for plan in plans if plan.identity.region in mentions.regions}
    return tuple(plan for plan in mentions.titled if plan not in own)


def _carried_reference(before: Completed, now: Mentions, reference: Reference, *, is_carried: bool) -> Completed:
    """A reference of its own, `下一条` from the one before, or from what the question before was answered with."""
    if before.reference:
        reference = within_part(reference, before.reference)
    rest = reference.rest.strip()
    asks = "" if not _own_words(rest) and not find_wants(rest) else rest
    known = Completed(replace(now, rest=asks), asks=asks, reference=reference, is_carried=is_carried)
    if reference.step and not reference.names_items:
        if before.reference and before.reference.names_items:
            moved = replace(before.reference, step=before.reference.step + reference.step, rest=rest)
            return replace(known, reference=moved, is_carried=True)
        return replace(
            before,
            mentions=replace(now, rest=before.mentions.rest),
            steps=before.steps + reference.step,
            is_carried=True,
        )
    return known


def _carried_text(before: Completed, now: Mentions, *, names_own: bool, is_placed: bool) -> Completed:
    """The text to search: the earlier topic where the turn has none, beside it where it only adds to it, else its own."""
    topic, said = before.mentions.rest, now.rest
    elsewhere = {name for place in now.unknown_places for name in region_names(place)}
    own, wants = [word for word in _own_words(said) if word not in elsewhere], find_wants(said)
    is_marked = bool(CARRIED_ON.search(said))
    is_short = len(said) <= SHORTEST_OWN and len(own) <= FEW_OWN
    goes_on = is_marked or (is_short and not EVERY_PLAN.search(said))
    if not own:
        text = f"{_as_one(_without_asking(topic))} {said}" if wants else topic
        known = Completed(replace(now, rest=text.strip()), asks=said if wants else before.asks, context=before.context)
        return replace(known, reference=before.reference, is_carried=True)
    if before.reference and is_marked and not names_own and (before.reference.names_items or not find_wants(said)):
        return Completed(now, asks=said, reference=before.reference, is_carried=True)
    if not goes_on:
        return Completed(now, asks=said, is_carried=is_placed, may_stand_alone=is_placed)
    swapped = _swap(topic, said)
    beside_classes = _own_words(_without_classes(said))  # 校车 and 工资 of 校车司机工资多少, which asks for itself
    if swapped and len(beside_classes) < (FEW_OWN if is_marked else MOST_BESIDE):
        text = f"{_without_asking(swapped)} {said}" if wants else swapped
        return Completed(
            replace(now, rest=text), asks=said if wants else before.asks, context=before.context, is_carried=True
        )
    if WITHIN.search(said):
        return Completed(replace(now, rest=f"{_without_asking(topic)} {said}"), asks=said, is_carried=True)
    asks = (
        said if wants or not is_marked or ASKS_ITSELF.search(said) else UNIT_ASKED.sub("", _asking_words(before.asks))
    )
    return Completed(
        now, asks=asks, context=_without_asking(topic), is_carried=True, may_stand_alone=not is_marked and is_placed
    )


def _swap(topic: str, said: str) -> str:
    """The topic with what the turn names in the place of its like; empty where it names nothing of a kind in it."""
    swapped = topic
    for pattern in CLASSES:
        new, old = re.search(pattern, said), re.search(pattern, topic)
        if new and old and new[0] != old[0]:
            swapped = re.sub(pattern, new[0], swapped)
    return swapped if swapped != topic else ""


def _without_classes(said: str) -> str:
    """What is said beside the things of a kind that it names: nothing of 那初中生呢."""
    for pattern in CLASSES:
        said = re.sub(rf"(?:{pattern})(?:生|们|阶段)?", " ", said)
    return said


def _own_words(text: str) -> list[str]:
    """The words of a turn that say what it is about, without those that only ask or join."""
    return [word for word in content_words(_without_asking(text)) if not FILLER.fullmatch(word)]


def _without_asking(text: str) -> str:
    for pattern in ASKING:
        text = pattern.sub(" ", text)
    return re.sub(r"\s+", " ", text).strip()


def _as_one(topic: str) -> str:
    """The topic without the gaps that its asking words left: `新建幼儿园` of `新建 幼儿园？`."""
    return BETWEEN_HAN.sub("", topic).strip(" ，,。?？")


def _asking_words(text: str) -> str:
    """The words that ask for a figure, date or name, without the topic: `几所` of `新改建几所公办幼儿园`."""
    said = []
    for pattern in ASKING:
        if match := pattern.search(text):
            said.append(match[0])
            text = text[: match.start()] + "，" + text[match.end() :]
    return "，".join(said)


def _take_year_step(turn: str) -> tuple[str, int]:
    for pattern, step in ((LATER_YEAR, 1), (EARLIER_YEAR, -1)):
        if pattern.search(turn):
            return pattern.sub(" ", turn), step
    return turn, 0
