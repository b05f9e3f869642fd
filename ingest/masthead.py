"""The lines before a paper's first paragraph: its title, its number, and where the paragraph begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.clean import masthead
from ingest.document import Line
from ingest.fields import is_field_line, read_fields
from ingest.labels import read_label
from ingest.language.folding import fold, plain_digits
from ingest.language.office_names import names_alone
from ingest.language.reading import read
from ingest.language.year_patterns import WESTERN_YEAR
from ingest.questions import opens_with_question, question_of
from ingest.title import LONGEST_TITLE, MOST_LINES, find_title, looks_like_a_title

NUMBER = re.compile(
    rf"(?:[\u4e00-\u9fffA-Za-z]{{1,14}}\s*[〔\[（(【﹝［]\s*{WESTERN_YEAR}\s*年?\s*[〕\]）)】﹞］]\s*(?:第|特|函)?\s*\d{{1,4}}\s*[号號]"
    r"|(?:(?![年月日])[\u4e00-\u9fff]){1,14}字第\s*\d{5,12}[A-Z]?\s*[号號]"
    rf"|[\u4e00-\u9fff]{{2,10}}第\s*\d{{1,4}}/{WESTERN_YEAR}\s*[号號]"
    rf"|(?<![\u4e00-\u9fff《])[\u4e00-\u9fff]{{1,8}}{WESTERN_YEAR}年?\s*第\s*\d{{1,4}}\s*[号號])"
)
SUBJECT = re.compile(
    r"主旨\s*[:：]\s*(?:檢送|檢附|函送|函轉|轉知|公告|訂定|修正|有關|为|為)?((?![^，。]*請)[^，。]{4,50}?(?:計畫|要點|辦法|方案|規定|須知|簡章|计划|要点|办法))"
)
BESIDE_A_NUMBER = " :：\u3000（()）[]【】"
# A line of this kind opens the text though it is short: 现将有关事项通知如下： and headings without a number.
OPENS_TEXT = re.compile(
    r".*(?:如下|以下).{0,12}[:：]?$|(?:指导思想|总体(?:要求|思路|目标)|工作(?:思路|目标|目的|原则|重点)|基本原则|主要(?:任务|目标|工作|措施)|重点(?:任务|工作)|目标任务|前言|引言|序言|主旨|说明|依据"
    r"|保障措施|组织领导)\s*[:：]?$|(?:主旨|依据|说明)\s*[:：]"
)

MOST_CANDIDATES = 200  # lines of a head in which a title is looked for


@dataclass(frozen=True, slots=True)
class Head:
    """The title, the numbers of its lines, the 文号, and the index of the first paragraph."""

    title: str | None
    title_lines: frozenset[int]
    number: str | None
    body_start: int


def read_head(lines: Sequence[Line]) -> Head:
    """The masthead of the paper.

    `东教〔2014〕1号:东西湖区教育局2014年工作要点` gives both a number and a title.
    """
    start = find_body(lines)
    above = lines[:start]
    candidates = [
        (index, text)
        for index, line in enumerate(above)
        if (text := _without_number(line.text)) and not masthead(line.text) and not is_field_line(line.text)
    ][:MOST_CANDIDATES]
    fields = read_fields([line.text for line in above])
    found = find_title(candidates)
    if (not found or found.weight < 4) and fields["title"]:
        return Head(fields["title"][0], frozenset(), _number(above, fields), start)
    if not found:
        return Head(_subject(lines[start : start + 1]), frozenset(), _number(above, fields), start)
    title_lines = {above[index].number for index in found.lines}
    title_lines |= set(_repeats([(above[index].number, text) for index, text in candidates], found.text))
    return Head(found.text, frozenset(title_lines), _number(above, fields), start)


def _repeats(candidates: Sequence[tuple[int, str]], title: str) -> Iterator[int]:
    """The numbers of the lines that hold the title once more, in one line or over several."""
    for first in range(len(candidates)):
        for count in range(1, MOST_LINES + 1):
            lines = candidates[first : first + count]
            if fold("".join(text for _, text in lines)) == fold(title):
                yield from (number for number, _ in lines)


def _subject(lines: Sequence[Line]) -> str | None:
    """The plan that a letter's subject sends: `主旨：檢送113學年度實施計畫一份，請查照。` is 113學年度實施計畫."""
    match = SUBJECT.match(lines[0].text) if lines else None
    return match[1] if match else None


def find_body(lines: Sequence[Line]) -> int:
    """The index of the first line that opens the text; len(lines) where none does."""
    return next((index for index, line in enumerate(lines) if _opens(line) or (index and _asks(line))), len(lines))


def is_number_line(line: str) -> bool:
    """Whether the line holds the paper's number and nothing that could be text."""
    text = plain_digits(line)
    match = NUMBER.search(text)
    return bool(match) and len(text) <= LONGEST_TITLE and "。" not in text


def _opens(line: Line) -> bool:
    return line.is_row or _opens_body(line.text)


def _asks(line: Line) -> bool:
    return question_of(line.text) is not None


def _opens_body(line: str) -> bool:
    if OPENS_TEXT.match(read(line).folded) or opens_with_question(line):
        return True
    if masthead(line) or is_number_line(line):
        return False
    if read_label(line):
        return True
    if names_alone(line) or looks_like_a_title(line):
        return False
    return len(line) > LONGEST_TITLE or "。" in line or line.endswith(("；", ";"))


def _without_number(line: str) -> str:
    text = plain_digits(line)
    rest = NUMBER.sub("", text)
    return rest.strip(BESIDE_A_NUMBER) if rest != text else text.strip(" :：\u3000")


def _number(lines: Sequence[Line], fields: dict[str, list[str]]) -> str | None:
    """The paper's own number, without white space: that of a line of its own before one that stands within a title."""
    texts = [plain_digits(line.text) for line in lines]
    found = [(text, match[0]) for text in texts if (match := NUMBER.search(text)) and "。" not in text]
    found.sort(key=lambda pair: len(pair[0].replace(pair[1], "").strip(BESIDE_A_NUMBER)) > 0)
    named = [match[0] for value in fields["number"] if (match := NUMBER.search(plain_digits(value)))]
    number = next((number for number in [*named, *(number for _, number in found)]), None)
    return re.sub(r"\s", "", number) if number else None
