from hypothesis import given
from hypothesis import strategies as st

from ingest.language.sentences import cut_entries
from vectorstore.passages import LONGEST_PASSAGE, cut_passages

TEXTS = st.text(alphabet="教育学校，。；！？;!?\n”）》、 ", max_size=1500) | st.text()


@given(TEXTS)
def test_passages_hold_every_sentence_once_and_keep_their_bound(text: str) -> None:
    sentences, passages = cut_entries(text), cut_passages(text)
    assert "".join(passages) == "".join(sentences)
    longest_sentence = max(map(len, sentences), default=0)
    assert all(len(passage) <= max(LONGEST_PASSAGE, longest_sentence) for passage in passages)
    assert len(passages) >= 1


def test_long_item_becomes_passages_of_whole_sentences() -> None:
    sentence = "全县各中小学校要认真落实安全责任。"
    passages = cut_passages(sentence * 60)
    assert len(passages) == 6
    assert all(passage.endswith("。") and len(passage) <= LONGEST_PASSAGE for passage in passages)
