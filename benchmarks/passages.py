"""How long a passage may be that one vector stands for: an article found by a mutilated sentence of it.

`python -m benchmarks.passages FOLDER` reads the news among the training's sources in the folder, every fiftieth article, which
the model is not trained on, and prints recall for each length.
"""

import argparse
import random
from pathlib import Path

import numpy as np

from vectorstore.embedder import Embedder
from vectorstore.passages import cut_passages
from vectorstore.training import pairs, sources

LENGTHS = (100, 150, 200, 300, 400, 800)  # characters
LONGEST_ARTICLE = 1_500  # characters
KEPT_OUT = 50  # as in vectorstore/training
DROPPED = 0.6  # of the sentence's words
SEED = 7


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.passages", description=__doc__)
    parser.add_argument("sources", type=Path, help="folder that holds the copies of the training's sources")
    articles = list(sources.read_news(parser.parse_args().sources))[::KEPT_OUT]
    choose = random.Random(SEED)
    asked = []
    for number, sentences in enumerate(articles):
        for place in (choose.randrange(len(sentences)) for _ in range(2)):
            if sum(map(len, sentences[: place + 1])) < LONGEST_ARTICLE:
                asked.append((pairs.drop_words(sentences[place], DROPPED, choose) or sentences[place], number))
    embedder = Embedder()
    questions = embedder.embed_queries([text for text, _ in asked])
    gold = np.array([number for _, number in asked])
    print(f"{len(articles)} articles, {len(asked)} sentences\nlongest  passages  recall at 1 / 5")
    for longest in LENGTHS:
        passages = [cut_passages("".join(one)[:LONGEST_ARTICLE], longest=longest) for one in articles]
        vectors = embedder.embed_passages([passage for one in passages for passage in one])
        starts = np.cumsum([0, *map(len, passages)])[:-1]
        best = np.maximum.reduceat(questions @ vectors.T, starts, axis=1)
        ranks = (best > best[np.arange(len(gold)), gold][:, None]).sum(axis=1)
        print(f"{longest:7d}  {len(vectors):8d}  {(ranks < 1).mean():.3f} / {(ranks < 5).mean():.3f}")


if __name__ == "__main__":
    main()
