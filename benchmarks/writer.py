"""What gets past the writer of a model that writes badly on purpose, and how much of what is good stays.

`python -m benchmarks.writer` starts a local server that speaks the OpenAI protocol, lets it reply badly to development questions over the
sample plans, 25 kinds in turn, and prints by kind: replies, those of which something invented was shown (must be 0), those that were
shown as prose, and those whose good sentence was kept in it; then what an answer takes beside the model's own time.
"""

import os
import time
from collections import defaultdict

from assistant.ask import Assistant
from assistant.writers.model import ModelWriter
from benchmarks.sample_store import sample_store
from ingest.language.folding import fold
from tests.assistant.writers.chat_server import ChatServer, chat_server
from tests.assistant.writers.provoked import Outcome, ask_provoked
from vectorstore.store import Store

REPLIES = 300
SEED = 11  # the test has another
QUESTION = "望汀区2024年课后服务一个学期收多少钱？"
GOOD = "望汀区2024年的课后服务每学期收300元，家庭经济困难学生全免 [1]。学生参加率要达到92%以上 [1]。"
RUNS = 40


def main() -> None:
    with chat_server() as server, sample_store() as store:
        os.environ["OPENAI_API_KEY"] = "none"
        os.environ["OPENAI_BASE_URL"] = f"{server.address}/v1"
        show_provoked(ask_provoked(store, server, REPLIES, SEED))
        show_times(store, server)


def show_provoked(outcomes: list[Outcome]) -> None:
    """Print a line a kind, and one for all."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_kind[outcome.provoked.kind].append(outcome)
        by_kind["all"].append(outcome)
    by_kind["all"] = by_kind.pop("all")
    print(f"{'kind':18s} replies  invented  as prose  good kept")
    for kind, group in by_kind.items():
        prose = [one for one in group if one.answer.writer != "extractive"]
        invented = sum(any(words in one.shown for words in one.provoked.forbidden) for one in group)
        kept = sum(fold(one.provoked.good) in fold(one.shown) for one in prose)
        print(f"{kind:18s} {len(group):7d} {invented:9d} {len(prose):9d} {kept:10d}")


def show_times(store: Store, server: ChatServer) -> None:
    """Print the median times of an answer that is quoted and of one that a model writes without delay."""
    server.will_say(GOOD)
    for name, assistant in (
        ("quoted", Assistant(store)),
        ("written", Assistant(store, model=ModelWriter("openai:test"))),
    ):
        times = []
        for _ in range(RUNS):
            began = time.perf_counter()
            assistant.invoke(QUESTION)
            times.append((time.perf_counter() - began) * 1000)
        print(f"{name:18s} {sorted(times)[RUNS // 2]:6.1f} ms")


if __name__ == "__main__":
    main()
