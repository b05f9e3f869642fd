"""Which units of an item are quoted: those that hold what is asked for, or all that stands under the heading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.emphasis import verdicts
from assistant.understanding.wants import WantKind
from assistant.units import Span, end_of_heading, end_of_title, units_of
from assistant.weighing.support import Support
from ingest.language.words import content_words
from ingest.plan import Item

STOPS = "。！？!?"
LONGEST_QUOTE = 200  # characters; a quote is read at a glance
LONGEST_WHOLE = 320  # characters under a heading that are shown whole where its matter is asked for
SHORT_WHOLE = 100  # characters that are shown whole in any case
LEAST_TITLED = 0.7  # share of the question that a heading covers whose item is about its matter as a whole
BEARS = 0.7  # a unit is told of a matter when it bears on it this nearly as well as the best
LEAST_GAIN = 0.12  # a further unit is quoted when it covers this share of the question more
BESIDE_BEST = 0.75  # a neighbouring unit is quoted with the best when it bears on the question this nearly as well


@dataclass(frozen=True, slots=True)
class Piece:
    """An unbroken run of an item's text, and the spans of the item's text in it that are shown in bold."""

    start: int
    end: int
    bold: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """What is quoted of an item, in its order, and how many of its units are left out though they were asked for."""

    pieces: tuple[Piece, ...]
    left_out: int = 0

    def words(self, text: str) -> tuple[str, ...]:
        """The runs of the item's text."""
        return tuple(text[piece.start : piece.end] for piece in self.pieces)


def select_answer(support: Support) -> Selection:
    """The units that hold what is asked for, else the best, with what adds to it; never the heading alone.

    A unit comes with the words that name its subject.
    """
    chosen = _whole_reply(support) or _answering(support)
    if support.is_worded_otherwise:
        chosen = _widened(support, chosen)
    if any(want.kind is WantKind.LIST for want, _ in support.fits):
        whole = _with_whole_list(support, chosen)
        if len(whole) > len(chosen):
            return Selection(_plain(_pieces(support, whole)))
    return Selection(_pieces(support, _with_body(support, chosen)))


def select_content(support: Support) -> Selection:
    """What the item says of the matter.

    All that stands under its heading where that is short and about the matter as a whole, else the units that bear on it.
    """
    text = support.hit.item.text
    start = end_of_title(support.hit.item)
    room = LONGEST_WHOLE if _is_of_matter(support) else SHORT_WHOLE
    if len(text) - start <= room:
        return Selection((Piece(start, len(text.rstrip())),))
    best = sorted(support.body, key=lambda place: -support.bearing[place])
    if room < LONGEST_WHOLE and not support.is_worded_otherwise:  # what bears on it is told by the words they share
        best = _bearing_nearly(support, best)
    chosen = _that_fit(support, best, LONGEST_WHOLE)
    return Selection(_plain(_pieces(support, chosen)), len(best) - len(chosen))


def _is_of_matter(support: Support) -> bool:
    """Whether the item's heading names what is asked about."""
    item = support.hit.item
    title = item.heading if end_of_heading(item) else item.section_title
    return support.alignment.coverage(content_words(title)) >= LEAST_TITLED


def select_opening(item: Item, longest: int) -> Selection:
    """The item from its beginning in whole units, as far as `longest` characters reach."""
    units = units_of(item)
    shown = [unit for unit in units if unit.end <= longest] or list(units[:1])
    end = shown[-1].end if shown else len(item.text)
    return Selection((Piece(units[0].start, end),), len(units) - len(shown))


def _whole_reply(support: Support) -> list[int]:
    """All that stands below a question that the plan prints, where it is short: that is the answer to it."""
    if not any(unit.asks for unit in support.units):
        return []
    body = [place for place, unit in enumerate(support.units) if not unit.is_heading]
    is_short = sum(len(support.text_of(place)) for place in body) <= LONGEST_QUOTE
    return body if is_short else []


def _answering(support: Support) -> list[int]:
    """The units that fit the wants, else the best; then those that add to it: they cover more, or stand beside it."""
    first = support.fitting or (_best(support),)
    chosen = _that_fit(support, first, LONGEST_QUOTE)
    while True:
        length = sum(len(support.text_of(place)) for place in chosen)
        rest = [
            place
            for place in range(len(support.units))
            if place not in chosen
            and place not in support.others
            and length + len(support.text_of(place)) <= LONGEST_QUOTE
        ]
        worth = {place: _worth(support, place, chosen) for place in rest}
        added = max(worth, key=worth.__getitem__, default=None)
        if added is None or worth[added] <= 0:
            return chosen
        chosen.append(added)


def _best(support: Support) -> int:
    """The unit that bears on the question most; the heading only where nothing stands under it."""
    return max(support.body or range(len(support.units)), key=support.bearing.__getitem__)


def _worth(support: Support, place: int, chosen: Sequence[int]) -> float:
    if support.units[place].is_heading:
        return 0.0
    beside = tuple(word for one in chosen for word in content_words(support.text_of(one)))
    own = content_words(support.text_of(place))
    gain = 0.0 if support.fitting else support.alignment.gain(own, beside)
    near = any(abs(place - one) == 1 for one in chosen)
    beside_best = near and support.bearing[place] >= BESIDE_BEST * max(support.bearing[one] for one in chosen)
    return gain if gain >= LEAST_GAIN else support.bearing[place] if beside_best else 0.0


def _widened(support: Support, chosen: Sequence[int]) -> list[int]:
    """With further units, best first, as far as there is room: meaning alone found the item."""
    body = [place for place in support.body if place not in chosen]
    return _that_fit(support, [*chosen, *sorted(body, key=lambda place: -support.bearing[place])], LONGEST_QUOTE)


def _bearing_nearly(support: Support, best_first: Sequence[int]) -> list[int]:
    """Those that bear on the question nearly as well as the best of all units under the heading."""
    body = [support.bearing[place] for place, unit in enumerate(support.units) if not unit.is_heading]
    least = BEARS * max(body, default=0.0)
    return [place for place in best_first if support.bearing[place] >= least]


def _with_whole_list(support: Support, chosen: Sequence[int]) -> list[int]:
    """The units with the other entries of their list, where all of it has room: which six is asked, and six are told."""
    text = support.hit.item.text
    best = max(chosen, key=lambda place: support.bearing[place])
    own = support.units[best]
    begin = max((at for stop in STOPS if (at := text.rfind(stop, 0, own.start)) >= 0), default=-1) + 1
    ends = [at + 1 for stop in STOPS if (at := text.find(stop, own.end - 1)) >= 0]
    end = min(ends, default=len(text))
    entries = [
        place
        for place, unit in enumerate(support.units)
        if begin <= unit.start and unit.end <= end and place not in support.others
    ]
    return sorted({*chosen, *entries}) if len(entries) > 1 and end - begin <= LONGEST_WHOLE else list(chosen)


def _with_body(support: Support, chosen: Sequence[int]) -> list[int]:
    """The units with those after the heading, where that alone was chosen and does not hold what is asked for."""
    is_bare = all(support.units[place].is_heading and not support.spans[place] for place in chosen)
    if not is_bare or not support.body:
        return list(chosen)
    return _that_fit(support, support.body, LONGEST_QUOTE)


def _that_fit(support: Support, places: Iterable[int], room: int) -> list[int]:
    """The places in their order as far as there is room, the first in any case."""
    fitting: list[int] = []
    length = 0
    for place in dict.fromkeys(places):
        size = len(support.text_of(place))
        if not fitting or length + size <= room:
            fitting.append(place)
            length += size
    return fitting


def _pieces(support: Support, places: Iterable[int]) -> tuple[Piece, ...]:
    """The units' runs in the item's order with their leads, those that touch as one."""
    text = support.hit.item.text
    runs: list[Span] = []
    bold: list[Span] = []
    for place in sorted(places):
        unit = support.units[place]
        runs += [*([unit.lead] if unit.lead else []), (unit.start, unit.end)]
        bold += support.spans[place]
    joined = _joined(text, runs)
    shown = verdicts(text, bold)
    return tuple(Piece(start, end, tuple(s for s in shown if start <= s[0] and s[1] <= end)) for start, end in joined)


def _plain(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without bold: no word of them is the verdict."""
    return tuple(Piece(piece.start, piece.end) for piece in pieces)


def _joined(text: str, runs: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(runs):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
