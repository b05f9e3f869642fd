"""The names of China's places by the official list: in full, in short, in pinyin and in English."""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from ingest.language.folding import fold
from ingest.language.patterns import Pattern
from ingest.language.sounds import pinyin_of

FILE = Path(__file__).parent / "place_names.txt"
PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|"
    "布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
UNMARKED_PEOPLES = "(?<!内)蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克"  # that stand before 自治 without 族
ENDING = Pattern(
    "what a place's short name leaves out",
    rf"""
    (?:(?:{PEOPLES})族)*(?:(?:{UNMARKED_PEOPLES})?自治)?  # 侗族自治县
    (?:特别行政区|地区|省|市|区|县|州|盟|旗|镇|乡|街道|村)$
    """,
    matches=("新晃侗族自治县", "未央区"),
    misses=("长沙",),
    flags=re.VERBOSE,
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


def short_name(name: str) -> str:
    """The folded name without its ending: 新晃 of 新晃侗族自治县, 未央 of 未央区."""
    return ENDING.compiled.sub("", fold(name))


def place_by_english_name(word: str) -> str | None:
    """The place that a Latin word names: 武汉 of `wuhan`.

    A county only with a capital, since its syllables spell much else.
    """
    spelled = re.sub("[’']", "", word.lower())
    name = OTHER_ENGLISH.get(spelled) or gazetteer().large_by_pinyin.get(spelled)
    if not name and word[0].isupper() and spelled not in NO_PINYIN:
        return gazetteer().small_by_pinyin.get(spelled)
    return name


class Gazetteer:
    """The names of the file, folded."""

    def __init__(self) -> None:
        lines = FILE.read_text(encoding="utf-8").splitlines()
        names = fold(" ".join(line for line in lines if not line.startswith("#")))
        sections = dict(re.findall(r"\[(\w+)\]([^\[]+)", names))
        self._ordinary = frozenset(sections["ordinary"].split())
        self._large = [*sections["provinces"].split(), *sections["prefectures"].split()]
        self._small = sections["counties"].split()
        everything = (*self._large, *self._small)
        self.full = frozenset(name for name in everything if len(name) >= SHORTEST_FULL)
        self.short = frozenset(self._own_short(everything))
        self.longest = max(map(len, self.full))

    @cached_property
    def large_by_pinyin(self) -> dict[str, str]:
        """Provinces and prefectures; of those spelled alike (苏州, 宿州) the first of the file."""
        return {pinyin_of(name): name for name in reversed(self._own_short(self._large))}

    @cached_property
    def small_by_pinyin(self) -> dict[str, str]:
        """Counties and districts."""
        return {pinyin_of(name): name for name in reversed(self._own_short(self._small))}

    def _own_short(self, names: Iterable[str]) -> list[str]:
        shortened = (short_name(name) for name in names)
        return [name for name in shortened if len(name) > 1 and name not in self._ordinary]


@cache
def gazetteer() -> Gazetteer:
    """The names, read when they are first asked for."""
    return Gazetteer()
