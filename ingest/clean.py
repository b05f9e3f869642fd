"""Lines that belong to the web page, the letter or the printer, not to the plan, each with the reason."""

import re
from collections.abc import Sequence

from ingest.buttons import is_buttons, is_navigation
from ingest.fields import is_field_line
from ingest.labels import read_label
from ingest.language.clocks import TIME
from ingest.language.folding import plain_digits
from ingest.language.office_names import names_alone
from ingest.language.patterns import Pattern
from ingest.language.printed_dates import DATE, REPUBLIC_DATE, SHORT_DATE
from ingest.language.reading import read

# All patterns read a folded line: Simplified, plain width, small letters. A line with 。 is a paragraph, unless a pattern is
# among the SENTENCES.
# Anywhere in the file.
FURNITURE = (
    (
        r"扫一扫|微信扫码|扫描?(?:上方|下方)?二维码|用?手机(?:扫|查看)|(?:一键)?分享(?:到|至)\s*(?:[::]|$|微|qq|朋友|facebook|line)",
        "a prompt of the web page",
    ),
    (r".{0,8}(?:公网安备|icp[备证]).{0,60}$|(?:政府)?网站标识码", "the web site's registration"),
    (
        r"版权所有|版权归|copyright\b|©|produced by|技术支持:|网站(?:主办|承办|建设|维护|管理)单位:.*(?:局|厅|委|府|办|心|司)|(?:您是)?第\s*\d+\s*位访(?:问者|客)|访客人数",
        "the web site's imprint",
    ),
    (
        r"首页\s*[>»›/→]|[>»›]+\s*\S|\S{2,12}\s*[>»›]\s*\S{2,16}\s*[>»›]|(?:当前|您(?:现在|当前)?的|您(?:现在|当前)?所在的?|所在|现在)位置\s*[::>]?|你在这里",
        "the web page's path",
    ),
    (
        r"[上下后前]一?[篇条页则]\s*(?:[::]|$|没有)|相关(?:阅读|文章|链接|新闻|信息|稿件|文档|下载|推荐|内容)\s*(?:[::]|$)|(?:热门|推荐)(?:阅读|文章)\s*[::]?$|友情链接",
        "links of the web page",
    ),
    (r"共印\s*\d+\s*份|\(?共\s*印?\s*\d+\s*份\)?$", "the number of copies printed"),
    (
        rf"[^,;]{{0,40}}(?:{DATE.source})\s*印[发制]?$|(?!.*关于)[^,;]{{2,30}}[局室厅会科府]\s*印发$",
        "the printer's line",
    ),
)
SENTENCES = (
    (r"导语\s*:", "the web site's remark"),
    (
        r"(?:(?:免责|版权)?声明|本文(?:来源|由|转载)|以上内容由|未经授权)[^一二三四五六七八九]{0,4}[::于自]",
        "the web site's remark",
    ),
    (r"(?:抄\s*送|抄\s*报|分\s*送|报\s*送|主\s*送|正\s*本|副\s*本)\s*:", "the copies' addressees"),
)
# Before the plan's first paragraph.
MASTHEAD = (
    (rf"(?:{DATE.source}|{SHORT_DATE.source})(?:\s*{TIME})?$|\d+\s*[人次]+(?:看过|浏览|阅读|围观)", "a date line"),
    (r"[\[(【].{2,600}[\])】]$", "a note under the title"),
    (
        r"(?:特急|急件|加急|平急|特提|秘密|机密|绝密|内部文件|内部资料|公开)(?:[★☆*].{0,8})?$|签\s*发\s*人?\s*:|\d{6}$",
        "the paper's grade",
    ),
    (r"(?:尊敬的)?(?:同志们|各位.{0,24}|老师们.{0,20}|全体.{0,20})\s*[:,!]?$", "the greeting"),
    (r"目\s*[录次]$", "the heading of the contents"),
    (
        r"(?:[各局属直机关有市县区校]|本[局校])(?!.*(?:如下|以下|要求|(?<!主)(?<!重)要|必须|应[当做该]|做好))[^。]{1,180}:$"
        r"|(?!.*(?:如下|以下|要求|要做))[^。,]{2,60}(?:局|厅|学校|单位|部门|政府|幼儿园|科室|中心|办事处|总支|支部|年级|处室|组|小学|中学|教办|学区|机构|教职工):$",
        "the letter's addressees",
    ),
)
MADE = Pattern(
    "who passed or changed a rule, and on which day",
    rf"""
    (?:\d{{1,2}}[.、)]\s*)? (?:{DATE.source}|{SHORT_DATE.source}|{REPUBLIC_DATE.source}) .{{0,140}}
    (?:通过|修正|订定|修订|公布|发布|批准|核定)
    (?: 施行 | 实施 | 全文.{{0,12}} | [^。]{{0,12}}第[^。]{{1,120}}条(?:条文)? )? [)]?[。;]?$
    """,
    matches=(
        "99.3.5 县务会议通过",
        "2013年6月2日 澄原县人民政府公布",
        "2. 中华民国 108 年 7 月 25 日澄原县政府令修正发布第 4 条条文;删除第 7 条条文",
    ),
    misses=("99.3.5 县务会议", "第一条 校门七点开", "1. 5月2日前各校公布第三条所列名单给家长看"),
    flags=re.VERBOSE,
)
# After the plan's last paragraph.
TAIL = (
    (rf"[(【]?.{{2,24}}?(?:{DATE.source})\s*[电讯][)】]?$", "the dispatch line"),
    (rf"\(?(?:{DATE.source}|{SHORT_DATE.source})\)?$", "the date line"),
    (
        r"附(?:件|表|录)?\s*\d{0,2}\s*:|附\s*[件表录]\s*[\d一二三四五六七八九十]{0,2}$|附\s*件\s*[\d一二三四五六七八九十]{1,2}\D",
        "the list of attachments",
    ),
    (
        r"\((?:联系人|联系电话|此件|联系单位|信息公开|公开|依申请).{0,60}\)$|(?:联系人|联系电话|联系方式|咨询电话|监督电话|电子?邮箱|邮箱|地址|邮编|电话|传真)\s*[::].{0,80}$|此件.{0,6}公开",
        "the contact line",
    ),
    (
        r"[(【\[]?(?:责任)?编辑\s*[::]|责编\s*[::]|[(【\[]?(?:审核|初审|复审|终审|校对|录入|撰稿|来源|信息来源|文章来源|作者|签发|阅读|浏览次数|点击数|浏览|主题词|关键词|公开方式|信息公开选项|发布时间|发布日期|标签|分类)\s*[::]",
        "the web page's date and source line",
    ),
    (
        r".{1,80}\.(?:docx?|xlsx?|pdf|wps|et|rar|zip|pptx?|ofd)(?:\s*[\[(].{0,30}[\])])?(?:\s*(?:点击)?下载.{0,10})?$|点击(?:下载|查看)",
        "the list of attachments",
    ),
    (r"(?:网站)?(?:主办|承办|主管|协办)(?:单位)?\s*:", "the web site's imprint"),
    (r"[\[(【]?(?:附件下载|相关附件|附件列表|图解|一图读懂|政策解读).{0,60}$", "links of the web page"),
    (r"[-—\s]*\(?(?:完|全文完|end)\)?[-—\s]*$|[-—_=*·]{3,}$|[-—\s]*\d{1,3}[-—\s]*$", "the end of the page"),
)
ENGLISH_SENTENCE = Pattern(
    "the end of an English sentence",
    r"[a-z’']+ [a-z]\S* [A-Za-z]\S*[.!?]['”’\")]?$",
    matches=("The smith steers in winter.", "Wave a lantern twice."),
    misses=("J. Smith, Ph.D.", "澄原县教育局", "2. Who steers"),
)
PERSON = Pattern(
    "the head of an office, who signs",
    r"代?(?:[部局厅廳省市县縣区區校院][长長]|主任|主席)\s+[\u4e00-\u9fff·]{2,4}",
    matches=("部长 李某某", "局長 陳某某"),
    misses=("部长李某某强调", "县 教育局"),
)
LONGEST_FURNITURE = 160  # characters; a longer line is a paragraph that merely opens alike
LONGEST_NOTE = 600  # characters of a note on who amended a rule, and when


def furniture(line: str) -> str | None:
    """Why the line is no part of any plan, wherever it stands, or None."""
    text = read(line).folded
    if is_buttons(text):
        return "a button of the web page"
    if reason := _first_match(SENTENCES, text):
        return reason
    return None if "。" in text else _first_match(FURNITURE, text)


def masthead(line: str) -> str | None:
    """Why the line, standing before the first paragraph, is no part of the plan's text, or None."""
    if reason := furniture(line):
        return reason
    text = read(line).folded
    if is_field_line(line):
        return "the web page's date and source line"
    if is_making(line):
        return "a note on its making"
    if read_label(text):
        return None
    return _first_match(MASTHEAD, text) or letterhead(line) or ("navigation" if is_navigation(text) else None)


def is_making(line: str) -> bool:
    """Whether the line says when a rule was passed or changed: `112.6.14 縣務會議修正通過`."""
    return bool(MADE.compiled.match(read(line).folded))


def letterhead(line: str) -> str | None:
    """Whether the line is the red head of a paper, `澄原县教育局文件`, or a letter's, `臺北市政府教育局 函`."""
    return "the letterhead" if read_letterhead(line) is not None else None


def read_letterhead(line: str) -> list[str] | None:
    """The offices of a red head, `澄原县教育局文件`; none in the line 文件 alone; None where the line is no red head."""
    match = re.fullmatch(
        r"(.*?)\s*[（(]?(?:文件|通知|公告|通告)[）)]?|(.*\S)\s+(?:函|書函|书函|公告|令|開會通知單)", line.strip()
    )
    if not match or len(line) > LONGEST_FURNITURE:
        return None
    names = (match[1] if match[1] is not None else match[2]).strip()
    if not names:
        return [] if line.strip() == "文件" else None
    return names_alone(names) or None


def tail(line: str) -> str | None:
    """Why the line, standing after the last paragraph, is no part of the plan's text, or None."""
    if reason := furniture(line):
        return reason
    if is_signature(line):
        return "the signature"
    text = read(line).folded
    if "。" in text and not text.startswith("("):
        return None
    return _first_match(TAIL, text)


def is_signature(line: str) -> bool:
    """Whether the line is one or more offices or schools, with or without a date: `澄原县教育局  2023年2月3日`, or the
    head of one by name: `部长 某某某`.
    """
    return bool(signed_bodies(line)) or bool(PERSON.compiled.fullmatch(line.strip()))


def signed_bodies(line: str) -> list[str]:
    """The offices that sign with the line, as printed."""
    text = re.sub(rf"\s*[（(]?(?:{DATE.source}|{SHORT_DATE.source})[）)]?\s*$", "", plain_digits(line))
    text = re.sub(r"[（(](?:盖章|公章|章|代章|蓋章)[）)]", "", text)
    return names_alone(text) if text and len(text) <= LONGEST_FURNITURE and not read_label(text) else []


def is_prose(line: str) -> bool:
    """Whether the line is a paragraph: it holds a sentence's end, or is long and holds commas."""
    if "。" in line or "；" in line or (len(line) >= 30 and bool(re.search("[，,;]", line))):
        return True
    return bool(ENGLISH_SENTENCE.compiled.search(line))


def _first_match(patterns: Sequence[tuple[str, str]], text: str) -> str | None:
    if len(text) > (LONGEST_NOTE if text.startswith("(") and patterns is MASTHEAD else LONGEST_FURNITURE):
        return None
    return next((reason for pattern, reason in patterns if re.match(pattern, text)), None)
