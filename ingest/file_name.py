"""What a file's name says of the plan, where its text says nothing."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from ingest.language.folding import fold, is_han
from ingest.masthead import BESIDE_A_NUMBER, NUMBER
from ingest.title import PLAN_WORD

BEFORE_A_TITLE = re.compile(
    r"^(?:附件\s*\d{0,2}|\d{1,3}|\d{4}[-._]?\d{1,2}[-._]?\d{1,2}|\d{8,})\s*[-—_.、:：\s]+|^[（(【\[]?(?:定稿|终稿|最终版|送审稿|公开|印发稿|盖章)[）)】\]]?\s*[-_:：]?"
)
AFTER_A_TITLE = re.compile(
    r"\s*[-_（(【\[]*(?:定稿|终稿|最终版?|最终稿|送审稿|印发稿|盖章版?|公开版?|副本|修改稿?|v?\d{1,2}|\d{8}|排版)[）)】\]]*$",
    re.I,
)

FEWEST_CHARACTERS = 5  # Chinese ones in a file name that is a title: 2024年工作要点


@dataclass(frozen=True, slots=True)
class NamedFile:
    """The name without its ending, the title that it gives, and the paper's number."""

    stem: str
    title: str | None
    number: str | None


def read_file_name(source: str) -> NamedFile:
    """`望教发〔2024〕3号 关于做好招生工作的通知.pdf` gives number and title; `scan_001.pdf` neither."""
    stem = PurePath(source).stem
    match = NUMBER.search(stem)
    number = re.sub(r"\s", "", match[0]) if match else None
    rest = NUMBER.sub("", stem).strip(BESIDE_A_NUMBER + "-_+")
    title = AFTER_A_TITLE.sub("", BEFORE_A_TITLE.sub("", rest)).strip(BESIDE_A_NUMBER + "-_+")
    telling = PLAN_WORD.search(fold(title)) and sum(map(is_han, title)) >= FEWEST_CHARACTERS
    return NamedFile(stem, title if telling else None, number)
