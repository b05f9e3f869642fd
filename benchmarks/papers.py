"""How well papers that the project has never seen are read, and how well questions about them are answered.

`python -m benchmarks.papers FOLDER` takes a folder of papers and its `papers.json`, a list of what a reader found right in
each, for example:

    {"file": "12.pdf", "kind": "table", "title": ["望汀区2024年收费表"], "year": [2024], "issuer": ["望汀区教育局", null],
     "date": [null], "refs": ["一", "二(一)"], "count": null,
     "questions": [{"ask": "保教费多少", "answer": "600", "about": "table"}]}

Each list holds what is accepted; null is "not said". `refs` are all items by their refs (a deeper item counts for the one
that it is part of), `count` is how many items or rows there are where refs would be too long; null is not judged. A question is asked of all
papers together and of its own alone; it is answered where the answer's words stand in one of the first three cited items. `--keep FILE` keeps what came of each paper, to be read.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ingest.errors import UserError
from ingest.load import load_plans
from ingest.plan import Plan

CITED = 3
FIELDS = ("title", "year", "issuer", "date")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was right of one paper: fields, items (F1, None where not judged), and each question's kind and outcomes.

    A question's outcomes are whether it was answered of all papers, and of its own alone.
    """

    file: str
    kind: str
    fields: dict[str, bool]
    found: dict[str, Any]
    items: float | None
    questions: tuple[tuple[str, bool, bool], ...]
    wrong_questions: tuple[str, ...]


def main() -> None:
    """Prints the figures by kind of paper."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.papers", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="a file for what came of each paper, as JSON lines")
    options = parser.parse_args()
    papers = json.loads((options.folder / "papers.json").read_text("utf-8"))
    judgements = judge_papers(options.folder, papers)
    if options.keep:
        lines = [json.dumps(asdict(judgement), ensure_ascii=False) for judgement in judgements]
        options.keep.write_text("\n".join(lines) + "\n", "utf-8")
    by_kind = defaultdict(list)
    for judgement in judgements:
        by_kind[judgement.kind].append(judgement)
    print("questions: answered of all papers / of the paper itself / asked")
    print("kind      papers   title    year  issuer    date   items     plain     about a table")
    for kind, some in sorted(by_kind.items()):
        print(line_of_figures(kind, some))
    print(line_of_figures("all", judgements))


def judge_papers(folder: Path, papers: list[dict[str, Any]]) -> list[Judgement]:
    """What was right of each paper, read, added and asked about by the program itself."""
    files = [str(folder / paper["file"]) for paper in papers]
    with tempfile.TemporaryDirectory() as temporary:
        store = ("--store", f"{temporary}/store")
        list(program("add", *store, "--json", *files))
        answers = answers_to(papers, Path(temporary) / "questions.jsonl", store)
    return [judge(paper, read_plans(folder / paper["file"]), answers) for paper in papers]


def read_plans(path: Path) -> tuple[Plan, ...]:
    """The plans of the file; none where it is refused."""
    try:
        return load_plans(path)
    except UserError as error:
        print(error, file=sys.stderr)
        return ()


def answers_to(papers: list[dict[str, Any]], batch: Path, store: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The program's answers by question."""
    lines = [
        json.dumps({"id": name, "question": question["ask"], "plan": plan}, ensure_ascii=False)
        for paper in papers
        for question in paper["questions"]
        for name, plan in ((question["ask"], None), (alone(question["ask"]), paper["file"]))
    ]
    batch.write_text("\n".join(lines) + "\n", "utf-8")
    return {answer["id"]: answer for answer in program("ask", *store, "--json", "--batch", str(batch))}


def alone(ask: str) -> str:
    """What the question is called where it is asked of its paper alone."""
    return f"{ask} (alone)"


def program(*arguments: str) -> Iterable[dict[str, Any]]:
    """The JSON objects that the program prints."""
    command = [sys.executable, "-m", "assistant", *arguments]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    for line in printed.stdout.splitlines():
        if line.startswith("{"):
            yield json.loads(line)


def judge(paper: dict[str, Any], plans: tuple[Plan, ...], answers: dict[str, dict[str, Any]]) -> Judgement:
    """What was right of the paper; of a file that holds several plans, the best field counts."""
    fields = {
        field: any(same(getattr(plan.identity, field), right) for plan in plans for right in paper[field])
        for field in FIELDS
    }
    found = {field: [getattr(plan.identity, field) for plan in plans] for field in FIELDS}
    refs = [item.ref for plan in plans for item in plan.items]
    outcomes = {
        question["ask"]: (
            question["about"],
            holds(answers.get(question["ask"], {}), question["answer"]),
            holds(answers.get(alone(question["ask"]), {}), question["answer"]),
        )
        for question in paper["questions"]
    }
    return Judgement(
        file=paper["file"],
        kind=paper["kind"],
        fields=fields,
        found=found | {"refs": refs[:60], "items": len(refs)},
        items=f1(refs, paper["refs"], paper["count"]),
        questions=tuple(outcomes.values()),
        wrong_questions=tuple(ask for ask, (_, _, right) in outcomes.items() if not right),
    )


def same(found: object, right: object) -> bool:
    """Whether the field is right: spaces, widths and marks do not count."""
    return found == right or (isinstance(found, str) and isinstance(right, str) and bare(found) == bare(right))


def bare(text: str) -> str:
    """The letters and digits alone: `“5+2”区域 ` is 52区域."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def holds(answer: dict[str, Any], words: str) -> bool:
    """Whether one of the first cited items holds the words."""
    items = [citation["item"] for citation in answer.get("citations", [])[:CITED]]
    return any(bare(words) in bare(item["text"]) for item in items)


def f1(found: list[str], refs: list[str] | None, count: int | None) -> float | None:
    """F1 of the items by ref, or by their number; None where neither is known."""
    if refs is not None:
        named = {
            next((ref for ref in sorted(refs, key=len, reverse=True) if part_of(item, ref)), item) for item in found
        }
        right = len(named & set(refs))
        wrong = len({item for item in named - set(refs) if not item.endswith("前言")})
        return 2 * right / (right + wrong + len(refs))
    if count is not None:
        return 2 * min(count, len(found)) / max(count + len(found), 1)
    return None


def part_of(item: str, ref: str) -> bool:
    """Whether the item is the one of that ref, in whatever section, or lies in it: 三.2(1) is part of 2."""
    return bool(re.search(rf"(?<![0-9(]){re.escape(ref)}(?![0-9])", item))


def line_of_figures(kind: str, judgements: list[Judgement]) -> str:
    """The figures of some papers as one line."""
    fields = [share(judgement.fields[field] for judgement in judgements) for field in FIELDS]
    items = [judgement.items for judgement in judgements if judgement.items is not None]
    asked = [question for judgement in judgements for question in judgement.questions]
    plain, table = ([question for question in asked if (question[0] == "table") is told] for told in (False, True))
    mean = f"{sum(items) / len(items):.3f}" if items else "-"
    return f"{kind:8s}  {len(judgements):6d}  {'  '.join(fields)}  {mean:>6s}   {answered(plain)}   {answered(table)}"


def answered(questions: list[tuple[str, bool, bool]]) -> str:
    """How many are answered of all papers, how many of their own, and how many there are."""
    of_all, of_own = sum(question[1] for question in questions), sum(question[2] for question in questions)
    return f"{of_all:3d} /{of_own:3d} /{len(questions):3d}"


def share(rights: Iterable[bool]) -> str:
    """How many are right, as a share."""
    rights = list(rights)
    return f"{sum(rights) / len(rights):6.2f}"


if __name__ == "__main__":
    main()
