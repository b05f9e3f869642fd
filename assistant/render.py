"""Statements, citations and nearest items as Markdown; what is quoted shows exactly as it stands in the plan."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from assistant.answer import Citation, Layout, Nearest, Run, Statement
from assistant.phrases import name_of_plan, name_of_ref, say
from assistant.units import title_of
from ingest.language.folding import fold
from ingest.language.words import first_word

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")
LIST_MARK = re.compile(r"^(\d*)([.)+-])(?=\s|$)")  # would begin a list: `3. 严格教育监督`
LONGEST_WORD = 6  # characters
LONGEST_CELL = 160  # characters of Markdown; longer quotes are read better one below the other
CLOSING = "”’』」》）)】、，。；："


def render_statements(
    statements: Sequence[Statement],
    citations: Sequence[Citation],
    language: str,
    layout: Layout = Layout.PARAGRAPHS,
) -> str:
    """Plan, year and item of each citation, and the quoted sentences with their mark; prose as one paragraph."""
    by_number = {citation.number: citation for citation in citations}
    if not all(statement.is_quote for statement in statements):
        return _prose(statements, by_number, language)
    if layout is Layout.LIST:
        return _list(statements, by_number, language)
    if layout is Layout.TABLE and all(len(_line(one, language)) <= LONGEST_CELL for one in statements):
        return _table(statements, by_number, language)
    return _quotes(statements, by_number, language)


def _quotes(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> str:
    """A quotation a statement; below those of one item where they stand."""
    parts = []
    for numbers, group in groupby(statements, key=lambda statement: statement.citations):
        told = list(group)
        parts += [f"> {_line(statement, language)}" for statement in told]
        parts.append("——" + "；".join(_source(by_number[number], told, language) for number in numbers))
    return "\n\n".join(parts)


def _source(citation: Citation, told: Sequence[Statement], language: str) -> str:
    """Where the quotes stand, with the item's heading where it is one and they do not say it themselves."""
    title = title_of(citation.item)
    is_said = any(title in run.text for statement in told for run in statement.runs)
    return _name(citation, language) + (f"（{escape(title)}）" if title and not is_said else "")


def _line(statement: Statement, language: str) -> str:
    """The statement's runs with …… between them and its marks: `公办园……每生每月**六百元** [1]`."""
    runs = [_with_bold(run) for run in statement.runs]
    marks = " ".join(f"[{number}]" for number in statement.citations)
    more = " " + say("left_out", language, count=statement.left_out) if statement.left_out else ""
    return f"{'……'.join(runs)} {marks}{more}"


def _prose(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> str:
    """One paragraph; a citation whose place or year a sentence leaves open is named where it is cited first."""
    sentences = []
    named: set[int] = set()
    for statement in statements:
        new = [by_number[n] for n in statement.citations if n in by_number and n not in named]
        named.update(statement.citations)
        open_ones = "；".join(_name(one, language) for one in new if not _is_named(one, statement.text))
        beside = (f" ({open_ones})" if language == "en" else f"（{open_ones}）") if open_ones else ""
        marks = " ".join(f"[{number}]" for number in statement.citations)
        sentences.append(f"{escape(statement.text)}{beside} {marks}{'.' if language == 'en' else '。'}")
    return (" " if language == "en" else "").join(sentences)


def _is_named(citation: Citation, text: str) -> bool:
    """Whether the text names the plan's title, or its year and place."""
    plan = citation.plan
    if plan.title in text:
        return True
    folded, place = fold(text), fold(plan.region or "")
    return bool(plan.year) and str(plan.year) in folded and place[:2] in folded


def _table(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> str:
    rows = [f"| {render_source(by_number[one.citation], language)} | {_line(one, language)} |" for one in statements]
    return "\n".join([f"| {say('plan', language)} | {say('content', language)} |", "|---|---|", *rows])


def _list(statements: Sequence[Statement], by_number: Mapping[int, Citation], language: str) -> str:
    paragraphs = []
    for plan, group in groupby(statements, key=lambda statement: by_number[statement.citation].plan):
        lines = []
        for statement in group:
            item = by_number[statement.citation].item
            name = escape(name_of_ref(item.ref, language).strip())
            title = title_of(item)
            heading = f"（{escape(title)}）" if title and title not in statement.runs[0].text else ""
            lines.append(f"- {name}{heading}：{_line(statement, language)}")
        paragraphs.append(f"{escape(name_of_plan(plan, language))}\n\n" + "\n".join(lines))
    return "\n\n".join(paragraphs)


def render_source(cited: Citation | Nearest, language: str) -> str:
    """`《…2014年工作要点》第18条（加快发展学前教育）`."""
    return _name(cited, language) + (f"（{escape(cited.item.heading)}）" if cited.item.heading else "")


def _name(cited: Citation | Nearest, language: str) -> str:
    return escape(name_of_plan(cited.plan, language)) + escape(name_of_ref(cited.item.ref, language))


def render_nearest(nearest: Sequence[Nearest], language: str) -> str:
    """A list of items that may not answer the question."""
    return "\n".join(f"- {render_source(item, language)}" for item in nearest)


def escape(text: str) -> str:
    """Text that Markdown and HTML show as it is."""
    return LIST_MARK.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", text.replace("\n", " ")))


def _with_bold(run: Run) -> str:
    parts, end = [], 0
    for start, stop in _open_to_markdown(run):
        parts.append(escape(run.text[end:start]))
        parts.append(f"**{escape(run.text[start:stop])}**")
        end = stop
    return "".join(parts) + escape(run.text[end:])


def _open_to_markdown(run: Run) -> list[tuple[int, int]]:
    """The bold spans widened until they begin and end with letters or digits: `80%任务`.

    Markdown takes `**80%**任务` for plain stars, since a sign stands inside them and a letter outside.
    """
    spans: list[tuple[int, int]] = []
    for start, stop in run.bold:
        start = max(start, spans[-1][1] if spans else 0)
        while start < stop and not run.text[start].isalnum():
            start += 1
        while stop > start and run.text[stop - 1] in CLOSING:
            stop -= 1
        if start < stop < len(run.text) and not run.text[stop - 1].isalnum() and run.text[stop].isalnum():
            stop += len(first_word(run.text[stop : stop + LONGEST_WORD]))
        if stop > start:
            first = spans.pop()[0] if spans and spans[-1][1] == start else start
            spans.append((first, stop))
    return spans
