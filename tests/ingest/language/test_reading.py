from hypothesis import given
from hypothesis import strategies as st

from ingest.language.folding import fold
from ingest.language.reading import Reading, read
from ingest.language.words import grams_of

TEXT = "課後服務：每生每學期12,500元，語文、數學；8:30到校。"
TEXTS = st.text(alphabet="教育學校，。；、：:,1250①㎡ab \n") | st.text()


def test_text_is_read_part_by_part() -> None:
    reading = Reading(TEXT)
    assert reading.folded == "课后服务:每生每学期12,500元,语文、数学;8:30到校。"
    assert reading.clauses == ("课后服务", "每生每学期12,500元", "语文、数学", "8:30到校")
    assert reading.entries == ("課後服務：每生每學期12,500元，語文、數學；", "8:30到校。")
    assert reading.sentences == (TEXT,)
    assert {"课后", "服务", "语文"} <= set(reading.words)
    assert reading.grams[0] == {"课后", "后服", "服务"}
    assert reading.is_chinese


def test_recent_reading_is_handed_out_again() -> None:
    assert read(TEXT) is read(TEXT)


@given(TEXTS)
def test_parts_are_those_of_the_folded_text(text: str) -> None:
    reading = Reading(text)
    assert reading.folded == fold(text)
    assert all(part in fold(text[at]) for part, at in zip(reading.folded, reading.offsets, strict=True))
    assert "".join(word for word, _ in reading.tagged_words) == reading.folded
    assert reading.all_grams == {gram for clause in reading.clauses for gram in grams_of(clause)}
