"""A table goes to the browser as a file that is kept, under a name that any system takes."""

from urllib.parse import unquote

import pytest

from assistant.exports.table import Table
from assistant.web.take_away import LONGEST_NAME, take_away

TABLE = Table("对照表", ("计划",), (("=1+1",),))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_file_is_kept_and_never_shown(kind: str) -> None:
    answer = take_away(TABLE, kind, "校车")
    assert answer.status_code == 200
    assert unquote(answer.headers["content-disposition"]) == f"attachment; filename*=UTF-8''对照表 校车.{kind}"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_formula_runs_and_the_characters_stay() -> None:
    assert bytes(take_away(TABLE, "csv").body).decode("utf-8-sig") == "计划\r\n'=1+1\r\n"


@pytest.mark.parametrize("about", ['../../a\\b:c*?"<>|', "甲\r\nSet-Cookie: x=1", "长" * 500])
def test_name_holds_no_path_no_line_and_is_not_too_long(about: str) -> None:
    name = unquote(take_away(TABLE, "csv", about).headers["content-disposition"].partition("''")[2])
    assert not set(name) & set('/\\:*?"<>|\r\n')
    assert len(name) <= LONGEST_NAME + len(".csv")


def test_kind_that_is_none_is_not_found() -> None:
    assert take_away(TABLE, "exe").status_code == 404
