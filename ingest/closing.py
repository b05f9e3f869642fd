"""Where a paper's closing begins: signature, date, copies, forms and the names of attachments."""

import re
from collections.abc import Sequence

from ingest.clean import is_prose, tail
from ingest.document import Line
from ingest.labels import read_label
from ingest.language.patterns import Pattern
from ingest.language.printed_dates import ENGLISH_DATE
from ingest.language.reading import read

MOST_SIGNED = 8  # lines below which nobody's name is looked for, from the end
SHARE_OF_BLANKS = 0.3  # of a slip's lines
LONGEST_LIST_ENTRY = 60  # characters of a line among links or attachments
ATTACHMENT = Pattern(
    "the heading of an attachment, alone on its line",
    r"附\s*[件表录]\s*(?:[\d一二三四五六七八九十]{1,3}(?:-\d)?)?\s*:?",
    matches=("附件2:", "附 件", "附表1", "附件一"),
    misses=("附件:1.任务表", "附件2是任务表"),
)
REMARK = Pattern(
    "a remark below a form",
    r"(?:注|备注|说明|填表说明)\s*[\d一二三]?\s*[:.]|填[表写报]\s*(?:说明|须知|要求)$",
    ("注:1.用钢笔填", "说明:", "填表说明", "填写须知"),
    ("注意安全", "填表要求准确"),
)
SLIP = Pattern(
    "the heading of a slip to be given back",
    r"(?:\S{0,20})(?:回\s*[执条函覆单签帖])\s*[联单条]?(?:\s*[(].{1,20}[)])?\s*:?|(?:reply|return|consent|permission) (?:slip|form)",
    matches=("回 执", "家长回执", "回条(请交班主任)", "reply slip"),
    misses=("回执交班主任。", "请交回执一份,周五前", "回家"),
)
CUT_LINE = Pattern(
    "the line at which a slip is cut off",
    r"""
      [\s.…·・*—–_=-]* [✂✁✃✄] .{0,120}                               # ✂…………
    | [\s.…·・*—–_=-]{3,} [^.…·・*—–_=-]{0,10}[剪裁撕][^.…·・*—–_=-]{0,6} [\s.…·・*—–_=-]{2,}
    """,
    matches=("✂…………", "- - - ✂ - - -", "………请沿虚线剪下………", "-----裁切线-----"),
    misses=("____________", "- - - - - -", "把纸剪下来"),
    flags=re.VERBOSE,
)
BLANK = Pattern(
    "what is to be filled in",
    r"_{2,}|\(\s*\)|[□☐○]\s*\S|年\s+月\s+日|:\s*$|:\s{2,}\S",
    matches=("班级:____", "是( )否( )", "□参加", "家长签名:", "  年  月  日"),
    misses=("校门七点开。", "时间:七点"),
)
NOTHING_FILLED = Pattern(
    "names of what is to be filled in, one behind the other",
    r"(?:[^\s:,。;]{1,10}\s*:\s*)+",
    matches=("学校: 年级: 班级:", "家长签名:"),
    misses=("时间:七点", "校门七点开,请注意:"),
)
SIGNER = Pattern(
    "a person's name with initials, alone on its line",
    r"""
    (?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?
    [A-Z]\.\s?(?P<second>[A-Z]\.\s?)*(?:(?:de|van|von|der|la|Mc)\s)?
    [A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?
    (?:,\s?[A-Z][\w.]{1,6}(?:\s?[A-Z]\.?)*)*                        # , Ph.D.
    """,
    matches=("D. R. Holloway", "E. Porter", "Dr. J. M. Lee, Ph.D.", "C. van Dyke"),
    misses=("D. REFUNDS of fees paid", "1. Holloway", "D. Fees are due."),
    flags=re.VERBOSE,
)
POST = Pattern(
    "the post of who signs an English paper",
    r"""
    ^(?!.*[.!?]$).{0,40}\b(?:
        manager | director | principal | headteacher | head | superintendent | chair(?:man|woman|person)? | president | secretary
      | dean | registrar | treasurer | officer | clerk | chancellor | provost | coordinator | administrator | commissioner
      | trustee | rector | warden | bursar | governor | mayor | counsel(?:lor)?
    )\b
    """,
    matches=("Business Manager", "Principal", "Chair, Board of Governors"),
    misses=("The manager answers in a week.", "January 6, 2025"),
    flags=re.VERBOSE | re.IGNORECASE,
)
LISTED = Pattern(
    "the list of attachments", r"附\s*[件表录]?\s*[:\d]|附\s*[件表录]$", ("附件:1.任务表", "附:"), ("附近的学校",)
)
REACHED = Pattern(
    "how somebody is reached",
    r".*(?:(?:电话|热线|邮箱|邮件|网址|地址|传真|qq|微信|公众号).{0,8}[::].*(?:\d|@)|联系(?:人|方式)?.{0,8}[::].*(?:\d{5}|@))",
    matches=("联系电话:0599-7730001", "邮箱:door@example.org", "联系人:王老师 0700-5550101"),
    misses=("电话:", "(此件公开发布)"),
)

HANDED_IN = Pattern(
    "by when a slip or form is handed in",
    r"""
      .*(?:\d月\d{1,2}日|星期[一二三四五六日天]|周[一二三四五六日天]).{0,6}前.{0,20}[交收送寄返还填]
    | .*[交收送寄返还填].{0,16}(?:\d月\d{1,2}日|星期[一二三四五六日天]|周[一二三四五六日天]).{0,6}前
    | .*\b(?:return|hand(?:ed)?\sin)\b.{0,60}\bby\b.{0,30}\d
    """,
    matches=(
        "(回执由班主任于7月3日前收齐)",
        "请于9月15日前交班主任",
        "本回条请在周五前交回",
        "please return this slip by 5 may",
    ),
    misses=("2026年6月28日", "学生姓名: 家长签名:", "回执"),
    flags=re.VERBOSE,
)


def closing_start(lines: Sequence[Line]) -> int:
    """The index of the first line of the closing; len(lines) where there is none.

    Short lines between signature, date and attachments, such as their names, belong to them, numbered ones only where
    they stand in the list of attachments.
    """
    forms = _forms_start(lines)
    forms = _signer_start(lines[: _slip_start(lines[:forms])])
    starts: list[int] = []
    for index in range(forms - 1, 0, -1):
        text = lines[index].text
        if lines[index].table:
            break
        if tail(text):
            starts.append(index)
        elif is_prose(text) or len(text) > LONGEST_LIST_ENTRY:
            break
    return next((start for start in reversed(starts) if not _holds_items(lines[start:forms])), forms)


def tells_how_to_reach(line: str) -> bool:
    """Whether the line holds a telephone, an address or the like, which readers need wherever it stands."""
    return bool(REACHED.compiled.match(read(line).folded))


def tells_by_when(line: str) -> bool:
    """Whether the line of a slip, else left out, says by when it is handed in."""
    folded = read(line).folded
    return bool(HANDED_IN.compiled.match(folded)) and not BLANK.compiled.search(folded)


def _slip_start(lines: Sequence[Line]) -> int:
    """The index of a slip at the end that readers fill in and give back, or of the line at which it is cut off."""
    for index in range(1, len(lines)):
        folded = read(lines[index].text).folded
        if SLIP.compiled.fullmatch(folded) or CUT_LINE.compiled.fullmatch(folded):
            below = [read(line.text).folded for line in lines[index + 1 :]]
            if sum(bool(BLANK.compiled.search(text)) for text in below) > SHARE_OF_BLANKS * len(below):
                return index
    return len(lines)


def _signer_start(lines: Sequence[Line]) -> int:
    """The index of who signs an English paper by name, with a post or a day below: `D. R. Holloway` above `Principal`.

    Initials look like the next letter of a list; what stands below a signer is a few short lines.
    """
    start = len(lines)
    for index in range(len(lines) - 1, max(0, len(lines) - 1 - MOST_SIGNED), -1):
        text = lines[index].text.strip()
        if lines[index].table or is_prose(text) or len(text) > LONGEST_LIST_ENTRY:
            break
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        is_told = bool(POST.compiled.search(below)) or bool(ENGLISH_DATE.compiled.fullmatch(read(below).folded))
        name = SIGNER.compiled.fullmatch(text)
        if name and (is_told or (name["second"] and start == len(lines))):
            start = index
    return start


def _forms_start(lines: Sequence[Line]) -> int:
    """The index of the first of the attachments at the end that are forms to be filled in, or tables without a rule."""
    start = len(lines)
    for index in range(len(lines) - 1, 0, -1):
        if ATTACHMENT.compiled.fullmatch(read(lines[index].text).folded):
            if any(_is_text(line.text) for line in _without_remarks(lines[index + 1 : start])):
                break
            start = index
    return start


def _without_remarks(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the first remark: `注：1．用钢笔填；`, below which its other points stand."""
    remarks = (index for index, line in enumerate(lines) if REMARK.compiled.match(read(line.text).folded))
    return lines[: next(remarks, len(lines))]


def _is_text(text: str) -> bool:
    """Whether the line is more than a cell of a form: a sentence, or a row of a table with its columns' names."""
    if NOTHING_FILLED.compiled.fullmatch(read(text).folded):
        return False
    return not tail(text) and (is_prose(text) or len(text) > LONGEST_LIST_ENTRY or "：" in text.rstrip("： "))


def _holds_items(lines: Sequence[Line]) -> bool:
    """Whether a numbered line stands among them that is none of a list of attachments."""
    is_listed = False
    for line in lines:
        is_listed = is_listed or bool(LISTED.compiled.match(read(line.text).folded))
        if not is_listed and read_label(line.text) and not tail(line.text):
            return True
    return False
