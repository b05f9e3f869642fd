import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.manage.file_names import LONGEST_STEM, LONGEST_SUFFIX, clean_file_name, numbered


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("2024年工作要点.docx", "2024年工作要点.docx"),
        ("../../x.txt", "x.txt"),
        ("C:\\plans\\要点.doc", "要点.doc"),
        ("folder/deep/a.txt", "a.txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("计划\u202etxt.exe", "计划txt.exe"),
        (".htaccess", "htaccess"),
        ("..", "未命名"),
        ("", "未命名"),
        ("\0", "未命名"),
        ("~$lock.docx", "$lock.docx"),
        ("没有后缀", "没有后缀"),
        ("长" * 300 + ".txt", "长" * LONGEST_STEM + ".txt"),
    ],
)
def test_name_of_an_upload_keeps_what_is_a_name_and_nothing_else(name: str, clean: str) -> None:
    assert clean_file_name(name) == clean


@given(st.text())
def test_clean_name_is_short_stays_in_its_folder_and_stays_as_it_is(name: str) -> None:
    clean = clean_file_name(name)
    assert clean
    assert not set(clean) & {"/", "\\", "\0", "\n", "\r"}
    assert not clean.startswith(".")
    assert len(clean) <= LONGEST_STEM + LONGEST_SUFFIX + 1
    assert clean_file_name(clean) == clean


def test_file_beside_another_of_its_name_is_numbered() -> None:
    assert numbered("要点.v2.txt", 2) == "要点.v2 (2).txt"
    assert numbered("要点", 3) == "要点 (3)"
