"""A plan's lines made ready for the tree: the table of contents dropped, split labels mended, run-in items parted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.contents import contents_lines
from ingest.document import Line
from ingest.labels import read_label, without_markup
from ingest.mending import mend
from ingest.run_ins import part_run_ins
from ingest.strays import without_strays


@dataclass(frozen=True, slots=True)
class Prepared:
    """The lines for the tree, several with one number where a line was parted.

    `joined` names for each line that was put to the end of another the number of that one; `dropped` says why a line
    is not the plan's own text.
    """

    lines: tuple[Line, ...]
    joined: Mapping[int, int]
    dropped: Mapping[int, str]


def prepare(lines: Sequence[Line]) -> Prepared:
    """The lines as the tree wants them: a line `一、` and a line `总体要求` become one, `1.甲。2.乙。` two."""
    dropped = contents_lines(lines) | _title_line(lines)
    own = [line for line in lines if line.number not in dropped]
    clean = without_strays(own)
    left_out = {line.number for line in own} - {line.number for line in clean}
    mended, joined = mend(clean, left_out)
    return Prepared(
        tuple(part_run_ins(mended)), joined, dropped | dict.fromkeys(left_out, "a page's number or running head")
    )


def _title_line(lines: Sequence[Line]) -> dict[int, str]:
    """The first line where it is the only heading of the first depth, with other headings below it: `# 工作要点`."""
    depths = [without_markup(line.text)[1] if line.text.startswith("#") else 0 for line in lines]
    is_title = depths[:1] == [1] and depths.count(1) == 1 and len(lines) > 1 and not read_label(lines[0].text)
    return {lines[0].number: "the title"} if is_title else {}
