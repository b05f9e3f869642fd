"""References to items as paths of numbers: `第三部分第（一）项第2条` is part 3, in it item 1, in that item 2."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.understanding.reference_forms import JOIN, RANGE, Level, Named, Path, Step, find_named, range_between
from ingest.language.folding import fold

WITHIN = re.compile(r"\s*(?:的|里面?|中|下面?)*\s*")  # 第四条里的第（三）项
JOINED = re.compile(r"(?![,、\s]+$)" + JOIN)  # 、 and , alone stand before what is within, too
BETWEEN = re.compile(rf"(?:{JOIN}|{WITHIN.pattern}|\s*(?:of|in)(?: the)?\s*)*")
OF = re.compile(r"\s*(?:of|in)(?: the)?\s*")  # item 3 of section 2
NEXT = re.compile(
    r"(?<![以如名最])(?:下|后)(?:面)?(?:的)?[一1]?(?:条|项)(?![件例目龙])|next (?:item|one(?=\W*(?:$|says?\b|about\b)))"
    r"|the item after|(?:one|item) after that"
)
PREVIOUS = re.compile(
    r"(?<![以如])(?:上|前)(?:面)?(?:的)?[一1]?(?:条|项)(?![件例目])|前面那?一?[条项]|previous (?:item|one)"
    r"|the item before|(?:one|item) before that"
)
NAMED_PART = re.compile(
    r"""[“"「『] ([^”"」』]{2,12}) [”"」』] 的? [这那]? 一? (?:部分|大项|板块|章节?|节)   # “保障措施”部分
    | ([总附罚]则)(?!学|运算)
    | [“"「『《]? ([\u4e00-\u9fff]{2,12}?) [”"」』》]?
      (?: [这那]一?(?:部分|大项|板块|章节|[章节]) | (?<![大小多哪几个一二两三四五六七八九十])部分|大项|板块|章节 )
      (?=\s|有|讲|说|写|都|的|里|中|包括|是|由|谁|怎|主要|提|列|呢|第|最后|$|[?,。])""",
    re.VERBOSE,
)
AIMS = re.compile(
    r"总体要求|指导思想|总体思路|总体目标|工作思路|工作目标|主要目标|基本原则|总目标"
    r"|(?:overall|general) (?:goals?|aims?|requirements?)|guiding (?:ideology|principles?)|\bthe aims?\b"
)
PREFACE = re.compile(
    r"前言|序言|引言|开头(?:部分|那段|一段)?(?=里|是|怎|写|说|讲|，|,|的)|\bpreface\b|\bintroduction\b"
)
ASKS_NO_MORE = re.compile(
    r"[\W_]|的|是|什么|怎么|写|说|讲|有|哪些|里|如何|内容|主要|呢|请|介绍|一下|告诉|我|了|它|这|那|份|计划|意见|要点|文件|\d"
    r"|\b(?:what|is|are|does|do|say|the|of|in|its|plan|tell|me|about|it|s|this)\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What is named of a plan: paths of numbers, below the part of that title where one is told.

    No paths: the part whole. `step` moves to the item so far behind. `rest` is the question without the reference; the
    title stays in it, for where no part is called so.
    """

    paths: tuple[Path, ...]
    rest: str
    title: str = ""
    step: int = 0
    is_aims: bool = False

    @property
    def names_items(self) -> bool:
        """Whether it tells which items, and not a part whole."""
        return any(step.level > Level.DIVISION for path in self.paths for step in path)


def find_reference(question: str) -> Reference | None:
    """The reference that the question makes, or None: `第三部分第二项` is part 3 and in it item 2."""
    text = fold(question)
    step, text = _take_step(text)
    named = find_named(text)
    paths, rest = _joined(named, text), _without(named, text)
    of_part = any(one.level is Level.PART for path in paths for one in path)
    if not step and not of_part and (titled := _by_title(rest, paths)):
        return titled
    return Reference(paths, rest, step=step) if paths or step else None


def within_part(reference: Reference, before: Reference) -> Reference:
    """The reference in the part of the one before it, where it names none: 第二条, after 第三部分第一条, is of part 3."""
    upper = next((path[:-1] for path in before.paths if len(path) > 1 and path[0].level is Level.PART), ())
    if (
        not upper
        or not reference.paths
        or any(len(path) > 1 or path[0].level is Level.PART for path in reference.paths)
    ):
        return reference
    return replace(reference, paths=tuple(upper + path for path in reference.paths))


def _take_step(text: str) -> tuple[int, str]:
    for pattern, step in ((NEXT, 1), (PREVIOUS, -1)):
        if match := pattern.search(text):
            return step, f"{text[: match.start()]} {text[match.end() :]}"
    return 0, text


def _joined(named: Sequence[Named], text: str) -> tuple[Path, ...]:
    """The paths, each from the widest number that was told of it: `第四条第(一)、(三)项` gives 4(1) and 4(3)."""
    done: list[Path] = []
    paths = list(named[0].paths) if named else []
    for before, one in itertools.pairwise(named):
        gap, first = text[before.end : one.start], one.paths[0][0]
        if OF.fullmatch(gap) and first.level < paths[0][0].level:
            paths = [upper + path for upper in one.paths for path in paths]
        elif _goes_deeper(paths[-1][-1], first, gap):
            paths = [upper + path for upper in paths for path in one.paths]
        else:
            further = [_above(first, paths[-1]) + path for path in one.paths]
            done += [*paths, *(_range(paths[-1], further[0]) if re.fullmatch(RANGE, gap) else ())]
            paths = further
    return tuple(dict.fromkeys(_from_part(path) for path in (*done, *paths)))


def _from_part(path: Path) -> Path:
    """第四节 is what people call a part, where it stands in no chapter."""
    return (replace(path[0], level=Level.PART), *path[1:]) if path[0].level is Level.DIVISION else path


def _goes_deeper(last: Step, step: Step, gap: str) -> bool:
    """Whether the step is within the last: 第2条 in 第（一）项 that stands before it; 第五条 beside 第三条 is not."""
    if JOINED.fullmatch(gap):
        return False
    alike = (step.level, step.is_bracketed) == (last.level, last.is_bracketed)
    return step.level > last.level or bool(WITHIN.fullmatch(gap) and step.level >= Level.ARTICLE and not alike)


def _above(step: Step, path: Path) -> Path:
    """What the path tells above a step of that kind."""
    for at in range(len(path) - 1, -1, -1):
        if (path[at].level, path[at].is_bracketed) == (step.level, step.is_bracketed):
            return path[:at]
    return tuple(one for one in path if one.level < step.level)


def _range(first: Path, last: Path) -> list[Path]:
    """The paths between: `三.3至三.5` leaves out 三.4."""
    if first[:-1] != last[:-1]:
        return []
    return [(*first[:-1], replace(first[-1], number=n)) for n in range_between(first[-1].number, last[-1].number)]


def _without(named: Sequence[Named], text: str) -> str:
    """The text without what was named, and without what only stands between."""
    rest, at = [], 0
    for one in named:
        between = text[at : one.start]
        rest.append("" if at and BETWEEN.fullmatch(between) else between)
        at = one.end
    return " ".join((*rest, text[at:]))


def _by_title(text: str, paths: tuple[Path, ...]) -> Reference | None:
    """A part by its title, or items of it; or the plan's aims, where nothing but their content is asked for."""
    if not paths and (match := PREFACE.search(text)):
        return Reference((), f"{text[: match.start()]} {text[match.end() :]}", is_aims=True)
    if not paths and (match := AIMS.search(text)) and not ASKS_NO_MORE.sub("", AIMS.sub("", text, count=1)):
        return Reference((), "", title="" if match[0].isascii() else match[0], is_aims=True)
    if match := NAMED_PART.search(text):
        title = re.sub(r"^.*的(?=..)", "", next(group for group in match.groups() if group))
        return Reference(paths, f"{text[: match.start()]} {title} {text[match.end() :]}", title=title)
    return None
