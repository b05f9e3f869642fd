"""What opens with a numeral and is no figure: 一体化, 十分, 三农, 九年一贯制."""

import re

from ingest.language.patterns import Pattern

IDIOM = Pattern(
    "idiom that opens with a numeral",
    r"""
    [统唯之专单逐万同]一
    |(?:九|十二)年一贯
    |[一二三四五六七八九十百千万两]{1,2}    # 一些, 一律, 一体化, 三年级, 第一时间
        (?:些|起|定|般|样|直|律|旦|切|致|并|度|带|贯|流|线|体|手|面|心|边|旁|经|向|时|再|同|生|共|味|举|次性
        |分(?!之)|年级|中心|路|街|岁一|是(?=[\u4e00-\u9fff]))
    |(?<=进)一步|(?<=[“"「『])[一二三四五六七八九十两0-9]+个[^”"」』，。0-9]{2,6}[”"」』]    # “四个意识”: a name
    |万一|千万(?!元|人|吨)|百姓|百年|千家|万户|四季|五育|双|三农|三甲
    |一票|一站|一事|一件事|一键|一对一|两会|两个?(?:确保|维护)|一带一路
    |五金|七夕|八一|十一(?=假|黄金|期间|长假)
    |三峡|三亚|三星|一汽|百度|百货|万达|万科|千里|九寨|六盘水|四川|十堰
    |(?<![提最升缩])[小初高][一二三]|[一二三四五六七八九]中(?!$)    # 高三, 三中全会
    """,
    matches=("一体化", "十分重视", "三农", "九年一贯制", "一律", "三年级", "进一步", "“四个意识”"),
    misses=("提高一点五", "4所", "百分之八十", "三所", "四个意识", "“80分以上”"),
    flags=re.VERBOSE,
)
NUMERAL_BEFORE = "一二三四五六七八九十百千"


def find_idioms(folded: str) -> list[tuple[int, int]]:
    """Where idioms stand that open with a numeral; 二十分钟 and 八十分 are figures."""
    return [match.span() for match in IDIOM.compiled.finditer(folded) if not _is_counted(match)]


def _is_counted(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    if text.startswith("分钟", end - 1) or (start > 0 and text[start - 1] in NUMERAL_BEFORE):
        return True
    return bool(re.fullmatch("[二三四五六七八九]十分", match[0]))
