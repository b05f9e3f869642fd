import pytest

from ingest.readers.table import table_lines


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param([["学校", "班数"], ["一小", "12"]], ["学校：一小；班数：12"], id="names"),
        pytest.param(
            [["名单", "名单"], ["学校", "班数"], ["一小", "12"]], ["名单", "学校：一小；班数：12"], id="a title above"
        ),
        pytest.param(
            [["学校", "班数"], ["南片", "南片"], ["一小", "12"]], ["南片", "学校：一小；班数：12"], id="a title between"
        ),
        pytest.param([["1", "一小"], ["2", "二小"]], ["1；一小", "2；二小"], id="no names"),
        pytest.param([["学校", "班数"]], ["学校；班数"], id="one row"),
        pytest.param([["学校", "班数"], ["一小", ""]], ["学校：一小"], id="an empty cell"),
        pytest.param(
            [["任务", "要求", "要求"], ["校车", "每月查", "每月查"]], ["任务：校车；要求：每月查"], id="a cell across"
        ),
        pytest.param([["", ""], ["学校", "班数"], ["一小", "8"]], ["学校：一小；班数：8"], id="a blank row"),
        pytest.param([["学校："], ["一小"]], ["学校：", "一小"], id="one column"),
        pytest.param([["学校", "班数"], ["一小", "8", "多"]], ["学校：一小；班数：8；多"], id="more cells than names"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_rows_become_lines(rows: list[list[str]], lines: list[str]) -> None:
    assert table_lines(rows) == lines
