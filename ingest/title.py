"""The title among the lines of a masthead, in one line or over several: what stands there as a title does.

Words that titles end in raise the trust in a line; none is needed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.issuer import LEADING_YEAR, issuers_of_title
from ingest.labels import without_markup
from ingest.language.english_bodies import is_english_body
from ingest.language.folding import fold, is_han
from ingest.language.leading_places import leading_place
from ingest.language.office_names import names_alone
from ingest.year import plan_year

# Folded text.
KINDS = (
    r"要点|计划书?|计画书?|规划|意见|方案|办法|通知|细则|规定|纲要|安排表?|制度|条例|总结|报告|讲话|思路|公告|指南|章程|预案|部署|打算|决定|须知|简章"
    r"|行事历|校历|规程|措施|清单|通告|规则|准则|标准|工作目标|目标任务|重点工作|工作任务|任务书?|责任书|目标|答复|回复|复函|的函|批复|请示|通报|纪要|纪录|会议记录|倡议书|公约|政策|问答|解答|答疑|解读|蓝图|愿景|展望|实施|说明"
    r"|一览表?|公报|白皮书|大纲|守则|指引|手册|提示|一封信|公开信|公示|公布|情况|名单|目录|章则|要求|规范|流程|宣言|介绍|简介|申请表|承诺书|审批表|登记表"
)
PLAN_WORD = re.compile(KINDS)
ENDING = re.compile(
    rf"(?:{KINDS}|法|令)(?:的(?:通知|函|公告|报告|决定))?(?:\s*[(《<][^)》>]*[)》>])*[》>”\"]?(?:\s*(?:之?[一二三]|修订稿?|试行|草案|征求意见稿|摘要|全文))?$"
)
OPEN_END = re.compile(r"(?:的|和|与|及|、|关于|印发|做好|暨|对|在)$|[《(][^》)]*$")
SITE = re.compile(
    r"\s*[_|｜]\s*[^_|｜：:、]{2,20}$|\s+[-—–]+\s+[^-—–]{2,30}$|\s*-+\s*[^-]{2,20}(?:网|政府|局|平台|门户网?站?|信息网)$"
)
ENGLISH_OPEN_END = re.compile(r"(?:(?<!q&)\b(?:of|and|for|the|to|on|in|by|at|with|a)|[,&:-])$")
LONGEST_TITLE = 60  # characters
LONGEST_FULL_TITLE = 130  # characters of a title that ends like one: 三个局关于……的通知
MOST_LINES = 6
SITE_NAME = re.compile(
    r"(?:网|网站|门户|平台|在线|欢迎您?[!]?|频道|专栏|法规库|数据库|资讯网|教育信息|(?:编号|编码)[\s:]*[\d.]+)$"
)
GIVES_OUT = re.compile(r"^.{0,60}?(?:印发|转发|下发|颁布|公布)(?![^《]*》)")
GIVEN_OUT = re.compile(r"(?:通知|公告|通告|函|报告|决定|批复|命令|令|意见)[)》\"]?$")
# What else stands above a text and is no title: an issue of a paper, a count, an address, a name of a part.
NO_TITLE = re.compile(
    r"(?:\d{4}年)?第\s*[\d一二三四五六七八九十]+\s*[期号]|.{2,20}\s+\d{4}[年.-]\d+[月.-]\d+日?$|总第|\d+\s*$(?<!\d{4})|https?://|www\.|.*@|首页|正文$|附件正文$|全文$|内容$|[\W\d_]+$"
    r"|附\s*[件表录]\s*[\d一二三四五六]{0,2}\s*:?$|.{2,12}:\s*[\d-]{7,15}$|(?:[^|]*\|){3}"  # an attachment's, a telephone, a table's head
    r"|.{0,12}?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}:\d\d"  # when a page was put up
    r"|(?:(?:立法|公布|制定|修正)于)?(?:中华)?民国\s*\d.{0,30}日(?:\(.{0,8}\))?令?$|[\u4e00-\u9fff]{2,8}字第\d{6,}号令$"  # a law's days and order
    r"|.{1,8}\s*[>»›]$|(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?$|(?:spring|summer|autumn|fall|winter)\s+\d{4}$"
    r"|(?:[a-z]{3,9}\.?\s+\d{1,2}|\d{1,2}\s+[a-z]{3,9}\.?),?\s+(?:19|20)\d\d$"  # May 12, 2026
    r"|(?:foreword|preface|introduction|contents|table of contents|draft|page \d+)$"
)
DAY_BEHIND = re.compile(r"[\s(（]*(?:19|20)\d\d\s*年\s*(?:\d{1,2}\s*月)?\s*(?:\d{1,2}\s*日)?[春夏秋冬]?季?[)）]?$")
ENGLISH_KINDS = re.compile(
    r"\b(?:plan|policy|policies|rules?|handbook|guide|guidelines?|calendar|report|notice|regulations?|act|code|strategy|procedures?"
    r"|framework|programme|program|manual|schedule|standards?|charter|order|list|agreement|letter|faqs?|questions|answers|q\s?&\s?a|overview|curriculum|budget)\b"
)
FEWEST_WORDED = 2  # letters or Chinese characters of a title
FULL_STOP = re.compile(r"[。;]|[a-z]{2} [a-z]{2,}.*[a-z]\.$")
ENDING_OF_FILE = re.compile(r"\.(?:docx?|pdf|txt|html?|md|wps|ofd|xlsx?|rtf)$", re.I)


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
        text = _without_site(_joined(texts)).strip(" :：\u3000—")
        if weight := _weight(text):
            yield Title(text, indexes, weight)


def _without_site(text: str) -> str:
    """The title without the names of a site's sections behind it: `停车办法_政策文件_县政府`."""
    while (rest := SITE.sub("", text)) != text:
        text = rest
    return text


def bare_title(line: str) -> str:
    """The line as a title: without Markdown's signs, a file's ending, a whole quotation's marks, what a field calls it.

    `# 《停车办法》.pdf` is 停车办法, and so is `所属通知：停车办法`.
    """
    text = without_markup(line)[0] if line[:1] in "#*_" else line
    text = ENDING_OF_FILE.sub("", text.strip()).strip(" :：\u3000—")
    text = re.sub(r"^《([^》]+)》$", r"\1", text)
    named = re.fullmatch(r"[\u4e00-\u9fff]{2,6}[:：]\s*(.{6,})", text)
    return named[1].strip() if named and _is_complete(fold(named[1])) else text


def _joined(texts: Sequence[str]) -> str:
    """The parts together, with a space where two offices or two English words meet."""
    text = texts[0]
    for part in texts[1:]:
        is_apart = (text[-1].isascii() and part[0].isascii()) or (names_alone(text) and names_alone(part))
        text += f" {part}" if is_apart else part
    return text


def _goes_on(texts: Sequence[str]) -> bool:
    """Whether the last line may go on with what those above it begin."""
    above, last = _joined(texts[:-1]), texts[-1]
    folded = fold(above)
    if _is_signature(last) and not names_alone(above):
        return False
    if SITE_NAME.search(folded) or _is_complete(folded) or NO_TITLE.match(fold(last)):
        return False
    if not any(map(is_han, folded)):
        return bool(ENGLISH_OPEN_END.search(folded))
    if issuers_of_title(above) and not names_alone(above) and _opens_title(last, is_within="关于" in folded):
        return False
    if names_alone(above):
        return not issuers_of_title(last) or bool(names_alone(last))
    opens = (
        folded.startswith("关于") or plan_year([above], "", [], None) or leading_place(above) or issuers_of_title(above)
    )
    return bool(opens) or bool(OPEN_END.search(folded)) or bool(GIVES_OUT.match(folded))


def _opens_title(text: str, *, is_within: bool) -> bool:
    """Whether the line names an issuer as a title's first line does; within 关于…… a school's word names none."""
    return bool(issuers_of_title(text)) and (not is_within or "关于" in fold(text) or leading_place(text) is not None)


def _is_signature(text: str) -> bool:
    """Whether it is who gave a paper out, and when: 樟汀县教育局 2026年4月."""
    office = DAY_BEHIND.sub("", text)
    return office != text and bool(names_alone(office))


def _weight(text: str) -> int:
    """How likely the text is the title: 0 where it is none, 1 where it merely stands alone."""
    folded = fold(text)
    if len(text) > LONGEST_FULL_TITLE or _unbalanced(folded) or FULL_STOP.search(folded) or NO_TITLE.match(folded):
        return 0
    if _is_signature(text):
        return 0
    if not any(map(is_han, folded)):
        return _weight_in_english(folded)
    marks = [
        plan_year([text], "", [], None) is not None,
        bool(issuers_of_title(text)),
        "关于" in folded or leading_place(text) is not None,
    ]
    if not PLAN_WORD.search(folded):
        return _weight_of_any(text, folded, sum(marks))
    if len(text) <= 6 and not any(marks):
        return 1
    return 2 + 3 * _is_complete(folded) + sum(marks)


def _weight_of_any(text: str, folded: str, marks: int) -> int:
    """The same for a title of no known kind, such as a headline: `望汀区小学装上护眼灯`."""
    own = re.sub(r"\s", "", LEADING_YEAR.sub("", text))
    is_rest = own == (leading_place(own) or "") or bool(names_alone(text)) or bool(OPEN_END.search(folded))
    if is_rest or SITE_NAME.search(folded) or sum(map(is_han, text)) < FEWEST_WORDED or text[-1] in "：:，,；":
        return 0
    return 1 + min(marks, 2)


def _weight_in_english(folded: str) -> int:
    if not re.search(r"[a-z]{2}", folded) or ENGLISH_OPEN_END.search(folded) or is_english_body(folded):
        return 0
    has_year = plan_year([folded], "", [], None) is not None
    return 1 + 4 * bool(ENGLISH_KINDS.search(folded)) + has_year


def _is_complete(folded: str) -> bool:
    if GIVES_OUT.match(folded) and not GIVEN_OUT.search(folded):
        return False
    text = re.sub("《[^》]*》", "", folded) if re.search("关于|印发|转发", folded) else folded
    return bool(ENDING.search(text)) and not _unbalanced(folded) and not OPEN_END.search(text)


def _unbalanced(folded: str) -> bool:
    return folded.count("《") != folded.count("》") or folded.count("(") != folded.count(")")
