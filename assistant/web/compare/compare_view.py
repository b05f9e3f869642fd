"""A comparison as HTML: a row a plan, or a column a plan where there are few; each cell a quote with its citation."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from assistant.answer import Citation, Run, Statement
from assistant.browsing.comparison import Cell, Comparison
from assistant.cite import cite
from assistant.emphasis import within
from assistant.phrases import name_of_plan
from assistant.web.desk import item_link
from assistant.web.own_words import item_reference, script_of, with_spans
from assistant.web.words import Words
from ingest.language.sentences import cut_entries
from ingest.plan import Identity

MOST_BESIDE = 3  # plans that stand side by side where there is one topic
SHOWN_AT_ONCE = 80  # characters of a cell; what follows is folded
WORTH_FOLDING = 30  # characters


def summary(comparison: Comparison, words: Words) -> str:
    """How many plans speak of each topic."""
    said = (
        words(
            "{topic}：{plans}份中有{count}份提到",
            topic=topic,
            plans=len(comparison.rows),
            count=_speaking(comparison, place),
        )
        for place, topic in enumerate(comparison.topics)
    )
    return words("；").join(said)


def table(comparison: Comparison, words: Words) -> str:
    """The comparison as an HTML table."""
    is_beside = len(comparison.topics) == 1 and len(comparison.rows) <= MOST_BESIDE
    inner = _plans_beside(comparison, words) if is_beside else _plans_below(comparison, words)
    name = words("对照表")
    return (
        f'<div class="compare-scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table role="table" class="compare-table {"plan-columns" if is_beside else "plan-rows"}"><caption class="unseen">{name}</caption>{inner}</table></div>'
        f'<p class="hint">{words("“没有提到”是说没有找到确实讲这件事的话；换个说法也许能找到。不同年份的计划，说的是各自那一年。")}</p>'
    )


def _speaking(comparison: Comparison, place: int) -> int:
    return sum(not row.cells[place].is_empty for row in comparison.rows)


def _plans_below(comparison: Comparison, words: Words) -> str:
    topics = "".join(f'<th role="columnheader" scope="col">{escape(topic)}</th>' for topic in comparison.topics)
    rows = "".join(
        f'<tr role="row"><th role="rowheader" scope="row">{_plan(row.plan, words)}</th>'
        f"{''.join(_cell(cell, row.plan, topic, words) for cell, topic in zip(row.cells, comparison.topics, strict=True))}</tr>"
        for row in comparison.rows
    )
    return f'<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{words("计划@one")}</th>{topics}</tr></thead><tbody role="rowgroup">{rows}</tbody>'


def _plans_beside(comparison: Comparison, words: Words) -> str:
    heads = "".join(f'<th role="columnheader" scope="col">{_plan(row.plan, words)}</th>' for row in comparison.rows)
    cells = "".join(
        _cell(row.cells[0], row.plan, name_of_plan(row.plan, words.language), words) for row in comparison.rows
    )
    topic = f'<th role="rowheader" scope="row">{escape(comparison.topics[0])}</th>'
    return f'<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{words("内容")}</th>{heads}</tr></thead><tbody role="rowgroup"><tr role="row">{topic}{cells}</tr></tbody>'


def _plan(plan: Identity, words: Words) -> str:
    year = words("{year}年", year=plan.year) if plan.year else words("未注明年份")
    place = f'<span lang="{script_of(plan)}">{escape(plan.region)}</span>' if plan.region else ""
    link = item_link(plan.id, "", plan.title)
    return f'<span class="year">{year}</span>{place}<span class="title" lang="{script_of(plan)}">{link}</span>'


def _cell(cell: Cell, plan: Identity, label: str, words: Words) -> str:
    named = f' data-label="{escape(label)}"'
    if cell.is_empty:
        return f'<td role="cell" class="is-empty"{named}>{words("没有提到")}</td>'
    shown, folded = _apart([one for statement in cell.statements for one in _sentences(statement)])
    known = {citation.number: citation for citation in cell.citations}
    more = (
        f'<details class="more"><summary>{words("还有{count}句", count=len(folded))}</summary>'
        f"{_quotes(folded, known, plan, words, said=shown[-1].citation)}</details>"
        if folded
        else ""
    )
    return f'<td role="cell"{named}>{_quotes(shown, known, plan, words)}{more}</td>'


def _apart(statements: Sequence[Statement]) -> tuple[Sequence[Statement], Sequence[Statement]]:
    """What is shown at once, more than a heading, and what is folded, unless that is little."""
    length = 0
    for count, statement in enumerate(statements):
        if count > 1 and length + len(statement.text) > SHOWN_AT_ONCE:
            rest = statements[count:]
            is_long = sum(len(one.text) for one in rest) > WORTH_FOLDING
            return (statements[:count], rest) if is_long else (statements, ())
        length += len(statement.text)
    return statements, ()


def _sentences(statement: Statement) -> Iterator[Statement]:
    """The statement's sentences, each for a line of its own."""
    for run in statement.runs:
        end = 0
        for sentence in cut_entries(run.text):
            start = run.text.index(sentence, end)
            end = start + len(sentence)
            yield Statement((Run(sentence, within(run.bold, start, end)),), statement.citation)


def _quotes(
    statements: Sequence[Statement], known: dict[int, Citation], plan: Identity, words: Words, *, said: int = 0
) -> str:
    """The quotes of each citation and its link, which is left out where it was `said` before."""
    parts = []
    for number, group in groupby(statements, key=lambda statement: statement.citation):
        texts = "".join(f"<p>{with_spans(one.text, one.runs[0].bold, 'b')}</p>" for one in group)
        parts.append(f'<blockquote lang="{script_of(plan)}">{texts}</blockquote>')
        if number != said:
            parts.append(f'<p class="from">{_reference(known[number], words)}</p>')
    return "".join(parts)


def _reference(citation: Citation, words: Words) -> str:
    full = cite(citation.plan, citation.item.ref, words.language)
    mark = citation.quote.split("\n")[0]
    return item_reference(citation.plan, citation.item, words, mark=mark, full=full)
