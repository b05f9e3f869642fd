"""What a written sentence may not do, whatever its words: name a figure, year, place or quotation that its item does not hold, or give orders."""

import re
from collections.abc import Sequence

from assistant.understanding.places import find_mentions
from assistant.writers.evidence_text import COMMAND, Source
from ingest.language.folding import bare, fold
from ingest.language.normal_form import normal_form
from ingest.language.numbers import find_numbers
from ingest.language.offices import find_bodies
from vectorstore.stored_plan import StoredPlan

MARKUP = re.compile(r"<\s*[a-z!/?][^>]*>?|!\[|\]\(|https?:|www\.|[\w.+-]+@[\w-]+\.|&#?\w+;|\{\{|\}\}", re.IGNORECASE)
ABOUT_ITSELF = re.compile(
    r"输出.{0,6}(?:提示|指令)|语言模型|人工智能助手|(?:作为|我是|你是)(?:一个|一名)?(?:ai|助手|机器人)|language model|\bas an ai\b|</?(?:item|question)>",
)
CERTAIN = re.compile(r"\d.*|.*[十百千万亿〇零].+|.+[十百千万亿〇零]|[一二].{3}")  # 三四 of 三四年级 is no 34
ITEM = re.compile(r"第[（(]?[\d〇○零一二三四五六七八九十百]+[)）]?[条條]")
QUOTATION = re.compile(r"[“「『《\"]([^”」』》\"]{2,60})[”」』》\"]")


def objections(text: str, source: Source, plans: Sequence[StoredPlan]) -> tuple[str, ...]:
    """Why the sentence cannot rest on the source, each in a few words; none where nothing speaks against it."""
    held = fold(source.claim)
    said = [*_strange_markup(text, held)]
    held_figures = _all_figures(source.claim)
    if missing := [printed for printed, value in _figures(text).items() if value not in held_figures]:
        said.append(f"figures that the item does not hold: {'、'.join(missing)}")
    bodies = [body.name for body in find_bodies(fold(text)) if body.is_firm and body.name[-3:] not in held]
    if bodies:
        said.append(f"bodies that the item does not name: {'、'.join(bodies)}")
    if items := [item for item in ITEM.findall(text) if normal_form(item) not in normal_form(source.claim)]:
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
    return places + [str(year) for year in mentions.years if year not in _all_figures(source.claim)]


def _names(place: str, source: Source, held: str) -> bool:
    return fold(place) in held or fold(place) == fold(source.plan.region or "") or fold(place)[:2] in held


def _figures(text: str) -> dict[str, float]:
    """The figures that a sentence states, by how they are printed: those in digits, and Chinese numerals that can be nothing else."""
    return {printed: value for printed, value in find_numbers(_folded(text)) if CERTAIN.fullmatch(printed)}


def _all_figures(text: str) -> set[float]:
    """The figures that an item holds, whatever may be one."""
    return {value for _, value in find_numbers(_folded(text))}


def _folded(text: str) -> str:
    return fold(text).replace("○", "〇")
