"""Tokens counted without a tokenizer's ranks, beside the counts of real tokenizers; and never from the network."""

import base64
import hashlib
import socket
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import tokens
from assistant.tokens import ADDRESS, KINDS, WEIGHTS, counter, estimate, family_of, signs

PLANS = Path(__file__).parents[2] / "plans"
LEAST, MOST = 0.9, 1.4  # of a real count; what is full of figures and signs is counted highest
TEXTS = {
    "official": "推进义务教育优质均衡发展，全年新建、改扩建中小学12所，新增学位8600个，消除56人以上大班额；落实“双减”要求，严禁学科类培训机构在寒暑假和周末开班，违者由监管科限期整改并通报。",
    "everyday": "我家孩子明年九月上一年级，户口跟着爷爷奶奶在乡下，房子是租的，想问问要准备哪些材料、几号报名、能不能在家门口上学，会不会被分到很远的地方去？我们两口子都在外面打工，过年才回来一趟，平时没人接送，放学以后能不能留在学校里写作业，中午有没有饭吃，一个月大概要交多少钱，家里条件不好的有没有补助，找谁问、到哪里办？",
    "traditional": "各校應於學期初公布課後照顧的時段與收費，經濟弱勢家庭的學生全額補助，家長如有疑問可向教務處查詢，並得於開學後兩週內申請退費。",
    "english": "The district will open six new public kindergartens this year and train every principal in fire safety. Parents who move here for work may register their children with a residence permit and proof of employment.",
    "mixed": "2024年AI课程覆盖率达到85%（2023年为61.5%），投入1,200万元；详见附件《Smart Campus 建设方案》第3.2节，联系人：基础教育科，电话0571-8800。",
}
# Counted by tiktoken with the rank files of cl100k_base and o200k_base, and with that of Qwen.
KNOWN = {
    "official": {"cl100k_base": 105, "o200k_base": 73, "qwen": 62},
    "everyday": {"cl100k_base": 180, "o200k_base": 126, "qwen": 98},
    "traditional": {"cl100k_base": 101, "o200k_base": 61, "qwen": 52},
    "english": {"cl100k_base": 40, "o200k_base": 40, "qwen": 40},
    "mixed": {"cl100k_base": 72, "o200k_base": 54, "qwen": 68},
}
KNOWN_OF_PLANS = {
    "wangting-2024.txt": {"cl100k_base": 5530, "o200k_base": 3591, "qwen": 3242},
    "qinglan-2022.txt": {"cl100k_base": 5275, "o200k_base": 3377, "qwen": 3098},
}


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty cache, whatever this machine has; a network that refuses at once."""
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path / "cache"))
    tokens._exact.cache_clear()

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("family", sorted(WEIGHTS))
@pytest.mark.parametrize("name", sorted(TEXTS))
def test_estimate_is_near_a_real_count(name: str, family: str) -> None:
    assert LEAST <= estimate(TEXTS[name], family) / KNOWN[name][family] <= MOST


@pytest.mark.parametrize("family", sorted(WEIGHTS))
@pytest.mark.parametrize("name", sorted(KNOWN_OF_PLANS))
def test_estimate_of_a_whole_plan_is_near_a_real_count(name: str, family: str) -> None:
    text = (PLANS / name).read_text(encoding="utf-8")
    assert 1 <= estimate(text, family) / KNOWN_OF_PLANS[name][family] <= 1.2


@pytest.mark.parametrize(
    ("model", "family"),
    [
        ("openai:gpt-4o-mini", "o200k_base"),
        ("openai:gpt-4.1", "o200k_base"),
        ("azure_openai:gpt-5", "o200k_base"),
        ("openai:o3", "o200k_base"),
        ("openai:gpt-4", "cl100k_base"),
        ("openai:qwen-plus", "qwen"),
        ("ollama:qwen3:8b", "qwen"),
        ("openai:Qwen/Qwen3-8B", "qwen"),
        ("openai:deepseek-chat", "qwen"),
        ("ollama:llama3", "cl100k_base"),
    ],
)
def test_model_is_counted_by_its_family_and_an_unknown_one_by_the_widest(model: str, family: str) -> None:
    assert family_of(model) == family


def test_counting_without_ranks_waits_for_nothing() -> None:
    began = time.monotonic()
    assert counter("openai:gpt-4o")(TEXTS["official"]) == estimate(TEXTS["official"], "o200k_base")
    assert time.monotonic() - began < 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_more_text_never_has_fewer_tokens(one: str, other: str) -> None:
    for family in WEIGHTS:
        assert estimate(one + "。" + other, family) >= estimate(one, family) >= (1 if one.strip() else 0)


@given(st.text(max_size=80))
def test_signs_are_counted_for_any_text(text: str) -> None:
    assert len(signs(text)) == len(KINDS)
    assert all(count >= 0 for count in signs(text))


def test_ranks_in_the_cache_are_used_and_damaged_ones_are_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A small rank file stands in for the real one, whose bytes we do not ship: every byte is a token, and 孩子 is one."""
    pairs = [bytes([byte]) for byte in range(256)]
    pairs += [word[:end] for word in ("孩".encode(), "子".encode()) for end in (2, 3)] + ["孩子".encode()]
    content = b"".join(base64.b64encode(token) + b" %d\n" % rank for rank, token in enumerate(dict.fromkeys(pairs)))
    file = tmp_path / "cache" / hashlib.sha1(ADDRESS.format(name="cl100k_base").encode()).hexdigest()
    file.parent.mkdir()
    file.write_bytes(content)
    assert counter("openai:gpt-4")("孩子") == estimate("孩子", "cl100k_base")  # not the file that is expected

    tokens._exact.cache_clear()
    monkeypatch.setitem(tokens.RANKS, "cl100k_base", hashlib.sha256(content).hexdigest())
    import tiktoken_ext.openai_public as public

    monkeypatch.setattr(public, "load_tiktoken_bpe", _reading(public.load_tiktoken_bpe, content))
    import tiktoken.registry

    monkeypatch.setattr(tiktoken.registry, "ENCODINGS", {})
    assert counter("openai:gpt-4")("孩子") == 1
    tokens._exact.cache_clear()


def _reading(load: object, content: bytes) -> object:
    """tiktoken's loader, expecting the hash of the small file."""

    def load_small(address: str, expected_hash: str | None = None) -> object:
        return load(address, expected_hash=hashlib.sha256(content).hexdigest())  # type: ignore[operator]

    return load_small
