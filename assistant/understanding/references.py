"""Direct references to items: 第28条, 第（九）条, 第三部分第二项, 三(六), 第5到8条, 最后一条, 保障措施部分, section 3 item 2."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.language.folding import fold
from ingest.language.numbers import CHINESE_NUMERAL, read_number

NUMERAL = rf"(?:{CHINESE_NUMERAL}+|\d{{1,3}})"
BRACKETED = rf"[(]?\s*({NUMERAL})\s*[)]?"
ITEM_WORD = "(?:条|项|点|款|小节|小项)"
PART_WORD = "(?:部分|大部分|大项|大点|大块|板块|章|节(?!课)|方面)"
ENGLISH_NUMBERS = (
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
)
ENGLISH_NUMBER = {word: number for words in ENGLISH_NUMBERS for number, word in enumerate(words, 1)}
WORD_NUMBER = "|".join(ENGLISH_NUMBER)
PART = re.compile(
    rf"第\s*{BRACKETED}\s*{PART_WORD}|\b(?:section|part|chapter)\s+(\d+|{WORD_NUMBER})\b|\b({WORD_NUMBER}) (?:section|part|chapter)\b"
)
LIST_JOIN = r"\s*(?:到|至|-|—|~|、|,|和|与|及|跟|还有)+\s*"
PARTS = re.compile(  # 第三、四部分, sections 2 to 4
    rf"第\s*{BRACKETED}\s*{PART_WORD}?(?:{LIST_JOIN}第?\s*{BRACKETED}\s*{PART_WORD}?)*{LIST_JOIN}第?\s*{BRACKETED}\s*{PART_WORD}"
    rf"|\b(?:sections|parts|chapters)\s+\d+(?:\s*(?:-|–|to|through|and|,)+\s*\d+)+"
)
LAST_PART = re.compile(rf"最后一?个?{PART_WORD}|last (?:section|part|chapter)")
LABEL = rf"({CHINESE_NUMERAL}+)\s*(?:[.·]\s*(\d+)|-(\d+)|[(]\s*({NUMERAL})\s*[)]|之({NUMERAL}))"
LABELLED = re.compile(  # 三.6, 四-3, 三(六), 二之六 as the citations print them and people say them; 初一(3)班 is none
    rf"(?<![第\d(零一二三四五六七八九十百初高]){LABEL}(?![\d%个名所元人月日号年班级])"
)
ARABIC = re.compile(  # 2.7 of a section and an item: alone, or where an item is spoken of; 2.69 is a figure elsewhere
    r"^\s*(\d{1,2})\.(\d{1,2})\s*[?？。]?\s*$|(?:(?<=第)|\b(?:items?|articles?|points?|paragraphs?|sections?)\s+)(\d{1,2})\.(\d{1,2})(?!\d)|(?<![\d.])(\d{1,2})\.(\d{1,2})(?=\s*(?:这|那)?一?(?:条|项))"
)
ANY_ARABIC = re.compile(
    r"(?:\b(?:items?|articles?|points?|paragraphs?|sections?)\s+)?(?<![\d.])(\d{1,2})\.(\d{1,2})(?!\d)"
)
ITEMS = re.compile(
    rf"(?:第|(?<![一-龥])(?=[^项点款]*条))\s*{BRACKETED}\s*{ITEM_WORD}?(?:{LIST_JOIN}第?\s*{BRACKETED}\s*{ITEM_WORD}?)*{LIST_JOIN}第?\s*{BRACKETED}\s*{ITEM_WORD}(?!以上|以下|规定|措施|政策)"
    rf"|[(]\s*{NUMERAL}\s*[)](?:{LIST_JOIN}[(]\s*{NUMERAL}\s*[)])+(?:\s*{ITEM_WORD})?"
    rf"|\b(?:items|articles|points|paragraphs)\s+\d+(?:\s*(?:-|–|to|through|and|,)+\s*\d+)+"
)
ITEM = re.compile(
    rf"第\s*{BRACKETED}\s*{ITEM_WORD}(?!以上|以下)|(?<![\d.月第〕一-龥])(\d{{1,3}})\s*号(?:条|项|(?=[^文令线楼前以之起到至日]|$))"
    rf"|(?<=[的划点见])\s*(\d{{1,3}})\s*号(?:条|项|(?=[^文令线楼前以之起到至日]|$))"
    rf"|\b(?:item|article|point|paragraph|clause)\s*(?:no\.?\s*)?(\d+|{WORD_NUMBER})\b|\b({WORD_NUMBER}) (?:item|article|point|paragraph)\b"
    rf"|[(]\s*({NUMERAL})\s*[)]\s*{ITEM_WORD}?(?!\s*[\d%个名所元人月日号年班级岁])"  # 高一(3)班 is none
)
LAST_ITEM = re.compile(
    rf"(?:最后|末)(?:的)?一?{ITEM_WORD}|倒数第({NUMERAL})个?{ITEM_WORD}|(?:second|next)[- ](to)[- ]last item|last item"
)
LAST_ITEMS = re.compile(
    rf"最后(?:的)?\s*({NUMERAL})\s*个?{ITEM_WORD}|last (\d+|{WORD_NUMBER}) (?:items|articles|points)"
)
NEXT = re.compile(
    r"(?<![以如名最])(?:下|后)(?:面)?(?:的)?[一1]?(?:条|项)(?![件例目龙])|next (?:item|one(?=\W*(?:$|says?\b|about\b)))|the item after|(?:one|item) after that"
)
PREVIOUS = re.compile(
    r"(?<![以如])(?:上|前)(?:面)?(?:的)?[一1]?(?:条|项)(?![件例目])|前面那?一?[条项]|previous (?:item|one)|the item before|(?:one|item) before that"
)
NAMED_SECTION = re.compile(
    r"[“\"「『]([^”\"」』]{2,12})[”\"」』](?:的)?(?:这|那)?(?:一)?(?:部分|大项|板块|章节?|节)|[“\"「『《]?([\u4e00-\u9fff]{2,12}?)[”\"」』》]?"
    r"(?:[这那]一?(?:部分|大项|板块|章节|[章节])|(?<![大小多哪几个一二两三四五六七八九十])部分|大项|板块|章节)(?=\s|有|讲|说|写|都|的|里|中|包括|是|由|谁|怎|主要|提|列|呢|$|[?,。])"
)
AIMS = re.compile(
    r"总体要求|指导思想|总体思路|总体目标|工作思路|工作目标|主要目标|基本原则|总目标"
    r"|(?:overall|general) (?:goals?|aims?|requirements?)|guiding (?:ideology|principles?)|\bthe aims?\b"
)
PREFACE_SAID = re.compile(
    r"前言|序言|引言|开头(?:部分|那段|一段)?(?=里|是|怎|写|说|讲|，|,|的)|\bpreface\b|\bintroduction\b"
)
JOINS = r"(?<=\s)(?:到|至|-|—|~|、|,|和|与|及|还有|to|and)(?=\s)"
MOST_ITEMS = 30  # that one question may name


@dataclass(frozen=True, slots=True)
class Reference:
    """What is named of a plan: a section, by number or title, and items of it, by number.

    Negative numbers count from the end; no items: the section whole. `step` moves to the item so far behind. `rest` is
    the question without it; the title stays, for where no section is called so.
    """

    section: int | None
    items: tuple[int, ...]
    rest: str
    title: str = ""
    step: int = 0
    is_aims: bool = False
    further_sections: tuple[int, ...] = ()  # beside the first, where several are named: 第三、四部分


def find_reference(question: str) -> Reference | None:
    """The reference that the question makes, or None: `长沙计划第三部分第二项` is section 3, item 2."""
    text = fold(question)
    step, text = _take_step(text)
    if several := PARTS.search(text):
        first, *further = _read_numbers(several[0])
        items, text = _take_items(_without(text, several))
        return Reference(first, items, text, further_sections=tuple(further))
    section, text = _take(text, PART)
    if section is None:
        last, text = _take(text, LAST_PART)
        section = -1 if last is not None else None
    if section is None:
        section, labelled, text = _take_labelled(text)
        if labelled:
            return Reference(section, labelled, text, step=step)
    items, text = _take_items(text)
    if section is None and not step and (named := _by_name(text, items)):
        return named
    return Reference(section, items, text, step=step) if section is not None or items or step else None


def _by_name(text: str, items: tuple[int, ...]) -> Reference | None:
    """A section by its title, or items of it; or the plan's aims, where nothing but their content is asked for."""
    if not items and (match := PREFACE_SAID.search(text)):
        return Reference(None, (), _without(text, match), is_aims=True)
    if not items and (match := AIMS.search(text)) and not _asks_more(_without(text, match)):
        named = match[0] if match[0].endswith(("要求", "思想", "思路", "目标", "原则")) else ""
        return Reference(None, (), "", title=named, is_aims=True)
    if match := NAMED_SECTION.search(text):
        title = re.sub(r"^.*的(?=..)", "", match[1] or match[2])
        return Reference(None, items, f"{text[: match.start()]} {title} {text[match.end() :]}", title=title)
    return None


def _asks_more(rest: str) -> bool:
    """Whether the question says more than that it wants to read the place: `总体目标里毛入园率是多少` does."""
    return bool(re.sub(r"[\W_]|的|是|什么|怎么|写|说|讲|有|哪些|里|如何|内容|主要|呢|请|介绍|一下|告诉|我|了|它|这|那|份|计划|意见|要点|文件|\b(?:what|is|are|does|do|say|the|of|in|its|plan|tell|me|about|it|s|this)\b|\d", "", rest))  # fmt: skip


def _take_step(text: str) -> tuple[int, str]:
    for pattern, step in ((NEXT, 1), (PREVIOUS, -1)):
        if match := pattern.search(text):
            return step, _without(text, match)
    return 0, text


def _take_items(text: str) -> tuple[tuple[int, ...], str]:
    if (match := LAST_ITEMS.search(text)) and (count := _number(match[1] or match[2])):
        return tuple(range(-min(count, MOST_ITEMS), 0)), _without(text, match)
    if match := LAST_ITEM.search(text):
        last = -2 if match[2] else -(read_number(match[1] or "1") or 1)
        _, text = _take(_without(text, match), ITEM)
        return (last,), text
    if match := ITEMS.search(text):
        return _read_numbers(match[0]), _without(text, match)
    item, text = _take(text, ITEM)
    return ((item,) if item is not None else ()), text


def _read_numbers(said: str) -> tuple[int, ...]:
    """`第5到8条` is 5, 6, 7, 8; `第3条和第7条` is 3, 7."""
    numbers: list[int] = []
    joined = ""
    for token in re.findall(rf"{NUMERAL}|到|至|-|–|—|~|to|through|、|,|和|与|及|跟|and", said):
        number = read_number(token)
        if number is None:
            joined = token
            continue
        if joined in {"到", "至", "-", "–", "—", "~", "to", "through"} and numbers and number > numbers[-1]:
            numbers += range(numbers[-1] + 1, min(number, numbers[-1] + MOST_ITEMS))
        numbers.append(number)
    return tuple(dict.fromkeys(numbers))


def _take_labelled(text: str) -> tuple[int | None, tuple[int, ...], str]:
    """Items by the labels that citations print, of one section: `三.3至三.5` is 3, 4, 5 of section 3."""
    for pattern in (LABELLED, ARABIC):
        matches = list((ANY_ARABIC if pattern is ARABIC and pattern.search(text) else pattern).finditer(text))
        pairs = [tuple(read_number(group) or 0 for group in match.groups() if group) for match in matches]
        if pairs:
            section = pairs[0][0]
            numbers = [item for of, item in pairs if of == section]
            between = text[matches[0].end() : matches[1].start()] if len(matches) == 2 else ""
            if len(numbers) == 2 and re.fullmatch(r"\s*(?:到|至|-|—|~|to|through)+\s*", between):
                numbers = [*range(numbers[0], min(numbers[1], numbers[0] + MOST_ITEMS) + 1)]
            return section, tuple(dict.fromkeys(numbers)), re.sub(JOINS, " ", _without_all(text, matches))
    return None, (), text


def _without_all(text: str, matches: Sequence[re.Match[str]]) -> str:
    for match in reversed(matches):
        text = _without(text, match)
    return text


def _take(text: str, pattern: re.Pattern[str]) -> tuple[int | None, str]:
    match = pattern.search(text)
    if not match:
        return None, text
    return _number(next((group for group in match.groups() if group), "1")), _without(text, match)


def _number(numeral: str) -> int | None:
    """`four`, `四` and `4` are 4."""
    return ENGLISH_NUMBER.get(numeral) or read_number(numeral)


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " + text[match.end() :]
