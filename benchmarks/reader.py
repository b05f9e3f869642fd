"""How well the learned reader judges what it did not learn from: our own held-out topics and items, and public sets kept for measuring.

`python -m benchmarks.reader` measures our own; `--sources FOLDER` the public ones too, where the folder holds copies of
google-deepmind/xquad, ymcui/cmrc2018, DRCKnowledgeTeam/DRCD, MichelleHS777/PEFT-Chinese-Fact-Verification (CHEF),
shs910/Transfer-learning (OCNLI) and xzy-xzy/CiteCheck, each named owner+name. `--reader` names another reader, or a folder.

Of questions: the area under the curve of the passages that answer against those that do not, and how many of the latter
are refused where 2 % and 5 % of the former are; beside it the same by the share of the question's words that the passage
holds. Of statements: the mean of the recalls of borne out and not, by the reader and by words alone; both bars are chosen
on the set itself.
"""

import argparse
import json
import random
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ingest.language.folding import fold
from ingest.language.sentences import cut_sentences
from ingest.language.words import content_words
from vectorstore.reader import SHIPPED, Reader, Reads, open_reader
from vectorstore.training.reader import own
from vectorstore.training.reader.examples import Example, Support
from vectorstore.training.reader.measure import REFUSED, area, balanced, caught
from vectorstore.training.reader.nearest import NearestPassages
from vectorstore.training.reader.own_examples import item_examples, question_examples, statement_examples

SEED = 11
MOST = 2_000  # examples of a set
CHEF, OCNLI, CITED = "MichelleHS777+PEFT-Chinese-Fact-Verification", "shs910+Transfer-learning", "xzy-xzy+CiteCheck"
SQUAD = {
    "XQuAD, Chinese": ("google-deepmind+xquad/xquad.zh.json", ""),
    "XQuAD, English of Chinese": ("google-deepmind+xquad/xquad.zh.json", "google-deepmind+xquad/xquad.en.json"),
    "CMRC 2018 trial": ("ymcui+cmrc2018/squad-style-data/cmrc2018_trial.json", ""),
    "DRCD test": ("DRCKnowledgeTeam+DRCD/DRCD_test.json", ""),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reader", description=__doc__)
    parser.add_argument("--reader", default=SHIPPED, help="its name or folder (default: %(default)s)")
    parser.add_argument("--sources", type=Path, help="a folder with copies of the public sets")
    options = parser.parse_args()
    reader = open_reader(options.reader)
    assert reader is not None
    questions, statements = read_own()
    if options.sources:
        questions |= read_squad(options.sources)
        statements |= read_statements(options.sources)
    for name, examples in questions.items():
        show_questions(name, _some(examples), reader)
    if isinstance(reader, Reader):  # another cross-encoder says nothing of statements
        for name, examples in statements.items():
            show_statements(name, _some(examples), reader)


def read_own() -> tuple[dict[str, list[Example]], dict[str, list[Example]]]:
    """Our own questions and statements over the topics and items that are held out."""
    topics, plans = own.topics_by_key(), own.read_plans()
    nearest = NearestPassages(topics, plans, seed=SEED)

    def of(questions: Sequence[own.Question]) -> list[own.Question]:
        return [question for question in questions if topics[question.about].is_held_out]

    items = [question for question in own.read_item_questions(plans) if own.is_held_out(question.about)]
    stated = [statement for statement in own.read_statements() if topics[statement.about].is_held_out]
    return {
        "own questions": list(question_examples(of(own.read_questions()), topics, nearest.of_topic, seed=SEED)),
        "own wordings": list(question_examples(of(own.read_wordings()), topics, nearest.of_topic, seed=SEED)),
        "own items": list(item_examples(items, plans, nearest.of_plan, seed=SEED)),
    }, {"own statements": list(statement_examples(stated, topics, seed=SEED))}


def read_squad(folder: Path) -> dict[str, list[Example]]:
    """Questions with their paragraph, and with another of the same article, which does not answer."""
    choose = random.Random(SEED)
    return {name: list(_paragraphs(folder, *paths, choose)) for name, paths in SQUAD.items()}


def _paragraphs(folder: Path, texts: str, questions: str, choose: random.Random) -> Iterator[Example]:
    asked = {row["id"]: row["question"] for row in _rows(folder / (questions or texts))}
    for article in _load(folder / texts)["data"]:
        paragraphs = [tuple(cut_sentences(paragraph["context"])) for paragraph in article["paragraphs"]]
        for place, paragraph in enumerate(article["paragraphs"]):
            others = [i for i in range(len(paragraphs)) if i != place]
            for row in paragraph["qas"]:
                if others:
                    yield Example(asked[row["id"]], paragraphs[place], texts, 1)
                    yield Example(asked[row["id"]], paragraphs[choose.choice(others)], texts, 0)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for article in _load(path)["data"]:
        for paragraph in article["paragraphs"]:
            yield from paragraph["qas"]


def read_statements(folder: Path) -> dict[str, list[Example]]:
    """Statements of public sets, with what was said of them."""
    chef = [
        json.loads(line) for line in (folder / CHEF / "datasets/preprocessed/test.json").read_text("utf-8").splitlines()
    ]
    with zipfile.ZipFile(folder / OCNLI / "ocnli_public.zip") as archive:
        ocnli = [json.loads(line) for line in archive.read("dev.json").decode().splitlines()]
    cited = [json.loads(line) for line in (folder / CITED / "dataset/test.jsonl").read_bytes().split(b"\n") if line]
    verdicts = {"entailment": Support.BORNE_OUT, "contradiction": Support.CONTRADICTED, "neutral": Support.UNSAID}
    return {
        "CHEF test": [_stated(r["claim"], r["evidences"], Support(int(r["label"]))) for r in chef if r["evidences"]],
        "OCNLI development": [
            _stated(r["sentence2"], r["sentence1"], verdicts[r["label"]]) for r in ocnli if r["label"] in verdicts
        ],
        "CiteCheck test": [
            _stated(r["statement"], r["quote"], Support.BORNE_OUT if r["label"] else Support.UNSAID) for r in cited
        ],
    }


def _stated(statement: str, text: str, support: Support) -> Example:
    return Example(statement, tuple(cut_sentences(text)), "", support=support)


def show_questions(name: str, examples: Sequence[Example], reader: Reads) -> None:
    """Print how well what answers is told from what does not."""
    started = time.perf_counter()
    read = [reader.read(one.asked, [one.sentences])[0].answers for one in examples]
    spent = (time.perf_counter() - started) / len(examples) * 1000
    print(f"{name}: {len(examples)} pairs, {spent:.0f} ms each")
    for judge, scores in (("reader", read), ("words", [_share(one) for one in examples])):
        scored = list(zip(scores, (one.answers for one in examples), strict=True))
        refused = " / ".join(f"{caught(scored, share):.3f}" for share in REFUSED)
        print(f"  {judge:8} area {area(scored):.3f}, refused {refused}", flush=True)


def show_statements(name: str, examples: Sequence[Example], reader: Reader) -> None:
    """Print how well what is borne out is told from what is not."""
    told = [reader.entails(one.asked, [one.sentences])[0] for one in examples]
    borne = [one.borne_out for one in told]
    print(f"{name}: {len(examples)} pairs")
    for judge, scores in (("reader", borne), ("words", [_share(one) for one in examples])):
        scored = [(s, int(one.support == Support.BORNE_OUT)) for s, one in zip(scores, examples, strict=True)]
        best = max(balanced([(int(s >= bar), truth) for s, truth in scored]) for bar in [i / 50 for i in range(51)])
        print(f"  {judge:8} area {area(scored):.3f}, balanced accuracy {best:.3f}", flush=True)
    of_unsaid = [(t.unsaid, int(one.support == Support.UNSAID)) for t, one in zip(told, examples, strict=True)]
    print(f"  what is unsaid: area {area(of_unsaid):.3f}", flush=True)


def _share(example: Example) -> float:
    """Of the words of what is asked or stated, those that the passage holds."""
    words = content_words(example.asked)
    text = fold("".join(example.sentences))
    return sum(word in text for word in words) / max(1, len(words))


def _some(examples: Sequence[Example]) -> Sequence[Example]:
    return examples if len(examples) <= MOST else random.Random(SEED).sample(examples, MOST)


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
