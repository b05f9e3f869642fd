"""The names in a text: papers and terms in quotation marks, places, people, bodies, and words in Latin letters."""

import re
from collections.abc import Sequence

from assistant.claims.bodies import find_bodies, is_called
from ingest.language.words import is_place_like, is_word, tag_words

QUOTED = re.compile(r"《([^》]{2,40})》|“([^”]{2,20})”|「([^」]{2,20})」|『([^』]{2,20})』|\"([^\"]{2,20})\"")
LATIN = re.compile(r"[a-z][a-z0-9.\-+]*[a-z0-9]|[a-z]\d+")
# 望汀区 before a year, 教育 or the like, or where a clause opens.
PLACE = re.compile(
    r"(?:^|(?<=[,。:;、\s《(]))(?:按照|根据|依据|据|在|到|从|去|于|由|是|对|自|往|至|请问)?((?:(?![各全该本在对按根依据由为向从给让])[\u4e00-\u9fff]){2,3}(?:省|市|区|县))(?=\d|[一二]〇|的|教育|这|那|对|将|会|给|要|今年|去年|明年|里|规定|提出|计划|要求|有|全|新|决定|,|在|课后|安排|公办|小学|学校)"
    r"|(?:去|到|在|给|照顾|保障|位于|和|与|、|^)((?![各全该本在对向和与])[\u4e00-\u9fff]{2}(?:镇|乡|街道|村))(?!级)"
)
# 霁山 before 全县 or a year, by its short name.
SHORT_PLACE = re.compile(
    r"(?:^|(?<=[,。:;、\s]))(?:按照|根据|据|在)?([\u4e00-\u9fff]{2})(?=全[省市县区]|(?:19|20)\d\d年)"
)
NO_PLACE = re.compile(
    r"偏远|乡村|城区|山区|校区|学区|社区|片区|园区|地区|小区|新区|城市|全|各|两个|三个|乡镇|城镇|农村|街道办|人口|流入|示范|农业|边远|贫困|本|外"
)
PROPER = frozenset({"nr", "nrfg", "nrt", "ns", "nt", "nz"})


def find_names(folded: str) -> tuple[str, ...]:
    """The names of a folded text that a writer cannot put otherwise, each once: papers, places, Latin words."""
    quoted = [next(filter(None, match.groups())) for match in QUOTED.finditer(folded)]
    return tuple(dict.fromkeys([*quoted, *find_places_named(folded), *LATIN.findall(folded)]))


def find_places_named(folded: str) -> tuple[str, ...]:
    """The districts and towns that a text names, invented ones too."""
    found = [match[1] or match[2] for match in PLACE.finditer(folded)]
    found += [match[1] for match in SHORT_PLACE.finditer(folded) if not is_word(match[1]) or is_place_like(match[1])]
    return tuple(dict.fromkeys(name for name in found if not NO_PLACE.search(name)))


def proper_names(folded: str) -> tuple[str, ...]:
    """What the dictionary takes for names of people, places and bodies; it errs with words that it does not know."""
    tagged = [word for word, tag in tag_words(folded) if tag in PROPER and 1 < len(word) < 7]
    return tuple(dict.fromkeys([*tagged, *find_bodies(folded)]))


def missing_names(names: Sequence[str], held: str) -> tuple[str, ...]:
    """Those of the names that the folded quotes do not hold, in full or without the ending that says what they are."""
    return tuple(name for name in names if not _is_held(name, held))


def _is_held(name: str, held: str) -> bool:
    if name in held or is_called(name, held):
        return True
    short = re.sub(r"(?:省|市|区|县|镇|乡|街道|村)$", "", name)
    return len(short) > 1 and short != name and short in held
