"""The offices, schools and firms that a running text names."""

import re
from dataclasses import dataclass

from ingest.language.office_names import EDUCATION
from ingest.language.office_words import BodyKind, endings_in_prose, one_of
from ingest.language.patterns import Pattern

KIND_OF_ENDING = {ending: kind for kind in BodyKind for ending in endings_in_prose(kind)}
HAN = r"[\u4e00-\u9fff]"
NO_PART = "由和与及是为向把被将对请会同归属交给的了在也都还则等"  # characters that stand in no name
BODY_NAME = rf"(?:(?![{NO_PART}]){HAN}){{1,14}}?{one_of(tuple(KIND_OF_ENDING))}"
BODY = Pattern(
    "a body within a sentence",
    rf"(?P<name>{BODY_NAME})(?!{HAN}?[长员学生教任])(?!(?<=社)[会区团保])  # but 科长, 局工作人员, 社会",
    matches=("由德育科牵头", "望汀区教育局负责"),
    misses=("由科长牵头", "学校负责", "提高学生社会实践能力"),
    flags=re.VERBOSE,
)
LEAD_IN = Pattern(
    "words before a body's name that are no part of it",
    r"""^(?:
    工作|主要|具体|统一|全部|项目|这件事|此项|该项|事宜|日常|责任|部门|单位  # of what it does
    | 牵头|负责|配合|联系|咨询|找到?|去|问|到|报|经|凭|以|从|让
    | 而|并|且|此外|其中|另外|同时|年底前|届时|最后|每年|每季度|一起
    )+""",
    matches=("具体由德育科", "联系教育局"),
    misses=("德育科", "望汀区教育局"),
    flags=re.VERBOSE,
)
EDUCATION_OFFICE = Pattern(
    "an education office's name",
    rf"{EDUCATION}$",
    matches=("澄原县教育局", "澄原县教科体局"),
    misses=("澄原县财政局",),
    flags=re.VERBOSE,
)
FIRM = Pattern(
    "a name that can be nothing but a body's",
    r""".{2,}(?:
    (?<![学本专文类分])(?<!(?<!管)理)科  # 安全管理科, but 学科, 理科
    | 股(?!份) | 局 | 教研室 | 督导室 | 监察室 | 办公室 | 委员会 | 中心 | 集团 | 公司 | 基金会 | 派出所
    )$""",
    matches=("安全管理科", "望汀区教育局"),
    misses=("各学科", "市政府", "文科理科"),
    flags=re.VERBOSE,
)
CUT_SHORT = frozenset("室创技目普研学")  # what goes on behind a 科 that is no office: 青少年科技
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its name as the folded text has it, where it stands there, and what it is.

    `is_firm` where the name can be nothing but a body's: 安全科 and 教育局, not 图书馆.
    """

    name: str
    start: int
    end: int
    kind: BodyKind
    is_firm: bool


def find_bodies(folded: str) -> tuple[Body, ...]:
    """The bodies that the text names, in order: of `由安全科牵头,市财政局配合` 安全科 and 市财政局."""
    bodies = []
    for match in BODY.compiled.finditer(folded):
        name = without_lead_in(match["name"])
        if len(name) >= SHORTEST_NAME:
            end = match.end()
            is_firm = bool(FIRM.compiled.match(name)) and folded[end : end + 1] not in CUT_SHORT
            bodies.append(Body(name, end - len(name), end, _kind_of(name), is_firm))
    return tuple(bodies)


def body_names(folded: str) -> tuple[str, ...]:
    """The names of the bodies in the text, each once."""
    return tuple(dict.fromkeys(body.name for body in find_bodies(folded)))


def without_lead_in(name: str) -> str:
    """The name without what leads to it: 德育科 of `具体德育科`."""
    return LEAD_IN.compiled.sub("", name)


def _kind_of(name: str) -> BodyKind:
    if EDUCATION_OFFICE.compiled.search(name):
        return BodyKind.EDUCATION
    ending = max((ending for ending in KIND_OF_ENDING if name.endswith(ending)), key=len)
    return KIND_OF_ENDING[ending]
