"""How many questions about the sample plans are answered rightly, and how the refusals' thresholds were chosen.

`python -m benchmarks.answers` scores both question files; `--curve` prints, over the development questions, how many
are answered rightly and how many refused wrongly at other thresholds.
"""

import argparse

from assistant import evidence
from assistant.ask import Assistant
from assistant.evaluate import evaluate, read_questions, summary, table
from benchmarks.sample_store import QUESTIONS, sample_store

SCORES = (0.0, 0.20, 0.24, 0.28, 0.35)
FITS = (0.0, 0.20, 0.30, 0.40, 0.50)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__)
    parser.add_argument("--curve", action="store_true", help="try other thresholds")
    curve = parser.parse_args().curve
    with sample_store() as store:
        assistant = Assistant(store)
        for name in ("development", "test"):
            scored = evaluate(assistant, read_questions(QUESTIONS / f"{name}.jsonl"))
            times = sorted(sum(one.answer.timings_ms.values()) for one in scored)
            print(f"{name} questions\n{table(summary(scored))}")
            print(f"median {times[len(times) // 2]:.0f} ms, 95th percentile {times[len(times) * 95 // 100]:.0f} ms\n")
        if curve:
            show_curve(assistant)


def show_curve(assistant: Assistant) -> None:
    """Print the shares answered rightly and refused wrongly for each pair of thresholds."""
    rows = read_questions(QUESTIONS / "development.jsonl")
    print("least score  least fit  right  unanswerable refused  others refused")
    chosen_score, chosen_fit = evidence.LEAST_SCORE, evidence.LEAST_FIT
    for score, fit in [*((score, chosen_fit) for score in SCORES), *((chosen_score, fit) for fit in FITS)]:
        evidence.LEAST_SCORE, evidence.LEAST_FIT = score, fit
        scored = evaluate(assistant, rows)
        refused = {one.row["id"] for one in scored if one.answer.status == "not_found"}
        hopeless = {row["id"] for row in rows if not row["gold"]}
        right = sum(one.verdict.right for one in scored) / len(scored)
        said_so = len(refused & hopeless) / len(hopeless)
        wrongly = len(refused - hopeless) / (len(rows) - len(hopeless))
        print(f"{score:11.2f}  {fit:9.2f}  {right:.3f}  {said_so:20.3f}  {wrongly:14.3f}")


if __name__ == "__main__":
    main()
