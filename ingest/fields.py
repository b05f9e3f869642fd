"""What a web page or a letter says of itself by name: `发文机关：澄原县教育局 成文日期：2024-02-18`."""

import re
from collections.abc import Sequence

from ingest.language.reading import read

# By the field that they fill; "other" ones only tell that the line is none of the plan's own. Folded: Simplified, plain width.
LABELS = {
    "title": "标题|信息名称|文件名称|公文名称|名称|文件标题|信息标题|法规名称|法律名称|题名|subject|re|title",
    "issuer": "发文机关|发文单位|发布机构|发布机关|制发机关|发文机构|印发机关|公开机构|公开责任部门|公开主体|信息公开单位|制定机关|发文部门|issued by|issuer|publisher|from",
    "parent": "所属通知|所属文件|所属公告|所属附件|来自通知",
    "number": "发文字号|文号|公文文号|文件编号|文件字号|公文字号|发文号|字号|policy number|document number",
    "date": "成文日期|成文时间|发文日期|发文时间|生成日期|印发日期|印发时间|签发日期|制发日期|制定日期|修正日期|修订日期|date|dated|issued|issued date|date issued|issued on|adopted|revised|last revised|approved|effective date",
    "source": "来源|信息来源|文章来源|稿件来源|发布单位|信息提供单位|供稿单位|供稿|来稿单位|发布者|发布人|发文者",
    "published": "时间|日期|发布时间|发布日期|公开日期|公开时间|公布日期|发表时间|刊登日期|公告日期|公发布日|发布日|published|posted|posted on",
    "other": (
        "原发布页|原文链接|原文地址|原文|附件下载地址|下载地址|网页地址|发布机构名称|所属站点|更新时间|更新日期|上传时间|录入时间|添加时间|编辑时间|撰写时间|张贴日期"
        "|浏览|浏览次数|浏览量|浏览数|浏览人次|点击|点击数|点击次数|点击率|点击量|阅读|阅读次数|阅读量|阅读数|访问次数|访问量|点阅数|点阅次数|人气|查看|字数"
        "|作者|编辑|责任编辑|责编|审核|审核人|初审|复审|终审|校对|录入|撰稿|通讯员|记者|编审|监制|信息员|签发|签发人|发布机构代码|字体|字体大小"
        "|索引号|索引码|信息索引号|索取号|主题词|主题分类|主题类别|信息分类|信息类别|组配分类|体裁分类|服务对象|服务对象分类|所属主题|所属类别|类别|分类|文种|公文种类"
        "|有效性|效力状态|是否有效|时效性|时效状态|有效状态|生效日期|生效时间|实施日期|施行日期|失效日期|失效时间|废止日期|有效期|有效期至|有效截止日期"
        "|公开方式|公开范围|公开程序|公开时限|公开类别|公开形式|公开属性|信息公开选项|信息公开类别|公开目录|关键词|关键字|摘要|内容概述|内容摘要|简介|语种|统一登记号|统一编号"
        "|登记号|规范性文件编号|信息标识|信息格式|载体类型|记录形式|位置|栏目|所属栏目|所在栏目|发布渠道|受文者|速别|密等|密等及解密条件或保密期限|保密期限|承办人|承办单位|电话|传真"
        "|电子信箱|机关地址|地址|档号|保存年限|联络人|联络电话|联络人及电话|公告类别|正本|副本|抄送|主送|附件|to|note to|cc|sent|author|page|version|tags|layout"
    ),
}
FIELD_OF = {label.replace(" ", ""): field for field, labels in LABELS.items() for label in labels.split("|")}
LABEL = "|".join(r"\s*".join(label.replace(" ", "")) for label in sorted(FIELD_OF, key=len, reverse=True))
# `来源：县教育局`, and in brackets alone `[来源]县教育局`.
IN_BRACKETS = "来源|信息来源|时间|日期|发布时间|发布日期|发布单位"
LABELLED = re.compile(
    rf"(?:(?<=^)|(?<=[\s|\[\](【】]))(?:({LABEL})\s*[\])】]?\s*(?:[:|]|\t)|(?<=[\[【])({IN_BRACKETS})[\]】])"
)
LONGEST_LINE = 200  # characters


def read_fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """The values that the lines give by name, as printed, by field; a value may stand in the line below its label."""
    found: dict[str, list[str]] = {field: [] for field in LABELS}
    pending: str | None = None
    for line in lines:
        if pending and not is_field_line(line):
            found[pending].append(line.strip())
        pending = None
        for field, value in _pairs(line):
            if value:
                found[field].append(value)
            else:
                pending = field
    return found


def field_of(label: str) -> str | None:
    """The field that a cell of a table names: `发文字号` and `文 号：` are the `number`; None where it names none."""
    return FIELD_OF.get(re.sub(r"[\s:]", "", read(label).folded))


def is_field_line(line: str) -> bool:
    """Whether the line opens with the name of a field: `索引号：003`, `2024-01-05 来源：县教育局`, `文 号 | `."""
    folded = read(line).folded
    match = re.search(LABELLED, folded) if len(folded) <= LONGEST_LINE else None
    return match is not None and _opens(folded[: match.start()])


def _opens(before: str) -> bool:
    """Whether nothing but a date and brackets stands before the first label."""
    return not re.sub(r"[\d\s\-./:年月日时分\[\](【】|]", "", before)


def _pairs(line: str) -> list[tuple[str, str]]:
    if not is_field_line(line):
        return []
    matches = list(LABELLED.finditer(read(line).folded))
    at = (*read(line).offsets, len(line))
    ends = [at[match.start()] for match in matches[1:]] + [len(line)]
    return [
        (FIELD_OF["".join((match[1] or match[2]).split())], line[at[match.end()] : end].strip(" \t\u3000|[]【】"))
        for match, end in zip(matches, ends, strict=True)
    ]
