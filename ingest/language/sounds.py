"""How Chinese text sounds: its syllables in pinyin, without tones; the one door to pypinyin."""

import re
import unicodedata
from functools import cache, lru_cache
from types import ModuleType

INITIALS = "b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|z|c|s|r|y|w"
FINALS = (
    "iang|iong|uang|ueng|ang|eng|ong|ian|iao|ing|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|vn|"
    "a|e|i|o|u|v"
)
COMMON = range(0x4E00, 0x9FA6)
LONGEST_TYPED = 7  # letters of a syllable and the apostrophe behind it


def pinyin_of(text: str) -> str:
    """The syllables of Chinese text as one word: changsha of 长沙."""
    return "".join(_library().lazy_pinyin(text))


@lru_cache(maxsize=20_000)
def sounds_of(character: str) -> frozenset[str]:
    """All the syllables that a character is read as: zhang and chang of 长."""
    library = _library()
    return frozenset(library.pinyin(character, style=library.Style.NORMAL, heteronym=True)[0])


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters may be read as the same syllable, tones aside: 湖 and 胡, 莎 and 沙."""
    return one == other or not sounds_of(one).isdisjoint(sounds_of(other))


def plain_pinyin(text: str) -> str:
    """Latin letters as they are typed for pinyin, without tone marks: `you'eryuan` of `yòu’éryuán`, `nv` of `nǚ`."""
    marked = unicodedata.normalize("NFC", text.lower())
    typed = unicodedata.normalize("NFD", re.sub("[üǖǘǚǜ]", "v", marked))
    return "".join(letter for letter in typed if not unicodedata.combining(letter))


def is_pinyin(word: str) -> bool:
    """Whether a Latin word is made of syllables of Chinese alone: `youeryuan` and `can` are, `kindergarten` is not."""
    known = _syllables()
    ends = {0}  # where a run of syllables from the start may end
    for end in range(1, len(word) + 1):
        if any(end - n in ends and word[end - n : end].rstrip("'’") in known for n in range(1, LONGEST_TYPED + 1)):
            ends.add(end)
    return bool(word) and len(word) in ends


@cache
def _syllables() -> frozenset[str]:
    """The syllables that the library's own table holds, as they are typed."""
    from pypinyin.pinyin_dict import pinyin_dict

    marked = {one for code, told in pinyin_dict.items() if code in COMMON for one in told.split(",")}
    known = set(map(plain_pinyin, marked))
    spelled = {one for one in known if re.fullmatch(f"(?:{INITIALS})?(?:{FINALS})", one)}
    return frozenset(spelled | {"lue", "nue"})  # as 略 and 虐 are typed too


@cache
def _library() -> ModuleType:
    import pypinyin  # only here: loading its dictionaries takes longer than cutting a paper

    return pypinyin
