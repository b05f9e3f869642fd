"""What several plans speak of, in the official terms of the thesaurus: topics that are worth comparing."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.language.folding import fold
from vectorstore.stored_plan import Body
from vectorstore.thesaurus import Entry

MOST_OFFERED = 10
MOST_READ = 12  # plans: as many as are compared at a time
OPENING = 24  # characters of a numbered paragraph that tell what it is about


@dataclass(frozen=True, slots=True)
class CommonTopic:
    """A term, what it is called in English ("" where the thesaurus does not say), and how many of the plans use it."""

    name: str
    english: str
    plan_count: int


def common_topics(
    plans: Sequence[Body], thesaurus: Sequence[Entry], *, limit: int = MOST_OFFERED
) -> tuple[CommonTopic, ...]:
    """The terms that most of the plans use, those that paragraphs open with before others; at least two use each."""
    texts = [(fold(plan.text), _openings(plan)) for plan in plans]
    least = min(2, len(texts))
    found: list[tuple[int, int, int, CommonTopic]] = []
    for entry in thesaurus:
        for term in entry.official:
            word = fold(term)
            holding = [text for text, _ in texts if word in text]
            if not holding or len(holding) < least:
                continue
            opened = sum(word in openings for _, openings in texts)
            topic = CommonTopic(term, entry.english[0] if entry.english else "", len(holding))
            found.append((len(holding), opened, sum(text.count(word) for text in holding), topic))
    found.sort(key=lambda row: row[:3], reverse=True)
    return _apart([topic for _, _, _, topic in found], limit)


def _openings(plan: Body) -> str:
    return fold("\n".join(node.text[:OPENING] for node in plan.nodes))


def _apart(topics: Sequence[CommonTopic], limit: int) -> tuple[CommonTopic, ...]:
    """The first topics, without those that are part of another or hold it: 公用经费 beside 生均公用经费."""
    kept: list[CommonTopic] = []
    for topic in topics:
        if len(kept) == limit:
            break
        if not any(topic.name in one.name or one.name in topic.name for one in kept):
            kept.append(topic)
    return tuple(kept)
