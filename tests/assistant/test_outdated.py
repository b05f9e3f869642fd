"""An old plan's answer is read with caution; the date is given, so that the tests hold in any year."""

from datetime import date

import pytest

from assistant.ask import Assistant
from assistant.outdated import find_caution
from vectorstore.store import Store


@pytest.fixture(scope="module")
def assistant(sample_store: Store) -> Assistant:
    return Assistant(sample_store)


@pytest.mark.parametrize(
    ("question", "this_year", "year", "newer"),
    [
        ("望汀区2025年课后服务收多少钱？", 2025, None, None),
        ("望汀区2025年课后服务收多少钱？", 2026, 2025, None),
        ("望汀区2024年课后服务收多少钱？", 2024, 2024, "望汀区教育局2025年工作要点"),
        ("望汀区2024年课后服务收多少钱？", 2025, 2024, "望汀区教育局2025年工作要点"),
        ("望汀区课后服务2024年和2025年收费各是多少？", 2025, None, None),
        ("霁山县乡村教师生活补助每月多少元？", 2021, None, None),
        ("霁山县乡村教师生活补助每月多少元？", 2022, 2021, None),
        ("望汀区2030年课后服务收费多少？", 2030, None, None),
    ],
)
def test_caution_names_the_year_and_the_newer_plan_of_the_place(
    assistant: Assistant, question: str, this_year: int, year: int | None, newer: str | None
) -> None:
    caution = find_caution(assistant.invoke(question), assistant.store.plans, date(this_year, 6, 1))
    assert (caution.year if caution else None) == year
    assert (caution.newer.title if caution and caution.newer else None) == newer
