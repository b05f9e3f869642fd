"""The title among the lines of a masthead, in one line or over several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.issuer import issuers_of_title
from ingest.language.folding import fold
from ingest.language.leading_places import leading_place
from ingest.language.office_names import names_alone
from ingest.year import plan_year

# Folded text.
KINDS = (
    r"要点|计划书?|计画书?|规划|意见|方案|办法|通知|细则|规定|纲要|安排表?|制度|条例|总结|报告|讲话|思路|公告|指南|章程|预案|部署|打算|决定|须知|简章"
    r"|行事历|校历|规程|措施|清单|通告|规则|准则|标准|工作目标|目标任务|重点工作|工作任务|任务书?|责任书|目标|答复|回复|复函|的函|批复|请示|通报|纪要|纪录|会议记录|倡议书|公约|政策|问答|解读|蓝图|愿景|展望|实施|说明"
)
PLAN_WORD = re.compile(KINDS)
ENDING = re.compile(
    rf"(?:{KINDS})(?:的(?:通知|函|公告|报告|决定))?(?:\s*[(《<][^)》>]*[)》>])*[》>”\"]?(?:\s*(?:之?[一二三]|修订稿?|试行|草案|征求意见稿|摘要|全文))?$"
)
OPEN_END = re.compile(r"(?:的|和|与|及|、|关于|印发|做好|暨|对|在)$|[《(][^》)]*$")
SITE = re.compile(
    r"\s*[_|｜]\s*[^_|｜]{2,40}$|\s+[-—–]+\s+[^-—–]{2,30}$|\s*-+\s*[^-]{2,20}(?:网|政府|局|平台|门户网?站?|信息网)$"
)
LONGEST_TITLE = 60  # characters
LONGEST_FULL_TITLE = 130  # characters of a title that ends like one: 三个局关于……的通知
MOST_LINES = 4
SITE_NAME = re.compile(r"(?:网|网站|门户|平台|在线|欢迎您?[!]?)$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed and the indexes of its lines."""

    text: str
    lines: tuple[int, ...]
    weight: int


def find_title(lines: Sequence[tuple[int, str]]) -> Title | None:
    """The likeliest title of the candidate lines (their index, their text), or None.

    `澄原县教育局` above `2024年工作要点` is one title in two lines; so is `关于做好招生` above `工作的通知`.
    """
    found = [title for first in range(len(lines)) for title in _readings(lines[first : first + MOST_LINES])]
    return max(found, key=lambda title: (title.weight, -title.lines[0], -len(title.lines)), default=None)


def looks_like_a_title(text: str) -> bool:
    """Whether the line ends like the title of a paper and holds no sentence."""
    folded = fold(text)
    return len(text) <= LONGEST_FULL_TITLE and not re.search("[。;]", folded) and bool(_is_complete(folded))


def _readings(lines: Sequence[tuple[int, str]]) -> Iterator[Title]:
    for count in range(1, len(lines) + 1):
        indexes = tuple(index for index, _ in lines[:count])
        texts = [text for _, text in lines[:count]]
        if indexes[-1] - indexes[0] != count - 1 or (count > 1 and not _goes_on(texts)):
            return
        text = SITE.sub("", _joined(texts)).strip(" :：\u3000—")
        if weight := _weight(text):
            yield Title(text, indexes, weight)


def _joined(texts: Sequence[str]) -> str:
    """The parts together, with a space where two offices meet."""
    text = texts[0]
    for part in texts[1:]:
        text += f" {part}" if names_alone(text) and names_alone(part) else part
    return text


def _goes_on(texts: Sequence[str]) -> bool:
    """Whether the last line may go on with what those above it begin."""
    above, last = _joined(texts[:-1]), texts[-1]
    folded = fold(above)
    if SITE_NAME.search(folded) or _is_complete(folded):
        return False
    if names_alone(above):
        return not issuers_of_title(last) or bool(names_alone(last))
    opens = (
        folded.startswith("关于") or plan_year([above], "", [], None) or leading_place(above) or issuers_of_title(above)
    )
    return bool(opens) or bool(OPEN_END.search(folded))


def _weight(text: str) -> int:
    folded = fold(text)
    if not PLAN_WORD.search(folded) or len(text) > LONGEST_FULL_TITLE or _unbalanced(folded):
        return 0
    marks = [
        plan_year([text], "", [], None) is not None,
        bool(issuers_of_title(text)),
        "关于" in folded or leading_place(text) is not None,
    ]
    if len(text) <= 6 and not any(marks):
        return 1
    return 2 + 3 * _is_complete(folded) + sum(marks)


def _is_complete(folded: str) -> bool:
    text = re.sub("《[^》]*》", "", folded) if re.search("关于|印发|转发", folded) else folded
    return bool(ENDING.search(text)) and not _unbalanced(folded) and not OPEN_END.search(text)


def _unbalanced(folded: str) -> bool:
    return folded.count("《") != folded.count("》") or folded.count("(") != folded.count(")")
