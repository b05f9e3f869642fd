"""Who issued the plan, for which place and year, under which number, title and date; what it does not say is None."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ingest.characters import fold, language_of
from ingest.clean import BODY, DATE, masthead
from ingest.document import Document, Line
from ingest.labels import read_label
from ingest.numerals import YEAR, find_years, read_number
from ingest.plan import Identity

NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,12}\s*[〔\[（(【]\s*((?:19|20)\d\d)\s*[〕\]）)】]\s*第?\s*\d{1,4}\s*[号號]"
)
PLAN_WORD = re.compile(
    r"要点|要點|计划|計劃|规划|規劃|意见|意見|方案|办法|辦法|通知|细则|細則|规定|規定|纲要|綱要|安排|制度|条例|條例|总结"
)
OFFICE = re.compile(r"^[省市县縣区區][政教][府委]?[办辦]")
ISSUER = re.compile(rf"^.{{0,20}}?{BODY}")
PLACE_ENDING = re.compile(r"(?:省|市|区|區|县|縣|州|盟|旗|乡|鄉|镇|鎮|街道|新区|新區)$")
OWN_LEVEL = re.compile(r"[全我本]([省市县縣区區州])")
LONGEST_TITLE = 60  # characters
YEAR_OPENING = 12  # characters of the first paragraph in which its year must begin: 2020年全区教育工作的总体要求是


@dataclass(frozen=True, slots=True)
class Head:
    """The lines before the first paragraph: the title's, the 文号, and the index of the first paragraph."""

    title: str | None
    title_lines: frozenset[int]
    number: str | None
    body_start: int


def read_head(lines: Sequence[Line]) -> Head:
    """The masthead of the document.

    `东教〔2014〕1号:东西湖区教育局2014年工作要点` gives both a number and a title.
    """
    body_start = next((i for i, line in enumerate(lines) if _opens_body(line.text)), len(lines))
    number = next((m[0] for line in lines[:body_start] if (m := NUMBER.search(line.text))), None)
    candidates = []
    for line in lines[:body_start]:
        text = NUMBER.sub("", line.text).strip(" :：\u3000")
        if text and len(text) <= LONGEST_TITLE and not masthead(line.text):
            candidates.append((line.number, text))
    named = next((i for i, (_, text) in enumerate(candidates) if PLAN_WORD.search(text)), None)
    if named is None:
        return Head(None, frozenset(), number, body_start)
    title = candidates[named][1]
    parts = {candidates[named][0]}
    if named and ISSUER.fullmatch(candidates[named - 1][1]) and not ISSUER.match(title):
        title = candidates[named - 1][1] + title
        parts.add(candidates[named - 1][0])
    parts |= {n for n, text in candidates if fold(text) == fold(title)}
    return Head(title, frozenset(parts), number, body_start)


def identify(document: Document, head: Head, body: Sequence[Line], tail: Sequence[Line]) -> Identity:
    """The plan's identity from its masthead, first paragraph and signature."""
    opening = body[0].text if body else ""
    issuer = _issuer(head.title, [line.text for line in (*document.lines[: head.body_start], *tail)])
    region = _region(issuer) or _region_of_text([line.text for line in body])
    date = _date([line.text for line in tail])
    year = _year(head.title or "", opening, head.number or "", date)
    title = head.title or _built_title(opening, region, year) or PurePath(document.source).stem
    return Identity(
        id=plan_id(document.source, title),
        title=title,
        issuer=issuer,
        region=region,
        year=year,
        number=re.sub(r"\s", "", head.number) if head.number else None,
        date=date,
        source=document.source,
        language=language_of("".join(line.text for line in body)),
    )


def plan_id(source: str, title: str) -> str:
    """The plan's id: the same for the same file name and title, so that a changed file keeps it."""
    return hashlib.sha256(f"{source}\n{fold(title)}".encode()).hexdigest()[:12]


def _opens_body(text: str) -> bool:
    if masthead(text) or NUMBER.search(text):
        return False
    return read_label(text) is not None or len(text) > LONGEST_TITLE or "。" in text


def _issuer(title: str | None, lines: Sequence[str]) -> str | None:
    if title and (match := ISSUER.match(title) or OFFICE.match(title)):
        return match[0]
    signed = (m for line in reversed(lines) if (m := re.fullmatch(rf"([^\s:：]{{1,20}}?{BODY})(?:\s*{DATE}.*)?", line)))
    sources = (m for line in lines if (m := re.search(rf"[来來]源\s*[:：]\s*(\S{{1,20}}?{BODY})", line)))
    return next((m[1] for m in (*signed, *sources) if not re.match("[省市县縣区區]?教", m[1])), None)


def _region(issuer: str | None) -> str | None:
    place = re.sub(rf"{BODY}$", "", issuer or "")
    return place if len(place) >= 2 and PLACE_ENDING.search(place) else None


def _region_of_text(paragraphs: Sequence[str]) -> str | None:
    """The place of the plan's own level that it names most: a paper that says 全区 and names 未央区 again and again."""
    text = "\n".join(paragraphs)
    own_level = OWN_LEVEL.search(text)  # the first: 全区 in the opening, though it says 全市 of its superiors later
    if not own_level:
        return None
    level = fold(own_level[1])
    names = re.findall(
        rf"(?:[《“\n。，、；]|\d年|[在对立定好])((?![在对])[\u4e00-\u9fff]{{2,4}}?{level})(?![域划位别])", fold(text)
    )
    common = [(name, count) for name, count in Counter(names).most_common() if not re.match("[全我本各社学校试]", name)]
    return common[0][0] if common and common[0][1] >= 2 else None


def _year(title: str, opening: str, number: str, date: str | None) -> int | None:
    if years := find_years(title):
        return years[0]
    match = YEAR.search(opening)
    if match and match.start() < YEAR_OPENING:
        return read_number(match[1] or match[2])
    if match := NUMBER.search(number):
        return int(match[1])
    return int(date[:4]) if date else None


def _date(tail: Sequence[str]) -> str | None:
    """The signature's date as 2014-02-18: `二○一四年二月十八日`."""
    for line in tail:
        if match := re.search(DATE, line):
            parts = [
                read_number(part)
                for part in re.findall(r"[^年月日\s]+", match[0].replace("O", "〇").replace("Ｏ", "〇"))
            ]
            if parts and all(part is not None for part in parts):
                return "-".join(f"{part:02d}" for part in parts)
    return None


def _built_title(opening: str, region: str | None, year: int | None) -> str | None:
    """A title for a paper without one, from what it says of itself: place, year and `教育工作`."""
    if "教育" not in opening or not (region or year):
        return None
    return f"{region or ''}{f'{year}年' if year else ''}教育工作"
