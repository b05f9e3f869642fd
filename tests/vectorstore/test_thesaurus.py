from pathlib import Path

import pytest

from ingest.errors import UserError
from vectorstore.thesaurus import Entry, Thesaurus, read_thesaurus

CARE = Entry(("课后服务", "课后延时服务"), ("放学 没人接", "托管班"), (), ("after-school care", "after school"))
BUS = Entry(("校车",), ("接送车",), (), ("school bus",))
REDUCTION = Entry(("减轻学生作业负担", "规范校外培训"), (), ("双减",), ("double reduction",))
THESAURUS = Thesaurus((CARE, BUS, REDUCTION))
TABLE = "官方用语,日常说法,简称,English\n课后服务；课后延时服务,放学 没人接；托管班,,after-school care\n\n校车,接送车,,school bus；bus to school\n"


@pytest.mark.parametrize(
    ("question", "said", "official"),
    [
        ("孩子放学以后没人接怎么办", "放学 没人接", CARE.official),
        ("没人接，放学咋办", "放学 没人接", CARE.official),
        ("孩子放學沒人接怎麼辦", "放学 没人接", CARE.official),
        ("村里有接送车吗", "接送车", BUS.official),
        ("双减落实得怎么样", "双减", REDUCTION.official),
        ("Are there school buses?", "school buses", BUS.official),
        ("Who runs After-School Care here?", "after school care", CARE.official),
        ("课后延时服务几点结束", "课后延时服务", ("课后服务",)),
    ],
)
def test_wording_of_a_question_leads_to_official_terms(question: str, said: str, official: tuple[str, ...]) -> None:
    assert [(one.said, one.official) for one in THESAURUS.expand(question)] == [(said, official)]


@pytest.mark.parametrize("question", ["几点放学", "校车几点到", "", "？", "a bus", "the school"])
def test_question_that_holds_no_whole_wording_is_left_alone(question: str) -> None:
    assert THESAURUS.expand(question) == ()


def test_article_is_no_abbreviation() -> None:
    assert not Thesaurus([Entry(("急救教育",), abbreviations=("AED",))]).expand("Is there a bus?")
    assert Thesaurus([Entry(("急救教育",), abbreviations=("AED",))]).expand("Is there an AED?")


def test_words_that_a_wording_covers_are_those_of_the_question() -> None:
    (care,) = THESAURUS.expand("孩子放学没人接怎么办")
    assert care.words == {"放学", "没人", "没人接"}
    (bus,) = THESAURUS.expand("Where do the School Buses stop?")
    assert bus.words == {"school", "buses"}


def test_wordings_of_several_rows_lead_to_all_their_terms() -> None:
    both = Thesaurus((Entry(("心理健康",), ("想不开",)), Entry(("心理辅导室",), ("想不开",))))
    (one,) = both.expand("女儿想不开")
    assert one.official == ("心理健康", "心理辅导室")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_table_is_read_as_a_spreadsheet_saves_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(TABLE.replace("\n", "\r\n").encode(encoding))
    first, second = read_thesaurus(path)
    assert first == Entry(("课后服务", "课后延时服务"), ("放学 没人接", "托管班"), (), ("after-school care",))
    assert second.english == ("school bus", "bus to school")


def test_columns_may_be_left_out_and_stand_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("日常说法,官方用语\n饭堂,学校食堂\n", encoding="utf-8")
    assert read_thesaurus(path) == (Entry(("学校食堂",), ("饭堂",)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("词,释义\n校车,接送车\n", "first line must name the columns 官方用语"),
        ("官方用语,日常说法\n,接送车\n", "line 2: a line holds 2 cells"),
        ("官方用语,日常说法\n校车,接送车\n食堂,饭堂,多余\n", "line 3: a line holds 2 cells"),
    ],
)
def test_table_that_does_not_fit_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said) as caught:
        read_thesaurus(path)
    assert str(path) in str(caught.value)


def test_shipped_thesaurus_knows_the_abbreviations_and_everyday_words() -> None:
    entries = read_thesaurus()
    assert len(entries) >= 400
    shipped = Thesaurus(entries)
    for question in ("双减", "五项管理", "控辍保学", "放学没人接", "school bus"):
        assert shipped.expand(question), question
