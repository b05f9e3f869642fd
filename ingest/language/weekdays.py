"""The days of the week that a folded text names: 星期三, 周日, 周末."""

from dataclasses import dataclass

from ingest.language.patterns import Pattern

DAYS = "一二三四五六日"
WEEKDAY = Pattern(
    "day of the week",
    "(?:周|星期|礼拜)([一二三四五六日天末])(?![年期个天日次节课])",
    matches=("每周三下午", "星期天", "周末"),
    misses=("周期", "每周三次", "一周", "两周五节课"),
)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, `number` 1 for Monday to 7; None for 周末, which is two of them."""

    printed: str
    start: int
    end: int
    name: str  # 周三 of 星期三, 周日 of 礼拜天
    number: int | None


def find_weekdays(folded: str) -> tuple[Weekday, ...]:
    """The days of the week in order: `每星期三` gives 周三, number 3."""
    found = []
    for match in WEEKDAY.compiled.finditer(folded):
        day = match[1].replace("天", "日")
        number = DAYS.index(day) + 1 if day in DAYS else None
        found.append(Weekday(match[0], *match.span(), f"周{day}", number))
    return tuple(found)
