"""How many questions about the sample plans are answered rightly, refused, and how soon.

`python -m benchmarks.answers` scores both question files; benchmarks/confidence.py shows how refusing was chosen.
"""

from collections import Counter

from assistant.answer_quality import Fault, faults
from assistant.ask import Assistant
from assistant.evaluation.evaluate import evaluate, read_questions, summary, table
from benchmarks.sample_store import QUESTIONS, sample_store


def main() -> None:
    with sample_store() as store:
        assistant = Assistant(store)
        for name in ("development", "test"):
            scored = evaluate(assistant, read_questions(QUESTIONS / f"{name}.jsonl"))
            wrong = Counter(fault for one in scored for fault in faults(one.answer))
            times = sorted(sum(one.answer.timings_ms.values()) for one in scored)
            print(f"{name} questions\n{table(summary(scored))}")
            print(", ".join(f"{fault} {wrong[fault]}" for fault in Fault))
            print(f"median {times[len(times) // 2]:.0f} ms, 95th percentile {times[len(times) * 95 // 100]:.0f} ms\n")


if __name__ == "__main__":
    main()
