from ingest.document import Line, read_lines


def test_lines_keep_their_numbers_in_the_file_and_lose_the_white_space_around_them() -> None:
    document = read_lines("\ufeff　标题　\n\n \t\n  一、抓党建。\u200b\n", source="plan.txt")
    assert document.source == "plan.txt"
    assert document.lines == (Line(1, "标题"), Line(4, "一、抓党建。"))


def test_only_line_feeds_part_lines() -> None:
    document = read_lines("甲\x0b乙\u2028丙\x85丁\n戊", source="plan.txt")
    assert [line.number for line in document.lines] == [1, 2]


def test_text_without_words_has_no_lines() -> None:
    assert read_lines(" \n\u3000\n\ufeff", source="plan.txt").lines == ()
