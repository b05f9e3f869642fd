"""The three fields that a person may mend: title, year and region."""

from dataclasses import dataclass

import gradio as gr

from assistant.manage.staging import Mends
from assistant.web.words import Words
from ingest.errors import UserError
from ingest.language.folding import fold
from ingest.plan import Identity
from vectorstore.mend import FIRST_YEAR, LAST_YEAR, LONGEST_NAME, check_mends

NONE = "无"
NO_VALUE = frozenset({NONE, "none", "-"})


@dataclass(frozen=True, slots=True)
class Form:
    """The fields as they stand on the page."""

    title: gr.Textbox
    year: gr.Textbox
    region: gr.Textbox

    @classmethod
    def lay_out(cls, words: Words, name: str) -> "Form":
        """The fields, laid out where the page is being built."""
        title = gr.Textbox(label=words("标题"), max_length=LONGEST_NAME, max_lines=2, elem_id=f"{name}-title")
        with gr.Row(elem_classes="two-fields"):
            empty = words("没有就写“无”")
            year = gr.Textbox(
                label=words("年份"), placeholder=empty, max_length=4, elem_id=f"{name}-year", min_width=120
            )
            region = gr.Textbox(
                label=words("地区"),
                placeholder=empty,
                max_length=LONGEST_NAME,
                elem_id=f"{name}-region",
                min_width=160,
            )
        return cls(title, year, region)

    @property
    def fields(self) -> list[gr.Textbox]:
        """The fields in order."""
        return [self.title, self.year, self.region]


def values(identity: Identity, mends: Mends, words: Words) -> list[str]:
    """What stands in the fields: what was identified, with what was mended in its place."""
    row = {"title": identity.title, "year": identity.year, "region": identity.region} | mends
    return [str(row[key] or (words(NONE) if key in mends else "")) for key in ("title", "year", "region")]


def mends_of(title: str, year: str, region: str) -> Mends:
    """What the fields say: an empty one nothing, 无 that the plan has no year or region.

    Raises UserError where a year is none, or a name too long.
    """
    said = {"title": _tidy(title), "year": _tidy(year), "region": _tidy(region)}
    mends: Mends = {key: value for key, value in said.items() if value}
    for key, nothing in (("year", 0), ("region", "")):
        if fold(said[key]) in NO_VALUE:
            mends[key] = nothing
    digits = str(mends.get("year", 0))
    if not (digits.isascii() and digits.isdigit()):
        raise UserError(f"{digits} is no year of a plan; give one from {FIRST_YEAR} to {LAST_YEAR}.")
    if "year" in mends:
        mends["year"] = int(digits)
    check_mends(mends)
    return mends


def _tidy(text: str) -> str:
    return " ".join((text or "").split())
