"""The evidence as a model is shown it: numbered, named by plan, year and item, and fenced as quotation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.budget import Passage
from assistant.phrases import name_of_plan, name_of_ref
from assistant.weighing.evidence import Evidence, Found
from ingest.language.sentences import cut_entries
from ingest.plan import Identity, Item

COMMAND = re.compile(  # to whoever reads the plan for others; no plan says so to its readers
    r"(?:忽略|无视|忘记|不理会|無視|忘記).{0,12}(?:指令|指示|规则|規則|要求|提示)|系统提示|系統提示|提示词|提示詞|开发者模式|開發者模式|越狱|越獄"
    r"|ignore .{0,24}(?:instruction|rule|prompt)|(?:system|developer) (?:prompt|message|mode)|jailbreak|(?:instructions?|rules?) (?:above|given)",
    re.IGNORECASE,
)
FENCES = str.maketrans("<>", "＜＞")  # so that no text can close its own fence


@dataclass(frozen=True, slots=True)
class Source:
    """An item that a model may cite by its number: its sentences, those that bear on the question, and what is asked for in them.

    A sentence of it that would command whoever reads it is left out: a model could obey it and be borne out by the plan.
    """

    number: int
    plan: Identity
    item: Item
    sentences: tuple[str, ...]
    bearing: tuple[int, ...]
    wanted: tuple[str, ...]  # the figures, dates and names that fit a want for one
    score: float

    @property
    def name(self) -> str:
        """Plan, year and item: `《望汀区教育局2024年工作要点》 望汀区 2024年 第16条`."""
        plan = self.plan
        year = f"{plan.year}年" if plan.year else ""
        parts = (f"《{plan.title}》", plan.region or plan.issuer or "", year, name_of_ref(self.item.ref, "zh-Hans"))
        return " ".join(part for part in parts if part)

    @property
    def claim(self) -> str:
        """What a sentence that cites it is checked against: its name, and the item's text but for commands."""
        return "\n".join((self.name, *self.sentences))


def number_sources(found: Sequence[Found], *, most: int) -> tuple[Source, ...]:
    """The items of the evidence, each once, numbered from 1 in their order."""
    by_item: dict[tuple[str, str], list[Evidence]] = {}
    for evidence in (evidence for one in found for evidence in one.evidence):
        by_item.setdefault((evidence.hit.plan.id, evidence.hit.item.ref), []).append(evidence)
    return tuple(_source(number, group) for number, group in enumerate(list(by_item.values())[:most], 1))


def passage_of(source: Source, overhead: int) -> Passage:
    """The source as the budget fits it."""
    return Passage(source.sentences, source.bearing, overhead)


def fence(source: Source, shown: Sequence[int]) -> str:
    """The source's number and name, and the sentences shown of it as a quotation; `……` where some are left out."""
    parts, last = [], -1
    for index in shown:
        parts += [*(["……"] if index != last + 1 else []), source.sentences[index]]
        last = index
    if last != len(source.sentences) - 1:
        parts.append("……")
    name = f"{name_of_plan(source.plan, 'zh-Hans')}{name_of_ref(source.item.ref, 'zh-Hans')}"
    heading = f"（{source.item.heading}）" if source.item.heading else ""
    text = quoted("\n".join(parts))
    return f"[{source.number}] {quoted(source.plan.region or '')} {quoted(name + heading)}\n<item>\n{text}\n</item>"


def quoted(text: str) -> str:
    """The text with its angle brackets widened: `</item>` in a plan is `＜/item＞`, and closes nothing."""
    return text.translate(FENCES)


def _source(number: int, group: Sequence[Evidence]) -> Source:
    first = group[0]
    sentences = tuple(one for one in cut_entries(first.hit.item.text) if not COMMAND.search(one))
    told = [run for evidence in group for run in evidence.words]
    held = (i for i, sentence in enumerate(sentences) if any(sentence in run or run in sentence for run in told))
    bearing = tuple(held) or (0,) * bool(sentences)
    pieces = [piece for evidence in group for piece in evidence.selection.pieces]
    wanted = [first.hit.item.text[start:end] for piece in pieces for start, end in piece.bold]
    return Source(
        number,
        first.hit.plan.identity,
        first.hit.item,
        sentences,
        bearing,
        tuple(dict.fromkeys(wanted)),
        max(evidence.score for evidence in group),
    )
