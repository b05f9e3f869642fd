"""Whether an item can say who holds an office: 驾驶员姓什么 is not answered by who rides along."""

import re

from ingest.language.folding import fold, is_han
from ingest.language.sentences import cut_entries
from ingest.language.words import tag_words
from ingest.plan import Item

# Offices that one person holds, those of one line by several names.
OFFICES = (
    r"司机|驾驶员|驾驶人|drivers?",
    r"照管员|随车照管|跟车(?:老师|教师)|attendants?",
    r"校长|学校负责人|principals?|head ?teachers?",
    r"园长",
    r"班主任|class teachers?",
    r"负责人|责任人|负责同志|联系人|经办人|对接人|contacts?",
    r"局长|directors?",
    r"书记",
    r"校医|保健(?:医生|医师|老师)|卫生老师|nurses?",
    r"厨师长?|炊事员|cooks?",
    r"保安|安保员|门卫|guards?",
    r"监考(?:员|老师|教师)?|监测员|invigilators?",
    r"宿管(?:员|老师|教师)?|生活(?:老师|教师)|宿舍管理员",
    r"教练员?|coach(?:es)?",
    r"值班(?:员|老师|教师|领导)",
)
ANY_OFFICE = "|".join(OFFICES)
ASKED = re.compile(
    rf"(?P<of>{ANY_OFFICE})(?:都|现在|目前)?(?:是|叫|姓|由)(?:谁|哪个|哪位|哪些人|什么|啥)|(?P<named>{ANY_OFFICE})的?(?:姓名|名字|大名)"
    rf"|谁(?:是|当|做|担任|任)[^，。？?的]{{0,8}}?(?P<who>{ANY_OFFICE})|\bwho (?:is|are) (?:the|our|its|their) (?:\w+ )?(?P<english>{ANY_OFFICE})"
    rf"|name of (?:the|our) (?:\w+ )?(?P<english_name>{ANY_OFFICE})"
)
CELL_NAME = re.compile(r"[:：]\s*[\u4e00-\u9fff·]{2,4}(?=$|[\s；;，,。、（(])")
CAPITALISED = re.compile(r"(?:Mr|Ms|Mrs|Miss|Dr)\b|[a-z,:]\s(?:[A-Z][a-z]+\s[A-Z])")
PERSON = "nr"  # part of speech


def lacks_person(item: Item, folded_question: str) -> str:
    """The office whose holder the folded question asks for, where the item names nobody with it; else ''."""
    match = ASKED.search(folded_question)
    if not match:
        return ""
    office = next(group for group in match.groups() if group)
    names = next(names for names in OFFICES if re.fullmatch(names, office))
    is_named = any(re.search(names, fold(one)) and _names_somebody(one) for one in _parts(item))
    return "" if is_named else office


def _parts(item: Item) -> tuple[str, ...]:
    """Where an office and a name may stand together: a sentence, or a whole row, the heading above them."""
    return tuple(
        f"{item.heading}：{one}" if item.heading else one for one in (*cut_entries(item.text), *item.text.split("\n"))
    )


def _names_somebody(text: str) -> bool:
    if not any(map(is_han, text)):
        return bool(CAPITALISED.search(text))
    return bool(CELL_NAME.search(text)) or any(tag.startswith(PERSON) for _, tag in tag_words(text))
