"""The running heads of printed pages that repeat the chapter which is going on: `第二章 借还` beside a page's number."""

from collections.abc import Collection, Iterator, Sequence

from ingest.labels import read_label

CHAPTERS = frozenset({"chapter", "part"})
MOST_HEADS = 3  # lines of a running head: the paper's title, its chapter, its section
LONGEST_HEAD = 40  # characters
TEXT_MARKS = frozenset("。；，：、！？")


def repeated_chapters(texts: Sequence[str], pages: Collection[int]) -> frozenset[int]:
    """The indices of such lines, and of a title between them and the page's number; `pages` are the numbers' indices.

    Of `第一章 借书`, `先登`, `- 1 -`, `图书室规则`, `第一章 借书`, `记再取书。` they are 3 and 4.
    """
    found: set[int] = set()
    for page in sorted(pages):
        found.update(_above(texts, page, found | set(pages)))
        found.update(_below(texts, page, found | set(pages)))
    return frozenset(found)


def _above(texts: Sequence[str], page: int, edges: Collection[int]) -> Iterator[int]:
    index = page - 1
    while index > 0 and _goes_on_as(texts, index, edges):
        yield index
        index -= 1


def _below(texts: Sequence[str], page: int, edges: Collection[int]) -> list[int]:
    """The lines from the page's number down to the last that repeats the chapter; a title may stand among them."""
    head: list[int] = []
    last = 0
    for index in range(page + 1, min(len(texts), page + 1 + MOST_HEADS)):
        is_chapter = _goes_on_as(texts, index, {*edges, *head})
        if not is_chapter and (read_label(texts[index]) or not _may_be_title(texts[index])):
            break
        head.append(index)
        last = len(head) if is_chapter else last
    return head[:last]


def _goes_on_as(texts: Sequence[str], index: int, edges: Collection[int]) -> bool:
    """Whether the line is the heading of the chapter or section that is going on there, once more."""
    label = read_label(texts[index])
    if label is None or label.kind not in CHAPTERS:
        return False
    for above in range(index - 1, -1, -1):
        other = None if above in edges else read_label(texts[above])
        if other and (other.kind == label.kind or other.kind == "chapter"):
            return texts[above].split() == texts[index].split()
    return False


def _may_be_title(text: str) -> bool:
    return 0 < len(text) <= LONGEST_HEAD and TEXT_MARKS.isdisjoint(text)
