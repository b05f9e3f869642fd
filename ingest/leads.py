"""The lead sentence that opens a paragraph and, in plans, is its heading."""

from collections.abc import Sequence

from ingest.clean import tail
from ingest.document import Line
from ingest.tree import SENTENCE_ENDS

LONGEST_LEAD = 40  # characters of a lead sentence
LONGEST_CONTACT = 100  # characters of a line that says how somebody is reached
PARAGRAPH_ENDS = (*SENTENCE_ENDS, "：", ":", "…")
SHARE_OF_LEADS = 0.6  # of a section's paragraphs that open with a lead sentence, to be items of their own


def lead_sentence(text: str) -> str:
    """The first sentence, which in plans is the heading: `加快发展学前教育` of `加快发展学前教育。新改建4所……`."""
    sentence = _first_sentence(text)
    if len(sentence) > LONGEST_LEAD:
        sentence = sentence.replace("，", ",").partition(",")[0]
    return sentence.strip(" ：:，,") if len(sentence) <= LONGEST_LEAD else ""


def open_with_leads(lines: Sequence[Line]) -> bool:
    """Whether the paragraphs are several and mostly open with a lead sentence, so that each is an item.

    One paragraph above a line that says how somebody is reached is alone.
    """
    own = sum(not _is_contact(line.text) for line in lines)
    leads = sum(_opens_with_lead(line.text) for line in lines)
    return own > 1 and leads >= len(lines) * SHARE_OF_LEADS and _are_paragraphs(lines)


def _is_contact(text: str) -> bool:
    return len(text) <= LONGEST_CONTACT and tail(text.rstrip("。")) == "the contact line"


def _are_paragraphs(lines: Sequence[Line]) -> bool:
    """Whether the lines end as sentences do; those of a page that was copied line by line do not."""
    ends = sum(line.text.rstrip("”」』）) ").endswith(PARAGRAPH_ENDS) for line in lines)
    return ends >= len(lines) * SHARE_OF_LEADS


def _opens_with_lead(text: str) -> bool:
    sentence = _first_sentence(text)
    return len(sentence) <= LONGEST_LEAD and len(text) > len(sentence) + 1


def is_heading(text: str) -> bool:
    """Whether the text after a label is only a heading: one sentence at most."""
    return len(text) <= len(_first_sentence(text)) + 1 and len(text) <= 2 * LONGEST_LEAD


def _first_sentence(text: str) -> str:
    ends = [index for end in (*SENTENCE_ENDS, "：", ":", "\n") if (index := text.find(end)) >= 0]
    return text[: min(ends, default=len(text))]
