"""A question of a talk as a person would ask it alone: `望汀区2025年课后服务，多少钱`."""

import re
from collections.abc import Sequence

from assistant.understanding.follow_up import Completed
from assistant.understanding.reference_forms import Level, Step
from assistant.understanding.references import Reference
from ingest.language.folding import bare
from vectorstore.stored_plan import StoredPlan


def restate(done: Completed, plans: Sequence[StoredPlan], asked: str) -> str:
    """The completed question as a person would write it; "" where it is what was asked."""
    mentions = done.mentions
    titles = [f"《{plan.identity.title}》" for plan in plans if plan.id in mentions.titled]
    years = "、".join(f"{year}年" for year in mentions.years)
    where = "、".join((*mentions.regions, *titles, *mentions.unknown_places)) + years
    what = _name_of(done.reference) if done.reference else ""
    parted = " " if where and re.match("[a-z]", done.reading) else ""
    reading = f"{where}{what}{parted}{done.reading}"
    return "" if bare(reading) == bare(asked) else reading


def _name_of(reference: Reference) -> str:
    """What the reference names, as a person would say it: `第3部分第2条之后第1条`."""
    said = "、".join("".join(_name_of_step(step) for step in path) for path in reference.paths)
    step = f"之{'后' if reference.step > 0 else '前'}第{abs(reference.step)}条" if said and reference.step else ""
    return f"{said}{step}"


def _name_of_step(step: Step) -> str:
    if step.level is Level.CLOSING:
        return "结语"
    unit = {Level.PART: "部分", Level.DIVISION: "节", Level.PARAGRAPH: "款"}.get(step.level, "条")
    if step.number < 0:
        return f"倒数第{-step.number}{unit}"
    return f"第（{step.number}）{unit}" if step.is_bracketed else f"第{step.number}{unit}"
