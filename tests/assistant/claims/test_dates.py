import pytest

from assistant.claims.dates import read_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2024年9月底前", [(2024, 9, None, None)]),
        ("二〇二五年", [(2025, None, None, None)]),
        ("2023-2024学年", [(2023, None, None, None), (2024, None, None, None)]),
        ("6月20日至28日", [(None, 6, 20, None), (None, 6, 28, None)]),
        ("17时30分", [(None, None, None, 1050)]),
        ("下午五点半", [(None, None, None, 1050)]),
        ("8:20", [(None, None, None, 500)]),
        ("on july 8, 2023", [(2023, 7, 8, None)]),
        ("1.5万人", []),
    ],
)
def test_date_is_read(text: str, dates: list[tuple[int | None, ...]]) -> None:
    assert [(date.year, date.month, date.day, date.minutes) for date in read_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "side"), [("9月底前", "before"), ("9月1日起", "from"), ("不晚于21时", "before"), ("不早于8时", "from"), ("9月", "")]
)
def test_deadline_and_start_are_told_apart(text: str, side: str) -> None:
    assert read_dates(text)[0].side == side


def test_date_agrees_with_one_that_leaves_the_year_out() -> None:
    said, told = read_dates("2024年9月1日")[0], read_dates("9月1日")[0]
    assert said.agrees(told)
    assert not said.agrees(read_dates("2025年9月1日")[0])
    assert not said.agrees(read_dates("9月2日")[0])
