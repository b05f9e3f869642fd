"""Trains the embedded model: `python -m vectorstore.training --news F --laws F --english F --output F`."""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")

import numpy as np
import torch
from datasets import Dataset, DatasetDict, concatenate_datasets
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer

from vectorstore.thesaurus import FOLDER, Topic, read_topics
from vectorstore.training import pairs, sources
from vectorstore.training.tokenizer import train_tokenizer

SEED = 20_260
DIMENSIONS = 256
EVERYDAY_WORDINGS, ENGLISH_WORDINGS = 12, 4  # of each topic
BATCH = 2_048  # in-batch negatives: 2,047 for each pair, both ways
LEARNING_RATE = 0.02  # falling to 0; high, because a rare token is met only a few times
SHARES = {"news": 0.35, "laws": 0.3, "english": 0.35}  # of the steps
TOPIC_SHARE = 0.1  # of the laws' pairs; with 0.15 and all wordings fewer development questions were answered rightly


def main() -> None:
    options = parse_options()
    torch.manual_seed(SEED)
    news = list(sources.read_news(options.news))
    laws = list(sources.read_laws(options.laws))
    english = list(sources.read_english(options.english))
    topics = [_first_wordings(topic) for topic in read_topics(options.topics) if not topic.is_held_out]
    print(
        f"{len(news)} news, {len(laws)} articles of law, {len(english)} translations, {len(topics)} topics", flush=True
    )

    tokenizer = train_tokenizer(every_text(news, laws, english, topics))
    print(f"{tokenizer.get_vocab_size()} tokens", flush=True)
    model = new_model(tokenizer, every_text(news[::5], laws[::5], english[::5], topics))
    cache = options.checkpoints / "pairs"
    rows = {name: round(options.steps * share) * BATCH for name, share in SHARES.items()}
    ours = round(rows["laws"] * TOPIC_SHARE) if topics else 0
    dataset = DatasetDict(
        news=build(pairs.news_pairs, news, rows["news"], cache),
        laws=concatenate_datasets(
            [
                build(pairs.law_pairs, laws, rows["laws"] - ours, cache),
                build(pairs.topic_pairs, topics, ours, cache),
            ]
        ).shuffle(seed=SEED),
        english=build(pairs.english_pairs, english, rows["english"], cache),
    )
    train(model, dataset, options)
    save(model, options.output)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m vectorstore.training", description=__doc__)
    parser.add_argument("--news", type=Path, required=True, help="a copy of IAAR-Shanghai/CRUD_RAG")
    parser.add_argument("--laws", type=Path, required=True, help="a copy of LawRefBook/Laws")
    parser.add_argument("--english", type=Path, required=True, help="a copy of KyleBing/english-vocabulary")
    parser.add_argument("--topics", type=Path, default=FOLDER, help="our own topics (default: %(default)s)")
    parser.add_argument("--output", type=Path, required=True, help="folder for the finished model")
    parser.add_argument(
        "--checkpoints", type=Path, required=True, help="folder for checkpoints; an interrupted run goes on from them"
    )
    parser.add_argument("--steps", type=int, default=3_000)
    return parser.parse_args()


def _first_wordings(topic: Topic) -> Topic:
    """The topic with the wordings that the shipped model was trained on; those added later serve the thesaurus alone."""
    return replace(topic, everyday=topic.everyday[:EVERYDAY_WORDINGS], english=topic.english[:ENGLISH_WORDINGS])


def every_text(
    news: list[list[str]], laws: list[str], english: list[tuple[str, str]], topics: list[Topic]
) -> Iterator[str]:
    """All texts once; our own topics count ten times, since they are closest to what the model is for."""
    return chain(
        chain.from_iterable(news),
        laws,
        chain.from_iterable(english),
        chain.from_iterable(topic.everyday + topic.english + topic.official for topic in topics * 10),
    )


def new_model(tokenizer: Tokenizer, texts: Iterator[str]) -> SentenceTransformer:
    """An untrained model: noise scaled by inverse document frequency, so that a frequent token starts small."""
    frequency: Counter[int] = Counter()
    documents = 0
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        frequency.update(set(encoding.ids))
        documents += 1
    counts = np.array([frequency[token] + 1 for token in range(tokenizer.get_vocab_size())])
    scale = np.log(documents / counts) / np.log(documents)
    noise = np.random.default_rng(SEED).standard_normal((len(counts), DIMENSIONS))
    weights = (noise * scale.clip(0.02)[:, None]).astype(np.float32)
    return SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights), Normalize()], device="cpu"
    )


def build(make_pairs: Callable[..., Iterator[pairs.Pair]], source: Sequence[Any], count: int, cache: Path) -> Dataset:
    """The pairs as a table on disk; the same source, count and seed give the same pairs."""
    return Dataset.from_generator(partial(make_pairs, source, count=count, seed=SEED), cache_dir=str(cache))


def train(model: SentenceTransformer, dataset: DatasetDict, options: argparse.Namespace) -> None:
    arguments = SentenceTransformerTrainingArguments(
        output_dir=str(options.checkpoints),
        num_train_epochs=1,
        per_device_train_batch_size=BATCH,
        learning_rate=LEARNING_RATE,
        lr_scheduler_type="linear",
        max_grad_norm=0.0,
        seed=SEED,
        use_cpu=True,
        save_steps=500,
        save_total_limit=1,
        logging_steps=50,
        disable_tqdm=True,
        report_to="none",
    )
    loss = MultipleNegativesRankingLoss(
        model, directions=("query_to_doc", "doc_to_query"), partition_mode="per_direction"
    )
    trainer = SentenceTransformerTrainer(model=model, args=arguments, train_dataset=dataset, loss=loss)
    checkpoints = list(options.checkpoints.glob("checkpoint-*"))
    trainer.train(resume_from_checkpoint=bool(checkpoints))


def save(model: SentenceTransformer, folder: Path) -> None:
    """The finished model as an ordinary sentence-transformers folder, in half precision."""
    model.half().save(str(folder), create_model_card=False)
    for path in folder.rglob("*.safetensors"):
        path.chmod(0o644)  # safetensors writes them for their owner alone
    print(f"saved {folder}: {sum(f.stat().st_size for f in folder.rglob('*') if f.is_file()) / 1e6:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
