"""How long an answer takes: the first of a cold program, and the following ones; and how fast plans are added.

`python -m benchmarks.speed`; beside adding stands what Chroma alone takes to store the same items with vectors ready made.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assistant.ask import Assistant
from assistant.evaluation.evaluate import read_questions
from assistant.question import Question, Scope
from benchmarks.sample_store import QUESTIONS, ROOT, sample_store
from ingest.load import load_plan
from vectorstore.embedder import Embedder
from vectorstore.item_store import StoredItem
from vectorstore.store import Store
from vectorstore.update import add_files, find_files
from vectorstore.vector_index import Passages, VectorIndex

COLD_RUNS = 3
ADDING_RUNS = 3


def main() -> None:
    with sample_store() as store:
        show_cold(store.folder)
        show_warm(Assistant(store))
    show_adding()


def show_cold(folder: Path) -> None:
    """Print the wall time of `eduplan ask` as a new process, the least of a few runs."""
    seconds = []
    for _ in range(COLD_RUNS):
        began = time.perf_counter()
        command = [sys.executable, "-m", "assistant", "ask", "孩子放学没人接怎么办", "--store", str(folder)]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        seconds.append(time.perf_counter() - began)
    print(f"cold answer           {min(seconds):6.1f} s")


def show_warm(assistant: Assistant) -> None:
    """Print the time of each development question, every one new to the program, after a first one."""
    assistant.invoke("课后服务")
    times = []
    for row in read_questions(QUESTIONS / "development.jsonl"):
        began = time.perf_counter()
        assistant.invoke(Question(row["question"], tuple(row["history"]), Scope((row["plan"],) if row["plan"] else ())))
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(f"warm answer, median   {times[len(times) // 2]:6.0f} ms")
    print(f"warm answer, 95 %     {times[len(times) * 95 // 100]:6.0f} ms")


def show_adding() -> None:
    """Print how many items a second are added, and how many Chroma alone stores."""
    files = find_files([ROOT / "plans"])
    embedder = Embedder()
    plans = [load_plan(path) for path in files]
    items = [StoredItem(plan.identity.id, n, item) for plan in plans for n, item in enumerate(plan.items)]
    passages = Passages.embedded(items, embedder)
    ours, alone = [], []
    for _ in range(ADDING_RUNS):
        with tempfile.TemporaryDirectory() as folder:
            store = Store.create(Path(folder) / "store", embedder)
            began = time.perf_counter()
            for _ in add_files(store, files):
                pass
            ours.append(time.perf_counter() - began)
            alone_in = Path(folder) / "alone"
            chroma = VectorIndex.open(alone_in, "items", url=None, create=True)
            began = time.perf_counter()
            chroma.write(passages)
            alone.append(time.perf_counter() - began)
    print(
        f"added                 {len(items) / min(ours):6.0f} items a second (Chroma alone {len(items) / min(alone):.0f})"
    )


if __name__ == "__main__":
    main()
