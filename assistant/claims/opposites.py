"""Words of which one excludes the other where the same thing is spoken of: 增加 and 减少, 公办 and 民办, 春季 and 秋季."""

import re

from assistant.understanding.classes import ALIKE, CLASSES, WIDER
from ingest.language.bounds import UNDENIED

PAIRS = (
    (r"增加|增长|提高|上升|提升|上调|新增|升至|升到|升高|上涨|增至|增到|涨到|涨至|扩大|增多|增值|走高|增持|攀升|increas|\brais(?:e|ing)|\bris(?:e|ing)|grow|\bup (?:to|by|from)", r"减少|降低|下降|下调|降至|降到|下滑|减至|减为|减到|下跌|缩小|压减|压缩|缩减|减持|走低|回落|跌至|削减|decreas|reduc|\bcut\b|\bfall|\bdrop|lower|\bdown (?:to|by|from)"),
    (r"延长|lengthen|extend", r"缩短|shorten"),
    (r"比[^,]{1,8}(?:多|高|增加|增长|提高|增)|提高|增加|增长", r"比[^,]{1,8}(?:少|低|减|降)"),
    (r"比[^,]{1,8}(?:多|高|增加|增长|提高|增)", r"比[^,]{1,8}(?:少|低|减|降)|减少|降低|下降"),
    (r"提前|提早|早(?=\d|[一二三四五六七八九十])|earlier", r"推迟|延后|延期|顺延|推后|晚(?=\d|[一二三四五六七八九十])|later than"),
    (r"启动|开始|恢复|开通|继续|保留|照常|设立|成立|新建|新设|新增|新开|开展|开办", r"停止|暂停|终止|关闭|取消|撤销|废止|停办|停运|拆除|撤并|裁减|停开"),
    (r"(?<!不再)(?<!不予)(?<!不)(?<!减)(?:免费|免收|全免|免交|免缴|免除|免(?=学费|保教费))|不收费?|不用交|不用缴|免予收|\bfree\b|exempt|waive", r"不再免|不予减?免|不免|照[收交缴样常]|[要需须]交|缴纳|照收|收取|全额收|照常收|同样收|减半|半价|仍需交|需缴|自费|另收|足额收|(?<!不)(?<!免)收费(?!标准)"),
    (r"最高|最多|至多|上限|封顶|\bat most\b|maximum|up to", r"最低|最少|至少|下限|不低于|不少于|起码|\bat least\b|minimum|no less|no fewer"),
    (
        rf"{UNDENIED}(?:高于|多于|超过|大于)|以上|above|more than|over",
        rf"{UNDENIED}(?:低于|少于|小于)|不足|不到|以下|below|less than|under",
    ),
    (r"不低于|不少于|至少|以上|at least", r"不超过|不高于|不多于|至多|以内|以下|at most|no more than"),
    (r"不变|维持|保持", r"上调|下调|涨|变动|调高|调低"),
    (r"奖励|奖", r"处罚|罚款|罚"),
    (r"支持|赞成|同意|批准|通过", r"反对|否决|拒绝|驳回"),
    (r"盈利|利润|顺差|盈余", r"亏损|逆差|赤字"),
    (r"战胜|击败|获胜|取胜|夺冠", r"负于|不敌|落败|告负|输给|惜败"),
    (r"进口", r"出口"),
    (r"买入|购买|收购|采购", r"卖出|出售|抛售|售出"),
    (r"线上|网上|online", r"线下|现场|offline|in person"),
    (r"校内", r"校外"),
    (r"全部|全体|所有|一律|全覆盖|均|百分之百|100%|\ball\b|every", r"部分|个别|一半|半数|少数|\bsome\b|partly|half"),
    (r"定期", r"不定期"),
    (r"统一", r"自行|分散|各自"),
    (r"优先", r"最后|靠后"),
    (r"(?<!不)合格|(?<!不)达标|优秀", r"不合格|不达标"),
    (r"首次|第一次|首个|首届|首批", r"再次|第二次|最后一次"),
    (r"最大|最长|最快|最强", r"最小|最短|最慢|最弱"),
    (r"国内|境内", r"国外|境外|海外"),
    (r"出生", r"去世|逝世"),
    (rf"{UNDENIED}早于|之前|以前|(?<=[日月年底])前", rf"{UNDENIED}晚于|之后|以后|(?<=[日月年底])后|(?<=[日月年])起"),
    (r"东部", r"西部"),
    (r"南部|南方", r"北部|北方"),
    (r"专职", r"兼职"),
    (r"国家|中央", r"县级|区级|市级|地方"),
    (r"牵头", r"配合|协助"),
    (r"上午", r"下午|晚上"),
)  # fmt: skip
COMPILED = tuple((re.compile(one), re.compile(other)) for one, other in PAIRS)
FIRST_YEARS = (("初中一年级", "初一"), ("初中起始年级", "初一"), ("高中三年级", "高三"), ("小学一年级", "一年级"))
MORE_CLASSES = (
    r"国家级|省级|市级|区级|县级|校级",
    r"普通高中|职业高中|普高|职高",
    r"专科|本科|硕士|博士|研究生",
    r"非学科类|学科类",
    r"专职|兼职",
    r"必修|选修",
    r"双休日|周末|工作日|国庆节?|春节|元旦",
    r"城区|县城|农村|乡村|乡镇",
    r"走读|寄宿|住校",
    r"教师|家长|企业|社区",
)
KINDS = tuple(re.compile(pattern.split("|kindergartens?")[0]) for pattern in (*CLASSES, *MORE_CLASSES))
ANY_KIND = {"学生", "孩子", "儿童", "家长", "校长"}  # spoken of beside all others


def opposite(claim: str, told: str) -> str:
    """What the claim says and the told clause says the opposite of, as `增加 against 减少`; empty where nothing is."""
    for one, other in COMPILED:
        for mine, yours in ((one, other), (other, one)):
            said = mine.search(claim)
            against = yours.search(told)
            if said and against and not yours.search(claim) and not mine.search(told):
                return f"{said[0]} against {against[0]}"
    return ""


def other_kind(claim: str, told: str, everything: str) -> str:
    """A kind that the claim names and none of the quotes does, where the told clause names another of its like.

    `民办幼儿园` of what is said of 公办幼儿园 gives `民办 against 公办`.
    """
    for pattern in KINDS:
        mine, yours = named(pattern, claim), named(pattern, told)
        lacking = [name for name in mine - yours if name not in named(pattern, everything) and name not in ANY_KIND]
        if lacking and yours - mine - ANY_KIND and not mine & yours:
            return f"{lacking[0]} against {sorted(yours - mine)[0]}"
    return ""


def named(pattern: re.Pattern[str], text: str) -> set[str]:
    """What of a kind the text names, alike ones by one name."""
    for long, short in FIRST_YEARS:
        text = text.replace(long, short)
    names = {ALIKE.get(name, name) for name in pattern.findall(text)}
    return {part for name in names for part in (WIDER.get(name) or (name,))}
