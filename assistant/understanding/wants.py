"""What kind of words would answer a question: a figure with its unit, a share, a date, a name, a body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.language.actors import find_leaders, find_responsible
from ingest.language.folding import fold
from ingest.language.quantities import Quantity
from ingest.language.reading import Reading, read
from ingest.language.sites import find_sites
from ingest.language.units import MEASURE_WORDS, UNITS

UNIT = MEASURE_WORDS


class WantKind(StrEnum):
    """The kinds of words that questions ask for."""

    SHARE = "share"
    ORDINAL = "ordinal"
    QUANTITY = "quantity"
    CHARGE = "charge"  # whether it costs anything
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"  # or how often
    LENGTH = "length of time"
    AGE = "age"  # or the days of birth that it comes to
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
    YEAR = "year"


LOOSE = frozenset(
    {
        WantKind.NAME,
        WantKind.BODY,
        WantKind.CHARGE,
        WantKind.PERMISSION,
        WantKind.DUTY,
        WantKind.LIST,
        WantKind.REASON,
        WantKind.PLACE,
        WantKind.YEAR,  # that of the paper, where no other is said
    }
)


FIRM = frozenset(
    {
        WantKind.SHARE,
        WantKind.MONEY,
        WantKind.DATE,
        WantKind.DURATION,
        WantKind.LENGTH,
        WantKind.AGE,
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
    is_responsible: bool = field(default=False, compare=False)  # of a body: the one that is made responsible
    is_carried: bool = field(default=False, compare=False)  # taken over from the talk, for another thing: 照管员呢

    @property
    def is_strict(self) -> bool:
        """Whether only such words answer: a figure or date, while a name may stand there without quotation marks."""
        return self.kind not in LOOSE

    @property
    def is_firm(self) -> bool:
        """Whether an item without such words cannot answer: 几点 wants a time of day, 多少人 a number of people."""
        if self.kind is WantKind.BODY:
            return self.is_responsible  # 由谁负责 wants the office that is named; 找谁 a way to get help
        return self.is_carried or self.kind in FIRM or (self.kind is WantKind.QUANTITY and self.unit not in ANY_UNIT)


# 由谁负责, 哪个科牵头: the office that is made responsible, and not where to find help.
RESPONSIBLE_ASKED = r"由谁(?=(?:来|去)?(?:负责|牵头|主管|主抓|主办|承办|组织|落实|\W|$))|谁(?:来|去)?(?:负责|牵头|主管|主抓|主办|承办|组织实施)|(?:哪个|哪些)(?:部门|科室|单位|科|股|局|机构)(?:来|去)?(?:负责|牵头|主管|主抓|主办|承办|管)|由哪个?|归哪个?(?:部门|科室|单位)|哪里负责|who is (?:responsible|in charge)|which (?:department|office|section|body|unit) is (?:responsible|in charge)"  # fmt: skip
# What asks for it, tried in this order, on folded text; a group is the unit.
ASKED = (
    (WantKind.PHONE, r"(?:电话|热线|手机)号?(?:是|为)?(?:多少(?![次个条部]|小时)|几号|什么(?=\W|$))|号码(?:是|为)?(?:多少|几|什么)|几号电话|打(?:什么|哪个|几号|多少)电话|(?:phone|hotline|telephone) number|what number (?:do|should|can|to)"),
    (WantKind.PERSON, r"(?:局长|校长|园长|书记|主任|科长|老师|负责人|组长|县长|区长|市长)(?:是|叫|姓)(?:谁|哪个|哪位|什么|啥)|姓什么|姓啥|谁(?:是|当)[^，。？?]{0,6}(?:局长|校长|园长|书记|主任|科长)|who is the (?:head|director|principal|chief)"),
    (WantKind.REASON, r"为什么|为何|为啥|什么原因|啥原因|凭什么|凭啥|什么道理|\bwhy\b|what is the reason"),
    (WantKind.PLACE, r"选址(?:在|于)?(?:哪|什么)|地址(?:是|在)?(?:哪|什么|多少)?|(?:建|设|位|盖|开|办|安)在(?:哪|什么地方|啥地方)|在(?:哪个|哪条|什么)(?:街道|乡镇|镇|乡|村|社区|路|街|位置|地方)|具体位置|哪个(?:街道|乡镇|镇|乡|村)|where (?:is|are|will|do|does|can)"),
    (WantKind.ORDINAL, rf"第几(?!条|项|款)({UNIT})"),
    (WantKind.WEEKDAY, r"(?:星期|周|礼拜)几(?![节次天个门堂])|which weekday|what day of the week"),
    (WantKind.CLOCK, r"几点(?:钟|半)?|什么钟点|what time"),
    (WantKind.DATE, r"几月|几号|几日|哪几[天日]|何时|什么时候|啥时候|哪一?天|什么时间|截止|到哪天|\bwhen\b|deadline|what date|by what (?:date|time)|which (?:date|day|month|year)"),
    (WantKind.YEAR, r"哪一?年(?!级|更|比|的[^，。？?]{0,6}[多高少低大早好])"),
    (WantKind.SHARE, r"(?:生师|师生|男女|师幼|幼师|生机|人机|床位)比(?:是|为|达到|要)*多少|百分之几|百分之多少|百分比|多大比例|什么比例|具体比例|比例(?:是|要|为|达)?(?:到|至)?多少|几成|几个百分点|多少个百分点|(?:率|占比|比重)[^，。？?]{0,8}(?:多少|几)|(?:多少|几)的?(?:覆盖率|比例)|what (?:share|percentage|proportion|percent)|\b(?:coverage|participation|\w+) rate\b|how many percent"),
    (WantKind.CHARGE, r"(?:[交缴付出掏给花收加要]|收取)(?:钱|费用?)[吗么不]|[交缴付收要]不[交缴付收要](?:钱|费)?(?=\W|$)|要不要(?:另外|再|额外)?[交缴付出掏给花加收]?(?:钱|费用?)|免不免费|免费的?[吗么]|费(?:用)?要?[交缴付][吗么]|\bis .{0,60}\bfree\b|\b(?:do|does|must|will|have to|need to) (?:\w+ ){0,4}pay\b"),
    (WantKind.MONEY, r"(?:工资|薪水|薪资|待遇|学费|收费|费用|保教费|伙食费|餐费|车费|书费|住宿费|补贴|补助|津贴|奖金|助学金|押金|定金|罚款|租金|价格|价钱|票价|经费|退休金|养老金|奖学金|保险费|赔偿金?|会费|报名费)(?:标准)?(?:一共|大概|[每一]个?(?:月|年|天|日|人|生|次|套|份|学期|学年))*(?:是|为|有|要|得|交|缴|付|花)*(?:多少|几)(?!个|人|名|次|项|天|年|所)|(?:[每一]个?(?:月|年|天|日|人|生|次|套|份|学期|学年))+(?:要|得|需要?|应|能|可以?|最高|最多)*(?:交|缴|付|花|收|领|赔|退)(?:纳|取|给|到)?(?:多少|几)(?=$|[\W呢啊呀吗])|(?:领|拿|发|给)(?:到|取)?多少(?:奖学金|助学金|补助|补贴|津贴|奖金)|(?:投入|投资|拨款|拨付|资金|预算|奖励?|补|罚)(?:了|到|要|会|能|得|大概|一共)*(?:多少|几)(?=$|[\W呢啊呀吗])|多少钱|几多?钱|几块|几元|多少元|多少万|多少亿|收费标准(?:是|为)?(?:多少|什么|几)|(?:收费|补助|补贴|资助|奖励|缴费|津贴|学费|保教费)的?(?:标准|金额|额度)(?=\W|$)|how much (?:money|does|do|is|will|are|per)|what (?:fee|subsidy)"),
    (WantKind.LENGTH, r"多长时间(?![^，。？?]{0,4}一[次回遍])|多长(?=\W|$)|how long"),
    (WantKind.AGE, r"(?:[几多少]|多大)(?:个)?周?岁|多大年[纪龄]|年[龄纪](?:要求|限制|条件|规定)?(?:是|为|有|上)?(?:多[大少]|几|什么|怎么|哪些)|\bhow old\b|\bwhat age\b|\b(?:minimum|maximum|youngest|oldest|required) age\b|\bage (?:limit|requirement|rule)s?\b"),
    (WantKind.DURATION, r"(?<!哪)几个?(分钟|小时|个月|天|年(?!级)|周|学时|课时)|多少(?:个)?(分钟|小时|天|学时|课时)|多久|多长时间|隔多久|how often|how many (?:minutes|hours|days|weeks|months|years)"),
    (WantKind.QUANTITY, rf"(?<![哪第])(?:几|多少)(?:多)?(?!日|个点)(?:个(?=班))?({UNIT})(?!月|号|点半|级)"),
    (WantKind.QUANTITY, r"多少|几多|有几|how many|what number|(?:哪个|哪边|哪里|哪家|哪儿|谁)(?!的)[^，。？?]{0,14}(?:更|最|比较)(?:多|少|高|低|大|贵|便宜)"),
    (WantKind.BODY, RESPONSIBLE_ASKED),
    (WantKind.BODY, r"谁(?!更|比|的[^，。？?]{0,8}[多少高低大小早晚])|哪个(?:部门|科室|单位|科|股|局|机构)|哪些(?:部门|科室|单位)|哪家|由哪|归哪|找哪|哪里负责|\bwho\b|which (?:department|office|section|body|group|unit)"),
    (WantKind.NAME, r"叫什么|叫啥|什么名字|名称|题目|哪份|哪部|什么(?:文件|活动|大赛|比赛|工程|行动|计划)|what is .{0,40}called|name of|which .{0,40}(?:contest|campaign|document|programme|program|project|activity)"),
    (WantKind.DUTY, r"必须[^，。？?]{0,14}[吗么]|要不要|是不是(?:必须|一定|都要|都得)|一定要|非得|强制|需不需要|用不用|\bmust\b|\bhave to\b|required|compulsory|mandatory"),
    (WantKind.PERMISSION, r"可不可以|可以[^，。？?]{0,16}[吗么?？]|能不能|能否|能[^，。？?]{0,14}[吗么]|让不让|许不许|行不行|可否|是否可以|是否允许|允许[^，。？?]{0,14}吗|\bcan\b|\bmay\b|allowed|permitted"),
    (WantKind.LIST, r"哪些|哪几(?:所|个|项|种|类|门|家|样)|哪[两二三四五六七八九十](?!年|月|天|周|级)|\bwhich\b|what (?:kinds|types|subjects|courses)"),
)  # fmt: skip
ANSWERS = {
    WantKind.SHARE: r"全覆盖|全部|(?<![\d:])\d+(?:\.\d+)?[:：]\d+(?:\.\d+)?(?![\d:])",
    WantKind.YEAR: r"(?:19|20)\d\d年",
    WantKind.CHARGE: r"免费(?!教育|师范|开放)|全免|免[收交缴除]|减[免收半]|不(?:再|得|予)?(?:另行|另外|额外)?收(?:取)?|自[费理]|由[^，。；]{0,8}承担|酌收|\bfree\b|paid (?:for )?by \w+(?: \w+)?|no charge",
    WantKind.MONEY: r"免费(?!教育|师范|开放)|免收|不收",
    WantKind.DURATION: r"每(?:天|日|周|月|年|季度|学期|学年|半年)|[月季周年日](?:通报|点评|考核|调度|报告|评)|定期",
    WantKind.NAME: r"《[^》]+》|“[^”]+”|「[^」]+」|『[^』]+』",
    WantKind.PHONE: r"\d{3,4}-\d{7,8}|(?<!\d)1\d{10}(?!\d)|(?:电话|热线|号码)[^，。；]{0,8}\d{5,8}|(?<!\d)\d{7,8}(?!\d|万|元)|(?<!\d)12\d{3}(?!\d|万|元|名|人|所)",
    WantKind.PERSON: r"(?:局长|校长|园长|书记|主任|科长)[:：\s]+[\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,3}同志",
    WantKind.REASON: r"因为|由于|因[\u4e00-\u9fff]{2,}|鉴于|为了|针对|根据|原因",
    WantKind.PERMISSION: r"可以|允许|不得|严禁|禁止|不准|不允许|不再|杜绝|原则上|一律|不予|方可|均可|可(?=[按由在向通选自申凭])",
    WantKind.DUTY: r"必须|应当|须|不得|一律|全部|严禁|自愿|不强制|均(?=[\u4e00-\u9fff])|确保|全覆盖",
    WantKind.LIST: r"[^，,。；;：:（）()、\n]{2,16}(?:、[^，,。；;：:（）()、\n]{1,20})+",
}
# A bare figure in a table's row, behind the name of its column: 计划班数：2.
CELL_FIGURE = re.compile(
    r"(?:^|[；;\n])\s*(?!序号|编号)([^：:；;\n]{1,40})[：:]\s*(\d+(?:,\d{3})*(?:\.\d+)?)(?: (?:per|a|each) \w+)?\s*(?=[；;\n]|$)"
)
COLUMNS = {
    WantKind.MONEY: r"元|费|金额|价|标准|补助|补贴|\b(?:rmb|yuan|amount|fees?|price|cost|tuition|charge)\b",
    WantKind.SHARE: "率|比例|占比|%",
    WantKind.DURATION: "时长|天数|学时|课时|分钟|小时",
    WantKind.LENGTH: "时长|天数|学时|课时|分钟|小时",
}
# Columns of people, in tables of enrolment: 总计：70.
PEOPLE, PEOPLE_COLUMNS = (
    frozenset({"人", "名", "位"}),
    re.compile("人数|学生数|教师数|教职工数|幼儿数|名额|计划数?$|合计|总计|小计|招生数|录取数"),
)
PERSON = re.compile(r"\s*(?:\w{0,4}(?:人|[学考新]?生|孩子|名额|学位|教师|老师|家长|儿童|幼儿))")
COUNTING_COLUMN = re.compile(
    "[数量号次级年月日]|时间|人|班|电话"
)  # whose figures are of no money, whatever is above the table
# When one may, told by what must have passed: 什么时候能回学校 is answered by 症状消失四十八小时后.
WHEN_ASKED = re.compile(r"(?:什么|啥)时候|何时|\bwhen\b")
LATER = re.compile(
    r"(?:满|超过)?(?:\d+|[一二三四五六七八九十两]{1,3})个?(?:小时|天|日|周|星期|月|工作日)(?:之|以)?[后内]"
)
BORN = re.compile(r"[^，。；;,]{0,4}出生")  # behind the days: an age in other words
TITLE = re.compile(r"《[^》]*》")  # the years in the title of a paper are no date of what it is about
# 多厚 asks for a thickness in any unit of size.
HOW_GREAT = re.compile(r"多([厚高宽深远重])(?![兴要视点新复阔大级的])")
# 多大能上一年级, 娃多大了才收: of people, where no extent is asked for, as in 多大面积
HOW_OLD = re.compile(
    r"多大(?:的?年[龄纪]|岁数?|了)?(?=(?:就|才)?(?:能|可以|可|该|要|得|上(?!课)|入|读|收|报|算)|的?(?:孩子|小孩|娃|儿童|学生|人)(?!数))"
)
GREATNESS = {"厚": "厚度", "高": "高度", "宽": "宽度", "深": "深度", "远": "距离", "重": "重量"}
ANY_UNIT = frozenset({"", "个"})
MONEY = "元"  # the group: 300块 too
OF_MONEY = frozenset({WantKind.MONEY, WantKind.CHARGE})
# The kinds that quantities answer, and what the measure words of their answers count.
COUNTED = {
    WantKind.SHARE: frozenset({"share"}),
    WantKind.CHARGE: frozenset[str](),
    WantKind.MONEY: frozenset[str](),
    WantKind.DURATION: frozenset({"time", "lessons", "often"}),
    WantKind.LENGTH: frozenset({"time", "lessons"}),
    WantKind.AGE: frozenset({"age"}),
    WantKind.ORDINAL: frozenset[str](),
    WantKind.QUANTITY: frozenset[str](),
}


def in_measures(folded_question: str) -> str:
    """The folded question with what is measured named: `面层厚度多少米` for `面层多厚`, `年龄多少岁能` for `多大能`."""
    folded_question = HOW_OLD.sub("年龄多少岁", folded_question)
    return HOW_GREAT.sub(lambda match: f"{GREATNESS[match[1]]}多少米", folded_question)


def find_wants(folded_question: str) -> tuple[Want, ...]:
    """What the folded question asks for: `由谁负责，几月完成` a body and a date; `怎么办` nothing in particular."""
    wants = []
    folded_question = in_measures(folded_question)
    for kind, pattern in ASKED:
        if match := re.search(pattern, folded_question):
            unit = next((group for group in match.groups() if group), "")
            is_firm = pattern == RESPONSIBLE_ASKED
            wants.append(_of_unit(kind, unit) if unit else Want(kind, is_responsible=is_firm))
            folded_question = folded_question[: match.start()] + "，" + folded_question[match.end() :]
    return tuple(wants)


def _of_unit(kind: WantKind, unit: str) -> Want:
    """The want of a unit: a length of time, or any quantity where it is said of anything, as 几样 and 几片 are."""
    counted = UNITS[unit].counts
    if kind is WantKind.QUANTITY and "time" in counted:
        return Want(WantKind.DURATION, unit)
    return Want(kind, unit if counted or kind is not WantKind.QUANTITY else "个")


def find_answers(want: Want, text: str, *, asked: str, above: str = "") -> list[tuple[int, int]]:
    """Where in the text stands what is wanted, as (start, end); what the folded question `asked` itself says is none.

    `above` is what stands above the text, such as a table's caption, which may name the unit of its figures.
    """
    reading = read(text)
    titles = [] if want.kind is WantKind.NAME else [match.span() for match in TITLE.finditer(reading.folded)]
    return [
        (reading.offsets[start], reading.offsets[end - 1] + 1)
        for start, end in _find_spans(want, reading, fold(above), asked)
        if start < end
        and reading.folded[start:end] not in asked
        and not any(first <= start and end <= last for first, last in titles)
    ]


def _find_spans(want: Want, reading: Reading, above: str, asked: str) -> Iterable[tuple[int, int]]:
    folded = reading.folded
    if want.kind is WantKind.BODY:
        return find_leaders(folded) if want.is_responsible else find_responsible(folded)
    if want.kind is WantKind.PLACE:
        return find_sites(folded)
    if want.kind is WantKind.DATE:
        days = [(date.start, date.end) for date in reading.dates if date.weekday]  # 每周三, for 哪天
        dated = sorted([*((when.parts[0].start, when.end) for when in reading.whens if when.is_dated), *days])
        later = [match.span() for match in LATER.finditer(folded)] if WHEN_ASKED.search(asked) else []
        return dated or later
    if want.kind is WantKind.AGE:
        dated = [(when.parts[0].start, when.end) for when in reading.whens if when.is_dated]
        born = [(start, match.end()) for start, end in dated if (match := BORN.match(folded, end))]
        return sorted([*born, *((one.start, one.end) for one in reading.quantities if _is_wanted(one, want, folded))])
    if want.kind is WantKind.CLOCK:
        return ((date.start, date.end) for date in reading.dates if date.minutes is not None)
    if want.kind is WantKind.WEEKDAY:
        return ((date.start, date.end) for date in reading.dates if date.weekday)
    spans = [match.span() for match in re.finditer(ANSWERS[want.kind], folded)] if want.kind in ANSWERS else []
    if want.kind in COUNTED:
        spans += [(one.start, one.end) for one in reading.quantities if _is_wanted(one, want, folded)]
        spans += [match.span(2) for match in CELL_FIGURE.finditer(folded) if _names_unit(match[1], above, want)]
    return sorted(set(spans))


def _names_unit(column: str, above: str, want: Want) -> bool:
    """Whether the name of a column, or what stands above the table, says that its figures are of the kind wanted.

    计划班数 is of classes, 学费 of money, and so is 寄宿 below 收费标准（单位：元）.
    """
    if want.kind is WantKind.QUANTITY:
        is_of_people = want.unit in PEOPLE and PEOPLE_COLUMNS.search(column)
        is_of_marks = want.unit == "分" and "分" in above and not COUNTING_COLUMN.search(column)
        return want.unit in ANY_UNIT or want.unit in column or bool(is_of_people or is_of_marks)
    named = COLUMNS.get(want.kind)
    if not named:
        return False
    return bool(re.search(named, column) or (re.search(named, above) and not COUNTING_COLUMN.search(column)))


def _is_wanted(one: Quantity, want: Want, folded: str) -> bool:
    """Whether a quantity is of the kind wanted, in its unit or one that people say for it; 个 is said of everything."""
    if one.is_ordinal or want.kind is WantKind.ORDINAL:
        return one.is_ordinal and want.kind is WantKind.ORDINAL and one.measure is not None
    if one.measure is None:
        return want.kind is WantKind.QUANTITY and want.unit in ANY_UNIT and one.printed[-1] in "万亿"
    if one.unit == "日" and _is_day(one, folded):
        return False
    if want.kind is WantKind.QUANTITY:
        if want.unit == "":  # 目标是多少 asks for a share as well
            return True
        if want.unit in PEOPLE and one.unit == "个" and not PERSON.match(folded, one.end):
            return False  # 两个志愿
        is_share = "share" in one.measure.counts
        return not is_share if want.unit in ANY_UNIT else one.measure.stands_for(UNITS[want.unit])
    return one.group == MONEY if want.kind in OF_MONEY else bool(COUNTED[want.kind] & one.measure.counts)


def _is_day(one: Quantity, folded: str) -> bool:
    """Whether so many 日 are the day of a date, and no length of time: 六月三十日, 15日前, and not 保存三十日."""
    return folded[: one.start].endswith("月") or bool(re.match("[前起至止到—-]|之前|以前|上午|下午", folded[one.end :]))
