"""What a clause denies, forbids, allows or obliges, and which of its words that is said of."""

import re
from enum import StrEnum

from ingest.language.bounds import MAY
from ingest.language.sentences import clause_end
from ingest.language.words import tag_words

# 不, 未, 无 and 非 that deny nothing: bounds of figures, fixed words, names of kinds.
NO_DENIAL = re.compile(
    rf"不{MAY}(?:少于|低于|小于|早于|短于|多于|超过|超出|高于|大于|晚于|迟于|长于|亚于|[少低小短多高大贵]过|比[^，。,]{{1,12}}(?:少|低|差|小|多|高))|[跟赶]不上|不(?:好(?=[的又、,，])|太|大好)|不(?:仅|但|只是|光是|断|同|足|满|到|等|论|管|妨|愧|过(?!关)|久|少(?!见)|良|法|锈|动产|惜|禁(?!止)|必说|料|至于|外乎|限于|得不|约而同|遗余力)"
    r"|非(?:常|学科|营利|公(?!开)|遗|凡|洲|寄宿|毕业|机动|物质|法|但|正常|典)|未(?:来|成年|央|必|经批准)|无(?:论|人机|线|限|烟|障碍|锡|疑|形|非|数|私|愧|缝|偿|作业日)|没收|别(?:的|样|墅|具|出心裁)|(?:分|特|级|区|类|性|个|告|辨|识|派)别|除非|莫非|是否|能否|可否|否则|免疫|免试|避免|难免|以免|未.{0,4}前|不一样|不合格|不达标|不齐|不便|不能到校|差不多|不少"
)
DENIAL = re.compile(
    r"(?:严|嚴)?禁止?(?!毒|区)|杜绝|不(?:得|准|许|允许|可以|可(?!缺)|能|再|予|应|宜|要求|要|会|必|用|需要?|是|曾|在|收|设|留|布置|作|做|进行|受|影响|给)?|没有|没|未能|未曾?|无需|无须|无|毋须|勿|别(?=再|让|给|把)|免(?:收|费|交|缴|除|于|征)?|全免|取消|停止|暂停|拒绝|零容忍|非"
)
# What frees of a duty, denies a whole clause or lets a bound be passed, where a paper that says none of it has nothing like it.
UNDONE = re.compile(
    r"不必|不用|无需|无须|毋须|不一定|未必|不要求|不作要求|不做要求|不再|不是|没有(?!的)|却没|都没|并不|并没|可以不|不搞|不肯|不管(?=[这那])|没关系|无所谓|也行"
    r"|(?:可以|允许|能够?)(?:超过|超出|多于|高于|少于|低于|晚于|[多高大贵少低小晚]过)|(?:可以|允许)比"
)
NEGATIVE = re.compile("[不未无没非免禁停缓缺违拒零否勿莫撤废除]|取消|杜绝|自愿|而是")
REACH = 14  # characters that a denial reaches, at most to the clause's end


class Mood(StrEnum):
    """What a clause lays down."""

    FORBIDS = "forbids"
    ALLOWS = "allows"
    OBLIGES = "obliges"
    FREES = "leaves free"


MOODS = (
    (Mood.FORBIDS, re.compile(r"严禁|禁止|杜绝|不得(?!不|少于|低于|超过|多于|高于|晚于|早于|迟于)|不准|不许|不允许|不可以|不能(?!不|到)|不应(?!低|少|超|高)|不可(?!缺|少|或)|零容忍|取缔|must not|may not|prohibit|forbid|forbidden|not allowed|not permitted|banned?\b")),
    (Mood.FREES, re.compile(r"自愿|自主选择|不强制|无需|无须|不必|不用|不需要?|可以不|voluntar|optional|not required|need not|do not have to|don't have to")),
    (Mood.ALLOWS, re.compile(r"(?<!不)(?<!不可)可以(?!不)|(?<!不)允许|准许|许可|(?<!不)可(?=[按由在向通选自申凭参采到办])|鼓励|提倡|支持|\bmay\b(?! not)|(?<!not )allowed|(?<!not )permitted")),
    (Mood.OBLIGES, re.compile(r"必须|应当|(?<!无)(?<!必)须(?!知)|一律|务必|(?<!不)强制|硬性要求|\bmust\b(?! not)|(?<!not )required|compulsory|mandatory|\bhave to\b")),
)  # fmt: skip
# Moods of which one denies the other.
AGAINST = frozenset(
    {
        frozenset({Mood.FORBIDS, Mood.ALLOWS}),
        frozenset({Mood.FORBIDS, Mood.FREES}),
        frozenset({Mood.FORBIDS, Mood.OBLIGES}),
        frozenset({Mood.OBLIGES, Mood.FREES}),
    }
)


def moods(folded: str) -> frozenset[Mood]:
    """What the clause lays down, if anything: `严禁补课` forbids, `应当公示` obliges."""
    return frozenset(mood for mood, pattern in MOODS if pattern.search(folded))


def moods_clash(one: frozenset[Mood], other: frozenset[Mood]) -> bool:
    """Whether each lays something down, and none of it agrees."""
    return bool(one and other and not one & other) and any(frozenset({a, b}) in AGAINST for a in one for b in other)


def denied(folded: str) -> frozenset[int]:
    """The places of the characters that stand under a denial: in `不布置作业` those of 布置作业."""
    plain = NO_DENIAL.sub(lambda match: "＿" * len(match[0]), folded)
    count = [0] * len(plain)
    for match in DENIAL.finditer(plain):
        opening = match.end()
        if match[0][0] in "不免" and len(match[0]) > 1 and match[0][1] in "收交缴征设留布":
            opening = match.start() + 1
        for place in range(opening, min(match.end() + REACH, clause_end(plain, match.end()))):
            count[place] += 1
    return frozenset(place for place, times in enumerate(count) if times % 2)  # 不会取消 denies twice


def first_denied(folded: str) -> tuple[str, ...]:
    """The pairs of characters that each denial of the clause begins with: 陪餐 of `不必陪餐`."""
    plain = NO_DENIAL.sub(lambda match: "＿" * len(match[0]), folded)
    ends = [match.end() for match in DENIAL.finditer(plain)]
    return tuple(plain[end + step : end + step + 2] for end in ends for step in (0, 1))


def denied_words(folded: str) -> tuple[str, ...]:
    """The word that each denial of the text is said of, of two characters and more: 退还 of `一律不予退还`."""
    plain = NO_DENIAL.sub(lambda match: "＿" * len(match[0]), folded)
    words: list[str] = []
    under = denied(folded)
    for match in DENIAL.finditer(plain):
        if match.end() not in under:
            continue  # denied twice
        after = plain[match.end() : match.end() + 6]
        words += [word for word, _ in tag_words(after[: clause_end(after, 0)]) if len(word) > 1][:1]
    return tuple(words)


def undone(clause: str) -> str:
    """What in the clause frees of a duty or denies the whole: 不必 of `不必占到三成`; empty where nothing does."""
    plain = NO_DENIAL.sub(lambda match: "＿" * len(match[0]), clause)
    match = UNDONE.search(plain)
    return match[0] if match else ""


def is_negative(text: str) -> bool:
    """Whether the text denies, forbids, frees or ends anything at all; bounds of figures do not."""
    return bool(NEGATIVE.search(NO_DENIAL.sub("＿", text)))
