"""A model's reply, as it comes, in sentences, each with the marks that it cites; whatever looks like a mark leaves the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

OPEN, CLOSE = r"[\[［【〔]", r"[\]］】〕]"
WORD = r"(?:来源|來源|出处|出處|条目|條目|引用|依据|依據|见|見|source|sources|item|items|ref|cite|cited)"
NUMBERS = r"\^?\s*\d{1,4}(?:\s*[-–—~,，、;；]\s*\^?\d{1,4})*"
MARK = re.compile(
    rf"{OPEN}+\s*(?:{WORD}\s*[:：#]?\s*)?({NUMBERS})\s*{CLOSE}+(?:\([^()\s]*\))?"
    rf"|[（(]\s*{WORD}\s*[:：#]?\s*{OPEN}*\s*({NUMBERS})\s*{CLOSE}*\s*[）)]",
    re.IGNORECASE,
)
BARE = re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*(?=[。！？!?.；;]*\s*$)")  # at a sentence's end, （1） can be no label
BROKEN_MARK = re.compile(rf"{OPEN}\s*\^?\s*(?:{WORD})?\s*\d*\s*{CLOSE}?|\d*\s*{CLOSE}", re.IGNORECASE)
AFTER = re.compile(rf"(?:\s*(?:{MARK.pattern}|[（(]\d{{1,2}}[）)]))*[。.]?", re.IGNORECASE)
MAY_BE_MARK = re.compile(rf"\s*(?:{OPEN}[^\]］】〕]{{0,16}}|[（(][^）)]{{0,16}})?$")
END = re.compile(
    r"(?:[。！？!?]+|(?<![\d.])(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)\.(?=\s)|(?<=\d)\.(?=\s+[A-Z])"
    rf"|\n+|(?<={CLOSE})\s*[；;])[”’」』）)\"]*"
)
THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", re.S)
TAG_BEGUN = re.compile(r"<[a-z]{0,8}$")
BULLET = re.compile(r"^\s*(?:[#>*•·|-]+\s*|\d{1,2}[.、)）]\s+)+")
MARKUP = re.compile(r"\*\*|__|`+|~~")
LONGEST_SENTENCE = 600  # characters; what has no end is cut


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence without marks, markup and full stop, and the numbers that its marks name, in order, each once."""

    text: str
    marks: tuple[int, ...]


def read_sentences(pieces: Iterable[str]) -> Iterator[Said]:
    """The sentences as soon as they are complete: `收300元[1]。免费[2]。` gives 收300元 with 1, then 免费 with 2."""
    raw, done = "", 0
    for piece in pieces:
        raw += piece
        visible = THINKING.sub("", raw)
        if TAG_BEGUN.search(visible):
            continue
        sentences, done = _complete(visible, done, is_whole=False)
        yield from sentences
    yield from _complete(THINKING.sub("", raw), done, is_whole=True)[0]


def _complete(text: str, start: int, *, is_whole: bool) -> tuple[list[Said], int]:
    """The complete sentences from `start` on, and where they end."""
    sentences: list[Said] = []
    while start < len(text):
        end = _end(text, start, is_whole=is_whole)
        if end is None:
            break
        if said := _read(text[start:end]):
            sentences.append(said)
        start = end
    return sentences, start


def _end(text: str, start: int, *, is_whole: bool) -> int | None:
    """Where the sentence that begins at `start` ends, marks after its full stop included; None while more may come."""
    match = END.search(text, start)
    if match is None:
        too_long = len(text) - start > LONGEST_SENTENCE
        return len(text) if is_whole or too_long else None
    after = AFTER.match(text, match.end())
    end = after.end() if after else match.end()
    return None if not is_whole and MAY_BE_MARK.fullmatch(text, end) else end


def _read(raw: str) -> Said | None:
    marks: list[int] = []

    def take(match: re.Match[str]) -> str:
        marks.extend(_numbers(next(group for group in match.groups() if group)))
        return ""

    text = BARE.sub(take, MARK.sub(take, raw).rstrip())
    text = BROKEN_MARK.sub("", text)
    text = MARKUP.sub("", BULLET.sub("", text)).replace("|", " ")
    text = re.sub(r"\s+", " ", re.sub(r"\s+(?=[，。；、！？])", "", text)).strip(" 。.；;\n")
    return Said(text, tuple(dict.fromkeys(marks))) if re.search(r"\w", text) else None


def _numbers(text: str) -> list[int]:
    """`1, 3` names two, `1-3` all three."""
    numbers: list[int] = []
    for part in re.split(r"[,，、;；]", text.replace("^", "")):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        numbers += range(ends[0], min(ends[-1], ends[0] + 9) + 1) if len(ends) == 2 else ends
    return numbers
