"""Trains the embedded model from public sources in a folder and from our own topics."""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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
from sentence_transformers.base.sampler import DefaultBatchSampler
from sentence_transformers.sentence_transformer.evaluation import SequentialEvaluator
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer
from torch.utils.data import SequentialSampler

from ingest.errors import UserError
from vectorstore.thesaurus import read_thesaurus
from vectorstore.topics import FOLDER, Topic, read_topics
from vectorstore.training import lexicon, pairs, sources, translations
from vectorstore.training.evaluation import PrintScores, development_sets
from vectorstore.training.overlap import Reserved
from vectorstore.training.tokenizer import train_tokenizer

SEED = 20_260
# 512 dimensions for 28,672 tokens fill the size that we ship; 256 for 49,152 found less in 600 steps, on every set kept
# out: news 0.789 against 0.826, held-out topics' everyday wordings 0.200 against 0.277 (recall at 5).
DIMENSIONS, VOCABULARY = 512, 28_672
BATCH = 2_048  # in-batch negatives: 2,047 for each pair, both ways
LEARNING_RATE = 0.02  # falling to 0; high, because a rare token is met only a few times
SHARES = {"news": 0.32, "own": 0.28, "translations": 0.21, "lexicon": 0.08, "glosses": 0.11}  # of the steps
OWN_SHARES = {"laws": 0.5, "topics": 0.4, "terms": 0.1}  # laws among our own pairs keep those of one topic apart
DEVELOPMENT = 50  # one in so many articles, sentences and words is kept out, to measure


def main() -> None:
    options = parse_options()
    torch.manual_seed(SEED)
    try:
        news, laws, texts, entries = read_sources(options)
    except UserError as error:
        raise SystemExit(str(error)) from error
    topics = read_topics(options.topics)
    learned = [topic for topic in topics if not topic.is_held_out]
    held_out = development_sets(topics, news[::DEVELOPMENT], texts[::DEVELOPMENT], entries[::DEVELOPMENT])
    news, texts, entries = (_without_every(rows, DEVELOPMENT) for rows in (news, texts, entries))

    tokenizer = train_tokenizer(every_text(news, laws, texts, entries, learned), vocabulary_size=options.vocabulary)
    print(f"{tokenizer.get_vocab_size()} tokens", flush=True)
    few = every_text(news[::5], laws[::5], texts[::5], entries[::5], learned)
    model = new_model(tokenizer, few, dimensions=options.dimensions)
    rows = {name: round(options.steps * share) * BATCH for name, share in SHARES.items()}
    ours = {name: round(rows["own"] * share) for name, share in OWN_SHARES.items()}
    build = partial(build_pairs, options.checkpoints / "pairs")
    dataset = DatasetDict(
        news=build(pairs.news_pairs, news, count=rows["news"]),
        own=concatenate_datasets(
            [
                build(pairs.law_pairs, laws, count=ours["laws"]),
                build(pairs.topic_pairs, learned, count=ours["topics"]),
                build(pairs.term_pairs, read_thesaurus(), count=ours["terms"]),
            ]
        ).shuffle(seed=SEED),
        translations=build(pairs.translation_pairs, texts, count=rows["translations"]),
        lexicon=build(pairs.lexicon_pairs, entries, count=rows["lexicon"]),
        glosses=build(partial(pairs.gloss_pairs, glosses=lexicon.glosses(entries)), news, count=rows["glosses"]),
    )
    train(model, dataset, held_out, options)
    save(model, options.output)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m vectorstore.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="The sources, each a copy of a public repository in the --sources folder:\n"
        + "\n".join(f"  {s.repository:40} {s.what} ({s.licence})" for s in sources.SOURCES),
    )
    parser.add_argument("--sources", type=Path, required=True, help="folder that holds the copies; nothing is fetched")
    parser.add_argument("--topics", type=Path, default=FOLDER, help="our own topics (default: %(default)s)")
    parser.add_argument("--output", type=Path, required=True, help="folder for the finished model")
    parser.add_argument(
        "--checkpoints", type=Path, required=True, help="folder for checkpoints; an interrupted run goes on from them"
    )
    parser.add_argument(
        "--reserved", type=Path, nargs="*", default=[], help="SQuAD files to measure with; what repeats them is dropped"
    )
    parser.add_argument("--steps", type=int, default=3_200, help=f"batches of {BATCH} pairs (default: %(default)s)")
    parser.add_argument("--dimensions", type=int, default=DIMENSIONS)
    parser.add_argument("--vocabulary", type=int, default=VOCABULARY)
    return parser.parse_args()


def read_sources(
    options: argparse.Namespace,
) -> tuple[list[list[str]], list[str], list[translations.Text], list[lexicon.Entry]]:
    """News, laws, translated texts and words, less what repeats a reserved text. Raises UserError where one is missing."""
    news, laws = list(sources.read_news(options.sources)), list(sources.read_laws(options.sources))
    texts, entries = translations.read_texts(options.sources), lexicon.read_lexicon(options.sources)
    reserved = Reserved(options.reserved)
    kept = [article for article in news if not reserved.holds(*article)]
    clean = [[s for s in text if not reserved.holds(*s.english, *s.chinese)] for text in texts]
    clean = [text for text in clean if text]
    print(
        f"{len(news)} news, {len(laws)} articles of law, {sum(map(len, texts))} translated sentences, "
        f"{len(entries)} words; left out as reserved: {len(news) - len(kept)} news, "
        f"{sum(map(len, texts)) - sum(map(len, clean))} sentences",
        flush=True,
    )
    return kept, laws, clean, entries


def _without_every(rows: list[Any], step: int) -> list[Any]:
    return [row for number, row in enumerate(rows) if number % step]


def every_text(
    news: list[list[str]],
    laws: list[str],
    texts: list[translations.Text],
    entries: list[lexicon.Entry],
    topics: list[Topic],
) -> Iterator[str]:
    """All texts once; our own topics count ten times, since they are closest to what the model is for."""
    return chain(
        chain.from_iterable(news),
        laws,
        (wording for text in texts for sentence in text for wording in (*sentence.english[:3], *sentence.chinese[:3])),
        chain.from_iterable(entries),
        chain.from_iterable(topic.everyday + topic.english + topic.official + topic.words for topic in topics * 10),
    )


def new_model(tokenizer: Tokenizer, texts: Iterator[str], *, dimensions: int) -> SentenceTransformer:
    """An untrained model: noise scaled by inverse document frequency, so that a frequent token starts small."""
    frequency: Counter[int] = Counter()
    documents = 0
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        frequency.update(set(encoding.ids))
        documents += 1
    counts = np.array([frequency[token] + 1 for token in range(tokenizer.get_vocab_size())])
    scale = np.log(documents / counts) / np.log(documents)
    noise = np.random.default_rng(SEED).standard_normal((len(counts), dimensions))
    weights = (noise * scale.clip(0.02)[:, None]).astype(np.float32)
    return SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights), Normalize()], device="cpu"
    )


def build_pairs(
    cache: Path, make_pairs: Callable[..., Iterator[pairs.Pair]], source: Sequence[Any], *, count: int
) -> Dataset:
    """The pairs as a table on disk; the same source, count and seed give the same pairs."""
    return Dataset.from_generator(partial(make_pairs, source, count=count, seed=SEED), cache_dir=str(cache))


def in_order(dataset: Dataset, **options: Any) -> DefaultBatchSampler:
    """Batches cut in the order in which the pairs were made, so that those of one article stay together."""
    return DefaultBatchSampler(SequentialSampler(dataset), **options)


def train(
    model: SentenceTransformer, dataset: DatasetDict, held_out: SequentialEvaluator, options: argparse.Namespace
) -> None:
    arguments = SentenceTransformerTrainingArguments(
        output_dir=str(options.checkpoints),
        num_train_epochs=1,
        per_device_train_batch_size=BATCH,
        learning_rate=LEARNING_RATE,
        lr_scheduler_type="linear",
        max_grad_norm=0.0,
        seed=SEED,
        use_cpu=True,
        batch_sampler=in_order,
        save_steps=500,
        save_total_limit=1,
        eval_strategy="steps",
        eval_steps=500,
        logging_steps=50,
        disable_tqdm=True,
        report_to="none",
    )
    loss = MultipleNegativesRankingLoss(
        model, directions=("query_to_doc", "doc_to_query"), partition_mode="per_direction"
    )
    trainer = SentenceTransformerTrainer(
        model=model, args=arguments, train_dataset=dataset, loss=loss, evaluator=held_out, callbacks=[PrintScores()]
    )
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
