"""A paper that was saved on one line, spread over lines: title, number, addressees, paragraphs, signature and date."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Document, Line
from ingest.language.office_names import names_alone
from ingest.language.patterns import Pattern
from ingest.language.printed_dates import DATE, SHORT_DATE
from ingest.language.year_patterns import WESTERN_YEAR

LONG = 120  # characters of a line that may hold a paper
SHARE = 0.6  # of the paper's characters
FEWEST_GAPS = 3  # wide ones, which stand where paragraphs ended
GAP = re.compile(r"[\s\u3000]{2,}")
KIND = "(?:通知|决定|決定|意见|意見|公告|通告|通报|通報|办法|辦法|方案|规定|規定|要点|要點|计划|計劃|规划|細則|细则|纲要|条例|令)"
RULE_KIND = "办法|辦法|规定|規定|细则|細則|条例|條例|规则|規則|规程|規程|章程|制度|守则|守則|准则|準則|规范|規範|要点|要點|公约|公約"
HEAD = Pattern(
    "title, number and addressees that run on",
    rf"""
    (?P<title>.{{4,100}}{KIND})
    (?P<number>[\u4e00-\u9fffA-Za-z]{{1,8}}\s?[〔\[（(【［]\s?{WESTERN_YEAR}\s?[〕\]）)】］]\s?(?:第\s?)?\d{{1,4}}\s?[号號])
    (?P<rest>.*)
    """,
    matches=("澄原县教育局关于评优的通知澄教办〔2021〕19号各学校：",),
    misses=("澄教办〔2021〕19号", "依据澄教办〔2021〕19号"),
    flags=re.VERBOSE | re.DOTALL,
)
TITLE = Pattern(
    "a title that white space parts from the text",
    rf"(?P<title>[^。；：:\s]{{4,80}}{KIND})(?:\s+(?=\S)|(?=[各全][^。；;：:]{{1,40}}[：:]))(?P<rest>.*)",
    matches=("澄原县教育局关于放假的通知 各学校：暑假到了。", "澄原县教育局关于放假的通知各学校：暑假到了。"),
    misses=("澄原县教育局关于放假的通知", "一、放假。 二、值班的通知 在此"),
    flags=re.DOTALL,
)
RULE = Pattern(
    "a rule's title, a note on its making, and its first chapter, article or section",
    rf"""
    (?P<title>[^。；：:，,]{{4,80}}?(?:{RULE_KIND})(?:[（(](?:试行|暂行|草案|征求意见稿|修订|試行|暫行)[）)])?)
    \s?(?P<note>[（(〔\[][^（(）)]{{4,100}}[）)〕\]])?
    \s?(?P<rest>(?:第\s?[一1]\s?[章编編节節条條]|[一壹]、).*)
    """,
    matches=(
        "樟汀县灶台管理办法（2020年6月3日公布）第一章总则第一条为管好灶台，制定本办法。",
        "灶台守则第一条灶上不离人。",
    ),
    misses=("根据灶台管理办法，第一条作废", "灶台管理办法第二条"),
    flags=re.VERBOSE | re.DOTALL,
)
ADDRESSEES = Pattern(
    "the addressees above a letter's text",
    r"(?P<whom>[各全](?!.{0,40}如下)[^。；;：:]{1,80}[：:])\s*(?P<text>\S.*)",
    matches=("各学校：书包重，肩膀疼。",),
    misses=("各学校要做到如下几点：一、称一称", "各学校："),
    flags=re.DOTALL,
)
LIST = Pattern(
    "the list of attachments at the end",
    r"\s+(?P<list>附\s*件\s*(?:[:：]|\d\s*[.．、]).*)$",
    matches=("照此办理。 附件：1.名单.docx",),
    misses=("见附件：名单",),
    flags=re.DOTALL,
)
NAME = r"[\u4e00-\u9fff（）()·]{3,40}"
SIGNED = Pattern(
    "signature and date at the end",
    rf"\s+(?P<who>{NAME}(?:\s{NAME}){{0,3}})\s+(?P<date>(?:{DATE.source}|{SHORT_DATE.source}))"
    r"(?P<note>\s*[（(][^（(）)]{1,40}[）)])?\s*$",
    matches=("寄出。 澄原县教育局 2025年12月3日", "一次。 澄原县教育局 2025-12-03（此件公开发布）"),
    misses=("会议于 2025年12月3日 召开。",),
    flags=re.DOTALL,
)


SIGNED_AT_ONCE = Pattern(
    "signature and date right behind the last full stop",
    rf"(?<=[。！])\s*(?P<who>{NAME})\s*(?P<date>{DATE.source})(?P<note>\s*[（(][^（(）)]{{1,40}}[）)])?\s*$",
    matches=("起用。澄原县教育局2025年12月3日",),
    misses=("会议于2025年12月3日召开。", "澄原县教育局2025年12月3日"),
    flags=re.DOTALL,
)


def spread(document: Document) -> Document:
    """The document with the line that holds the whole paper spread over several, which are numbered anew.

    `……的通知澄教〔2021〕9号各校：` gives three lines, `回信寄出。 澄原县教育局 2025年12月3日` at its end three as well.
    """
    total = sum(len(line.text) for line in document.lines)
    long = [line for line in document.lines if len(line.text) >= LONG and len(line.text) >= SHARE * total]
    if not long:
        return document
    parts = [
        replace(line, text=text)
        for line in document.lines
        for text in (_parts(line, is_first=line is document.lines[0]) if line is long[0] else [line.text])
    ]
    if len(parts) == len(document.lines):
        return document
    return replace(document, lines=tuple(Line(number, line.text, line.page) for number, line in enumerate(parts, 1)))


def _parts(line: Line, *, is_first: bool) -> Iterator[str]:
    """The line's paragraphs, those of its head and its end told apart."""
    pieces = GAP.split(line.text) if len(GAP.findall(line.text)) >= FEWEST_GAPS else [line.text]
    for index, piece in enumerate(filter(None, pieces)):
        above, text = _head(piece) if is_first and not index else ([], piece)
        yield from above
        yield from filter(None, _end(text))


def _head(text: str) -> tuple[list[str], str]:
    above = []
    if match := HEAD.compiled.match(text):
        above, text = [match["title"], match["number"]], match["rest"].strip()
    elif match := TITLE.compiled.match(text):
        above, text = [match["title"]], match["rest"]
    elif match := RULE.compiled.match(text):
        above, text = list(filter(None, [match["title"], match["note"]])), match["rest"]
    if match := ADDRESSEES.compiled.match(text):
        above, text = [*above, match["whom"]], match["text"]
    return above, text


def _signed_without_space(text: str) -> re.Match[str] | None:
    """Who signs right behind the last full stop, where it is an office or a school: `起用。澄原县教育局2025年12月3日`."""
    match = SIGNED_AT_ONCE.compiled.search(text)
    return match if match and names_alone(match["who"]) else None


def _end(text: str) -> Iterator[str]:
    """The text, and what is printed below it: attachments, who signs, the date, a note."""
    end = len(text)
    below: list[str] = []
    if match := SIGNED.compiled.search(text) or _signed_without_space(text):
        below = [match["who"], match["date"], *filter(None, [(match["note"] or "").strip()])]
        end = match.start()
    if match := LIST.compiled.search(text[:end]):
        below = [match["list"], *below]
        end = match.start()
    yield text[:end].strip()
    yield from below
