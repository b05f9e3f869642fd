"""Which office made a rule, and when, by the order or session that its head names: `澄原县教育局令第7号`."""

import re
from collections.abc import Iterator, Sequence

from ingest.language.folding import as_printed, fold
from ingest.language.office_names import names_alone
from ingest.language.patterns import Pattern

LEAD = r"(?:^|(?<=[年月日\s,。(《>;])|(?<=经)|(?<=由))"
NAME = r"(?![年月日])(?P<who>[\u4e00-\u9fff]{2,30}?)"
NUMERAL = r"\s*[\d一二三四五六七八九十百]+\s*"
ORDER = Pattern(
    "an order with its number, or what an office made public",
    rf"""{LEAD}{NAME}(?:
    令\s*\(?第?{NUMERAL}号  # 教育部令第99号
    | \s*第{NUMERAL}次[^,。;)]{{0,14}}?会议?[^,。;)]{{0,6}}?(?:通过|议定|审议|批准|订定|修正|修订)  # 第38次常务会议通过
    | (?:[局部厅校委党县市省区务长]{{1,3}}|行政|常务|党组|办公|全体|代表){{1,2}}会(?:议|大会)?[^,。;)]{{0,6}}?(?:通过|议定|审议|批准|订定|修正)
    | (?<=[府局部厅处委会院署])[\u4e00-\u9fff()]{{1,8}}字第\s*\d{{5,12}}[a-z]?\s*号  # 澄原县政府府教字第0930012345号令
    | (?:公布|发布|颁布|制定|印发|订定|修订|修正)
    )""",
    matches=(
        "澄原县政府府教字第0930012345号令订定",
        "教育部令第99 号",
        "2009年4月16日 澄原县人民政府第38次常务会议通过",
        "2009年5月6日澄原县人民政府公布",
    ),
    misses=("第7次部务会议", "会议通过", "令第99号"),
    flags=re.VERBOSE,
)
SESSION_NUMBER = re.compile(r"第[一二三四五六七八九十\d]+届")
LONGEST_NAMED = 600  # characters of a note


def ordering_offices(lines: Sequence[str]) -> list[str]:
    """The offices that made the rule by the lines of its head, as printed, in order; the same once."""
    return list(dict.fromkeys(name for line in lines for name in _offices(line)))


def _offices(line: str) -> Iterator[str]:
    folded = fold(line[:LONGEST_NAMED])
    for match in ORDER.compiled.finditer(folded):
        printed = SESSION_NUMBER.sub("", as_printed(line[:LONGEST_NAMED], *match.span("who")))
        yield from names_alone(printed)
