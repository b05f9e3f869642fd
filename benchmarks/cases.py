"""Small papers of many kinds, each with its traps, and what must come of them.

`python -m benchmarks.cases` asks all of benchmarks/cases and prints what is wrong and how many of each kind are right; a
folder's name after it asks that one alone. They were written by people who had not seen the program: the sets that end in
1 and 2, and outlines-3, have been mended after; tables-3 was asked once (README.md tells the figures).

A line of cases.jsonl: `files` of its folder go into a fresh store, then `ask` (with `history`) must give `status`, cite
`refs` (file:ref), show `shows`, not show `hides`, have one of `bold` in bold; or `outline` must find `plan` and `items`. A
line of expected.jsonl: the tree of each plan in `file` (a node is its label, · where it has none, its children in brackets)
and fields of the first. Words are compared without white space, punctuation, script and width.
"""

import argparse
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.question import Question
from assistant.render import to_markdown
from ingest.errors import UserError
from ingest.language.folding import fold
from ingest.load import load_plans
from ingest.plan import Node, Plan
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import add_files

FOLDER = Path(__file__).parent / "cases"
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.cases", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="*", default=sorted(folder.name for folder in FOLDER.iterdir()))
    for name in parser.parse_args().sets:
        show(name, list(judge_set(FOLDER / name)))


def show(name: str, verdicts: Sequence[tuple[Row, list[str]]]) -> None:
    """Print what is wrong, and how many of each kind are right."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for row, wrong in verdicts:
        kinds["an outline" if "trees" in row else row["kind"]].append(not wrong)
        if wrong:
            print(f"{row.get('id') or row['file']} {row['kind']}: {row.get('ask', '')}", *wrong, sep="\n    ")
    for kind, right in kinds.items():
        print(f"  {kind:24} {sum(right)} of {len(right)}")
    print(f"{name}: {sum(not wrong for _, wrong in verdicts)} of {len(verdicts)} right\n", flush=True)


def judge_set(folder: Path) -> Iterator[tuple[Row, list[str]]]:
    """Each case of a folder, and what is wrong with what came of it."""
    for row in _rows(folder / "expected.jsonl"):
        yield row, judge_outline(row, read_plans(folder / row["file"]))
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in _rows(folder / "cases.jsonl"):
        if "ask" in row:
            groups[tuple(row["files"])].append(row)
        else:
            yield row, judge_outline(row, read_plans(folder / row["files"][0]))
    for files, rows in groups.items():
        with tempfile.TemporaryDirectory() as place:
            store = Store.create(Path(place) / "store", Embedder())
            list(add_files(store, [folder / name for name in files]))
            assistant = Assistant(store)
            for row in rows:
                answer = assistant.invoke(Question(row["ask"], tuple(row.get("history") or ())))
                yield row, list(judge_answer(row, answer))


def judge_answer(row: Row, answer: Answer) -> Iterator[str]:
    """What is wrong with an answer."""
    shown = to_markdown(answer)
    text, cited = _bare(shown), [f"{_stem(c.plan.source)}:{c.item.ref}" for c in answer.citations]
    if row.get("status", answer.status) != answer.status:
        yield f"is {answer.status}"
    if missing := [ref for ref in row.get("refs", []) if ref not in cited]:
        yield f"cites {cited}, not {missing}"
    elif row.get("only") and set(cited) - set(row["refs"]):
        yield f"cites {cited}, more than was asked for"
    yield from (f"does not show {word}" for word in row.get("shows", []) if _bare(word) not in text)
    yield from (f"shows {word}" for word in row.get("hides", []) if _bare(word) in text)
    bold = {_bare(words) for words in re.findall(r"\*\*(.+?)\*\*", shown)}
    if row.get("bold") and not bold & {_bare(words) for words in row["bold"]}:
        yield f"has {sorted(bold)} in bold"


def judge_outline(row: Row, plans: Sequence[Plan]) -> list[str]:
    """What is wrong with how a file was read."""
    if row.get("refused"):
        return [] if not plans else ["is read, and should be refused"]
    if not plans:
        return ["is refused"]
    trees, identity = [_tree(plan.nodes) for plan in plans], plans[0].identity
    wrong = [f"is cut as {' ‖ '.join(trees)}"] if row.get("trees", trees) != trees else []
    wrong += [
        f"{key} is {told}" for key, value in row.get("plan", {}).items() if value != (told := getattr(identity, key))
    ]
    items = {item.ref: _bare(item.text) for plan in plans for item in plan.items}
    for ref, words in row.get("items", {}).items():
        texts = items.values() if ref == "*" else [items[ref]] if ref in items else []
        if not any(all(_bare(word) in text for word in words) for text in texts):
            wrong.append(f"has no item {ref} with {words}")
    held = "".join(item.text for plan in plans for item in plan.items)
    return wrong + [f"an item holds {word}" for word in row.get("hides", []) if word in held]


def read_plans(file: Path) -> list[Plan]:
    """The plans of a file; none where it is refused."""
    try:
        return list(load_plans(file))
    except UserError:
        return []


def _tree(nodes: Sequence[Node], parent: int | None = None) -> str:
    told = []
    for number, node in enumerate(nodes):
        if node.parent == parent:
            below = _tree(nodes, number)
            told.append(_label(node.label) + (f"[{below}]" if below else ""))
    return " ".join(told)


def _label(label: str | None) -> str:
    text = re.sub(r"\s+", "", label or "·").translate(str.maketrans("（）０１２３４５６７８９", "()0123456789"))
    letter = re.fullmatch(r"([a-z])\)", text)
    return letter[1] if letter else text


def _bare(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum() or letter == "%")


def _stem(source: str) -> str:
    return Path(source).name.split("-")[0].split(".")[0]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


if __name__ == "__main__":
    main()
