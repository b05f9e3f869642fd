"""An answer laid out: paragraphs, quotes, points and tables of runs and marks, which every renderer writes its own way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answer import Answer, Citation, Layout, Nearest, Run, Said, Statement
from assistant.phrases import name_of_plan, name_of_ref, say
from assistant.units import title_of
from ingest.language.folding import fold

LONGEST_CELL = 160  # characters of a line; longer quotes are read better one below the other


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a citation: `[1]`."""

    number: int


@dataclass(frozen=True, slots=True)
class Near:
    """The name of a nearest item, and its number among them, from 1."""

    number: int
    name: str


Line = tuple[Run | Mark | Near, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line by itself."""

    line: Line


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines quoted of one item, in the language of their plan, and below them where they stand."""

    lines: tuple[Line, ...]
    source: Line
    language: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row names its columns."""

    rows: tuple[tuple[Line, ...], ...]


Block = Paragraph | Quote | Points | Table


def to_blocks(answer: Answer) -> tuple[Block, ...]:
    """What the assistant says, the statements between, the nearest items and the notice, from top to bottom."""
    blocks = [*_said(answer.before), *_stated(answer), *_said(answer.after)]
    if answer.nearest:
        blocks.append(Paragraph((Run(say("nearest", answer.language)),)))
        names = (name_of_source(one, answer.language) for one in answer.nearest)
        blocks.append(Points(tuple((Near(number, name),) for number, name in enumerate(names, 1))))
    return (*blocks, *_said((Said(answer.notice),) if answer.notice else ()))


def name_of_source(cited: Citation | Nearest, language: str) -> str:
    """`《…2024年工作要点》第18条（加快发展学前教育）`."""
    return _name(cited, language) + (f"（{cited.item.heading}）" if cited.item.heading else "")


def _name(cited: Citation | Nearest, language: str) -> str:
    return name_of_plan(cited.plan, language) + name_of_ref(cited.item.ref, language)


def _said(said: Sequence[Said]) -> Iterator[Block]:
    for one in said:
        yield Paragraph((Run(one.text, one.bold),))
        if one.points:
            yield Points(tuple((Run(point),) for point in one.points))


def _stated(answer: Answer) -> Iterator[Block]:
    statements, by_number = answer.statements, {citation.number: citation for citation in answer.citations}
    if not statements:
        return
    if not all(statement.is_quote for statement in statements):
        yield Paragraph(_prose(statements, by_number, answer.language))
    elif answer.layout is Layout.LIST:
        yield from _lists(statements, by_number, answer.language)
    elif answer.layout is Layout.TABLE and all(_length(one, answer.language) <= LONGEST_CELL for one in statements):
        yield _table(statements, by_number, answer.language)
    else:
        yield from _quotes(statements, by_number, answer.language)


def _quotes(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> Iterator[Quote]:
    """The statements of one item after the other, with the item's heading where they do not say it themselves."""
    for numbers, group in groupby(statements, key=lambda statement: statement.citations):
        told = list(group)
        sources = "；".join(_source(by_number[number], told, language) for number in numbers)
        lines = tuple(_line(statement, language) for statement in told)
        yield Quote(lines, (Run(f"——{sources}"),), by_number[numbers[0]].plan.language or language)


def _source(citation: Citation, told: Sequence[Statement], language: str) -> str:
    title = title_of(citation.item)
    is_said = any(title in run.text for statement in told for run in statement.runs)
    return _name(citation, language) + (f"（{title}）" if title and not is_said else "")


def _line(statement: Statement, language: str) -> Line:
    """The statement's runs with …… between them and its marks: `公办园……每生每月**六百元** [1]`."""
    parts: list[Run | Mark] = []
    for place, run in enumerate(statement.runs):
        parts += [*((Run("……"),) if place else ()), run]
    for number in statement.citations:
        parts += [Run(" "), Mark(number)]
    if statement.left_out:
        parts.append(Run(" " + say("left_out", language, count=statement.left_out)))
    return tuple(parts)


def parts_of(run: Run) -> list[tuple[str, bool]]:
    """The run's words, and whether they are bold: of `新建4所` with 4所 bold `("新建", False)` and `("4所", True)`."""
    parts, end = [], 0
    for start, stop in run.bold:
        parts += [(run.text[end:start], False), (run.text[max(start, end) : stop], True)]
        end = max(end, stop)
    return [(text, is_bold) for text, is_bold in (*parts, (run.text[end:], False)) if text]


def _length(statement: Statement, language: str) -> int:
    return sum(len(part.text) for part in _line(statement, language) if isinstance(part, Run))


def _prose(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> Line:
    """One paragraph; a citation whose place or year a sentence leaves open is named where it is cited first."""
    parts: list[Run | Mark] = []
    named: set[int] = set()
    for place, statement in enumerate(statements):
        new = [by_number[n] for n in statement.citations if n in by_number and n not in named]
        named.update(statement.citations)
        open_ones = "；".join(_name(one, language) for one in new if not _is_named(one, statement.text))
        beside = (f" ({open_ones})" if language == "en" else f"（{open_ones}）") if open_ones else ""
        parts.append(Run((" " if place and language == "en" else "") + statement.text + beside))
        for number in statement.citations:
            parts += [Run(" "), Mark(number)]
        parts.append(Run("." if language == "en" else "。"))
    return tuple(parts)


def _is_named(citation: Citation, text: str) -> bool:
    """Whether the text names the plan's title, or its year and place."""
    plan = citation.plan
    if plan.title in text:
        return True
    folded, place = fold(text), fold(plan.region or "")
    return bool(plan.year) and str(plan.year) in folded and place[:2] in folded


def _table(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> Table:
    head: tuple[Line, ...] = ((Run(say("plan", language)),), (Run(say("content", language)),))
    rows = (((Run(name_of_source(by_number[one.citation], language)),), _line(one, language)) for one in statements)
    return Table((head, *rows))


def _lists(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> Iterator[Block]:
    """Each plan's name once above its items."""
    for plan, group in groupby(statements, key=lambda statement: by_number[statement.citation].plan):
        yield Paragraph((Run(name_of_plan(plan, language)),))
        yield Points(tuple(_point(one, by_number[one.citation], language) for one in group))


def _point(statement: Statement, citation: Citation, language: str) -> Line:
    title = title_of(citation.item)
    heading = f"（{title}）" if title and title not in statement.runs[0].text else ""
    return (Run(f"{name_of_ref(citation.item.ref, language).strip()}{heading}："), *_line(statement, language))
