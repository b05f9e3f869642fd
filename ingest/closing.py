"""Where a paper's closing begins: signature, date, copies, forms and the names of attachments."""

from collections.abc import Sequence

from ingest.clean import is_prose, tail
from ingest.document import Line
from ingest.labels import read_label
from ingest.language.patterns import Pattern
from ingest.language.reading import read

LONGEST_LIST_ENTRY = 60  # characters of a line among links or attachments
ATTACHMENT = Pattern(
    "the heading of an attachment, alone on its line",
    r"附\s*[件表录]\s*(?:[\d一二三四五六七八九十]{1,3}(?:-\d)?)?\s*:?",
    matches=("附件2:", "附 件", "附表1", "附件一"),
    misses=("附件:1.任务表", "附件2是任务表"),
)
REMARK = Pattern(
    "a remark below a form",
    r"(?:注|备注|说明|填表说明)\s*[\d一二三]?\s*[:.]",
    ("注:1.用钢笔填", "说明:"),
    ("注意安全",),
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


def closing_start(lines: Sequence[Line]) -> int:
    """The index of the first line of the closing; len(lines) where there is none.

    Short lines between signature, date and attachments, such as their names, belong to them, numbered ones only where
    they stand in the list of attachments.
    """
    forms = _forms_start(lines)
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
    return not tail(text) and (is_prose(text) or len(text) > LONGEST_LIST_ENTRY or "：" in text.rstrip("： "))


def _holds_items(lines: Sequence[Line]) -> bool:
    """Whether a numbered line stands among them that is none of a list of attachments."""
    is_listed = False
    for line in lines:
        is_listed = is_listed or bool(LISTED.compiled.match(read(line.text).folded))
        if not is_listed and read_label(line.text) and not tail(line.text):
            return True
    return False
