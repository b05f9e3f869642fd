import json
import zipfile
from pathlib import Path

import pytest

from ingest.errors import UserError
from vectorstore.training.overlap import Reserved
from vectorstore.training.reader import public_sets
from vectorstore.training.reader.examples import Support

PARAGRAPH = "县里新建四所小学。每所小学设十二个班。校车每天跑两趟。食堂由学校自办。"


def squad(question: str, answer: str, context: str = PARAGRAPH) -> dict[str, object]:
    answers = [{"text": answer, "answer_start": 0}] if answer else []
    return {"paragraphs": [{"context": context, "qas": [{"question": question, "answers": answers}]}]}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with every source, each with a row or two in its own form."""
    rows = [squad("新建几所小学？", "四所"), squad("食堂谁办？", "学校自办"), squad("老师多少？", "")]
    for source, path in public_sets.READING:
        file = tmp_path / source.repository.replace("/", "+") / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".zip"):
            with zipfile.ZipFile(file, "w") as archive:
                archive.writestr("train.json", json.dumps({"data": rows}, ensure_ascii=False))
        else:
            file.write_text(json.dumps({"data": rows}, ensure_ascii=False), encoding="utf-8")
    replies = tmp_path / "bethxx99+FinTruthQA" / "dataset" / "FinTruthQA.csv"
    replies.parent.mkdir(parents=True)
    replies.write_text(
        "QUES,ANS,IS_QUESTION,ANS_RELEVANCE\n何时分红？,六月。,Positive,3\n何时投产？,感谢关注。,Positive,1\n"
        "几人？,部分说明。,Positive,2\n好！,谢谢。,Negative,3\n",
        encoding="utf-8",
    )
    fooled = tmp_path / "google-research+fool-me-twice" / "dataset"
    fooled.mkdir(parents=True)
    row = {"text": "It rained.", "gold_evidence": [{"text": "Rain fell."}, {"text": "All day."}], "label": "SUPPORTS"}
    for part in ("dev", "test"):
        (fooled / f"{part}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    symmetric = tmp_path / "TalSchuster+FeverSymmetric" / "symmetric_v0.2"
    symmetric.mkdir(parents=True)
    claim = {"sentence1": "It is old.", "sentence2": "It is new.", "gold_label": "REFUTES"}
    for part in ("dev", "test"):
        (symmetric / f"fever_symmetric_{part}.jsonl").write_text(json.dumps(claim) + "\n", encoding="utf-8")
    return tmp_path


def test_a_window_answers_where_the_answer_stands_in_it(sources: Path) -> None:
    examples = [e for e in public_sets.read_answers(sources, Reserved([]), seed=3) if "小学" in e.asked]
    assert {example.answers for example in examples} == {0, 1}
    for example in examples:
        holding = [int("四所" in sentence) for sentence in example.sentences]
        assert list(example.bearing) == holding
        assert example.answers == int(any(holding))


def test_a_question_without_an_answer_has_windows_that_do_not_answer(sources: Path) -> None:
    examples = [e for e in public_sets.read_answers(sources, Reserved([]), seed=3) if e.asked == "老师多少？"]
    assert examples
    assert not any(example.answers for example in examples)


def test_replies_that_answer_in_part_are_left_out(sources: Path) -> None:
    replies = [e for e in public_sets.read_answers(sources, Reserved([]), seed=3) if e.source.endswith("FinTruthQA")]
    assert [(e.asked, e.answers) for e in replies] == [("何时分红？", 1), ("何时投产？", 0)]


def test_what_is_reserved_for_measuring_is_left_out(sources: Path, tmp_path: Path) -> None:
    kept = tmp_path / "reserved.json"
    kept.write_text(json.dumps({"data": [squad("别的？", "", PARAGRAPH)]}, ensure_ascii=False), encoding="utf-8")
    examples = list(public_sets.read_answers(sources, Reserved([kept]), seed=3))
    assert {example.source for example in examples} == {"bethxx99/FinTruthQA"}


def test_statements_have_the_verdict_of_their_set(sources: Path) -> None:
    examples = list(public_sets.read_statements(sources))
    assert [(e.asked, e.sentences, e.support) for e in examples[:2]] == [
        ("It rained.", ("Rain fell.", "All day."), Support.BORNE_OUT),
        ("It is new.", ("It is old.",), Support.CONTRADICTED),
    ]


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ymcui/expmrc"):
        list(public_sets.read_answers(tmp_path, Reserved([]), seed=3))
