"""Taiwan's words beside the mainland's, so that a text in either is found by the other: 頻寬 and 带宽, 國中 and 初中.

The table is data: `taiwan_words.csv` holds a pair a row, in simplified characters, and which characters may not stand
before or behind the first for it to be that word: 国中 is none in 全国中小学.
"""

import csv
import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "taiwan_words.csv"


def in_common_words(folded: str) -> str:
    """A folded text with the mainland's words for Taiwan's: `校园网路频宽` is `校园网络带宽`. It may be longer or shorter."""
    pattern, instead = _words()
    return pattern.sub(lambda match: instead[match[0]], folded)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    by_first: dict[str, list[str]] = {}
    for said, _, before, behind in sorted(rows, key=lambda row: -len(row[0])):
        not_before = f"(?<![{before}]{said})" if before else ""
        not_behind = f"(?![{behind}])" if behind else ""
        by_first.setdefault(said[0], []).append(f"{said[1:]}{not_before}{not_behind}")
    branches = (f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    firsts = "".join(by_first)
    return re.compile(f"(?=[{firsts}])(?:{'|'.join(branches)})"), {said: common for said, common, _, _ in rows}
