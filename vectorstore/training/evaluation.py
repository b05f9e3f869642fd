"""What a training run prints of itself as it goes: retrieval over texts of our own that it does not learn from."""

from collections.abc import Sequence
from typing import Any

from sentence_transformers.sentence_transformer.evaluation import InformationRetrievalEvaluator, SequentialEvaluator
from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

from vectorstore.topics import Topic
from vectorstore.training import pairs
from vectorstore.training.translations import Text

SEED = 7


def development_sets(
    topics: Sequence[Topic], news: Sequence[list[str]], texts: Sequence[Text], entries: Sequence[tuple[str, str]]
) -> SequentialEvaluator:
    """Recall over: the held-out topics among all, in everyday speech and English; news; translated sentences; words."""
    official = {f"{number} {i}": text for number, topic in enumerate(topics) for i, text in enumerate(topic.official)}
    held = [(number, topic) for number, topic in enumerate(topics) if topic.is_held_out]
    asked = {
        "everyday": [(text, _keys(number, topic)) for number, topic in held for text in topic.everyday],
        "english": [(text, _keys(number, topic)) for number, topic in held for text in topic.english],
    }
    sets = [_retrieval(name, asked[name], official) for name in asked]
    made = {
        "news": list(pairs.news_pairs(news, count=2_000, seed=SEED)),
        "translation": [{"anchor": s.english[0], "positive": s.chinese[0]} for text in texts for s in text[:1]],
        "words": [{"anchor": english, "positive": chinese} for english, chinese in entries],
    }
    sets += [
        _retrieval(
            name,
            [(row["anchor"], [str(i)]) for i, row in enumerate(rows)],
            {str(i): row["positive"] for i, row in enumerate(rows)},
        )
        for name, rows in made.items()
    ]
    return SequentialEvaluator(sets, main_score_function=lambda scores: sum(scores) / len(scores))


class PrintScores(TrainerCallback):
    """Prints recall at 1 and 5 of every development set, after every evaluation."""

    def on_evaluate(  # noqa: D102
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **given: Any
    ) -> None:
        metrics: dict[str, float] = given["metrics"]
        names = [key.removeprefix("eval_").removesuffix("_cosine_accuracy@1") for key in metrics if key.endswith("@1")]
        names = [name for name in names if f"eval_{name}_cosine_accuracy@5" in metrics]
        scores = (
            f"{name} {metrics[f'eval_{name}_cosine_accuracy@1']:.3f}/{metrics[f'eval_{name}_cosine_accuracy@5']:.3f}"
            for name in names
        )
        print(f"step {state.global_step}: recall at 1/5: {', '.join(scores)}", flush=True)


def _keys(number: int, topic: Topic) -> list[str]:
    return [f"{number} {i}" for i in range(len(topic.official))]


def _retrieval(
    name: str, asked: Sequence[tuple[str, list[str]]], corpus: dict[str, Any]
) -> InformationRetrievalEvaluator:
    queries: dict[str, Any] = {str(i): text for i, (text, _) in enumerate(asked)}
    relevant = {str(i): set(keys) for i, (_, keys) in enumerate(asked)}
    return InformationRetrievalEvaluator(
        queries, corpus, relevant, name=name, accuracy_at_k=[1, 5], ndcg_at_k=[5], mrr_at_k=[5], map_at_k=[5],
        precision_recall_at_k=[5], write_csv=False, batch_size=512,
    )  # fmt: skip
