"""Who does what: the offices, schools and firms of a text with their parts in the work, led, shared or served."""

import re
from dataclasses import dataclass
from enum import StrEnum

SUFFIX = "委员会|领导小组|办公室|指挥部|部门|中心|政府|集团|公司|银行|协会|学院|大学|督导室|监察室|教研室|研究院|法院|检察院|[科股室局处办厅馆站院社]"
NAME = r"(?:(?![由和与及是为向把被将对请会同同归属交给，的了在也都还则等])[\u4e00-\u9fff]){1,14}?"
BODY = re.compile(rf"(?:{NAME})(?:{SUFFIX})(?![\u4e00-\u9fff]{{0,1}}[长员学生教任])")
LEAD = r"牵头|负责|主管|主办|承担|组织实施|主抓|统筹|会同|负总责|组织|管"
SERVE = r"配合|协助|参与|协同|协办|支持|做好"
PARTS = re.compile(rf"(?P<names>{NAME}(?:{SUFFIX})(?:(?:、|和|与|以及|及|会同|联合){NAME}(?:{SUFFIX}))*)(?:等部门|分工|共同|分别|按职责|来|具体|组织|一起|主要|全程|一同)*(?P<part>{LEAD}|{SERVE})")
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


def is_called(name: str, text: str) -> bool:
    """Whether the text names the body so, or by a longer name that it shortens: 体卫艺科 of 体育卫生与艺术科."""
    return name in text or _is_short_for(name, text)


def _is_short_for(name: str, text: str) -> bool:
    """Whether the text holds the name's characters in order, close together and ending a body's name."""
    if len(name) < 3:
        return False
    gap = r"[\u4e00-\u9fff]{0,3}?"
    return bool(re.search(f"{gap.join(map(re.escape, name))}(?=$|[^\u4e00-\u9fff]|{LEAD}|{SERVE}|[和与、]|会同)", text))


def _trimmed(name: str) -> str:
    return OPENING.sub("", name)
