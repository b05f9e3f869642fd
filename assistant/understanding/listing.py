"""Questions that want every item on something, not the best: 哪些条提到校车, 列出所有关于教师培训的指标, which items mention."""

import re
from dataclasses import dataclass

from ingest.language.sentences import entry_around

POINT = "(?:条目|条款|条(?![件例理])|项(?!目)|处(?![罚理分室置])|地方)"  # 哪些条件 and 哪些项目 ask for something else
ASKS_LIST = re.compile(
    rf"哪(?:些|几|一)?个?(?:{POINT}|款|段落?)(?:工作|任务|指标|要求|内容|目标)?"
    rf"|(?:都)?(?:有)?(?:多少|几)(?:个)?{POINT}(?=[^，。？?]*(?:提到|提及|涉及|写到|说到|讲到|谈到|出现|有关|关于))"
    r"|(?:所有|全部)(?=(?:提到|提及|涉及|写到|说到|讲到|谈到|出现|关于|有关))"
    r"|(?:请)?(?:列出|列举|列一下|罗列|找出|汇总|梳理)(?:一下|来)?|(?:list|show|find)(?: me)? (?:all|every)|which (?:items?|articles?|points?|paragraphs?)|(?:all|every) (?:the )?(?:items?|articles?|points?|paragraphs?)"
)
NEEDS = re.compile(  # beside ASKS_LIST, one of these tells that items are meant, and not what they say
    r"提到|提及|涉及|写到|写了|写的|说到|讲到|谈到|出现|有关|关于|相关|包含|所有|全部|每一?条|跟.{1,14}有关|mention|about|on|concern|deal|refer|relat|all|every"
)
FIGURES = re.compile(r"(?:量化)?(?:指标|数字|数据|目标任务)|targets?|figures?")
BRACKETS = re.compile(r"[(（][^)）]*[)）]")
AROUND = re.compile(
    r"(?:跟|与|和|同)(?=[^，。？?,]{1,14}?(?:有关|相关))|(?<![存现])在(?=\s)|同时|都?[有是](?:哪些|什么)|(?:这份|那份|各份|几份|所有|全部)?(?:文件|计划|要点|意见|方案|规划)(?:里面?|中|当中|上)|提到了?|提及了?|涉及到?了?|写到了?|写了|写的|说到了?|讲到了?|谈到了?|出现了?|有关|关于|相关|包含了?|所有|全部|每一?条|条目|条款|内容|条|地方|工作任务|任务|一下|都|过|"
    r"\b(?:mention(?:s|ed|ing)?|about|on|concern(?:s|ing)?|deal(?:s|ing)? with|refer(?:s|ring)? to|relat(?:es?|ed|ing) to|items?|articles?|points?|paragraphs?|plans?|across|in|of|that|the)\b"
)
JOINING = frozenset("有是把里请给")  # what is left around the words


@dataclass(frozen=True, slots=True)
class Listing:
    """What every item is wanted of, as words, and whether those with a figure alone."""

    words: str
    in_figures: bool


def find_listing(text: str) -> Listing | None:
    """The listing that a folded question asks for: `哪些条提到校车` gives 校车; None where it asks something else."""
    if not (match := ASKS_LIST.search(text)) or not NEEDS.search(text):
        return None
    start, end = entry_around(text, match.start(), match.start())  # what stands beside it tells where to look
    rest = BRACKETS.sub(" ", text[start : match.start()] + " " + text[match.end() : max(end, match.end())])
    in_figures = bool(FIGURES.search(match[0] + rest))
    words = " ".join(word for word in AROUND.sub(" ", FIGURES.sub(" ", rest)).split() if word not in JOINING)
    words = words.strip(" ,，。？?、的吗呢.")
    chinese = " ".join(re.findall("[\u4e00-\u9fff]+", text[match.start() :])) if words and words.isascii() else ""
    words = chinese or words  # `the Moral Education Section (德育科)`: the plan's own word is certain
    return Listing(words, in_figures) if words else None
