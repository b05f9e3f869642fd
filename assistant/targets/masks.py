"""Dates, times of day and names blotted out of a sentence, so that what numbers are left count something; and its clauses."""

import re

from assistant.targets.amounts import CHINESE, Amount
from ingest.language.sentences import clause_around

NUMERAL = rf"(?:\d+|{CHINESE})"
YEAR = r"(?:(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})"
DAY = rf"{NUMERAL}[日号](?![内常间])"
MONTH = rf"(?<!个){NUMERAL}月份?(?:{DAY}|[底初末]|[上中下]旬)?"
DATE = (
    rf"{YEAR}(?:[—–~～至-]{YEAR})?(?:学?年度?(?:{MONTH})?)|{MONTH}|(?<=[月至到、—~-]){DAY}(?=[前起止后之以至、—~-]|截)"
)
DATES = rf"(?:{DATE})(?:\s*[—–~～至到、和-]\s*(?:{DATE}|{DAY}))*"
CLOCK = r"\d{1,2}[时点](?![间期代段])(?:\d{1,2}分|半)?|\d{1,2}:[0-5]\d(?!\d)(?=[^比例]{0,6}(?:$|[，。前后至—]))"
NAMES = r"“[^”]{1,20}”|《[^》]{1,60}》|「[^」]{1,20}」|『[^』]{1,20}』|〔[^〕]{1,8}〕\d+号"
MASKED = re.compile(rf"(?P<name>{NAMES})|{DATES}|{CLOCK}")


def mask(text: str) -> str:
    """The text with its dates and times of day (□) and names (■) blotted out, character for character."""
    return MASKED.sub(lambda match: ("■" if match["name"] else "□") * len(match[0]), text)


def clause_of(text: str, amount: Amount) -> tuple[int, int]:
    """Where the clause begins and ends in which the number stands."""
    return clause_around(text, amount.start, amount.end)
