import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.sentences import LONGEST_PASSAGE, cut_passages, cut_sentences

TEXTS = st.text(alphabet="教育学校，。；！？;!?\n”）》、 ", max_size=1500) | st.text()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("抓学习。每月一次。", ["抓学习。", "每月一次。"]),
        ("有户口的；有居住证的。", ["有户口的；", "有居住证的。"]),
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


@given(TEXTS)
def test_sentences_stand_in_the_text_unchanged_and_in_order(text: str) -> None:
    end = 0
    for sentence in cut_sentences(text):
        assert sentence
        end = text.index(sentence, end) + len(sentence)


@given(TEXTS)
def test_passages_hold_every_sentence_once_and_keep_their_bound(text: str) -> None:
    sentences, passages = cut_sentences(text), cut_passages(text)
    assert "".join(passages) == "".join(sentences)
    longest_sentence = max(map(len, sentences), default=0)
    assert all(len(passage) <= max(LONGEST_PASSAGE, longest_sentence) for passage in passages)
    assert len(passages) >= 1


def test_long_item_becomes_passages_of_whole_sentences() -> None:
    sentence = "全县各中小学校要认真落实安全责任。"
    passages = cut_passages(sentence * 60)
    assert len(passages) == 6
    assert all(passage.endswith("。") and len(passage) <= LONGEST_PASSAGE for passage in passages)
