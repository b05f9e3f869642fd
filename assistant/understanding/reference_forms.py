"""The forms in which items are numbered when people speak of them: 第（三）项, 三(一)2, 2.2.2, 最后一条, article 4(3)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ingest.language.numbers import CHINESE_NUMERAL, read_number


class Level(IntEnum):
    """What a number is said of, the widest first."""

    PART = 0  # 部分, 章
    DIVISION = 1  # 节, of a chapter
    ARTICLE = 2  # 条
    PARAGRAPH = 3  # 款
    ITEM = 4  # 项, 点, or what is only numbered
    CLOSING = 5  # 结语: what follows a part's last item


@dataclass(frozen=True, slots=True)
class Step:
    """A number on the way to an item; a negative one counts from the end."""

    level: Level
    number: int
    is_bracketed: bool = False


Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The paths that one run of a question names, which `第5到8条` does with four."""

    start: int
    end: int
    paths: tuple[Path, ...]


MOST_NUMBERS = 30  # of one range
NUMERAL = rf"(?:{CHINESE_NUMERAL}+|\d{{1,3}})"
BRACKETED = rf"[(]\s*{NUMERAL}\s*[)]"
NUMBER = rf"(?:{BRACKETED}|{NUMERAL})"
JOIN = r"\s*(?:到|至|-|–|—|~|、|,|和|与|及|跟|还有|以及|\bto\b|\bthrough\b|\band\b)+\s*"
RANGE = r"\s*(?:到|至|-|–|—|~|\bto\b|\bthrough\b)\s*"
NOT_COUNTED = r"(?!\s*[\d%个名所元人月日号年班级岁])"  # 高一(3)班 is none
UNITS = (
    (Level.PART, "大?部分|大项|大点|大块|板块|章(?!程)|方面"),
    (Level.DIVISION, "节(?!课)"),
    (Level.ARTICLE, "条(?!件|例|线)"),
    (Level.PARAGRAPH, "款(?!项|式)"),
    (Level.ITEM, "小?项(?!目)|小?点(?!钟|半)|小节"),
)
ANY_UNIT = "|".join(unit for _, unit in UNITS)
NOUNS = (
    (Level.PART, "sections?|parts?|chapters?"),
    (Level.ARTICLE, "articles?"),
    (Level.ITEM, "items?|points?|paragraphs?|clauses?"),
)
ANY_NOUN = "|".join(noun for _, noun in NOUNS)
ENGLISH_NUMBERS = (
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
)
ENGLISH_NUMBER = {word: number for words in ENGLISH_NUMBERS for number, word in enumerate(words, 1)}
WORD = rf"(?:{'|'.join(ENGLISH_NUMBER)})\b"
TWO = r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])"


ENGLISH_LIST = r"(?:(?:,\s*\d+)*(?:,?\s*and\s+|\s*(?:-|–|to|through)\s*)\d+)*"  # 3, 5 and 7


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.VERBOSE)


LISTED = (
    # 第三条, 第（五）至（八）项, 第三、四部分; and not 第一条规定
    *(
        (level, _pattern(rf"第\s*({NUMBER}(?:{JOIN}第?\s*{NUMBER})*)\s*个?(?:{unit})(?!以上|以下)"))
        for level, unit in UNITS
    ),
    # item no. 7, articles 2 through 4
    *((level, _pattern(rf"\b(?:{noun})\s*(?:no\.?\s*)?((?:{NUMBER}|{WORD}){ENGLISH_LIST})")) for level, noun in NOUNS),
    *((level, _pattern(rf"\b({WORD})\ (?:{noun})\b")) for level, noun in NOUNS),  # the third item
    (Level.ARTICLE, _pattern(rf"(?<![一-龥\d第(])({NUMBER}(?:{JOIN}{NUMBER})+)\s*条(?!件|例|线)")),  # 5到8条
    # 13号条, 看看13号; and neither 13号文件 nor 25号前
    *(
        (Level.ITEM, _pattern(rf"{before}\s*(\d{{1,3}})\s*号(?:条|项|(?=[^文令线楼前以之起到至日]|$))"))
        for before in (r"(?<![\d.月第〕一-龥])", "(?<=[的划点见])")
    ),
    (Level.ITEM, _pattern(rf"({BRACKETED})\s*(?:{ANY_UNIT})?{NOT_COUNTED}")),  # （九）条
)
LAST = (
    *(
        (level, _pattern(rf"(?:最后|最?末)的?\s*({NUMERAL})?\s*个?(?:{unit})|倒数第({NUMERAL})个?(?:{unit})"))
        for level, unit in UNITS
    ),
    *(
        (level, _pattern(rf"\blast\ (?:(\d+|{WORD})\ )?(?:{noun})\b|\b(second|next)[-\ ]to[-\ ]last\ (?:{noun})\b"))
        for level, noun in NOUNS
    ),
)
LABEL = _pattern(  # 三(一)2, 三.6, 四-3, 二之六 as citations print them and people say them; 初一(3)班 is none
    rf"""(?: (?<![第\d(零一二三四五六七八九十百初高]) {CHINESE_NUMERAL}+
        (?: 、?{BRACKETED} | [.·]\s*\d{{1,2}} | -\d{{1,2}} | 之{NUMERAL} )
    | (?<![第\d.(a-z一-龥]) \d{{1,2}}{BRACKETED} )  # 1(2)
    (?: {BRACKETED} | [.·]?\d{{1,2}} )* {NOT_COUNTED}"""
)
DECIMALS = (
    _pattern(r"(?<![\d.])(\d{1,2}(?:\.\d{1,2}){2,3})(?![\d.])"),  # 2.2.2
    _pattern(rf"^\s*({TWO}(?:{JOIN}{TWO})*)\s*[?。]?\s*$"),  # nothing but 2.7: elsewhere it may be a figure
    _pattern(rf"(?:第|\b(?:{ANY_NOUN})\s)\s*({TWO}(?:{JOIN}{TWO})*)\s*[条项]?"),
    _pattern(rf"({TWO}(?:{JOIN}{TWO})*)\s*(?:[这那]?一?[条项]|(?=[讲说写]|怎么[讲说写规]|的?内容))"),
    _pattern(rf"^what\ (?:does|do|is|are)(?:\ in)?\ ({TWO}(?:{JOIN}{TWO})*)(?=\ says?\b|\ about\b|\W*$)"),
)
BEHIND_TITLE = _pattern(  # 实验室建设规范 2.2, notice on school meals 1.2, at the end
    rf"""(?: (?:办法|细则|规范|规定|通知|方案|意见|要点|计划|守则|章程|指南|须知|》)\s*
        | \b(?:notice|plan|rules?|regulations?|guidelines?)\b [a-z\s]{{0,40}} \s )
    ({TWO}) \s*[?。]?\s*$"""
)
FURTHER = _pattern(rf"(?<=[条项点款)])(\d{{1,2}})(?![\d.]){NOT_COUNTED}")  # 2 of 第三部分第（一）条2
CLOSING = _pattern(r"结语|结束语|(?<=,\ )closing\b|\bclosing\ (?:part|paragraph|section|words)\b")


def find_named(text: str) -> list[Named]:
    """The runs of the folded text that name items, in order: of `第四条第(三)项` 第四条 and 第(三)项."""
    found = [*_found_labels(text)]
    found += [Named(*m.span(), _listed(level, m[1])) for level, pattern in LISTED for m in pattern.finditer(text)]
    found += [Named(*m.span(), _last(level, m)) for level, pattern in LAST for m in pattern.finditer(text)]
    found += [Named(*m.span(1), (_path(m[1]),)) for m in BEHIND_TITLE.finditer(text)]
    found += [Named(*m.span(), ((Step(Level.CLOSING, 1),),)) for m in CLOSING.finditer(text)]
    further = [Named(*m.span(), _listed(Level.ITEM, m[1])) for m in FURTHER.finditer(text)]
    kept: list[Named] = []
    for one in sorted((*found, *further), key=lambda one: (one.start, -one.end)):
        end = kept[-1].end if kept else 0
        if one.start >= end and (one not in further or one.start == end > 0):
            kept.append(one)
    return kept


def _found_labels(text: str) -> Iterator[Named]:
    """What citations print, part and item together: the steps of `三(一)2` are 3, (1) and 2."""
    for match in LABEL.finditer(text):
        yield Named(*match.span(), (_path(match[0]),))
    for pattern in DECIMALS:
        for match in pattern.finditer(text):
            ends = [*re.finditer(r"[\d.]+", match[1])]
            for one in ends:
                start, end = (match.start(1) + at for at in one.span())
                yield Named(
                    match.start() if one is ends[0] else start,
                    match.end() if one is ends[-1] else end,
                    (_path(one[0]),),
                )


def _path(label: str) -> Path:
    """The first number is a part's."""
    part, *steps = re.findall(NUMBER, label)
    return (*_steps(Level.PART, part), *(step for said in steps for step in _steps(Level.ITEM, said)))


def _steps(level: Level, said: str) -> list[Step]:
    return [Step(level, number, "(" in said) for number in _numbers(said)]


def _listed(level: Level, said: str) -> tuple[Path, ...]:
    return tuple((step,) for step in _steps(level, said))


def _last(level: Level, match: re.Match[str]) -> tuple[Path, ...]:
    if match[2]:
        return ((Step(level, -(read_number(match[2]) or 2)),),)
    count = min(_number(match[1] or "1") or 1, MOST_NUMBERS)
    return tuple((Step(level, number),) for number in range(-count, 0))


def _numbers(said: str) -> Sequence[int]:
    """`5到8` is 5, 6, 7, 8; `3和7` is 3, 7."""
    numbers: list[int] = []
    is_range = False
    for sign in re.findall(rf"{NUMERAL}|{WORD}|{RANGE}", said):
        number = _number(sign)
        if number is not None:
            numbers += range_between(numbers[-1], number) if is_range and numbers else []
            numbers.append(number)
        is_range = number is None
    return tuple(dict.fromkeys(numbers))


def range_between(first: int, last: int) -> range:
    """The numbers between two, of which there are no more than anyone reads."""
    return range(first + 1, min(last, first + MOST_NUMBERS))


def _number(sign: str) -> int | None:
    """`four`, `四` and `4` are 4."""
    return ENGLISH_NUMBER.get(sign) or read_number(sign)
