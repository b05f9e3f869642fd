"""Words of one kind that exclude each other in a question: stages of school, grades, people, town and country.

What is asked of one is not answered by what is said of another; and a follow-up puts one in the place of its like: after
小学一年级招多少人, 初中呢 asks of 初中 what was asked of 小学.
"""

import re

CLASSES = (
    r"义务教育|学前教育|学前|幼儿园|小班(?!教学|化|额)|小学|初级中学|初中|普通高中|普高|高中|中职学校|中职|职业学校|职校|职高|技校|职业教育|特殊教育学校|特教学校|特校|中学|大学|高校|老年大学"
    r"|kindergartens?|nurseries|preschools?|primary schools?|elementary schools?|middle schools?|junior (?:high|middle) schools?|(?:senior )?high schools?|vocational schools?",
    r"一年级|二年级|三年级|四年级|五年级|六年级|七年级|八年级|九年级|初一|初二|初三|高一|高二|高三|毕业班",
    r"学生|孩子|儿童|老师|教师|班主任|校长|家长|保育员|驾驶员|司机|照管员|保安|保洁员|students?|pupils?|teachers?|principals?|parents?|drivers?",
    r"公办|民办|普惠性?|公立|私立|public|private",
    r"城区|农村|乡村|乡镇|城镇|山区|urban|rural",
    r"男生|女生|男孩|女孩|boys|girls",
    r"上半年|下半年|春季|秋季|暑假|寒假",
    r"春季学期|秋季学期|第一学期|第二学期",
    r"走读生?|寄宿生?|住宿生?|住校生?",
)
ALIKE = {  # the same by another name, or a part of it, by their opening
    "学前": "幼儿园",
    "学前教育": "幼儿园",
    "小班": "幼儿园",
    "初级中学": "初中",
    "普高": "高中",
    "普通高中": "高中",
    "中职学校": "中职",
    "职业学校": "中职",
    "职校": "中职",
    "职高": "中职",
    "技校": "中职",
    "职业教育": "中职",
    "中等职业教育": "中职",
    "中等职业学校": "中职",
    "国民小学": "国小",
    "国民中学": "国中",
    "特殊教育学校": "特教",
    "特教学校": "特教",
    "特校": "特教",
    "孩子": "学生",
    "儿童": "学生",
    "老师": "教师",
    "司机": "驾驶员",
    "七年级": "初一",
    "八年级": "初二",
    "九年级": "初三",
    "普惠性": "普惠",
    "公立": "公办",
    "私立": "民办",
    "农村": "乡村",
    "乡镇": "乡村",
    "城镇": "城区",
}
ENGLISH = {  # stages by their Chinese names, which the plans use
    "kindergarten": "幼儿园",
    "nurserie": "幼儿园",
    "preschool": "幼儿园",
    "primary school": "小学",
    "elementary school": "小学",
    "middle school": "中学",
    "junior high school": "初中",
    "junior middle school": "初中",
    "high school": "高中",
    "senior high school": "高中",
    "vocational school": "中职",
}
SHORTEST_NAME = 2  # characters
STAGES, GRADES, SEASONS = CLASSES[0], CLASSES[1], "[春夏秋冬]季"
# Whose home is here, and who came from elsewhere: 本县户籍, 外来务工人员子女.
OF_HERE = re.compile(r"(?<!非)本[地县区市州镇乡](?:的)?(?:户[口籍]|学生|生源|孩子|人)")
FROM_ELSEWHERE = re.compile(
    r"(?:不是|没有?|无|非)[^，。？?]{0,6}本[地县区市州镇乡]|外[地省县市区](?:来)?(?:的)?(?:户[口籍]|学生|生源|孩子|人|打工)|外来|随迁|进城务工"
)
SUBJECTS = (
    r"语文|数学|英语|外语|物理(?!类|环境|空间)|化学(?!品|药)|生物(?!质)|历史(?!类|文化|遗留)|地理(?!位置)|思想政治|政治(?=课|学科|教师|老师|成绩|考试|[考卷])"
    r"|道德与法治|道法|体育(?!局|场|馆|部门|特长|产业|彩票|活动|锻炼|设施|器材|用品)|音乐(?!会|厅|节)|美术(?!馆|展)|书法|信息(?:科技|技术)(?=课|教师|老师|学科)"
)
SEX = re.compile("[男女](?=[生孩子])")
SEX_CELL = re.compile(r"(?:^|[:：])\s*([男女])\s*(?=[;；]|$)")
NEGATED = re.compile(
    r"(?:(?<![除是莫若])非|副|中(?=低收入))([\u4e00-\u9fff]{2,8})"
)  # 非寄宿生, 副校长, 中低收入户 are not 寄宿生, 校长, 低收入户
WIDER = {
    "义务教育": ("小学", "初中"),
    "中学": ("初中", "高中"),
    "学生": (),
    "大学": (),
    "高校": (),
}  # named beside either, or of all


def conflict(question: str, text: str) -> bool:
    """Whether the folded text speaks of another stage of school, grade, season or origin than the question, and not of its own."""
    for pattern in (STAGES, GRADES, SEASONS):
        asked, told = _named(pattern, question), _named(pattern, text)
        if asked and told and not asked & told:
            return True
    return other_origin(question, text)


def other_origin(question: str, text: str) -> bool:
    """Whether the folded question asks of those who live here, and the text is of those from elsewhere, or the other way."""
    asked, told = _origins(question), _origins(text)
    return bool(asked and told and not asked & told)


def _origins(text: str) -> set[str]:
    here = FROM_ELSEWHERE.sub(" ", text)
    return {name for name, is_said in (("here", OF_HERE.search(here)), ("elsewhere", here != text)) if is_said}


def other_subject(question: str, text: str) -> bool:
    """Whether the folded question names subjects of school, and the text others and none of these."""
    asked, told = _named(SUBJECTS, question), _named(SUBJECTS, text)
    return bool(asked and told and not asked & told)


def other_sex(question: str, row: str) -> bool:
    """Whether the folded question asks of girls, and the folded row of a table is of boys, or the other way."""
    asked, told = set(SEX.findall(question)), set(SEX.findall(row)) | set(SEX_CELL.findall(row))
    return bool(asked and told and not asked & told)


def speaks_of_opposite(question: str, text: str) -> bool:
    """Whether the folded text says a word of the question only with 非, 副 or the like before it: 非寄宿生 for 寄宿生."""
    if NEGATED.search(question):
        return False
    excluded = {match[1][:SHORTEST_NAME] for match in NEGATED.finditer(text)}  # 寄宿 of 非寄宿生
    return any(name in question and not re.search(rf"(?<![非副])(?<!中(?=低收入)){name}", text) for name in excluded)


def _named(pattern: str, text: str) -> set[str]:
    said = {ENGLISH.get(name.removesuffix("s"), name) for name in re.findall(pattern, text)}
    names = {ALIKE.get(name, name) for name in said}
    return {part for name in names for part in WIDER.get(name, (name,))}
