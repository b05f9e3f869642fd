"""Lines that belong to the web page, the letter or the printer, not to the plan, each with the reason."""

import re
from collections.abc import Sequence

from ingest.document import Line

DATE = r"(?:[12]\d{3}|[一二][〇○零OＯ一二三四五六七八九]{3})\s*年\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*月(?:\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?"
BODY = (
    r"(?:教育(?:和|与)?(?:体育|體育)?(?:局|厅|廳|部|委员会|委員會)|教(?:体|體|科体)局|教委|人民政府(?:办公室|辦公室|办公厅|辦公廳)?"
    r"|(?:委员会|委員會|办公室|辦公室|领导小组|領導小組))"
)

# Anywhere in the file.
FURNITURE = (
    (r"扫一扫|掃一掃|微信扫码|分享到", "a prompt of the web page"),
    (r"(?:.{0,3}公网安备|.{0,3}ICP备|.{0,3}ICP證).{0,40}$", "the web site's registration"),
    (r"版权所有|版權所有|主办单位[:：]|承办单位[:：]|技术支持[:：]|网站标识码", "the web site's imprint"),
    (
        r"(?:无障碍浏览|無障礙瀏覽|长者模式|返回顶部|打印本页|关闭窗口|【?(?:打印|关闭|收藏|字体|字號)】?)",
        "a button of the web page",
    ),
    (r"(?:首页|首頁)\s*[>＞»›/]|(?:当前位置|當前位置|您(?:现在)?的位置|所在位置)\s*[:：]", "the web page's path"),
    (r"(?:上一篇|下一篇|上一页|下一页|相关(?:阅读|文章|链接))", "links of the web page"),
    (r"(?:导语|導語)\s*[:：]", "the web site's remark"),
    (r"共印\s*\d+\s*份", "the number of copies printed"),
    (rf".{{0,40}}{DATE}\s*印[发發]$", "the printer's line"),
    (r"抄\s*送\s*[:：]", "the copies' addressees"),
)
# Before the plan's first paragraph.
MASTHEAD = (
    (
        r"(?:信息|文章)?[来來]源\s*[:：]|(?:发布|發布|更新|成文)?(?:时间|時間|日期)\s*[:：]|"
        r"(?:浏览|瀏覽|点击|點擊|阅读)(?:次数|次數|量)?\s*[:：]|(?:作者|编辑|責任編輯|责任编辑|发布机构|字体|字號|索引号|主题词|有效性)\s*[:：]",
        "the web page's date and source line",
    ),
    (rf"{DATE}$", "a date line"),
    (r"[（(【\[].{2,200}[）)】\]]$", "a note under the title"),
    (
        r"(?:各|局属|局屬|直属|直屬|市直|县直|縣直|区直|區直|机关|機關|有关|有關)[^。]{1,140}[:：]$"
        r"|[^。，,]{2,40}(?:局|厅|廳|学校|學校|单位|單位|部门|部門|政府|幼儿园|幼兒園|科室|中心|办事处|辦事處)[:：]$",
        "the letter's addressees",
    ),
)
# After the plan's last paragraph.
TAIL = (
    (rf"[（(]?{DATE}[）)]?$", "the date line"),
    (rf".{{0,24}}{BODY}(?:\s*{DATE})?$", "the signature"),
    (r"附件?\s*\d{0,2}\s*[:：]", "the list of attachments"),
    (r"[（(](?:联系人|联系电话|此件).{0,60}[）)]$|联系(?:人|电话)\s*[:：]", "the contact line"),
)
LONGEST_FURNITURE = 160  # characters; a longer line is a paragraph that merely opens alike


def furniture(line: str) -> str | None:
    """Why the line is no part of any plan, wherever it stands, or None."""
    return _first_match(FURNITURE, line)


def masthead(line: str) -> str | None:
    """Why the line, standing before the first paragraph, is no part of the plan's text, or None."""
    return furniture(line) or _first_match(MASTHEAD, line)


def tail_start(lines: Sequence[Line]) -> int:
    """The index of the first line of the signature, date, copies and attachments at the end; len(lines) where none.

    Short lines between them, such as the names of attachments, belong to them.
    """
    end = len(lines)
    for index in range(len(lines) - 1, 0, -1):
        if tail(lines[index].text):
            end = index
        elif is_prose(lines[index].text):
            break
    return end


def tail(line: str) -> str | None:
    """Why the line, standing after the last paragraph, is no part of the plan's text, or None."""
    return furniture(line) or _first_match(TAIL, line)


def is_prose(line: str) -> bool:
    """Whether the line is a paragraph: it holds a sentence's end, or is long and holds commas."""
    return "。" in line or "；" in line or (len(line) >= 30 and bool(re.search("[，,;]", line)))


def _first_match(patterns: Sequence[tuple[str, str]], line: str) -> str | None:
    if len(line) > LONGEST_FURNITURE:
        return None
    return next((reason for pattern, reason in patterns if re.match(pattern, line)), None)
