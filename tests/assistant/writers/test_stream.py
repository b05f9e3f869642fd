import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.writers.stream import Said, read_sentences


def read(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(said.text, said.marks) for said in read_sentences([text])]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("收300元 [1]。免费 [2]。", [("收300元", (1,)), ("免费", (2,))]),
        ("收300元。[1] 免费。[2][3]", [("收300元", (1,)), ("免费", (2, 3))]),
        ("比例3.5%[1]；另有两所[2]。", [("比例3.5%", (1,)), ("另有两所", (2,))]),
        (
            "The fee is 300 yuan [1]. It was 280 in 2024. No. 3 is free [2].",
            [("The fee is 300 yuan", (1,)), ("It was 280 in 2024", ()), ("No. 3 is free", (2,))],
        ),
        ("收300元【1】。收（2）。", [("收300元", (1,)), ("收", (2,))]),
        (
            "收300元[[1]]。收[^2]。收[来源：3]。收(source 4)。收［5］。",
            [("收300元", (1,)), ("收", (2,)), ("收", (3,)), ("收", (4,)), ("收", (5,))],
        ),
        ("收300元[1, 3]。收[2-4]。", [("收300元", (1, 3)), ("收", (2, 3, 4))]),
        ("收300元[99]。", [("收300元", (99,))]),
        ("按第（1）条办理 [2]。", [("按第（1）条办理", (2,))]),
        ("## 收费\n- **每学期**收`300`元 [1]\n2. 免费 [1]", [("收费", ()), ("每学期收300元", (1,)), ("免费", (1,))]),
        ("收300元[1](http://a.example)。", [("收300元", (1,))]),
        ("<think>收999元 [1]。</think>收300元 [1]。", [("收300元", (1,))]),
        ("<think>收999元 [1]。", []),
        ("收300元 [1 。", [("收300元", ())]),
        ("收300元", [("收300元", ())]),
        ("。。。\n\n？", []),
        ("", []),
    ],
)
def test_reply_is_read_in_sentences_with_their_marks(reply: str, said: list[tuple[str, tuple[int, ...]]]) -> None:
    assert read(reply) == said


def test_sentence_comes_as_soon_as_it_is_complete() -> None:
    fed: list[str] = []

    def pieces() -> object:
        for piece in ("收300元 [", "1]。", "免", "费 [2]", "。"):
            fed.append(piece)
            yield piece

    sentences = read_sentences(pieces())  # type: ignore[arg-type]
    assert next(sentences) == Said("收300元", (1,))
    assert fed[-1] == "免"


@given(
    st.lists(
        st.sampled_from(
            [
                "收300元",
                "免费",
                " [1]",
                "[2]",
                "。",
                "\n",
                "【3】",
                "The fee. ",
                "（4）",
                "3.5%",
                "[",
                "]",
                "<",
                "think>",
                "；",
                "**",
            ]
        ),
        max_size=14,
    ),
    st.integers(1, 7),
)
def test_cuts_of_the_stream_do_not_change_what_is_read(parts: list[str], length: int) -> None:
    reply = "".join(parts)
    pieces = [reply[start : start + length] for start in range(0, len(reply), length)]
    assert [said.text for said in read_sentences(pieces)] == [said.text for said in read_sentences([reply])]


@given(st.text(max_size=120))
@example("校车每学期检查一次")
def test_no_mark_is_left_in_a_sentence(reply: str) -> None:
    read = list(read_sentences([reply + " [7]。【8】[9"]))
    assert read or "校车" not in reply
    for said in read:
        assert not any(mark in said.text for mark in ("[7]", "【8】", "[9"))
