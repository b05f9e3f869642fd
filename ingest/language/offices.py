"""The names of offices and schools that issue papers, and how to tell several of them apart."""

import re

from ingest.language.places import place_of

EDUCATION = (
    r"(?:教育(?:和|与|與|及|暨)?(?:科技|科学技术|科學技術|文化|体育|體育|卫生|衛生|旅游|旅遊|青年|青年發展|青年发展|体卫|、)*(?:局|厅|廳|部|委员会|委員會|處|处)"
    r"|教(?:体|體|科体|科|科文|文体|文|文旅体)局|文教(?:体育|體育)?局|科教(?:体育|體育)?局|教委|教育工作委员会|教育工委|教育党工委"
    r"|教育工作(?:领导小组|領導小組)|社会(?:事业|发展|事务)局|公共服务局|文教卫体局|教育(?:工会|督导室|督导委员会(?:办公室)?|考试(?:院|中心)|招生考试院|科学研究(?:院|所)|研究(?:院|所|中心)|技术(?:中心|馆)|装备中心|督導室)|教研(?:室|院|中心)|教科(?:院|所)|教师发展中心|招生(?:考试)?(?:委员会(?:办公室)?|办公室|办|院)|招考办|招生办|考试院|教育(?:办公室|管理中心|组)|学区管理中心|中心学区)"
)
GOVERNMENT = r"(?:国务院(?:办公厅|教育督导委员会(?:办公室)?)?|國務院(?:辦公廳)?|国家教(?:育委员会|委)|中共中央(?:办公厅)?|人民政府|政府|管理委员会|管理委員會|管委会|管委會|行政公署)(?:教育[处處]|教育局|教育督导委员会|教育督导室)?"
OTHER = (
    r"(?:局|厅|廳|委员会|委員會|党委|工委|县委|縣委|市委|区委|區委|省委|团委|部|办公室|辦公室|办公厅|辦公廳|领导小组|領導小組|指挥部"
    r"|联席会议|联合会|聯合會|总工会|妇联|残联|法院|检察院|中心|处|處|署|总队|支队|大队|协会|協會|党组|[省市县縣区區][政教]?[办辦])"
)
SCHOOL = (
    r"(?:(?:实验|實驗|附属|中心|民族|外国语|职业|高级|初级|完全|九年一贯制|寄宿制|双语|艺术|体育|特殊教育|第[一二三四五六七八九十\d]+)*"
    r"(?:小学|小學|中学|中學|学校|學校|幼儿园|幼兒園|国民小学|國民小學|国民中学|國民中學|国小|國小|国中|國中|高中|职中|职高|中专|职教中心|中心校|学院|學院|大学|大學|教育集团)"
    r"|[一二三四五六七八九十]中|[附实][小中]|[一二三四五六七八九十]小|第[一二三四五六七八九十]+[小中])"
)
PART = (
    r"(?:办公室|辦公室|党组|党委|党工委|机关党委|委员会|督导室|秘书组|(?:基础教育|学前教育|职业教育|职业与成人教育|安全|人事|教师|体卫艺|思政|德育"
    r"|计财|财务|民办教育|教育|政策法规|宣传|督导)[\u4e00-\u9fff]{0,8}?[科股处](?=\d|关|二〇|$))"
)
BODY = rf"(?:{EDUCATION}|{GOVERNMENT}|{OTHER})"
NAME = r"[\u4e00-\u9fff·（）()]"
OFFICE_NAME = re.compile(rf"{NAME}{{0,24}}?{BODY}{PART}?(?:等[一二三四五六七八九十\d]+[个個]?(?:部门|部門|单位|單位))?")
SCHOOL_NAME = re.compile(
    rf"{NAME}{{1,24}}?{SCHOOL}(?:{PART}|[（(][\u4e00-\u9fff]+校[区區][）)]|[\u4e00-\u9fff]{{1,4}}校[区區]|党支部|党总支|教务处|德育处|少先队|团委|工会)?"
)
NO_NAME = re.compile(
    r"[各全]|(?:加强|加強|健全|做好|落[实實]|建立|完善|推[进進]|成立|[发發][挥揮]|提高|[强強]化|抓好|深化|[严嚴]格|[组組]建|[压壓][实實]|[优優]化|[对對]|由|在|以)"
    r"|.*(?:中小学|中小學|有关|有關|[是为在了和与對对将使]$|如下|附件|关于|關於|工作的|目标|要求|措施|机制|制度)|[第（(]"
)
LONGEST_NAME = 40  # characters


def read_bodies(line: str) -> list[str]:
    """The offices or schools that a line names and nothing else, as printed; empty where it says anything more.

    `澄原县教育局 澄原县财政局` gives both, and so does `澄原县教育局澄原县财政局`, which names its place twice.
    """
    names = [name for token in re.split(r"[\s、，,]+", line.strip()) if token for name in _unglue(token)]
    if not all(_is_name(name) for name in names):
        return []
    return names


def _unglue(names: str) -> list[str]:
    place = place_of(names)
    if not place:
        return [names]
    start = names.index(place)
    parts = re.split(rf"(?<=[\u4e00-\u9fff]{{2}})(?={re.escape(names[: start + len(place)])})", names)
    parts = [
        piece for part in parts for piece in re.split(rf"(?<=[局厅委会室府])(?={re.escape(place)}|中共|共青团)", part)
    ]
    return parts if all(_is_name(part) for part in parts) else [names]


def _is_name(name: str) -> bool:
    if not 3 <= len(name) <= LONGEST_NAME or NO_NAME.match(name):
        return False
    return bool(OFFICE_NAME.fullmatch(name) or SCHOOL_NAME.fullmatch(name))
