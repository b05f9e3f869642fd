"""Where something is: the road, village or campus that a text puts it in."""

import re

from ingest.language.patterns import Pattern

SITE = Pattern(
    "where something is",
    r"""
    (?:位于|坐落|选址|地处|设在|建在|设于)[^,。;]{2,20}  # 选址在滨河路南侧
    | [\u4e00-\u9fff]{2,8}(?:路|街|大道|巷|街道|镇|乡|村|片区|新区|园区|社区|校区|旧址)  # 滨河路
      (?![\u4e00-\u9fff]{0,2}(?:学校|中学|小学))  # but 滨河路小学
    """,
    matches=("选址在城东", "滨河路以南"),
    misses=("滨河路小学", "新建小学四所"),
    flags=re.VERBOSE,
)


def find_sites(folded: str) -> tuple[tuple[int, int], ...]:
    """Where the text says where something is, as (start, end): `滨河路` of `滨河路以南`."""
    return tuple(match.span() for match in SITE.compiled.finditer(folded))
