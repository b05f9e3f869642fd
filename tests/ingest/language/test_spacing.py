import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language.spacing import UNSEEN_CHARACTERS, clean, drop_unseen, join_letters

PRINTED = (
    st.text(alphabet="教育局语文数学一二〇年月日3520Aa　 \t，、：（）|\u200b\u00ad\ufeff\u200d\ufe00\u2060") | st.text()
)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("教\u200b育\u00ad局", "教育局"),
        ("\ufeff要\u2060点\u200e", "要点"),
        ("葛\U000e0100城 芦\ufe00", "葛城 芦"),
        ("coop\u00aderation", "cooperation"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("保留　全角\t和制表", "保留　全角\t和制表"),
    ],
)
def test_what_nobody_sees_is_dropped(printed: str, read: str) -> None:
    assert drop_unseen(printed) == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("二 〇 二 四 年 二 月 六 日", "二〇二四年二月六日"),
        ("二 〇 二 四 年  二 月  六 日", "二〇二四年二月六日"),
        ("2 0 2 4 年 2 月", "2024年2月"),
        ("2024 年 2 月 6 日", "2024年2月6日"),
        ("澄 原 县 教 育 局", "澄原县教育局"),
        ("澄 原 县 教 育 局     2024年2月6日", "澄原县教育局     2024年2月6日"),
        ("东 湖 区 教 育 局   文 件", "东湖区教育局   文件"),
        ("标　题：工作要点", "标题：工作要点"),
        ("配备 心 理 教 师，每校一名", "配备 心理教师，每校一名"),
        ("一、总 则", "一、总则"),
        ("第一章 总　则", "第一章 总则"),
        ("1 加 强 管 理", "1 加强管理"),
        ("语 文  数 学", "语文  数学"),
        ("澄原县教育局 澄原县财政局", "澄原县教育局 澄原县财政局"),
        ("办好 每一所学校", "办好 每一所学校"),
        ("语文 12 34 56", "语文 12 34 56"),
        ("a b c of 3 4 5", "a b c of 3 4 5"),
        ("新建 3 所", "新建 3 所"),
    ],
)
def test_letters_set_apart_are_drawn_together_and_words_are_not(printed: str, read: str) -> None:
    assert join_letters(printed) == read


@given(PRINTED)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(PRINTED)
def test_nothing_visible_is_lost(text: str) -> None:
    kept = UNSEEN_CHARACTERS.compiled.sub("", text)
    assert "".join(clean(text).split()) == "".join(kept.split())
    assert all(unicodedata.category(lost) in ("Cc", "Cf", "Mn") for lost in set(text) - set(kept))


@given(
    st.text(alphabet="教育局语文数学一二年，、：（）。3520")
    | st.text(alphabet=st.characters(categories=("L", "N", "P")))
)
def test_text_without_gaps_and_unseen_characters_stays_as_it_is(text: str) -> None:
    assert clean(text) == text
