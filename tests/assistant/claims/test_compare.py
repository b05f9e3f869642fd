"""Dates of a sentence laid beside those of its quotes."""

from assistant.claims.compare import agrees
from ingest.language.dates import find_dates


def test_date_agrees_with_one_that_leaves_the_year_out() -> None:
    date, told = find_dates("2024年9月1日")[0], find_dates("9月1日")[0]
    assert agrees(date, told)
    assert not agrees(date, find_dates("2025年9月1日")[0])
    assert not agrees(date, find_dates("9月2日")[0])
