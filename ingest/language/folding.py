"""Text folded so that scripts, widths and cases compare equal, character by character."""

import unicodedata
from functools import cache

import opencc

WIDE_DIGITS = {ord("０") + digit: str(digit) for digit in range(10)}
# Characters that files hold in place of the common ones that they look like, which NFKC leaves: parts of the block CJK Radicals
# Supplement, as PDFs give them (Unicode's EquivalentUnifiedIdeograph), and private-use codes of GB 18030-2000 with what
# its later editions print there.
LOOK_ALIKES = dict(
    zip(
        "⺆⺌⺍⺝⺟⺠⺧⺫⺬⺮⺯⺰⺶⺼⺾⺿⻀⻁⻄⻅⻆⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻲"
        "\ue5e5\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864",
        "冂小小月母民牛目示竹糹纟羊肉艹艹艹虎西见角贝车辶辶辶钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟"
        " 龴龵龶龷龸龹龺龻",
        strict=True,
    )
)


def fold(text: str) -> str:
    """Simplified, half width, lower case. `fold("東西湖區（一）")` is `"东西湖区(一)"`; it may be longer than the text."""
    return text.translate(_folding())


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the index of the original character it comes from."""
    folded = fold(text)
    if len(folded) == len(text):  # nearly always; no character folds into none
        return folded, list(range(len(text)))
    return folded, [index for index, character in enumerate(text) for _ in fold(character)]


def bare(text: str) -> str:
    """The folded letters and digits alone, by which wordings are compared: of `《2024年要點》，` `2024年要点`."""
    return "".join(filter(str.isalnum, fold(text)))


def plain_digits(text: str) -> str:
    """The text as printed but for its wide digits, which become plain ones: of `２０２４年（一）` `2024年（一）`."""
    return text.translate(WIDE_DIGITS)


def as_printed(text: str, start: int, end: int) -> str:
    """What of the text stands between two places of its folded form: of `"㈠甲縣"`, 3 to 5, it is `"甲縣"`."""
    if len(fold(text)) == len(text):  # as nearly always: each character folds to one
        return text[start:end]
    offsets = fold_with_offsets(text)[1]
    return text[offsets[start] : offsets[end - 1] + 1] if start < end else ""


def language_of(text: str) -> str:
    """`zh-Hant` where more characters are only Traditional than only Simplified, else `zh-Hans`; `en` without Han."""
    simplified = text.translate(_simplified())
    traditional = to_traditional(text)
    if not any(is_han(c) for c in text):
        return "en"
    only_traditional = sum(a != b for a, b in zip(text, simplified, strict=True))
    only_simplified = sum(a != b for a, b in zip(text, traditional, strict=False))
    return "zh-Hant" if only_traditional > only_simplified else "zh-Hans"


def to_traditional(text: str) -> str:
    """The text in Traditional characters."""
    return str(_traditional_converter().convert(text))


def is_han(character: str) -> bool:
    """Whether the character is a Chinese one."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


@cache
def _traditional_converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")  # reads its dictionaries, which takes longer than an answer


@cache
def _simplified() -> dict[int, str]:
    simplify = opencc.OpenCC("t2s").convert
    ideographs = "".join(map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]))
    # Separated, so that no phrase rule of OpenCC spans two of them: folding must not depend on the neighbours.
    simple = simplify("\n".join(ideographs)).split("\n")
    table = {a: b for a, b in zip(ideographs, simple, strict=True) if a != b}
    return {ord(a): table.get(b, b) for a, b in table.items()}  # 薴 becomes 苧, which becomes 苎


@cache
def _folding() -> dict[int, str]:
    table = dict(_simplified())
    for looks, is_meant in LOOK_ALIKES.items():
        table[ord(looks)] = is_meant.translate(_simplified())
    for code in [*range(0x20, 0x3400), *range(0xF900, 0xFFF0), *range(0x2F800, 0x2FA20)]:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).lower()
        if folded != character:
            table[code] = folded.translate(_simplified())
    return table
