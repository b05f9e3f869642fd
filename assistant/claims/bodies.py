"""Who does what: the offices, schools and firms of a text with their parts in the work, led, shared or served."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ingest.language.folding import is_han

SUFFIX = "委员会|领导小组|办公室|指挥部|部门|中心|政府|集团|公司|银行|协会|学院|大学|督导室|监察室|教研室|研究院|法院|检察院|[科股室局处办厅馆站院社]"
NAME = r"(?:(?![由和与及是为向把被将对请会同同归属交给，的了在也都还则等])[\u4e00-\u9fff]){1,14}?"
BODY = re.compile(rf"(?:{NAME})(?:{SUFFIX})(?![\u4e00-\u9fff]{{0,1}}[长员学生教任])")
LEAD = r"牵头|负责|主管|主办|承担|组织实施|主抓|统筹|会同|负总责|组织|管|挑头|领头|带头|领着|说了算"
SERVE = r"配合|协助|参与|协同|协办|支持|做好|帮忙|帮衬|搭手|搭把手|打下手"
PARTS = re.compile(
    rf"(?P<names>{NAME}(?:{SUFFIX})(?:(?:、|和|与|以及|及|会同|联合){NAME}(?:{SUFFIX}))*)(?:等部门|是|给它|分工|共同|分别|按职责|来|具体|组织|一起|主要|全程|一同)*(?P<part>{LEAD}|{SERVE})"
)
OFFICE = re.compile(r".{2,}(?:(?<![学本专文理类分])科|局|教研室|督导室|监察室|办公室|委员会|党委|中心)$")
PAYER = re.compile(r"(国家|中央|省|市|区|县|乡镇|镇)(?:里|财政)(?=[^的]{0,4}(?:出|掏|补|贴|承担|拨|给))")
LEVEL = re.compile(r"(国家|中央|省|市|区|县|乡镇|镇)(?:级|本级|里|财政|政府)")
MOST_BETWEEN = 3  # characters that a short name leaves out at a time
NAME_END = re.compile(rf"$|[^\u4e00-\u9fff]|{LEAD}|{SERVE}|[和与、]|会同")
CUT_SHORT = "室创技目普研学"  # what goes on behind a 科 that is no office
JOINT = re.compile(r"、|和|与|以及|及|会同|联合")
OPENING = re.compile(
    r"^(?:工作|主要|具体|统一|全部|项目|这件事|此项|该项|事宜|日常|责任|部门|单位|牵头|负责|配合|联系|咨询|找到?|去|问|到|报|经|凭|以|从|让|而|并|且|此外|其中|另外|同时|年底前|届时|最后|每年|每季度|一起)+"
)


class Part(StrEnum):
    """What a body has to do with a matter."""

    LEADS = "leads"
    SERVES = "serves"


@dataclass(frozen=True, slots=True)
class Actor:
    """A body and its part in the work."""

    name: str
    part: Part


def find_actors(folded: str) -> tuple[Actor, ...]:
    """The bodies that lead or serve: `由人事股牵头,财务股配合` gives both, each with its part."""
    actors = []
    for match in PARTS.finditer(folded):
        part = Part.SERVES if re.fullmatch(SERVE, match["part"]) else Part.LEADS
        actors += [Actor(_trimmed(name), part) for name in JOINT.split(match["names"]) if len(_trimmed(name)) > 1]
    return tuple(actors)


def find_bodies(folded: str) -> tuple[str, ...]:
    """The bodies that the text names, each once."""
    return tuple(dict.fromkeys(name for match in BODY.finditer(folded) if len(name := _trimmed(match[0])) > 2))


def missing_offices(sentence: str, quote: str) -> tuple[str, ...]:
    """The offices that the sentence names and the quotes do not, not even by a shorter or longer name."""
    named = (
        name
        for name in find_bodies(sentence)
        if OFFICE.fullmatch(name) and not any(f"{name}{further}" in sentence for further in CUT_SHORT)
    )
    return tuple(n for n in named if not any(is_called(n[start:], quote) for start in range(len(n) - 2)))


def other_payers(sentence: str, quote: str) -> frozenset[str]:
    """The levels of government that the sentence lets pay, where the quotes name others and not these: 省 of `省里出900万元`."""
    told = frozenset(LEVEL.findall(quote))
    return frozenset(PAYER.findall(sentence)) - told if told else frozenset()


def is_called(name: str, text: str) -> bool:
    """Whether the text names the body so, or by a longer name that it shortens: 体卫艺科 of 体育卫生与艺术科."""
    return name in text or _is_short_for(name, text)


def _is_short_for(name: str, text: str) -> bool:
    """Whether the text holds the name's characters in order, close together and ending a body's name."""
    if len(name) < 3:
        return False
    places = {place for place, character in enumerate(text) if character == name[0]}
    for character in name[1:]:
        places = {next_one for place in places for next_one in _near(text, place, character)}
    return any(NAME_END.match(text, place + 1) for place in places)


def _near(text: str, place: int, character: str) -> Iterator[int]:
    """Where the character stands behind the place with at most three others, all Han, between."""
    for further in range(place + 1, min(place + 2 + MOST_BETWEEN, len(text))):
        if text[further] == character:
            yield further
        if not is_han(text[further]):
            return


def _trimmed(name: str) -> str:
    return OPENING.sub("", name)
