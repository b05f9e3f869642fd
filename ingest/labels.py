"""The numbering at the start of a line: 一、 （一） 1. (1) ① 第三条 第一章 1.1 壹、 甲、 I. a) and headings of Markdown."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.language.numbers import CHINESE_NUMERAL, read_number
from ingest.language.words import holds_words
from ingest.language.year_patterns import WESTERN_YEAR


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed (`18.`), normalised (`18`), its kind and number, and the text that stands after it.

    `mark` tells kinds apart that differ in punctuation or word only (`1.` and `1)`, `第一章` and `第一编`); `path` is all
    the numbers of `1.2.3`; `depth` the number of `#` before it. A `doubtful` one is a label only where its neighbours in
    the sequence are there too; one `of_answer` numbers the answer's own list below a question.
    """

    kind: str
    printed: str
    normal: str
    number: int
    rest: str
    mark: str = ""
    path: tuple[int, ...] = ()
    depth: int = 0
    doubtful: bool = False
    of_answer: bool = False


# A digit after the mark belongs to a figure (3.5), unless a year or a month opens the text (1.2023年……, 1.3月底前……).
FIGURE = rf"(?!{WESTERN_YEAR}[年学學—–-]|\d{{1,2}}月)\d"
HAN = "\u3400-\u9fff"
FINANCIAL = "壹贰貳叁參肆伍陆陸柒捌玖拾"
FINANCIAL_DIGITS = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾", "一二二三三四五六六七八九十")
STEMS = "甲乙丙丁戊己庚辛壬癸"
ALONE = "①-⑳㉑-㉟㊱-㊿⓵-⓾❶-❿➀-➓"
# Two school years, prizes or terms side by side: 一、二年级.
PAIR = rf"(?:{CHINESE_NUMERAL}|\d)+(?:年[级級]|等[奖獎]|[学學]期|季度|、)"
# Not so where the second is the first again: 一、 over 一年级新生.
TWO = rf"(?!(?P=n)(?!{CHINESE_NUMERAL})){PAIR}"
# An article's number; one that was put in later may count on: 第3-1條.
ARTICLE_NUMBER = rf"{CHINESE_NUMERAL}+|\d+(?:\s?[-－–]\s?\d{{1,2}})?"
# An article that is spoken of, not printed: 第三条规定的. Behind the other words it may be printed: 第二条项目组认领. One
# right behind another is what the printed one begins with: 第四条第三条所称家庭.
OTHER_ARTICLE = rf"第\s*(?:{ARTICLE_NUMBER})\s*[条條]"
SPOKEN_OF = rf"(?!的|[规規]定|(?!{OTHER_ARTICLE})第|[和及至或][第本前]|、|款|[项項](?!目))"
MAY_BE_SPOKEN_OF = r"所|中|和|及|至|或|[项項]目|[“‘「『《\"(（]"
# A subparagraph that is cited: （二）项所列 in 第二条第（二）项所列, （一）、（三）项; （二）项目 may be printed.
CITED = r"\s*(?:[项項](?![目链鏈])|款(?=[的之、,。和及或规規所])|[、和及与與至或到]\s*第?\()"

# In the order in which they are tried. Group "n" is the numeral, group "m" the mark that tells kinds apart.
PATTERNS = (
    ("chapter", rf"第\s*(?P<n>{CHINESE_NUMERAL}+|\d+)\s*(?P<m>[章编編篇]|部分(?=[\s:：、]|$))[、.:：]?"),
    ("part", rf"第\s*(?P<n>{CHINESE_NUMERAL}+|\d+)\s*(?P<m>[节節])(?![课課])[、.:：]?"),
    (
        "article",
        rf"第\s*(?P<n>{ARTICLE_NUMBER})\s*(?P<m>[条條])(?:\s?之\s?(?:{CHINESE_NUMERAL}+|\d{{1,2}}(?!\d)))?"
        rf"(?=[\s:：【{HAN}]|$){SPOKEN_OF}(?!{MAY_BE_SPOKEN_OF})",
    ),
    ("bracketed chinese", rf"\(\s*(?P<n>{CHINESE_NUMERAL}{{1,4}})\s*\)(?!{CITED})[、,.]?"),
    ("bracketed chinese", rf"(?P<n>{CHINESE_NUMERAL}{{1,3}})(?P<m>\))"),
    ("bracketed chinese", "(?P<n>[㈠-㈩㊀-㊉])[、.]?"),
    ("chinese", rf"(?P<n>{CHINESE_NUMERAL}{{1,4}})\s*[、.](?!、|\s*{TWO})"),
    ("financial", rf"(?P<n>[{FINANCIAL}]{{1,3}})\s*[、.]"),
    ("bracketed arabic", rf"\(\s*(?P<n>\d{{1,3}})\s*\)(?!{CITED})[、.]?"),
    ("bracketed arabic", "(?P<n>[⑴-⒇])[、.]?"),
    ("arabic", rf"(?P<n>\d{{1,2}})(?P<m>\.0)(?=\s+[A-Za-z{HAN}])"),  # 1.0 over 1.1
    (
        "arabic",
        rf"(?P<n>0\d)(?P<m>\s)\s*(?=[A-Za-z{HAN}“《])(?![年月日时時分秒级級届屆班号號路])",
    ),  # 01 above its heading
    (
        "decimal",
        rf"(?P<n>\d{{1,2}}(?:\.\d{{1,2}}){{1,6}})(?:[.、]|(?=[\s{HAN}“‘「『《]))(?!\d|[万亿萬億%‰个個所名人元月日米倍分折点點时時])(?!\s*[万亿萬億%‰])",
    ),
    ("arabic", rf"(?P<n>\d{{1,3}}|\d\s\d(?=\s*、))\s*(?P<m>[.、)])(?!{FIGURE})(?![A-Za-z]{{2,}}\.)"),
    ("arabic", "(?P<n>[⒈-⒛])"),
    ("circled", f"(?P<n>[{ALONE}])[、.]?"),
    (
        "english",
        r"(?P<m>Part|PART|Chapter|CHAPTER|Article|ARTICLE|Section|SECTION|Sec\.)\s+(?P<n>\d{1,3}|[IVX]{1,5})"
        r"(?:[.:]|(?=\s+[—–-]|\s+[A-Z]|\s*$))",
    ),
)
# These are labels only in sequence: a letter may open a name, a numeral without its mark a sentence.
DOUBTFUL_PATTERNS = (
    ("article", rf"第\s*(?P<n>{ARTICLE_NUMBER})\s*(?P<m>[条條])(?={MAY_BE_SPOKEN_OF}){SPOKEN_OF}"),
    ("chinese", rf"(?P<n>{CHINESE_NUMERAL}{{1,4}})\s*[、.](?=\s*{TWO})"),
    ("stem", rf"(?P<n>[{STEMS}])(?P<m>[、.])(?![{STEMS}])"),
    ("stem", rf"\((?P<n>[{STEMS}])(?P<m>\))"),
    ("roman", r"(?P<n>[IVX]{1,5}|[ivx]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ])\s*(?P<m>[.、)])(?![A-Za-z.])"),
    ("roman", r"\((?P<n>[ivx]{1,5}|[IVX]{1,5}|[Ⅰ-Ⅻⅰ-ⅻ])(?P<m>\))"),
    ("letter", r"(?P<n>[A-Za-z])(?P<m>[.、)])(?![A-Za-z.])"),
    ("letter", r"\((?P<n>[A-Za-z])(?P<m>\))"),
    ("chinese", rf"(?P<n>{CHINESE_NUMERAL}{{1,3}})(?:\s+|[,:])(?=[{HAN}“《])"),
    ("arabic", rf"(?P<n>\d{{1,2}})(?:\s+|[,:]|(?=[{HAN}]))(?=[{HAN}“《])(?![年月日时時分点點个個])"),
)
NAMED = frozenset({"chapter", "part", "article", "english"})  # their word belongs to the label: 第三条
Patterns = tuple[tuple[str, re.Pattern[str]], ...]
COMPILED: Patterns = tuple((kind, re.compile(pattern)) for kind, pattern in PATTERNS)
DOUBTFUL: Patterns = tuple((kind, re.compile(pattern)) for kind, pattern in DOUBTFUL_PATTERNS)
# What each kind may begin with; it spares most lines the patterns.
OPENINGS = {
    "chapter": "第",
    "part": "第",
    "article": "第",
    "bracketed chinese": rf"[(㈠-㈩㊀-㊉]|{CHINESE_NUMERAL}",
    "chinese": CHINESE_NUMERAL,
    "financial": f"[{FINANCIAL}]",
    "bracketed arabic": r"[(⑴-⒇]",
    "decimal": r"\d",
    "arabic": r"[\d⒈-⒛]",
    "circled": f"[{ALONE}]",
    "english": "[PCAS]",
    "stem": rf"[({STEMS}]",
    "roman": r"[(IVXivxⅠ-Ⅻⅰ-ⅻ]",
    "letter": "[(A-Za-z]",
}
OPENING = re.compile("|".join(OPENINGS.values()))
HEADING = re.compile(r"(#{1,6})\s+(?=[^\s#])|(#{2,6})(?=[^\s#])")
BOLD = re.compile(r"\*\*|__")
LONGEST_BOLD_HEADING = 40  # characters
BOLD_DEPTH = 7  # below the six of Markdown
DASHES = frozenset("—–－ー-")
DASHED_ONE = re.compile(r"[—–－ー-]\s?、")
KEPT_LINES = 2048  # of the paper that is being read: its lines are asked for their labels several times
LONGEST_HEAD = 32  # characters in which a label ends


def read_label(line: str) -> Label | None:
    """The label that the line starts with, or None.

    `read_label("18.加快发展学前教育。")` is Label("arabic", "18.", "18", 18, "加快发展学前教育。").
    """
    return next((label for label in read_labels(line) if label.printed and not label.doubtful), None)


def read_labels(line: str) -> list[Label]:
    """What the line may be labelled, likeliest first; the doubtful ones are for the sequence to decide.

    `read_labels("I. 目标")` has the Roman one and the letter, both doubtful.
    """
    return list(_read_labels(line))


@lru_cache(maxsize=KEPT_LINES)
def _read_labels(line: str) -> tuple[Label, ...]:
    bare, depth = without_markup(line) if line[:1] in "#*_" else (line, 0)
    head = flatten(bare[:LONGEST_HEAD])
    if depth and re.fullmatch(f"{CHINESE_NUMERAL}{{1,3}}", head):  # `## 三` above its text
        return (Label("chinese", bare, bare, read_number(bare) or 0, "", depth=depth),)
    if not OPENING.match(head):
        return (heading(bare, depth),) if depth else ()
    certain, doubtful = _patterns_for(head[0])
    for kind, pattern in certain:
        if (match := pattern.match(head)) and (label := _label(kind, match, bare, depth)):
            return (label,)
    found = [
        label
        for kind, pattern in doubtful
        if (match := pattern.match(head)) and (label := _label(kind, match, bare, depth, doubtful=True))
    ]
    return (*found, heading(bare, depth)) if depth else tuple(found)


def flatten(text: str) -> str:
    """The text with the digits, brackets and marks of labels in their plain form, character by character.

    `flatten("１．")` is `"1."`, of `"（⼀）"` `"(一)"`. A dash before `、` is the 一 that it was scanned from.
    """
    flat = text.translate(_plain_forms())
    return "一" + flat[1:] if flat[:1] in DASHES and DASHED_ONE.match(flat) else flat


def without_markup(line: str) -> tuple[str, int]:
    """The line without the signs of Markdown, and how deep a heading they make it; 0 where they make it none."""
    heading = HEADING.match(line)
    depth = len(heading[1] or heading[2]) if heading else 0
    text = line[heading.end() :].rstrip("# ") if heading else line
    bold = re.fullmatch(r"(\*\*|__)(.+?)\1", text.strip())
    if bold and not depth and len(bold[2]) <= LONGEST_BOLD_HEADING and not re.search("[。；;！？]", bold[2]):
        depth = BOLD_DEPTH
    bare = BOLD.sub("", text).strip()
    return bare, depth if holds_words(bare) else 0


def _label(kind: str, match: re.Match[str], line: str, depth: int, *, doubtful: bool = False) -> Label | None:
    numeral = match["n"].strip()
    path = _path(kind, re.sub(r"(?<=\d)\s(?=\d)", "", numeral))
    rest = line[match.end() :].strip()
    if not path or (doubtful and not rest) or (rest and not re.search(rf"[{HAN}A-Za-z]", rest[:40])):
        return None
    printed = line[: match.end()].strip()
    mark = _mark(kind, match)
    return Label(
        kind, printed, _normal(kind, numeral, match[0]), path[-1], rest, mark, path if path[1:] else (), depth, doubtful
    )


def heading(text: str, depth: int) -> Label:
    """The label of a heading without a number."""
    return Label("heading", "", "", 1, text, depth=depth)


def _path(kind: str, numeral: str) -> tuple[int, ...]:
    """The numbers of the numeral; empty where it is none."""
    if kind == "decimal":
        return tuple(int(part) for part in numeral.split("."))
    if kind == "stem":
        return (STEMS.index(numeral) + 1,)
    if kind == "letter":
        return (ord(numeral.lower()) - ord("a") + 1,)
    if kind == "roman" or (kind == "english" and not numeral.isdecimal()):
        return _read_roman(unicodedata.normalize("NFKC", numeral).upper())
    if (
        len(numeral) == 1
        and not numeral.isdecimal()
        and numeral not in FINANCIAL
        and unicodedata.category(numeral) == "No"
    ):
        return (int(unicodedata.numeric(numeral)),)
    whole = re.split("[-－–]", numeral)[0] if kind == "article" else numeral  # 3-1 comes next to 3
    number = read_number(whole.strip().translate(FINANCIAL_DIGITS))
    return () if number is None else (number,)


def _read_roman(numeral: str) -> tuple[int, ...]:
    """`_read_roman("XIV")` is (14,); empty where the numeral is not written as it should be."""
    values = [{"I": 1, "V": 5, "X": 10}.get(letter, 0) for letter in numeral]
    number = sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    tens, units = divmod(number, 10)
    units_printed = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]
    return (number,) if numeral == "X" * tens + units_printed else ()


def _mark(kind: str, match: re.Match[str]) -> str:
    mark = (match.groupdict().get("m") or "").strip()
    if kind in ("roman", "letter"):
        case = "upper" if match["n"].isupper() or match["n"] in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ" else "lower"
        return case + ("()" if match[0][0] == "(" else mark)
    if kind == "stem":
        return "()" if match[0][0] == "(" else ""
    if kind == "arabic":
        return mark if mark in (")", "、", ".0") else "."
    if kind == "english":
        return {"sec.": "section"}.get(mark.lower(), mark.lower())
    return {"條": "条", "節": "节", "編": "编"}.get(mark, mark)


def _normal(kind: str, numeral: str, matched: str) -> str:
    if kind == "circled":
        return "①②③④⑤⑥⑦⑧⑨⑩"[int(unicodedata.numeric(numeral)) - 1] if numeral in "⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾" else _circled(numeral)
    if kind.startswith("bracketed"):
        number = unicodedata.normalize("NFKC", numeral).strip("()")
        return f"({number})"
    if kind == "english":
        return " ".join(matched.split()).rstrip(".:")
    if kind in NAMED:
        return re.sub("[－–]", "-", re.sub(r"\s", "", matched)).rstrip("、.:：")
    normal = re.sub(r"\s", "", unicodedata.normalize("NFKC", numeral)).rstrip(".")
    if kind == "arabic" and matched.strip().endswith(".0"):
        return f"{normal}.0"
    return f"({normal})" if matched[0] == "(" else normal


def _circled(numeral: str) -> str:
    number = int(unicodedata.numeric(numeral))
    return "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"[number - 1] if number <= 20 else numeral


@cache
def _patterns_for(first: str) -> tuple[Patterns, Patterns]:
    """The certain and the doubtful patterns that may match where the text begins with the character."""
    kinds = {kind for kind, opening in OPENINGS.items() if re.match(opening, first)}
    certain, doubtful = (tuple(one for one in group if one[0] in kinds) for group in (COMPILED, DOUBTFUL))
    return certain, doubtful


@cache
def _plain_forms() -> dict[int, str]:
    pairs = dict(zip("（）﹙﹚．﹒､﹑，﹐：", "()().." + "、、,,:", strict=True))
    pairs |= {chr(0xFF10 + digit): str(digit) for digit in range(10)}
    pairs |= dict(zip("⼀⼆⼋⼗〡〢〣〤〥〦〧〨〩", "一二八十一二三四五六七八九", strict=True))
    pairs |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xF900, 0xFB00)}
    return {ord(character): plain for character, plain in pairs.items() if len(plain) == 1}
