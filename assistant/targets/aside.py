"""Which numbers of a sentence are no targets: names, ranks, conditions, starting points, and what is or was so."""

import re

from assistant.targets.amounts import find_amounts, is_length
from assistant.targets.masks import clause_of
from ingest.language.quantities import Quantity
from ingest.language.years import find_years

NAMING_AFTER = re.compile(  # 三年行动计划, 九年一贯制, 24小时热线
    r"^(?:行动|计划|规划|发展|提升|攻坚|一贯|义务教育|制(?!定|度|订|作)|毛入|教龄|一?周期|[^，。；、内]{0,4}热线|[^，。；、内]{0,8}圈|免费|畅通|值班|值守|来|以来|倍增|整治|之)"
)
NAMING_BEFORE = re.compile(r"(?:学前|义务教育|(?<!提)前|党龄|教龄|工龄)$")
ENUMERATED = re.compile(
    r"^(?:重点)?(?:方面|领域|大类|关键|环节|问题|确保|维护|意识|自信|坚持|统一|一流|统筹|转变|结合|原则|阶段|层面|层次|维度|专题|大项|基本|任务|重点工作|聚焦)"
)
TASKS = re.compile(r"(?:重点)?(?:工作|任务)[一-龥]{0,4}$")
BOUNDED = re.compile(r"^(?:及)?(?:以上|以下|以内|之内|及以上)的|^者")  # 35周岁以下的
BOUNDED_NOUN = re.compile(r"^(?:及)?(?:以上|以下)(?=[^，。；、）)\s,;])")  # 56人以上大班额
OF_SUCH = re.compile(r"^的(?!比例|标准|速度|要求|水平|目标|任务|补助|奖励|比率|健康|专项)")
MEASURES = {"岁", "年", "个月", "天", "小时", "公里", "米", "平方米"}  # 任教六年的教师; 200人次的培训 is a target
CONDITION_BEFORE = re.compile(r"(?:每|满|不足|超过|未满|逾|距.{1,4}|年龄在|凡|未达到?|未及)$")
EXCEEDED = re.compile(r"(?:超过|逾)$")
FALLEN_SHORT = re.compile(r"(?:(?<!不)[低高少多]于|不足|不到|未达到?|达不到|超过)$")
ALLOWED = re.compile(r"(?:不得?|不能|总数|力争|人数)超过$")
REACHED = re.compile(r"(?:达到?|到|至|为|在|占|过|(?<!低)(?<!高)(?<!少)(?<!多)于|不低于|不少于|不高于|不多于|的)了?$")
CHANGED = r"(?:提高|提升|增加|增长|减少|减|降低|降|下降|压减|压缩|扩大|扩展|延长|缩短|调整|精简|规范整合|整合|升|上升|增|控制|缩小|拓展|改|提|调|变|扩)(?:为|到|至|成)"
BASE_AFTER = re.compile(rf"^[^，。；、]{{0,8}}?{CHANGED}")
BASE_BEFORE = re.compile(r"(?:由|从|将)[^，。；]{0,14}$")
GROUND = re.compile(r"^[^，。；]{0,16}基础上")
RATED = re.compile(r"(?:[按以])$")
RECKONED = re.compile(r"^(?:计算|核算|核拨|核撥|折算|测算)")
NOW = re.compile(r"现有|目前|截至目前|已有|已建|已达|现已|共有|原有|已经|已完成|已实现|已拥有|实有|登记在册|已累计")
PAST = re.compile(r"去年|上年(?!度?末)|往年|上一?年度?|前年|过去|近[几两三]年|以来|上学年")
PAST_TOLD = re.compile(
    r"□*(?:过去[一的几两三]+年|一年来|去年|上年度?|上一年度?|上半年)，"
)  # all that the sentence says is past
PAST_CLAUSE = re.compile("(?:^|[，；。□])(?:去年|上年度?|上一年度?|前年)(?!的?基础)")
THIS_YEAR = re.compile("今年|连同|累计|本年|新的一年|下半年|下一步")
COMPARED = re.compile(r"(?:比|较|同|与|在|超过|由|从|将|于)(?:全[市县区])?$")
COMMITS = re.compile(
    r"完成|确保|力争|新建|新增|建成|建设|达到|实现|提高到|争取|计划|招聘|培训|不低于|不少于|不超过|控制|投入|开展|组织|举办|评选|创建|推进|培养|改造|安排"
)
MAKES = re.compile(
    r"新增|[新兴改扩迁修增]建|新设|增设|增置|开设|建设|建成|创建|组建|设立|培养|招聘|举办|开展|成立|打造|遴选|评选|配备|建立|选派|启动|安排|完成|实施|推进|认定|办理|辦理|补强|汰换|购置|招收|招考|返聘|培训|选送|聘[任请用]|增加|设置"
)
BOUND = re.compile(
    r"(?:不少于|不低于|不超过|不得超过|不多于|不高于|至少|最多|达到?|超过|提高到?|增加到?|降到?至?|减少|延长|缩短|控制在|各|至|到|为|共|约|近|限期|提至|减列|占|为期)\s*$"
)
FREQUENT = re.compile(r"(?:每[一-龥]{1,4}|各[一-龥]{0,6}|年度|定期|轮训|全年|年内|至少)(?:[一-龥]{0,8})$")
COUNTED_TIMES = re.compile("次|轮|期|场|场次|天|小时|分钟|课时|学时|个月|年|%|节|周|个工作日|学期|日")
STATE = re.compile(  # 全县校车86辆, with no verb
    r"^(?:全[县市区州省旗]|本[县市区])(?:共?有)?[一-龥]*?(?:校车|学校|小学|初中|中学|高中|幼儿园|教师|学生|幼儿|寄宿生|机构|班级|教学点|党员|党组织)$"
)
OF_STATE = re.compile(
    r"^(?:其中)?(?:服务)?(?:教职工|学生|师生|幼儿|寄宿生|专任教师|教师|在校生|小学|初中|幼儿园|高中)$"
)
ADMITS = re.compile(r"^[一-龥]{2,8}?(?:计划)?招[生收][^，。；]*\d")


def is_aside(amount: Quantity, masked: str, text: str, *, year: int | None, second_half: bool = False) -> bool:
    """Whether the number commits the plan to nothing; it was found in the masked text, and `year` is the plan's."""
    start, end = clause_of(masked, amount)
    before, after = masked[start : amount.start], masked[amount.end : end]
    return (
        _is_name(amount, before, after)
        or _is_condition(amount, before, after)
        or _is_base(before, after)
        or _is_past(text, start, amount.start, year=year, second_half=second_half)
        or _is_state(masked, start, amount, after)
        or (amount.is_chinese and amount.unit != "%" and not _is_counted(amount, before, after))
        or bool(RATED.search(before) and RECKONED.search(after))
        or (amount.unit == "比" and not re.search("比|分担|师生|班师|生均", before + after))
    )


def is_base(amount: Quantity, text: str) -> bool:
    """Whether the number is where a change starts from: the 5 of `由5项精简为3项`, the 49.2% of `在上年49.2%的基础上`."""
    start, end = clause_of(text, amount)
    return _is_base(text[start : amount.start], text[amount.end : end])


def _is_base(before: str, after: str) -> bool:
    return bool(GROUND.search(after) or (BASE_BEFORE.search(before) and BASE_AFTER.search(after)))


def _is_name(amount: Quantity, before: str, after: str) -> bool:
    return bool(
        NAMING_BEFORE.search(before)
        or (is_length(amount) and NAMING_AFTER.search(after))
        or (amount.unit in {"个", "项", "类", "种"} and ENUMERATED.search(after))
        or (amount.unit == "条" and re.search("落实|贯彻|执行", before) and re.match("意见|规定|措施|禁令|要求", after))
        or (amount.unit == "项" and TASKS.search(before))
        or (amount.unit in {"所", "家"} and ADMITS.search(after))
    )


def _is_condition(amount: Quantity, before: str, after: str) -> bool:
    """`35周岁以下的`, `每60名寄宿生`, `不足100人的`; `达到92%以上` is none."""
    if EXCEEDED.search(before):
        return not ALLOWED.search(before) and after.startswith("的")
    if CONDITION_BEFORE.search(before):
        return True
    if FALLEN_SHORT.search(before) and OF_SUCH.search(after):
        return True
    such = BOUNDED.search(after) or (amount.unit in MEASURES and OF_SUCH.search(after))
    return bool(such or (amount.unit != "%" and BOUNDED_NOUN.search(after))) and not REACHED.search(before)


def _is_past(text: str, start: int, at: int, *, year: int | None, second_half: bool) -> bool:
    """Whether the clause, or the state of things that its sentence began to tell, is no plan."""
    state = list(NOW.finditer(text, 0, at))
    if state and not COMMITS.search(text, state[-1].end(), at):
        return True
    for match in PAST.finditer(text, start, at):
        if not COMPARED.search(text[start : match.start()]):
            return True
    if (told := list(PAST_CLAUSE.finditer(text, 0, start))) and not THIS_YEAR.search(text, told[-1].end(), at):
        return True
    for past in find_years(text[start:at]):
        if year and past.last < year and not COMPARED.search(text[start : start + past.start]):
            return True
    if PAST_TOLD.match(text) and not THIS_YEAR.search(text, 0, at):
        return True
    return second_half and "上半年" in text[:at]


def _is_state(masked: str, start: int, amount: Quantity, after: str) -> bool:
    """Whether the clause, or the one before it that it goes on with, only says how many there are."""
    if re.sub("[以]?[上下]$", "", after):
        return False
    own = masked[start : amount.start]
    opening = masked[: find_amounts(masked)[0].start]
    return bool(STATE.search(own) or (STATE.search(opening) and OF_STATE.search(own)))


def _is_counted(amount: Quantity, before: str, after: str) -> bool:
    """Whether a Chinese numeral is a figure and no way of speaking: `各抽查一次`, `新增…两个专业`; `三个重点领域` is none."""
    if BOUND.search(before):
        return True
    within = bool(re.match("内|以内|之内", after))
    if COUNTED_TIMES.fullmatch(amount.unit):
        return bool(FREQUENT.search(before)) or (amount.unit not in {"次", "年"} and within) or _is_large(amount)
    return _is_large(amount) or (amount.value != 1 and bool(MAKES.search(before)))


def _is_large(amount: Quantity) -> bool:
    """Nobody speaks of 四百二十名 or 六十节 but as a figure."""
    return (amount.value or 0) > 10
