"""What a written sentence may not do, whatever its words: name a figure, year, place or quotation that its item does not hold, or give orders."""

import re
from collections.abc import Callable, Sequence

from assistant.metrics import normal
from assistant.understanding.places import find_mentions
from assistant.writers.evidence_text import COMMAND, Source
from ingest.language.folding import bare, fold
from ingest.language.numbers import CHINESE_NUMERAL, read_number
from vectorstore.stored_plan import StoredPlan

MARKUP = re.compile(r"<\s*[a-z!/?][^>]*>?|!\[|\]\(|https?:|www\.|[\w.+-]+@[\w-]+\.|&#?\w+;|\{\{|\}\}", re.IGNORECASE)
ABOUT_ITSELF = re.compile(
    r"输出.{0,6}(?:提示|指令)|语言模型|人工智能助手|(?:作为|我是|你是)(?:一个|一名)?(?:ai|助手|机器人)|language model|\bas an ai\b|</?(?:item|question)>",
)
DIGITS = re.compile(r"\d+(?:\.\d+)?")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
NUMERALS = re.compile(rf"{CHINESE_NUMERAL}+")
CERTAIN = re.compile(r".*[十百千〇○零].+|.+[十百千〇○零]|[一二].{3}")  # 三四 of 三四年级 is no 34
BODY = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:教育局|体育局|[\u4e00-\u9fff]局|科|股|处(?=[，、。负牵])|办公室|委员会|中心|集团|公司|基金会|派出所)(?![\u4e00-\u9fff]?[学技研普目教])"
)
ITEM = re.compile(r"第[（(]?[\d〇○零一二三四五六七八九十百]+[)）]?[条條]")
QUOTATION = re.compile(r"[“「『《\"]([^”」』》\"]{2,60})[”」』》\"]")


def objections(text: str, source: Source, plans: Sequence[StoredPlan]) -> tuple[str, ...]:
    """Why the sentence cannot rest on the source, each in a few words; none where nothing speaks against it."""
    held = fold(source.claim)
    said = [*_strange_markup(text, held)]
    if missing := sorted(_figures(text) - _all_figures(source.claim), key=text.find):
        said.append(f"figures that the item does not hold: {'、'.join(missing)}")
    if bodies := [body for body in BODY.findall(fold(text)) if body[-3:] not in held]:
        said.append(f"bodies that the item does not name: {'、'.join(bodies)}")
    if items := [item for item in ITEM.findall(text) if normal(item) not in normal(source.claim)]:
        said.append(f"another item than the cited one: {'、'.join(items)}")
    if strange := _strange_places(text, source, held, plans):
        said.append(f"another place or year than the item's: {'、'.join(strange)}")
    if unquoted := [words for words in QUOTATION.findall(text) if bare(words) not in bare(source.claim)]:
        said.append(f"words in quotation marks that the item does not hold: {'、'.join(unquoted)}")
    return tuple(said)


def _strange_markup(text: str, held: str) -> list[str]:
    said = []
    if any(fold(match[0]) not in held for match in MARKUP.finditer(text)):
        said.append("a link or markup")
    if COMMAND.search(text) or any(match[0] not in held for match in ABOUT_ITSELF.finditer(fold(text))):
        said.append("an instruction, or talk about instructions")
    return said


def _strange_places(text: str, source: Source, held: str, plans: Sequence[StoredPlan]) -> list[str]:
    mentions = find_mentions(text, plans)
    places = [place for place in (*mentions.regions, *mentions.unknown_places) if not _names(place, source, held)]
    return places + [str(year) for year in mentions.years if str(year) not in _all_figures(source.claim)]


def _names(place: str, source: Source, held: str) -> bool:
    return fold(place) in held or fold(place) == fold(source.plan.region or "") or fold(place)[:2] in held


def _figures(text: str) -> set[str]:
    """The figures that a sentence states: those in digits, and Chinese numerals that can be nothing else."""
    return _read_figures(text, lambda numeral: bool(CERTAIN.fullmatch(numeral)))


def _all_figures(text: str) -> set[str]:
    """The figures that an item holds, whatever may be one."""
    return _read_figures(text, lambda numeral: True)


def _read_figures(text: str, is_figure: Callable[[str], bool]) -> set[str]:
    folded = THOUSANDS.sub("", fold(text))
    numerals = [numeral for numeral in NUMERALS.findall(folded) if is_figure(numeral)]
    read = {str(value) for numeral in numerals if (value := read_number(numeral)) is not None}
    return read | {figure.lstrip("0") or "0" for figure in DIGITS.findall(folded)}
