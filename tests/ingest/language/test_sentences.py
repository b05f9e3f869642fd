import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.language.sentences import cut_entries, cut_sentences

TEXTS = st.text(alphabet="教育学校，。；！？;!?\n”）》、 ", max_size=1500) | st.text()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("抓学习。每月一次。", ["抓学习。", "每月一次。"]),
        ("有户口的；有居住证的。", ["有户口的；有居住证的。"]),
        ("他说：“办好学校。”各校照办。", ["他说：“办好学校。”", "各校照办。"]),
        ("（详见附件。）抓落实！", ["（详见附件。）", "抓落实！"]),
        ("降至48.2%。每校1.5名。", ["降至48.2%。", "每校1.5名。"]),
        ("（一）抓学习\n每月一次", ["（一）抓学习", "每月一次"]),
        ("", []),
        ("。", []),
    ],
)
def test_text_is_cut_at_its_sentences_ends(text: str, sentences: list[str]) -> None:
    assert cut_sentences(text) == sentences


def test_entries_are_cut_at_semicolons_too() -> None:
    assert cut_entries("符合条件：有户口的；有居住证的。其余报批。") == [
        "符合条件：有户口的；",
        "有居住证的。",
        "其余报批。",
    ]


@given(TEXTS)
@example("有户口的；有居住证的。")
def test_sentences_and_entries_stand_in_the_text_unchanged_and_in_order(text: str) -> None:
    for cut in (cut_sentences, cut_entries):
        end = 0
        parts = cut(text)
        assert parts or "户口" not in text
        for part in parts:
            assert part
            end = text.index(part, end) + len(part)
