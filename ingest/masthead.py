"""The lines before a paper's first paragraph: its title, its number, and where the paragraph begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.clean import ENGLISH_SENTENCE, is_making, is_prose, letterhead, masthead
from ingest.document import Line
from ingest.fields import is_field_line, read_fields
from ingest.front_matter import matter_length, read_matter
from ingest.headings import find_headings
from ingest.labels import read_label, read_labels, without_markup
from ingest.language.folding import fold, plain_digits
from ingest.language.office_names import names_alone
from ingest.language.patterns import Pattern
from ingest.language.reading import read
from ingest.language.words import holds_words
from ingest.language.year_patterns import WESTERN_YEAR
from ingest.mending import opens_broken_label
from ingest.one_line import HEAD
from ingest.questions import find_labels_of_sheet, opens_with_question
from ingest.sequence import style_of
from ingest.title import (
    ENDING_OF_FILE,
    LONGEST_TITLE,
    MOST_LINES,
    NO_TITLE,
    Title,
    bare_title,
    find_title,
    looks_like_a_title,
)

NUMBER = re.compile(
    rf"(?:[\u4e00-\u9fffA-Za-z]{{1,14}}(?:[(（][一二三四五六]?[)）][\u4e00-\u9fff]?)?\s*"
    rf"[〔\[（(【﹝［]\s*{WESTERN_YEAR}\s*年?\s*[〕\]）)】﹞］]\s*(?:第|特|函)?\s*\d{{1,4}}\s*[号號]"
    r"|(?:(?![年月日])[\u4e00-\u9fff（）()]){1,16}字第\s*\d{5,12}[A-Z]?\s*[号號]"
    rf"|[\u4e00-\u9fff]{{2,10}}第\s*\d{{1,4}}/{WESTERN_YEAR}\s*[号號]"
    rf"|(?<![\u4e00-\u9fff《])[\u4e00-\u9fff]{{1,8}}{WESTERN_YEAR}年?\s*第\s*\d{{1,4}}\s*[号號]"
    r"|(?:(?![年月日第])[\u4e00-\u9fff]){2,16}令\s*[（(]?第\s*\d{1,4}\s*[号號])"
)
SUBJECT = re.compile(
    r"主旨\s*[:：]\s*(?:檢送|檢附|函送|函轉|轉知|公告|訂定|修正|有關|检送|函送|转发|为|為)?(?:本[縣市區校])?"
    r"(?:[「《](?P<quoted>[^」》]{4,50})[」》]"
    r"|(?P<named>(?![^，。]*請)[^，。]{4,50}?(?:計畫|要點|辦法|方案|規定|須知|簡章|事項|事宜|措施|名單|日程|计划|要点|办法|事项)))"
)
SPOKEN_OF = re.compile(
    "关于|關於|.*(?:贯彻|貫徹|落实|落實|转发|轉發|执行|執行|按照|根据|根據|依据|依據)"
)  # before another's number
BESIDE_A_NUMBER = " :：\u3000（()）[]【】"
BRACKETED_TAIL = Pattern(
    "what stands in brackets below a title and belongs to it",
    r"""
    \( \s* (?: (?:19|20)\d\d\s*年?(?:版|度|修订)?     # （2024年）, （2024年版）
    | (?:试行|暂行|修订稿?|征求意见稿|送审稿|草案|节选|摘要)
    | [^()\d月日]{0,10}[不]?含[^()\d]{1,16}            # （含专科层次加分）
    ) \s* \)
    """,
    matches=("(2024年)", "(试行)", "(含专科层次加分)", "(不含定向)"),
    misses=("(2024年5月1日)", "(2024年3月县务会议通过)", "(供参考)"),
    flags=re.VERBOSE,
)
# A line of this kind opens the text though it is short: 现将有关事项通知如下： and headings without a number.
OPENS_TEXT = re.compile(
    r".*(?:如下|以下).{0,12}[:：]?$|(?:指导思想|总体(?:要求|思路|目标)|工作(?:思路|目标|目的|原则|重点)|基本原则|主要(?:任务|目标|工作|措施)|重点(?:任务|工作)|目标任务|前言|引言|序言|主旨|说明|依据"
    r"|保障措施|组织领导)\s*[:：]?$|(?:主旨|依据|说明)\s*[:：]|(?:foreword|preface|introduction|purpose|background|overview|(?:executive )?summary|mission|vision|goals)$"
)
# A sentence, though no 。 ends it: 现将体检安排如下，请班主任通知
SENTENCE = re.compile(r"(?:现将|现就|现对|为了?(?!期)|根据|按照|依据|经.{1,12}研究|兹|请)[^《]{2,}[，,]")
EVENT = re.compile(
    r"(?:会议|活动|培训|比赛)?(?:地点|出席|参加(?:人员|对象)?|主持人?|记录人?|对象|费用|名额|人数|议题|内容)(?:人员)?\s*[:：].*\S"
)
EVENT_TIME = re.compile(r"(?:会议|活动|培训|比赛)?(?:时间|日期)\s*[:：].*\S")
RED_HEAD_TITLE = re.compile(r"[\u4e00-\u9fff]{4,}(?:公告|通告|通知|令)$")
ANNOUNCES = re.compile(r"[^，,]{2,}[，,].{4,}[：:]$")  # 排班要公平，法子写在这里：
ADDRESS = re.compile(r"https?://\S+|www\.\S+")
LONGEST_LABEL_OF_ADDRESS = 40  # characters beside an address, in a line that is no text
LONGEST_ENGLISH_TITLE = 110  # characters
LONGEST_FIRST = 100  # characters of a first line that may be a title of no known kind
READ_AHEAD = 200  # lines in which the second of a doubtful label's sequence is looked for

MOST_CANDIDATES = 200  # lines of a head in which a title is looked for
WHEN = re.compile(r"^[\d年月日号星期周./-]+")
LONGEST_BARE_KIND = 6  # characters of 购物清单 and the like
MOST_OPENING = 3  # lines of a report above the paper that it gives
LEAST_IN_OPENING = 2  # the weight of a title that shows more than standing alone
FIRM = 4  # the weight of a title that shows more than standing alone


@dataclass(frozen=True, slots=True)
class Head:
    """The title, the numbers of its lines, the 文号, and the index of the first paragraph.

    `is_firm` where the title ends like one, or a field or heading names it; else it merely stands alone above the text.
    `is_kind` where it ends like a paper's, `一览表`.
    """

    title: str | None
    title_lines: frozenset[int]
    number: str | None
    body_start: int
    is_firm: bool = True

    @property
    def is_kind(self) -> bool:
        """Whether the title ends like that of a paper, 一览表, and says more than what kind it is."""
        bare = WHEN.sub("", self.title or "")
        return len(bare) > LONGEST_BARE_KIND and looks_like_a_title(bare)


def read_head(lines: Sequence[Line]) -> Head:
    """The masthead of the paper.

    `东教〔2014〕1号:东西湖区教育局2014年工作要点` gives both a number and a title.
    """
    matter = read_matter(lines)
    start = find_body(lines)
    above = lines[matter_length(lines) : start]
    fields = read_fields([line.text for line in above])
    number = _number(above, [*matter.numbers, *fields["number"]])
    found = find_title(_candidates(above))
    marked = _marked_title(above, found)
    named = next(iter([*matter.titles, *(bare_title(name) for name in fields["title"])]), None)
    if named and (matter.titles or (not marked and (not found or found.weight <= FIRM))):
        return _titled(named, above, number, start)
    if marked:
        return _titled(marked, above, number, start)
    if fields["parent"] and (not found or found.weight < FIRM):
        return _titled(bare_title(fields["parent"][0]), above, number, start)
    found = found or _title_in_opening(lines[start:])
    if not found:
        subject = _subject(lines[start : start + 1]) or _subject_of(matter.subject)
        return Head(subject or _letterhead(above), frozenset(), number, start)
    below = found.lines[-1] + 1 if found.lines else len(above)
    tail = above[below].text.strip() if below < len(above) else ""
    if BRACKETED_TAIL.compiled.fullmatch(read(tail).folded) and tail not in found.text:
        found = replace(found, text=found.text + tail, lines=(*found.lines, below))
    return replace(_titled(found.text, above, number, start, found.lines), is_firm=found.weight >= FIRM)


def _titled(title: str, above: Sequence[Line], number: str | None, start: int, own: Sequence[int] = ()) -> Head:
    """The head of that title; the lines that hold it, once or more, are the title's."""
    same = {line.number for line in above if fold(bare_title(line.text)) == fold(title)}
    same |= {above[index].number for index in own}
    same |= set(_repeats([(above[index].number, text) for index, text in _candidates(above)], title))
    return Head(title, frozenset(same), number, start)


def _title_in_opening(lines: Sequence[Line]) -> Title | None:
    """The title that stands below a report's opening: a line alone, with a year or a place, right above the first label."""
    for index, line in enumerate(lines[: MOST_OPENING + 1]):
        if not index or not read_label(line.text):
            continue
        if all(is_prose(above.text) for above in lines[: index - 1]):
            text = lines[index - 1].text
            title = None if is_prose(text) or lines[index - 1].table else find_title([(0, text)])
            return replace(title, lines=()) if title and title.weight >= LEAST_IN_OPENING else None
    return None


def _letterhead(above: Sequence[Line]) -> str | None:
    """The red head that stands for a title where there is no other: `澄原县文化局公告`."""
    heads = (line.text for line in above if letterhead(line.text))
    return next((text for text in heads if RED_HEAD_TITLE.search(text)), None)


def _marked_title(above: Sequence[Line], found: Title | None) -> str | None:
    """What Markdown marks as the first heading; the name of a file only where it tells more than that of any file."""
    line = next((line for line in above if is_marked(line.text)), None)
    if line is None:
        return None
    bare, text = without_markup(line.text)[0], bare_title(_without_number(bare_title(line.text)))
    if not holds_words(text) or NO_TITLE.match(fold(text)):
        return None
    own = find_title([(0, text)])
    is_file = bare_title(bare) != bare and bool(ENDING_OF_FILE.search(bare))
    if is_file and (own is None or own.weight < 2) and (found is not None and found.weight >= FIRM):
        return None
    return text if own or not is_file else None


def _candidates(above: Sequence[Line]) -> list[tuple[int, str]]:
    found = []
    for index, line in enumerate(above):
        text = bare_title(_without_number(bare_title(line.text)))
        if text and not masthead(line.text) and not is_field_line(line.text) and not is_address(line.text):
            found.append((index, text))
    return found[:MOST_CANDIDATES]


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
    return match["quoted"] or match["named"] if match else None


def _subject_of(text: str | None) -> str | None:
    match = SUBJECT.match(f"主旨：{text}") if text else None
    return match["quoted"] or match["named"] if match else text


def find_body(lines: Sequence[Line]) -> int:
    """The index of the first line that opens the text; len(lines) where none does."""
    start = matter_length(lines)
    headings = find_headings(lines)
    first_question = min(find_labels_of_sheet(lines), default=len(lines))
    is_first = True
    heading = bool(read_matter(lines).titles)
    for index in range(start, len(lines)):
        text = lines[index].text
        if lines[index].is_row or opens_with_question(text) or index == first_question:
            return index
        if opens_broken_label(lines, index):
            return index
        if is_first and is_marked(text) and not any(is_marked(line.text) for line in lines[index + 1 :]):
            heading, is_first = True, False
            continue
        if _opens_body(text, is_first=is_first) or (heading and _is_section(text)) or _opens_sequence(lines, index):
            return index
        if not is_first and (lines[index].number in headings or _tells_of_event(lines, index)):
            return index
        is_first = is_first and bool(masthead(text) or is_address(text) or is_number_line(text))
        heading = heading or not is_first  # a title stands above
    return len(lines)


def is_marked(line: str) -> bool:
    """Whether Markdown marks the line as a heading of the first depth."""
    return line.startswith("#") and without_markup(line)[1] == 1


def is_number_line(line: str) -> bool:
    """Whether the line holds the paper's number and nothing that could be text."""
    text = plain_digits(line)
    match = NUMBER.search(text)
    return bool(match) and len(text) <= LONGEST_TITLE and "。" not in text


def is_address(line: str) -> bool:
    """Whether the line gives an address of the net and hardly more: `网页地址：https://…`."""
    rest = ADDRESS.sub("", line)
    return rest != line and len(rest) <= LONGEST_LABEL_OF_ADDRESS and "。" not in rest


def _opens_body(line: str, *, is_first: bool) -> bool:
    folded = read(line).folded
    if OPENS_TEXT.match(folded):
        return True
    if masthead(line) or is_number_line(line) or is_address(line):
        return False
    if read_label(line):
        return True
    if names_alone(line) or looks_like_a_title(line):
        return False
    if (
        SENTENCE.match(folded)
        or "。" in line
        or line.endswith(("；", ";"))
        or ANNOUNCES.match(line)
        or ("；" in line and "：" in line)
    ):
        return True
    if line.isascii():
        return len(line) > LONGEST_ENGLISH_TITLE or bool(ENGLISH_SENTENCE.compiled.search(line))
    return len(line) > (LONGEST_FIRST if is_first else LONGEST_TITLE)


def _tells_of_event(lines: Sequence[Line], index: int) -> bool:
    """Whether the line says where a meeting is or who comes, or when where the next says such: `地点：二楼会议室`."""
    folded = read(lines[index].text).folded
    if EVENT.fullmatch(folded):
        return True
    below = read(lines[index + 1].text).folded if index + 1 < len(lines) else ""
    return bool(EVENT_TIME.fullmatch(folded) and EVENT.fullmatch(below))


def _is_section(line: str) -> bool:
    """Whether the line is a heading below the title's: `## 招生对象`, but not `## 附件正文`."""
    bare, depth = without_markup(line) if line.startswith("#") else (line, 0)
    return depth > 1 and not NO_TITLE.match(fold(bare))


def _opens_sequence(lines: Sequence[Line], index: int) -> bool:
    """Whether the line opens with a first label of the doubtful kinds whose second opens a later line: `I. THE SLOPE`."""
    if is_making(lines[index].text):
        return False
    firsts = [label for label in read_labels(lines[index].text) if label.printed and label.number == 1]
    styles = {style_of(label) for label in firsts if label.kind in ("roman", "letter", "stem", "arabic", "chinese")}
    if not styles:
        return False
    later = [label for line in lines[index + 1 : index + READ_AHEAD] for label in read_labels(line.text)]
    return any((style_of(label) in styles and label.number == 2) or label.path == (1, 1) for label in later)


def _without_number(line: str) -> str:
    """The line without the paper's own number, which stands at its start or end; another's within a title stays."""
    text = plain_digits(line)
    if match := HEAD.compiled.fullmatch(text):
        return match["title"] if not match["rest"].strip(BESIDE_A_NUMBER) else text
    for match in NUMBER.finditer(text):
        before, after = text[: match.start()].strip(BESIDE_A_NUMBER), text[match.end() :].strip(BESIDE_A_NUMBER + "#*")
        if not SPOKEN_OF.match(match[0]) and (not before.strip("#* ") or not after):
            return after or before
    return text.strip(" :：\u3000")


def _number(lines: Sequence[Line], named: Sequence[str]) -> str | None:
    """The paper's own number, without white space: that of a line of its own before one that stands within a title."""
    texts = [plain_digits(line.text) for line in lines if not is_making(line.text)]
    found = [
        (text, match[0])
        for text in texts
        if (match := NUMBER.search(text)) and "。" not in text and not SPOKEN_OF.match(match[0])
    ]
    found.sort(key=lambda pair: len(pair[0].replace(pair[1], "").strip(BESIDE_A_NUMBER)) > 0)
    by_name = [match[0] for value in named if (match := NUMBER.search(plain_digits(value)))]
    number = next((number for number in [*by_name, *(number for _, number in found)]), None)
    return re.sub(r"\s", "", number) if number else None
