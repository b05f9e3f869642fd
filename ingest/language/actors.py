"""Who does what: which bodies of a text lead, share, serve or pay."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.language.office_words import BodyKind
from ingest.language.offices import BODY_NAME, find_bodies, without_lead_in
from ingest.language.patterns import Pattern

# Papers say 牵头, people 挑头.
LEAD = "牵头|负责|主管|主办|承担|组织实施|主抓|统筹|会同|负总责|组织|管|挑头|领头|带头|领着|说了算"
SERVE = "配合|协助|参与|协同|协办|支持|做好|帮忙|帮衬|搭手|搭把手|打下手"
JOINT = "、|和|与|以及|及|会同|联合"
PARTS = Pattern(
    "bodies with their part",
    rf"""
    (?P<names>{BODY_NAME}(?:(?:{JOINT}){BODY_NAME})*)
    (?:等部门|是|给它|分工|共同|分别|按职责|来|具体|组织|一起|主要|全程|一同)*  # between a body and its part
    (?:(?P<leads>{LEAD})|(?P<serves>{SERVE}))
    """,
    matches=("由人事股牵头", "财务股、安全科共同配合"),
    misses=("由校长负责", "人事股的安排"),
    flags=re.VERBOSE,
)
RESPONSIBLE = Pattern(
    "who is made responsible",
    r"""
    (?:由|经)?[\u4e00-\u9fff、()]{2,30}?  # whoever it is: 校长 is no body
    (?:牵头|负责|会同|主管|承办|组织实施)
    """,
    matches=("由德育科牵头", "校长负责"),
    misses=("德育科的安排",),
    flags=re.VERBOSE,
)
PEOPLE = "校长|园长|书记|主任|局长|组长|科长|领导|教师|老师|学校|各校|幼儿园|街道|社区|乡镇|专人"
PERSON_LEADS = Pattern(
    "a person or school that is made responsible",
    rf"""
    (?P<who>(?:(?![由对把将被])[\u4e00-\u9fff]){{0,6}}?(?:{PEOPLE}))  # 分管副校长
    (?:具体|全面|分别|统一|主要|总)*
    (?:负责(?![人制])|牵头|负总责|主管|承担|组织实施)
    """,
    matches=("由校长负总责", "班主任具体负责"),
    misses=("学校的负责人", "加强校长负责制"),
    flags=re.VERBOSE,
)
LABELLED = Pattern(
    "who is responsible, behind a label",
    r"""
    (?:责任|牵头|主管|主责|承办|主办|负责|分管|经办)(?:单位|科室|股室|处室|部门|机构|领导|人)\s*[::]\s*
    (?P<who>[^,;。()\n]{2,40})  # 责任单位:人事科、财务科
    """,
    matches=("责任单位:人事科、财务科", "牵头部门:区教育局", "牵头股室:后勤中心", "负责人:李明"),
    misses=("责任单位要落实",),
    flags=re.VERBOSE,
)
BY_WHOM = Pattern(
    "the word before who does it",
    r"由[\u4e00-\u9fff、]*$",
    matches=("工作由",),
    misses=("由此,",),
)
LEVELS = "国家|中央|省|市|区|县|乡镇|镇"
PAYER = Pattern(
    "a level of government that pays",
    rf"""
    ({LEVELS})(?:里|财政)
    (?=[^的]{{0,4}}(?:出|掏|补|贴|承担|拨|给))  # 省里每年出900万元
    """,
    matches=("省里出900万元", "县财政补贴"),
    misses=("省里的学校",),
    flags=re.VERBOSE,
)
LEVEL = Pattern(
    "a level of government",
    rf"({LEVELS})(?:级|本级|里|财政|政府)",
    matches=("市级财政", "县政府"),
    misses=("县城",),
)
DOERS = frozenset({BodyKind.COMPANY, BodyKind.GROUP, BodyKind.SCHOOL})  # named for what they do
MOST_NAMED = 22  # characters between 由 and the end of the body that does it


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
    for match in PARTS.compiled.finditer(folded):
        part = Part.LEADS if match["leads"] else Part.SERVES
        names = (without_lead_in(name) for name in re.split(JOINT, match["names"]))
        actors += [Actor(name, part) for name in names if len(name) > 1]
    return tuple(actors)


def find_responsible(folded: str) -> tuple[tuple[int, int], ...]:
    """Where the text says who does it, as (start, end): `由德育科牵头`, and a firm's name, `市文旅集团`."""
    spans = [match.span() for match in RESPONSIBLE.compiled.finditer(folded)]
    taken = {at for start, end in spans for at in range(start, end)}
    for body in find_bodies(folded):
        if body.start in taken:
            continue
        before = BY_WHOM.compiled.search(folded, max(0, body.end - MOST_NAMED), body.start)
        if before:
            spans.append((before.start(), body.end))
        elif body.kind in DOERS or body.name.endswith("中心"):
            spans.append((body.start, body.end))
    return tuple(sorted(spans))


def find_leaders(folded: str) -> tuple[tuple[int, int], ...]:
    """Where those are named who are made responsible, as (start, end): 学前科 of `由学前科负责`, 校长 of `由校长负总责`."""
    spans = []
    for match in PARTS.compiled.finditer(folded):
        if match["leads"]:
            start = match.end("names") - len(without_lead_in(match["names"]))
            spans.append((start, match.end("names")))
    for pattern in (PERSON_LEADS, LABELLED):
        spans += [match.span("who") for match in pattern.compiled.finditer(folded)]
    return tuple(sorted(spans))


def is_made_responsible(folded: str) -> bool:
    """Whether the text makes somebody responsible, rather than merely name a body."""
    return bool(RESPONSIBLE.compiled.search(folded) or LABELLED.compiled.search(folded))


def find_payers(folded: str) -> frozenset[str]:
    """The levels of government that the text lets pay: 省 of `省里出900万元`."""
    return frozenset(PAYER.compiled.findall(folded))


def find_levels(folded: str) -> frozenset[str]:
    """The levels of government that the text speaks of: 市 of `市级财政补助`."""
    return frozenset(LEVEL.compiled.findall(folded))
