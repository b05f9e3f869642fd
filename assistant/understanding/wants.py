"""What kind of words would answer a question: a figure with its unit, a share, a date, a name, a body."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.language.folding import fold_with_offsets

# Begins where its digits begin, so that a run of thousands of them is read once and not from each of its digits anew.
NUMBER = (
    r"(?:(?<!\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[—~-]\d+(?:\.\d+)?)?\s*[十百千万亿]*"
    r"|(?<![〇零一二两三四五六七八九十百千万亿])[〇零一二两三四五六七八九十百千万亿]+)"
)
# Measure words of plans. 年, 月 and 日 are dates' own.
UNIT = (
    "个百分点|百分点|平方米|分钟|小时|学时|课时|公里|公斤|万元|亿元|人次|课次|学年|学期|个月|"
    "个|所|名|人|位|间|次|门|项|届|批|份|条|处|台|辆|元|分|天|年|场|支|家|类|种|部|张|篇|户|套|座|岁|周|期|轮|类|节|对|款|米|克|毫升|厘米|本|册|件|级|等|方|人民币|倍|班|校|园|站|面|式|字|句|起|盏|万|亿"
)


class WantKind(StrEnum):
    """The kinds of words that questions ask for."""

    SHARE = "share"
    ORDINAL = "ordinal"
    QUANTITY = "quantity"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    CLOCK = "clock"
    WEEKDAY = "weekday"
    NAME = "name"
    BODY = "body"
    PHONE = "phone"
    PLACE = "place"
    PERSON = "person"
    REASON = "reason"
    PERMISSION = "permission"
    DUTY = "duty"
    LIST = "list"


# Measure words of the same things: a parent says 几间幼儿园, the plan 4所.
SAID_FOR_EACH_OTHER = (
    ("人", "名", "位", "个", "人次"),
    ("所", "间", "家", "个", "园", "校"),
    ("本", "册", "种"),
    ("辆", "台", "部"),
    ("次", "场", "期", "轮", "届"),
    ("项", "条", "个", "种", "类"),
    ("门", "节", "种"),
)
LOOSE = frozenset(
    {WantKind.NAME, WantKind.BODY, WantKind.PERMISSION, WantKind.DUTY, WantKind.LIST, WantKind.REASON, WantKind.PLACE}
)


FIRM = frozenset(
    {
        WantKind.SHARE,
        WantKind.MONEY,
        WantKind.DATE,
        WantKind.DURATION,
        WantKind.CLOCK,
        WantKind.WEEKDAY,
        WantKind.PHONE,
        WantKind.PERSON,
        WantKind.PLACE,
        WantKind.REASON,
    }
)


@dataclass(frozen=True, slots=True)
class Want:
    """A kind of words and, of a quantity, its unit."""

    kind: WantKind
    unit: str = ""

    @property
    def is_strict(self) -> bool:
        """Whether only such words answer: a figure or date, while a name may stand there without quotation marks."""
        return self.kind not in LOOSE

    @property
    def is_firm(self) -> bool:
        """Whether an item without such words cannot answer: 几点 wants a time of day, 多少人 a number of people."""
        return self.kind in FIRM or (self.kind is WantKind.QUANTITY and self.unit not in {"", "个"})


# What asks for it, tried in this order, on folded text; a group is the unit.
ASKED = (
    (WantKind.PHONE, r"(?:电话|热线|手机)号?(?:是|为)?(?:多少(?![次个条部]|小时)|几号|什么(?=\W|$))|号码(?:是|为)?(?:多少|几|什么)|几号电话|打(?:什么|哪个|几号|多少)电话|(?:phone|hotline|telephone) number|what number (?:do|should|can|to)"),
    (WantKind.PERSON, r"(?:局长|校长|园长|书记|主任|科长|老师|负责人|组长|县长|区长|市长)(?:是|叫|姓)(?:谁|哪个|哪位|什么|啥)|姓什么|姓啥|谁(?:是|当)[^，。？?]{0,6}(?:局长|校长|园长|书记|主任|科长)|who is the (?:head|director|principal|chief)"),
    (WantKind.REASON, r"为什么|为何|为啥|什么原因|啥原因|凭什么|凭啥|什么道理|\bwhy\b|what is the reason"),
    (WantKind.PLACE, r"选址(?:在|于)?(?:哪|什么)|地址(?:是|在)?(?:哪|什么|多少)?|(?:建|设|位|盖|开|办|安)在(?:哪|什么地方|啥地方)|在(?:哪个|哪条|什么)(?:街道|乡镇|镇|乡|村|社区|路|街|位置|地方)|具体位置|哪个(?:街道|乡镇|镇|乡|村)|where (?:is|are|will|do|does|can)"),
    (WantKind.ORDINAL, rf"第几(?!条|项|款)({UNIT})"),
    (WantKind.WEEKDAY, r"(?:星期|周|礼拜)几(?![节次天个门堂])|which weekday|what day of the week"),
    (WantKind.CLOCK, r"几点(?:钟|半)?|什么钟点|what time"),
    (WantKind.DATE, r"几月|几号|几日|哪几[天日]|何时|什么时候|啥时候|哪一?天|哪一?年(?!级|更|比|的[^，。？?]{0,6}[多高少低大早好])|什么时间|截止|到哪天|\bwhen\b|deadline|what date|by what (?:date|time)|which (?:date|day|month|year)"),
    (WantKind.SHARE, r"百分之几|百分之多少|百分比|多大比例|什么比例|具体比例|比例(?:是|要|为|达)?(?:到|至)?多少|几成|几个百分点|多少个百分点|率[^，。？?]{0,8}(?:多少|几)|(?:多少|几)的?(?:覆盖率|比例)|what (?:share|percentage|proportion|percent)|\b(?:coverage|participation|\w+) rate\b|how many percent"),
    (WantKind.MONEY, r"多少钱|几块|几元|多少元|多少万|多少亿|收费标准(?:是|为)?(?:多少|什么|几)|how much (?:money|does|do|is|will|are|per)|what (?:fee|subsidy)"),
    (WantKind.DURATION, r"(?<!哪)几个?(分钟|小时|个月|天|年(?!级)|周|学时|课时)|多少(?:个)?(分钟|小时|天|学时|课时)|多久|多长时间|多长|隔多久|how long|how often|how many (?:minutes|hours|days|weeks|months|years)"),
    (WantKind.QUANTITY, rf"(?<![哪第])(?:几|多少)(?:多)?({UNIT})(?!月|号|点半|级)"),
    (WantKind.QUANTITY, r"多少|几多|有几|how many|what number"),
    (WantKind.BODY, r"谁(?!更|比|的[^，。？?]{0,8}[多少高低大小早晚])|哪个(?:部门|科室|单位|科|股|局|机构)|哪些(?:部门|科室|单位)|哪家|由哪|归哪|找哪|哪里负责|\bwho\b|which (?:department|office|section|body|group|unit)"),
    (WantKind.NAME, r"叫什么|叫啥|什么名字|名称|题目|哪份|哪部|什么(?:文件|活动|大赛|比赛|工程|行动|计划)|what is .{0,40}called|name of|which .{0,40}(?:contest|campaign|document|programme|program|project|activity)"),
    (WantKind.DUTY, r"必须[^，。？?]{0,14}[吗么]|要不要|是不是(?:必须|一定|都要|都得)|一定要|非得|强制|需不需要|用不用|\bmust\b|\bhave to\b|required|compulsory|mandatory"),
    (WantKind.PERMISSION, r"可不可以|可以[^，。？?]{0,16}[吗么?？]|能不能|能否|能[^，。？?]{0,14}[吗么]|让不让|许不许|行不行|可否|是否可以|是否允许|允许[^，。？?]{0,14}吗|\bcan\b|\bmay\b|allowed|permitted"),
    (WantKind.LIST, r"哪些|哪几(?:所|个|项|种|类|门|家|样)|哪[两二三四五六七八九十](?:所|个|项|种|类|门|家|样)|\bwhich\b|what (?:kinds|types|subjects|courses)"),
)  # fmt: skip
ANSWERS = {
    WantKind.SHARE: rf"{NUMBER}\s*(?:%|‰|个百分点)|百分之{NUMBER}|全覆盖|全部|\d+[:∶]\d+|{NUMBER}分之{NUMBER}",
    WantKind.ORDINAL: rf"第{NUMBER}(?:{UNIT})|首(?:届|批|次)",
    WantKind.MONEY: rf"{NUMBER}\s*(?:元|万元|亿元|块)|免费|免收|不收",
    WantKind.DATE: rf"(?:\d{{4}}|[二一][〇零一二三四五六七八九]{{3}})年(?:\d+月)?(?:\d+日)?(?:底|前|起)*|{NUMBER}月(?:{NUMBER}日|底|初|上旬|中旬|下旬)?(?:前|起)?|(?:春|秋)季(?:学期)?|年底|年内|月底|学期(?:初|末)|暑假|寒假|每年{NUMBER}月",
    WantKind.DURATION: rf"{NUMBER}\s*(?:分钟|小时|个月|个工作日|工作日|天|日内|年(?!级)|周|学时|课时|学期|次)|每(?:天|日|周|月|年|季度|学期|学年|半年)|[月季周年日](?:通报|点评|考核|调度|报告|评)|定期|半年",
    WantKind.CLOCK: rf"{NUMBER}(?:时|点)(?:{NUMBER}分|半)?|\d{{1,2}}:\d\d",
    WantKind.WEEKDAY: r"(?:周|星期|礼拜)[一二三四五六日天]",
    WantKind.NAME: r"《[^》]+》|“[^”]+”|「[^」]+」|『[^』]+』",
    WantKind.BODY: r"(?:由|经)?[\u4e00-\u9fff、（）()]{2,30}?(?:牵头|负责|会同|主管|承办|组织实施)|由[\u4e00-\u9fff、]{2,20}?(?:科|股|室|局|处|办|中心|委员会|政府|集团|部门|小组|公司)|[\u4e00-\u9fff]{2,12}(?:集团|公司|委员会|中心|研究院|大学|学院)",
    WantKind.PHONE: r"\d{3,4}-\d{7,8}|(?<!\d)1\d{10}(?!\d)|(?:电话|热线|号码)[^，。；]{0,8}\d{5,8}|(?<!\d)\d{7,8}(?!\d|万|元)|(?<!\d)12\d{3}(?!\d|万|元|名|人|所)",
    WantKind.PERSON: r"(?:局长|校长|园长|书记|主任|科长)[:：\s]+[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,3}同志",
    WantKind.REASON: r"因为|由于|因[\u4e00-\u9fff]{2,}|鉴于|为了|针对|根据|原因",
    WantKind.PLACE: r"(?:位于|坐落|选址|地处|设在|建在|设于)[^，。；]{2,20}|[\u4e00-\u9fff]{2,8}(?:路|街|大道|巷|街道|镇|乡|村|片区|新区|园区|社区|校区|旧址)(?![\u4e00-\u9fff]{0,2}(?:学校|中学|小学))",
    WantKind.PERMISSION: r"可以|允许|不得|严禁|禁止|不准|不允许|不再|杜绝|原则上|一律|不予|方可|均可|可(?=[按由在向通选自申凭])",
    WantKind.DUTY: r"必须|应当|须|不得|一律|全部|严禁|自愿|不强制|均(?=[\u4e00-\u9fff])|确保|全覆盖",
    WantKind.LIST: r"[^，,。；;：:（）()、\n]{2,16}(?:、[^，,。；;：:（）()、\n]{1,20})+",
}


def find_wants(folded_question: str) -> tuple[Want, ...]:
    """What the folded question asks for: `由谁负责，几月完成` a body and a date; `怎么办` nothing in particular."""
    wants = []
    for kind, pattern in ASKED:
        if match := re.search(pattern, folded_question):
            wants.append(Want(kind, next((group for group in match.groups() if group), "")))
            folded_question = folded_question[: match.start()] + "，" + folded_question[match.end() :]
    return tuple(wants)


def find_answers(want: Want, text: str, *, asked: str) -> list[tuple[int, int]]:
    """Where in the text stands what is wanted, as (start, end); what the folded question `asked` itself says is none."""
    folded, offsets = fold_with_offsets(text)
    pattern = ANSWERS.get(want.kind) or _quantity(want.unit)
    spans = []
    for match in re.finditer(pattern, folded):
        if match[0] and match[0] not in asked:
            spans.append((offsets[match.start()], offsets[match.end() - 1] + 1))
    return spans


def _quantity(unit: str) -> str:
    """A number with the unit, or with one that people say for it; 个 is said of everything."""
    said = {one for group in SAID_FOR_EACH_OTHER if unit in group for one in group}
    alike = UNIT if unit in {"", "个"} else "|".join(sorted(said or {unit}, key=len, reverse=True))
    return rf"(?<!第){NUMBER}\s*多?(?:{alike})(?!级)"
