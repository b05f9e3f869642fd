from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sentence_transformers import CrossEncoder
from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

from ingest.errors import OperatorError
from vectorstore.reader import NO_READER, SHIPPED_FOLDER, CrossEncoderReader, Reader, open_reader

FEE = ("规范课后服务收费。", "每生每学期收费不超过三百元。", "困难家庭学生免收。")
BUS = ("加强校车管理。", "校车每日运行两趟，驾驶员每年体检一次。")
READER = Reader()


def test_what_answers_is_told_from_what_does_not() -> None:
    fee, bus = READER.read("课后服务一学期收多少钱", [FEE, BUS])
    assert fee.answers > 0.5 > bus.answers
    assert len(fee.bearing) == len(FEE)
    assert fee.bearing[1] > 0.5 > fee.bearing[2]


def test_what_is_missing_is_noticed_though_the_matter_is_the_same() -> None:
    (said,) = READER.read("家里困难的孩子上晚托还要交钱吗", [FEE])
    (unsaid,) = READER.read("中途不上了，晚托的钱退多少", [FEE])
    assert said.answers > unsaid.answers


def test_the_script_makes_no_difference() -> None:
    (simplified,) = READER.read("校车司机多久体检一次", [BUS])
    (traditional,) = READER.read("校車司機多久體檢一次", [("加強校車管理。", "校車每日運行兩趟，駕駛員每年體檢一次。")])
    assert traditional.answers == pytest.approx(simplified.answers, abs=1e-6)


def test_passages_are_judged_alike_alone_and_among_others() -> None:
    (alone,) = READER.read("课后服务一学期收多少钱", [FEE])
    among = READER.read("课后服务一学期收多少钱", [BUS * 4, FEE, BUS])[1]
    assert among == alone


def test_what_stands_too_far_behind_bears_on_nothing_and_breaks_nothing() -> None:
    long = (*BUS * 40, "每生每学期收费三百元。")
    (reading,) = READER.read("课后服务收多少钱", [long])
    assert len(reading.bearing) == len(long)
    assert reading.bearing[-1] == 0.0


@pytest.mark.parametrize("asked", ["", " ", "•", "？", "校车" * 2_000, "\x00\ud7ff𠮷😀"])
def test_any_question_is_read(asked: str) -> None:
    readings = READER.read(asked, [FEE, ("•甲•乙", ""), ()])
    assert [len(reading.bearing) for reading in readings] == [3, 2, 0]
    assert all(0 <= reading.answers <= 1 for reading in readings)


def test_no_passages_are_no_readings() -> None:
    assert READER.read("校车", []) == []


def test_several_may_ask_at_once() -> None:
    alone = READER.read("课后服务一学期收多少钱", [FEE])
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda _: READER.read("课后服务一学期收多少钱", [FEE]), range(16)))
    assert all(one == alone for one in told)


def test_shipped_reader_is_small() -> None:
    assert sum(file.stat().st_size for file in SHIPPED_FOLDER.iterdir()) <= 48_000_000


def test_none_reads_nothing_and_a_name_is_opened_once() -> None:
    assert open_reader(NO_READER) is None
    assert open_reader() is open_reader()
    assert isinstance(open_reader(str(SHIPPED_FOLDER)), Reader)


@pytest.fixture(scope="module")
def cross_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny cross-encoder of random weights, as any of a hub is laid out."""
    folder = tmp_path_factory.mktemp("cross-encoder")
    letters = sorted(set("".join((*FEE, *BUS)) + "课后服务一学期收多少钱"))
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters]), "utf-8")
    config = BertConfig(
        vocab_size=len(letters) + 5, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
    )  # fmt: skip
    config.num_labels = 1
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


def test_any_cross_encoder_scores_passages_and_their_sentences(cross_encoder: Path) -> None:
    reader = open_reader(str(cross_encoder))
    assert isinstance(reader, CrossEncoderReader)
    fee, bus = reader.read("课后服务一学期收多少钱", [FEE, BUS])
    assert [len(fee.bearing), len(bus.bearing)] == [3, 2]
    model = CrossEncoder(str(cross_encoder), device="cpu", num_labels=1)
    (alone,) = model.predict([("课后服务一学期收多少钱", FEE[1])])
    assert fee.bearing[1] == pytest.approx(float(alone), abs=1e-4)
    assert reader.read("课后服务", []) == []


def test_reader_that_cannot_be_had_names_the_way_out(tmp_path: Path) -> None:
    reader = open_reader(str(tmp_path / "nothing"))
    assert reader
    with pytest.raises(OperatorError, match="Unset EDUPLAN_READER"):
        reader.read("校车", [BUS])


def test_what_a_passage_says_of_a_statement_is_one_of_three() -> None:
    said, unsaid = READER.entails("困难家庭的学生不收费", [FEE])[0], READER.entails("学校食堂每餐留样", [FEE])[0]
    for told in (said, unsaid):
        assert told.borne_out + told.contradicted + told.unsaid == pytest.approx(1, abs=1e-3)
    assert unsaid.unsaid > said.unsaid
    assert READER.entails("校车", []) == []
