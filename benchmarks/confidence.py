"""How the signals of an answer are weighed, and what each least confidence would refuse.

`python -m benchmarks.confidence` prints, for the development questions that choose it and the test questions that do not, how
many questions would be answered rightly, answered wrongly and refused at each least confidence; `--fit` fits the weights of
assistant/weighing/confidence.json (with `--reader eduplan-reader` confidence_read.json) to the development questions and writes them with their scores; `--draw FILE` draws the curve.
"""

import argparse
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from assistant.evaluation.evaluate import read_questions
from assistant.fitted import Weights
from assistant.intents import Listing, Lookup
from assistant.question import Question, Scope
from assistant.understanding.understand import understand
from assistant.weighing import confidence
from assistant.weighing.gather import query_of
from assistant.weighing.reading import with_readings
from assistant.weighing.support import weigh
from benchmarks.fits import write_weights
from benchmarks.sample_store import QUESTIONS, sample_store
from vectorstore.reader import NO_READER, SHIPPED
from vectorstore.search import Search
from vectorstore.store import Store

LEAST = (0.08, 0.12, 0.16, 0.2, 0.3, 0.5, 0.7)
ITEMS = 3  # of each part that are learned from: the one that would lead the answer, and those after it
BELOW_FIRST = 0.3  # weight of an item that would not lead
PENALTY = 10.0  # inverse strength of the L2 penalty
FOLDS = 5
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """An item that might answer a question: the question's number, whether it has an answer, and whether this is it."""

    question: int
    kind: str
    has_answer: bool
    is_first: bool
    is_gold: bool
    is_read: bool
    signals: dict[str, float]

    @property
    def confidence(self) -> float:
        """How surely the item answers."""
        return confidence.weigh(confidence.Signals(**self.signals), is_read=self.is_read)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__)
    parser.add_argument("--fit", action="store_true", help="fit the weights anew, use and write them")
    parser.add_argument(
        "--reader", default=NO_READER, help="what reads the items: a name, a folder, none (default: %(default)s)"
    )
    parser.add_argument("--draw", type=Path, help="draw the curve into this file: .svg or .png")
    options = parser.parse_args()
    is_read = options.reader != NO_READER
    with sample_store() as store:
        cases = {name: read_cases(store, name, options.reader) for name in ("development", "test")}
    if options.fit:
        log_loss = fit([case for case in cases["development"] if case.is_read == is_read], is_read=is_read)
        keep(cases, log_loss, is_read=is_read)
    curves = {name: show(name, rows) for name, rows in cases.items()}
    if options.draw:
        draw(curves, options.draw)


def read_cases(store: Store, name: str, reader: str = NO_READER) -> list[Case]:
    """The best items for each question that has to be searched for; what is named or listed needs no judgement."""
    search = Search(store, reader=reader)
    cases = []
    for number, row in enumerate(read_questions(QUESTIONS / f"{name}.jsonl")):
        gold = {(g["plan"], g["item"]) for g in row["gold"]}
        scope = Scope((row["plan"],) if row["plan"] else ())
        understood = understand(Question(row["question"], tuple(row["history"]), scope), store.plans)
        for intent in understood.intents:
            ask = intent.ask
            if isinstance(intent, Lookup | Listing) or ask.required:
                continue
            query = query_of(ask, search)
            found = (weigh(ask, query, hit) for hit in search.search(query, plans=ask.plans))
            supports = with_readings(ask, query, sorted(found, key=lambda s: -s.score), search)
            for place, support in enumerate(supports[:ITEMS]):
                hit = support.hit
                is_gold = (hit.plan.identity.source, hit.item.ref) in gold
                signals = asdict(confidence.read_signals(ask, query, support, search))
                cases.append(
                    Case(number, row["kind"], bool(gold), place == 0, is_gold, support.read is not None, signals)
                )
    return cases


def fit(cases: Sequence[Case], *, is_read: bool) -> float:
    """Fit the weights and use them; the log loss of questions that a fit did not see."""
    names = list(cases[0].signals)
    rows, labels = _table(cases, names), np.array([case.is_gold for case in cases])
    counted = np.array([1.0 if case.is_first else BELOW_FIRST for case in cases])
    model = LogisticRegression(C=PENALTY, max_iter=5_000)
    folds = GroupKFold(FOLDS).split(rows, labels, [case.question for case in cases])
    unseen = cross_val_predict(model, rows, labels, cv=folds, method="predict_proba", params={"sample_weight": counted})
    told = np.where(labels, unseen[:, 1], unseen[:, 0]).clip(1e-6)
    model.fit(rows, labels, sample_weight=counted)
    weights = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)}
    confidence.WEIGHTS[is_read] = Weights(round(float(model.intercept_[0]), 2), weights)
    return float(-np.average(np.log(told), weights=counted))


def keep(cases: dict[str, list[Case]], log_loss: float, *, is_read: bool) -> None:
    """Write the weights that are in use, with what they were fitted to and how well they do."""
    least = confidence.LEAST_READ if is_read else confidence.LEAST_CONFIDENCE
    write_weights(
        confidence.FILES[is_read],
        confidence.WEIGHTS[is_read],
        fitted_by=f"python -m benchmarks.confidence --fit{f' --reader {SHIPPED}' if is_read else ''}",
        data=f"{len(cases['development'])} items found for benchmarks/questions/development.jsonl",
        scores={
            "log_loss_of_unseen_questions": round(log_loss, 3),
            "at": least,
            **{name: rates(rows, least) for name, rows in cases.items()},
        },
    )


def show(name: str, cases: Sequence[Case]) -> list[tuple[float, float]]:
    """Print what each least confidence does; the curve as pairs of wrongly refused and rightly refused questions."""
    known, answer, _ = _first(cases)
    print(f"{name}: {answer.sum()} to be answered, {(~answer).sum()} to be refused")
    print("least  answered: first item right, wrong  refused wrongly  refused rightly")
    for least in LEAST:
        at = rates(cases, least)
        print(
            f"{least:5.2f}  {at['right']:26.3f}  {at['wrong']:5.3f}  {at['refused_wrongly']:15.3f}  {at['refused_rightly']:15.3f}"
        )
    print()
    return [((known < t)[answer].mean(), (known < t)[~answer].mean()) for t in np.linspace(0, 1, 201)]


def rates(cases: Sequence[Case], least: float) -> dict[str, float]:
    """Of questions with an answer, what is answered rightly, wrongly and refused; of the others, what is refused."""
    known, answer, gold = _first(cases)
    kept = known >= least
    shares = {
        "right": (kept & gold)[answer].mean(),
        "wrong": (kept & ~gold)[answer].mean(),
        "refused_wrongly": (~kept)[answer].mean(),
        "refused_rightly": (~kept)[~answer].mean(),
    }
    return {name: round(float(share), 3) for name, share in shares.items()}


def _first(cases: Sequence[Case]) -> tuple[Array, npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Of the items that would lead: how surely each answers, whether its question has an answer, and whether it is gold."""
    first = [case for case in cases if case.is_first]
    known = np.array([case.confidence for case in first])
    return known, np.array([case.has_answer for case in first]), np.array([case.is_gold for case in first])


def draw(curves: dict[str, list[tuple[float, float]]], path: Path) -> None:
    """Draw the curves: what is refused wrongly against what is refused rightly."""
    from matplotlib import pyplot

    pyplot.rcParams["svg.hashsalt"] = "eduplan"  # the same drawing from the same figures
    figure, axes = pyplot.subplots(figsize=(6, 4.5))
    for name, curve in curves.items():
        axes.plot(*zip(*curve, strict=True), label=f"{name} questions")
    axes.set(xlabel="refused wrongly: the plans hold an answer", ylabel="refused rightly: they hold none")
    axes.set(xlim=(0, 0.5), ylim=(0, 1))
    axes.grid(visible=True, alpha=0.3)
    axes.legend()
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)


def _table(cases: Sequence[Case], names: Sequence[str]) -> Array:
    return np.array([[case.signals[name] for name in names] for case in cases])


if __name__ == "__main__":
    main()
