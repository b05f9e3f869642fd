"""Names of offices and schools that stand alone: in signatures, red heads, at a title's opening."""

import re
from itertools import pairwise

from ingest.language.folding import as_printed, fold
from ingest.language.leading_places import leading_place
from ingest.language.office_words import BodyKind, endings_alone, one_of
from ingest.language.patterns import Pattern

NAME = r"[\u4e00-\u9fff·()]"
HAN = r"[\u4e00-\u9fff]"
NUMERAL = "[一二三四五六七八九十]"
SUBJECT = "科技|科学技术|文化|体育|卫生|旅游|青年|青年发展|体卫|、"
EDUCATION = rf"""(?:
    教育[和与及暨]?(?:{SUBJECT})*(?:局|厅|部|委员会|处)  # 教育和科学技术局
    | {one_of(endings_alone(BodyKind.EDUCATION))}
)"""
GOVERNMENT = rf"{one_of(endings_alone(BodyKind.GOVERNMENT))}(?:教育处|教育局|教育督导委员会|教育督导室)?"
OTHER_ENDINGS = endings_alone(BodyKind.OFFICE, BodyKind.GROUP, BodyKind.COMPANY)
OTHER = rf"(?:{one_of(OTHER_ENDINGS)}|[省市县区][政教]?办)"
SCHOOL = rf"""(?:
    (?:实验|附属|中心|民族|外国语|职业|高级|初级|完全|九年一贯制|寄宿制|双语|艺术|体育|特殊教育|第(?:{NUMERAL}|\d)+)*
    {one_of(endings_alone(BodyKind.SCHOOL))}  # 第三中学
    | {NUMERAL}中 | [附实][小中] | {NUMERAL}小 | 第{NUMERAL}+[小中]  # 望汀一中
)"""
# A part of an office: 澄原县教育局党组, 澄原县教育局基础教育科.
DEPARTMENT = rf"""(?:
    办公室 | 党组 | 党委 | 党工委 | 机关党委 | 委员会 | 督导室 | 秘书组
    | (?:基础教育|学前教育|职业教育|职业与成人教育|安全|人事|教师|体卫艺|思政|德育|计财|财务|民办教育|教育|政策法规|宣传|督导)
      {HAN}{{0,8}}?[科股处](?=\d|关|二〇|$)
)"""
OTHERS = rf"等(?:{NUMERAL}|\d)+个?(?:部门|单位)"
OFFICE_ALONE = Pattern(
    "the name of an office",
    rf"^{NAME}{{0,24}}?(?:{EDUCATION}|{GOVERNMENT}|{OTHER}){DEPARTMENT}?(?:\({HAN}{{1,4}}\))?(?:{OTHERS})?$",
    matches=("澄原县教育局", "澄原县教育局等五个部门", "教育部", "澄原县财政局(国资办)"),
    misses=("澄原县教育局组织检查", "任务分工表"),
    flags=re.VERBOSE,
)
SCHOOL_NAME = rf"""{NAME}{{1,24}}?{SCHOOL}(?:
    {DEPARTMENT} | \({HAN}+校区\) | {HAN}{{1,4}}校区 | 党支部 | 党总支 | 教务处 | 德育处 | 少先队 | 团委 | 工会
)?"""
# A part of a school: 保卫部(处), 法学院, 招生办公室.
SCHOOL_PART = rf"{HAN}{{1,8}}(?:部|处|院|系|科|办|办公室|中心|委员会|团委|工会|图书馆)(?:\({HAN}{{1,4}}\))?"
SCHOOL_ALONE = Pattern(
    "the name of a school",
    rf"^{SCHOOL_NAME}(?:{SCHOOL_PART})?$  # with a part of it",
    matches=("望汀区第三中学城东校区", "汀兰小学", "青屿大学保卫部(处)", "青屿大学招生办公室"),
    misses=("小学", "汀兰小学工作计划"),
    flags=re.VERBOSE,
)
OFFICE_AT_START = Pattern(
    "an office that a title begins with",
    rf"^{NAME}{{0,20}}?(?:{EDUCATION}|{GOVERNMENT}|[省市县区][政教][府委]?办){DEPARTMENT}?",
    matches=("澄原县教育局2024年工作要点",),
    misses=("关于做好2024年招生工作的通知",),
    flags=re.VERBOSE,
)
SCHOOL_AT_START = Pattern(
    "a school that a title begins with",
    rf"^{SCHOOL_NAME}(?=\d|二[〇零]|关于|学年|春|秋|工作|第[一二]学期|教育教学|“|《|$)",
    matches=("望汀区实验小学2024年工作计划",),
    misses=("小学2024年教研计划", "望汀区实验小学的工作"),
    flags=re.VERBOSE,
)
SCHOOL_BEFORE_TOPIC = Pattern(
    "a school that stands right before what a title is about",
    rf"""^(?P<name>{SCHOOL_NAME})(?=[\u4e00-\u9fff])
    (?!(?!学[生籍习期年])[生学部段升城路街附的和与及、级类])  # no 大学生, no 学院路; but 学校 before 学生
    (?!(?<=[中小]学)校(?![门园车服舍长史医外内区徽庆历本友规训风歌刊报名]))  # 中心小学校, but 中心小学 before 校门
    """,
    matches=("青屿大学自行车停放办法", "汀兰小学图书借阅规则", "汀兰小学校门开放办法", "汀兰职业学校学生实习办法"),
    misses=("大学生就业办法", "自行车停放办法"),
    flags=re.VERBOSE,
)
SCHOOLS_OF_A_KIND = Pattern(
    "words that make of a school's name a kind of schools",
    r"""
    公办 | 民办 | 普惠 | 农村 | 乡村 | 乡镇 | 城区 | 城镇 | 城乡 | 义务教育 | 普通 | 寄宿 | 小规模 | 薄弱 | 示范  # by who runs it
    | 优质 | 新建 | 直属 | [县市区]直 | 各类 | 定点 | 高等 | 中等 | 院校 | 高校 | 重点 | 试点 | 特色 | 规范化 | 标准化
    | 家长 | 托幼 | 校外 | 中小 | 文明 | 平安 | 绿色 | 校园 | 关于 | [进入]学 | 全[国省市县区]
    """,
    matches=("澄原县民办学校", "寄宿学校"),
    misses=("青屿大学", "汀兰小学"),
    flags=re.VERBOSE,
)
OFFICE_WITHIN = Pattern(
    "an education office with its place, within a title",
    rf"(?:{HAN}{{1,8}}?[省市州县区旗镇])+(?:{EDUCATION}|政府教育[局处])",
    matches=("转发澄原县教育局的通知",),
    misses=("转发教育局的通知",),
    flags=re.VERBOSE,
)
BARE_OFFICE = Pattern(
    "an office that no place is named with",
    rf"^[省市县区州]?(?:人民)?(?:{EDUCATION}|{GOVERNMENT}|{OTHER}){DEPARTMENT}?$",
    matches=("县教育局", "市人民政府"),
    misses=("澄原县教育局",),
    flags=re.VERBOSE,
)
NATIONAL = Pattern("an office of the whole country", "教育部|国务院|国家|中共中央", ("教育部",), ("县教育局",))
BARE_SCHOOL = Pattern(
    "schools of a kind, and no one school's name",
    r"""^(?:国民)?(?:
    小学 | 中学 | 初中 | 学校 | 幼儿园 | 学院 | 高中 | 中职 | 高级中学 | 职业学校 | 国小 | 国中 | 大学  # and no name before it
    )$""",
    matches=("国民小学", "幼儿园"),
    misses=("小学部", "实验小学"),
    flags=re.VERBOSE,
)
NO_NAME = Pattern(
    "the opening of a line that is no name",
    r"""^(?:
    各 | 全(?!国人) | [第(]  # but 全国人民代表大会
    | 建设|新建|改造|开放|参观|走进|办好|用好|关爱|致 | 加强|健全|做好|落实|建立|完善|推进|成立|发挥|提高|强化|抓好|深化|严格|组建|压实|优化|[对由在以]  # 健全领导小组
    | .*(?:中小学|有关|[是为在了和与对将使]$|如下|附件|关于|工作的|目标|要求|措施|机制|制度)
)""",
    matches=("健全领导小组", "望汀区中小学"),
    misses=("澄原县教育局", "全国人民代表大会"),
    flags=re.VERBOSE,
)
TOKEN = Pattern("a word of a line of names", r"[^\s、,]+", matches=("澄原县教育局",), misses=("、 ,",))
LONGEST_NAME = 40  # characters
SHORTEST_NAME = 3


def names_alone(line: str) -> list[str]:
    """The offices or schools that a line names, as printed; empty where it says anything more.

    `澄原县教育局 澄原县财政局` gives both, and so does `澄原县教育局澄原县财政局`, which names its place twice.
    """
    folded = fold(line)
    tokens = TOKEN.compiled.finditer(folded)
    spans = [span for token in tokens for span in _unglued(folded, *token.span())]
    if not all(_is_name(folded[start:end]) for start, end in spans):
        return []
    return [as_printed(line, start, end) for start, end in spans]


def opening_office(title: str) -> str | None:
    """The office that a title begins with, as printed: 澄原县教育局 of `澄原县教育局2024年工作要点`."""
    match = OFFICE_AT_START.compiled.match(fold(title))
    return as_printed(title, *match.span()) if match else None


def opening_school(title: str) -> str | None:
    """The school that a title begins with, as printed: 望汀区实验小学 of `望汀区实验小学2024年工作计划`."""
    match = SCHOOL_AT_START.compiled.match(fold(title))
    return as_printed(title, *match.span()) if match else None


def school_before_topic(title: str) -> str | None:
    """The school right before what the title is about: 青屿大学 of `青屿大学自行车停放办法`; None of 民办学校收费办法."""
    match = SCHOOL_BEFORE_TOPIC.compiled.match(fold(title))
    if not match or SCHOOLS_OF_A_KIND.compiled.search(match["name"]):
        return None
    return as_printed(title, *match.span("name"))


def office_within(title: str) -> str | None:
    """The education office, with its place, that a title names anywhere, as printed."""
    match = OFFICE_WITHIN.compiled.search(fold(title))
    return as_printed(title, *match.span()) if match else None


def is_school(name: str) -> bool:
    """Whether the name is a school's."""
    return bool(SCHOOL_ALONE.compiled.match(fold(name)))


def is_bare_office(name: str) -> bool:
    """Whether the name says no more than the office's kind and level: `县教育局`, not `澄原县教育局`, nor 教育部."""
    return bool(BARE_OFFICE.compiled.match(fold(name))) and not NATIONAL.compiled.match(fold(name))


def is_national(name: str) -> bool:
    """Whether the name is that of an office of the whole country: 教育部."""
    return bool(NATIONAL.compiled.match(fold(name)))


def is_bare_school(name: str) -> bool:
    """Whether the name, less its place, is that of all schools of a kind: `澄原县国民小学`."""
    place = leading_place(name)
    rest = name[name.index(place) + len(place) :] if place else name
    return bool(BARE_SCHOOL.compiled.match(fold(rest)))


def _unglued(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of names printed without a space between; the whole span where it holds one."""
    names = line[start:end]
    place = leading_place(names)
    if not place:
        return [(start, end)]
    opening = names[: names.index(place) + len(place)]
    cut = rf"(?<={HAN}{{2}})(?={opening})|(?<=[局厅委会室府])(?={place}|中共|共青团)"
    cuts = [start, *(start + match.start() for match in re.finditer(cut, names)), end]
    spans = list(pairwise(cuts))
    return spans if all(_is_name(line[a:b]) for a, b in spans) else [(start, end)]


def _is_name(folded: str) -> bool:
    if not SHORTEST_NAME <= len(folded) <= LONGEST_NAME or NO_NAME.compiled.match(folded):
        return False
    return bool(OFFICE_ALONE.compiled.match(folded) or SCHOOL_ALONE.compiled.match(folded))
