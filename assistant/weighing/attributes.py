"""What tables of offices and people have columns for, and a row without such a column or cell does not tell: an e-mail address."""

import re

# As questions ask for it, and as a folded row that tells it says so.
ATTRIBUTES = (
    (r"邮箱|电子邮[件箱]|\be-?mail", r"邮箱|电子邮|@|mail"),
    (r"传真|\bfax", r"传真|fax"),
    (r"邮编|邮政编码|\bpost ?code|\bzip code", r"邮编|邮政编码|code"),
    (r"网址|官网|网站(?!公[示布])|\bwebsite|\bweb address", r"网址|官网|网站|www|http"),
    (r"微信号?|公众号|\bwechat", r"微信|公众号|wechat"),
    (r"(?:几|哪个?)(?:号)?(?:房间|办公室|楼)|房间号|\bwhich (?:room|floor)", r"房间|办公室|室|楼|room|floor"),
    (r"面积|多少平方?米|\bfloor area", r"面积|平米|平方|亩|㎡|m2|area"),
    (r"多大年纪|年龄(?:是|多)|\bhow old", r"年龄|岁|出生|年生|\bage|years"),
    (r"什么学历|学历(?:是|要求)|\bwhat degree", r"学历|大专|专科|本科|硕士|博士|高中|中专|degree"),
    (r"什么职称|职称是", r"职称|[高中初]级|正高|副高|[一二三]级"),
)


def lacking_attribute(folded_question: str, folded_row: str) -> str:
    """What the folded question asks for that the folded row has no column or cell of; '' where it asks for no such thing."""
    for asked, told in ATTRIBUTES:
        match = re.search(asked, folded_question)
        if match and not re.search(told, folded_row):
            return match[0]
    return ""
