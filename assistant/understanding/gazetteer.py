"""Places of China that a question names, by their names in any script, in pinyin and in English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pypinyin

from ingest.language.folding import fold
from ingest.language.words import split_words

FILE = Path(__file__).parent / "place_names.txt"
PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|"
    "布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
UNMARKED_PEOPLES = "(?<!内)蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克"  # that stand before 自治 without 族
ENDING = re.compile(
    rf"(?:(?:{PEOPLES})族)*(?:(?:{UNMARKED_PEOPLES})?自治)?(?:特别行政区|地区|省|市|区|县|州|盟|旗|镇|乡|街道)$"
)
LEAD_IN = re.compile(r"^(?:请问|我想问|想问一下|想问|问一下|听说|我们?(?:家)?(?:住)?在?|咱们?|俺们?|在|那么?|关于)*\s*")
JOINED = re.compile(r"[、,，。？?！!；;和与跟同比]|还是")
AFTER_PLACE = re.compile(
    r"$|\s|\d|的|呢|那边|这边|那里|这里|今年|明年|去年|教育|计划|要点|工作|有|要|是|对|在|也|小学|中学|幼儿园|学校|老师|孩子"
)
SHORTEST_FULL = 3  # characters; 应县 and 郊区 stand in other words too often
OTHER_ENGLISH = {
    "tibet": "西藏",
    "inner mongolia": "内蒙古",
    "hong kong": "香港",
    "macau": "澳门",
    "macao": "澳门",
    "shaanxi": "陕西",
    "harbin": "哈尔滨",
    "urumqi": "乌鲁木齐",
    "lhasa": "拉萨",
    "hohhot": "呼和浩特",
    "taipei": "台北",
    "kaohsiung": "高雄",
}
NO_PINYIN = frozenset({"guide", "lean"})  # English words that are spelled like a county
ENGLISH_ENDING = r"(?:City|County|District|Province|Prefecture)"
NAMED_IN_ENGLISH = re.compile(rf"\b((?!The\b|Our\b|Each\b|School\b)[A-Z][a-z’']+(?: [A-Z][a-z]+)?) {ENGLISH_ENDING}\b")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a question names: its name as plans would print it, and where it stands in the folded question."""

    name: str
    start: int
    end: int


def find_places(question: str) -> tuple[Place, ...]:
    """The places that a question names, in order: `find_places("那長沙呢")` gives 长沙, `Wuhan` gives 武汉."""
    found = [*_found_in_full(fold(question)), *_found_in_short(fold(question)), *_found_in_english(question)]
    found.sort(key=lambda place: (place.start, place.start - place.end))
    kept: list[Place] = []
    for place in found:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return tuple(kept)


def short_name(name: str) -> str:
    """The folded name without its ending: 新晃 of 新晃侗族自治县, 未央 of 未央区."""
    return ENDING.sub("", fold(name))


def pinyin_of(name: str) -> str:
    """The syllables of a Chinese name as one word: changsha of 长沙."""
    return "".join(pypinyin.lazy_pinyin(name))


def _found_in_full(text: str) -> Iterator[Place]:
    names, longest = _names().full, _names().longest
    start = 0
    while start < len(text):
        lengths = range(min(longest, len(text) - start), SHORTEST_FULL - 1, -1)
        length = next((n for n in lengths if text[start : start + n] in names), 0)
        if length:
            yield Place(text[start : start + length], start, start + length)
        start += max(1, length)


def _found_in_short(text: str) -> Iterator[Place]:
    """Short names that are words of their own, or that open the question or one of its enumerated parts."""
    names = _names().short
    at = 0
    for word in split_words(text):
        if word in names:
            yield Place(word, at, at + len(word))
        at += len(word)
    for start in (0, *(match.end() for match in JOINED.finditer(text))):
        opening = text[start:]
        lead = LEAD_IN.match(opening)
        skipped = lead.end() if lead else 0
        for length in range(4, 1, -1):
            name = opening[skipped : skipped + length]
            if name in names and len(name) == length and AFTER_PLACE.match(opening, skipped + length):
                yield Place(name, start + skipped, start + skipped + length)


def _found_in_english(question: str) -> Iterator[Place]:
    """Pinyin and English names; a county's only with a capital, since so many syllables spell some other word."""
    if len(question) != len(fold(question)) or not re.search("[A-Za-z]{3}", question):
        return
    for match in NAMED_IN_ENGLISH.finditer(question):
        yield Place(match[1].lower(), *match.span())
    for match in re.finditer(r"[A-Za-z]+(?:[’'][a-z]{2,})?(?: (?:[Mm]ongolia|[Kk]ong))?", question):
        spelled = re.sub("[’']", "", match[0].lower())
        name = OTHER_ENGLISH.get(spelled) or _names().large_by_pinyin.get(spelled)
        if match[0][0].isupper() and spelled not in NO_PINYIN:
            name = name or _names().small_by_pinyin.get(spelled)
        if name:
            yield Place(name, *match.span())


class _Names:
    """The names of the file, folded."""

    def __init__(self) -> None:
        lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        sections = dict(re.findall(r"\[(\w+)\]([^\[]+)", fold(" ".join(lines))))
        ordinary = set(sections["ordinary"].split())
        self._large = [*sections["provinces"].split(), *sections["prefectures"].split()]
        self._small = sections["counties"].split()
        self._ordinary = ordinary
        self.full = frozenset(name for name in (*self._large, *self._small) if len(name) >= SHORTEST_FULL)
        self.short = frozenset(self._own_short((*self._large, *self._small)))
        self.longest = max(map(len, self.full))

    @cached_property
    def large_by_pinyin(self) -> dict[str, str]:
        """Provinces and prefectures: changsha, 长沙; of those that are spelled alike (苏州, 宿州) the first of the file."""
        return {pinyin_of(name): name for name in reversed(self._own_short(self._large))}

    @cached_property
    def small_by_pinyin(self) -> dict[str, str]:
        """Counties and districts."""
        return {pinyin_of(name): name for name in reversed(self._own_short(self._small))}

    def _own_short(self, names: list[str] | tuple[str, ...]) -> list[str]:
        shortened = (short_name(name) for name in names)
        return [name for name in shortened if len(name) > 1 and name not in self._ordinary]


@cache
def _names() -> _Names:
    return _Names()
