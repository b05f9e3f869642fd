"""Which numbers of a sentence are no targets: dates, names, ranks, conditions, starting points, and what is or was so."""

import re

from assistant.targets.amounts import CHINESE, Amount

NUMERAL = rf"(?:\d+|{CHINESE})"
YEAR = r"(?:(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})"
DAY = rf"{NUMERAL}[日号](?![内常间])"
MONTH = rf"(?<!个){NUMERAL}月份?(?:{DAY}|[底初末]|[上中下]旬)?"
DATE = (
    rf"{YEAR}(?:[—–~～至-]{YEAR})?(?:学?年度?(?:{MONTH})?)|{MONTH}|(?<=[月至到、—~-]){DAY}(?=[前起止后之以至、—~-]|截)"
)
DATES = rf"(?:{DATE})(?:\s*[—–~～至到、和-]\s*(?:{DATE}|{DAY}))*"
CLOCK = r"\d{1,2}[时点](?![间期代段])(?:\d{1,2}分|半)?|\d{1,2}:[0-5]\d(?!\d)(?=[^比例]{0,6}(?:$|[，。前后至—]))"
NAMES = r"“[^”]{1,20}”|《[^》]{1,60}》|「[^」]{1,20}」|『[^』]{1,20}』|〔[^〕]{1,8}〕\d+号"
MASKED = re.compile(rf"{NAMES}|{DATES}|{CLOCK}")
CLAUSE_END = re.compile(r"[，；。：;:!?！？\n]|,(?!\d{3})")

NAMING_AFTER = re.compile(  # 三年行动计划, 九年一贯制, 24小时热线, 三年级
    r"^(?:行动|计划|规划|发展规划|提升计划|攻坚|一贯|义务教育|制(?!定|度|订|作)|毛入|教龄|一?周期|一?贯|热线|.{0,4}热线|来(?!$)|方针|强化|倍增|整治)"
)
NAMING_BEFORE = re.compile(r"(?:第|学前|义务教育|前|新|旧|老|十)$")
ENUMERATED = re.compile(
    r"^(?:方面|重点领域|领域|大类|关键|环节|问题|确保|维护|意识|自信|坚持|统一|一流|统筹|转变|结合|原则|阶段|层面|层次|维度|专题|大项|基本)"
)
CONDITION_AFTER = re.compile(
    r"^(?:及)?(?:以上|以下|以内|之内|及以上)?(?:的(?!比例|标准|速度|要求|水平|目标|任务|补助|奖励|比率)|者)|^(?:及)?(?:以上|以下)(?=[^，。；、）)\s,;])"
)
CONDITION_BEFORE = re.compile(r"(?:每|满|不足|超过|未满|逾|距.{1,4}|年龄在|凡)$")
REACHED = re.compile(r"(?:达到?|到|至|为|在|占|过|于|低于|少于|的)(?:了)?$")
CHANGED = r"(?:提高|提升|增加|增长|减少|减|降低|降|下降|压减|压缩|扩大|扩展|延长|缩短|调整|精简|规范整合|整合|升|上升|增|控制|缩小|拓展|改)(?:为|到|至|成)"
BASE_AFTER = re.compile(
    rf"^[^，。；、]{{0,8}}?{CHANGED}|^(?:的)?基础上|^(?:左右)?[^，。；、]{{0,4}}(?:变为|变成)|^减为|^改为"
)
BASE_BEFORE = re.compile(r"(?:由|从)[^，。；]{0,12}$")
RATED = re.compile(r"(?:[按以])$")
RECKONED = re.compile(r"^(?:计算|核算|核拨|核撥|折算|测算)")
NOW = re.compile(r"现有|目前|截至目前|已有|已建|已达|现已|共有|原有|已经|已完成|已实现|已拥有|实有|登记在册|已累计")
PAST = re.compile(r"去年|上年(?!度?末)|往年|上一?年度?|前年|过去|近[几两三]年|以来|上学年|刚刚过去")
COMPARED = re.compile(r"(?:比|较|同|与|在|超过)(?:上|去|前)?(?:一)?$")
COMMITS = re.compile(
    r"完成|确保|力争|新建|新增|建成|建设|达到|实现|提高到|争取|计划|招聘|培训|不低于|不少于|不超过|控制|投入|开展|组织|举办|评选|创建|推进|培养|改造|安排"
)
MAKES = re.compile(
    r"新增|新建|新设|增设|开设|建设|建成|创建|组建|设立|培养|招聘|举办|开展|成立|打造|遴选|评选|配备|建立|选派|启动|安排|完成|实施|推进|认定"
)
BOUND = re.compile(
    r"(?:不少于|不低于|不超过|不多于|不高于|至少|最多|达到?|超过|提高到?|增加到?|降到?至?|减少|延长|缩短|控制在|各|不得?超过|至|到|为|共|约|近)\s*$"
)
FREQUENT = re.compile(r"(?:每[一-龥]{1,4}|各[一-龥]{0,6}|年度|定期|轮训|全年|年内|至少)(?:[一-龥]{0,8})$")
COUNTED_TIMES = re.compile("次|轮|期|场|天|小时|分钟|课时|学时|个月|年|%|节|周|个工作日|学期")
FACT = re.compile(r"^(?:其中)?全?[县市区州省镇乡旗]?(?:共有?)?[一-龥、]{2,14}$")


def mask(text: str) -> str:
    """The text with its dates, times of day and names blotted out, character for character."""
    return MASKED.sub(lambda match: "□" * len(match[0]), text)


def is_aside(amount: Amount, text: str, *, year: int | None, second_half: bool = False) -> bool:
    """Whether the number, found in the masked text, commits the plan to nothing."""
    start, end = clause_of(text, amount)
    before, after = text[start : amount.start], text[amount.end : end]
    whole_before = text[: amount.start]
    return (
        _is_name(amount, before, after)
        or _is_condition(before, after)
        or _is_base(before, after)
        or _is_past(text, whole_before, before, second_half=second_half)
        or (amount.is_chinese and amount.unit != "%" and not _is_counted(amount, before, after))
        or bool(RATED.search(before) and RECKONED.search(after))
        or (amount.unit == "比" and not re.search("比|分担|师生|班师|生均", before + after))
    )


def clause_of(text: str, amount: Amount) -> tuple[int, int]:
    """Where the clause begins and ends in which the number stands."""
    starts = [match.end() for match in CLAUSE_END.finditer(text, 0, amount.start)]
    end = CLAUSE_END.search(text, amount.end)
    return (starts[-1] if starts else 0), (end.start() if end else len(text))


def _is_name(amount: Amount, before: str, after: str) -> bool:
    return bool(
        NAMING_BEFORE.search(before)
        or NAMING_AFTER.search(after)
        or (amount.unit in {"个", "项", "类", "种"} and ENUMERATED.search(after))
        or (amount.unit in {"分"} and re.search("[时点]$", before))
    )


def _is_condition(before: str, after: str) -> bool:
    """`35周岁以下的`, `每60名寄宿生`, `不足100人的`; `达到92%以上` is none."""
    if CONDITION_BEFORE.search(before) and not re.search("不超过$|不得超过$|不能超过$|总数超过$|力争超过$", before):
        return not re.search(r"(?:超过|逾)$", before) or bool(re.match("的", after))
    return bool(CONDITION_AFTER.search(after)) and not REACHED.search(before)


def _is_base(before: str, after: str) -> bool:
    """The 5 of `由5项精简为3项`, the 49.2% of `在上年49.2%的基础上`."""
    return bool(re.match("^(?:的)?基础上", after) or (BASE_BEFORE.search(before) and BASE_AFTER.search(after)))


def _is_past(text: str, whole_before: str, before: str, *, second_half: bool) -> bool:
    """Whether the clause, or the state of things that its sentence began to tell, is no plan."""
    if state := list(NOW.finditer(whole_before)):
        if not COMMITS.search(whole_before, state[-1].end()):
            return True
    if match := PAST.search(before):
        return not COMPARED.search(before[: match.start()])
    return second_half and "上半年" in whole_before


def _is_counted(amount: Amount, before: str, after: str) -> bool:
    """Whether a Chinese numeral is a figure and no way of speaking: `各抽查一次`, `新增…两个专业`; `三个重点领域` is none."""
    if BOUND.search(before) and not re.search("[一二三四五六七八九]为$", before):
        return True
    if amount.value == 1 and amount.unit not in {"次", "轮", "%", "期", "场"}:
        return False
    if COUNTED_TIMES.fullmatch(amount.unit):
        return bool(FREQUENT.search(before)) or (amount.unit != "次" and bool(re.match("内|以内|之内", after)))
    return bool(MAKES.search(before))
