"""An excerpt shows what was found, unchanged, with what stands beside it."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.browsing.excerpt import Piece, cut, excerpt
from assistant.browsing.sought import seek

LONG = "开头。" + "甲" * 300 + "，校车四十辆，" + "乙" * 300 + "。补助两万元。" + "丙" * 300


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(("…" if p.is_after_gap else "") + (f"[{p.text}]" if p.is_marked else p.text) for p in pieces)


def test_short_text_is_shown_whole() -> None:
    assert shown(excerpt("加强校车管理。", seek("校车").spans("加强校车管理。"))) == "加强[校车]管理。"


def test_long_text_is_shown_around_each_thing_that_was_found() -> None:
    assert shown(excerpt(LONG, seek("校车 补助").spans(LONG))) == "…[校车]四十辆，…[补助]两万元。…"


def test_long_text_in_which_nothing_was_found_is_shown_from_its_beginning() -> None:
    assert shown(excerpt("甲" * 500, ())) == "甲" * 200 + "…"


def test_text_in_which_much_was_found_stays_short() -> None:
    text = ("校车" + "甲" * 100) * 50
    pieces = excerpt(text, seek("校车").spans(text))
    assert sum(len(piece.text) for piece in pieces) < 400


@given(st.text(alphabet="甲乙校车，。\n", max_size=400), st.integers(1, 60))
def test_pieces_are_of_the_text_and_every_mark_is_what_was_sought(text: str, longest: int) -> None:
    spans = seek("校车").spans(text)
    assert "".join(piece.text for piece in cut(text, spans)) == text
    pieces = excerpt(text, spans, longest=longest)
    assert all(piece.text in text for piece in pieces)
    assert all(set(piece.text) == {"校", "车"} for piece in pieces if piece.is_marked)
    assert any(piece.is_marked for piece in pieces) == bool(spans)
