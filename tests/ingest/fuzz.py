"""Garbled files: whatever their bytes are, each is read or refused in bounded time, and nothing breaks.

`make fuzz` tries 20,000 of them; tests/ingest/test_fuzz.py a few hundred. `python -m tests.ingest.fuzz COUNT SEED` repeats a run.
"""

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.apart import FileReader
from ingest.errors import UserError
from ingest.limits import Limits
from ingest.load import cut_plan
from ingest.split import split_plans
from tests.ingest.readers.files import LINES, TEXT, archive, ofd_file, page, pdf_file, printed, word_file

LONGEST_SECONDS = 10.0
MOST_MEMORY = 1 << 30  # bytes, that this process takes more; the reader's own is bounded by its limits
LABELS = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "1.",
    "2.",
    "3、",
    "4）",
    "(1)",
    "(2)",
    "①",
    "②",
    "第一章",
    "第二节",
    "第三条",
    "第13条之一",
    "1.1",
    "1.1.1",
    "壹、",
    "甲、",
    "I.",
    "II.",
    "a)",
    "b.",
    "#",
    "##",
    "**",
    "⑴",
    "㈠",
    "１．",
    "十一、",
    "（二十）",
]
WORDS = ["加强", "校车", "管理。", "全区", "2024年", "5：1", "2.69万亿元", "90.12.21", "《职位表（一）》", "一是", "二是", "；", "，", "：", "……", "1", "目录", "附件：", "望汀区教育局", "二〇二四年三月", "\t", "\u3000", "\x00", "\ufeff", "\n", "\n", "\n\n", "|", "---", "<p>", "</div>", "&nbsp;", "﹙", "㍿", "民國113年"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that broke something, or took too long."""

    number: int
    kind: str
    what: str


def run(count: int, seed: int) -> tuple[Counter[str], list[Failure]]:
    """Read and cut so many inputs; how many were read and refused of each kind, and what failed."""
    choose = random.Random(seed)
    outcomes: Counter[str] = Counter()
    failures = []
    before = _peak()
    limits = replace(Limits(), max_seconds=LONGEST_SECONDS)
    with FileReader(limits) as reader:
        for number, (kind, content) in enumerate(inputs(choose, count)):
            start = time.perf_counter()
            try:
                documents, _ = reader.read(content, name=f"{number}.{kind}", source=f"{number}.{kind}")
                for document in documents:
                    for one in split_plans(document):
                        cut_plan(one)
                outcomes[f"{kind} read"] += 1
            except UserError as error:
                outcomes[f"{kind} refused"] += 1
                if "takes too long" in str(error) or "broke off" in str(error):
                    failures.append(Failure(number, kind, str(error)))
            except Exception as error:  # noqa: BLE001 - every other exception is what is looked for
                failures.append(Failure(number, kind, repr(error)))
            if (seconds := time.perf_counter() - start) > LONGEST_SECONDS:
                failures.append(Failure(number, kind, f"{seconds:.1f} s"))
    if (used := _peak() - before) > MOST_MEMORY:
        failures.append(Failure(count, "all", f"{used / 1e6:.0f} MB"))
    return outcomes, failures


def _peak() -> int:
    """The most memory that this process has taken so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def inputs(choose: random.Random, count: int) -> Iterator[tuple[str, bytes]]:
    """Garbled files of each kind in turn, and papers of random labels and words."""
    seeds = {
        "txt": TEXT.encode(),
        "gbk.txt": TEXT.encode("gb18030"),
        "docx": word_file(),
        "pdf": pdf_file([printed(LINES), printed(LINES)]),
        "html": page("".join(f"<p>{line}</p>" for line in LINES) + "<table><tr><td>项目</td><td>数</td></tr></table>"),
        "table.html": page(
            f"<table>{'<tr><th colspan=2>甲</th><td rowspan=2>1</td></tr><tr><td>乙</td></tr>' * 3}</table>"
        ),
        "csv": "学校,班数\n一小,12\n二小,8\n".encode(),
        "ofd": ofd_file([[(20, 20 + 9 * place, line) for place, line in enumerate(LINES)]]),
        "zip": archive({"要点.txt": TEXT.encode(), "意见.docx": word_file()}),
    }
    kinds = [*seeds, "paper", "paper", "paper"]
    for number in range(count):
        kind = kinds[number % len(kinds)]
        yield kind, paper(choose) if kind == "paper" else garble(seeds[kind], choose)


def garble(content: bytes, choose: random.Random) -> bytes:
    """The bytes with some changed, cut off, doubled, moved or put in."""
    garbled = bytearray(content)
    for _ in range(choose.choice((1, 1, 2, 4, 16, 64))):
        at = choose.randrange(len(garbled) + 1)
        length = choose.choice((1, 2, 8, 64, 512))
        match choose.randrange(6):
            case 0:
                garbled[at : at + length] = choose.randbytes(length)
            case 1:
                del garbled[at : at + length]
            case 2:
                garbled[at:at] = garbled[at : at + length] * choose.choice((1, 2, 20))
            case 3:
                garbled[at : at + 1] = bytes([choose.randrange(256)])
            case 4:
                garbled[at:at] = choose.choice(
                    (b"\0", b"\xff\xfe", b"<", b"]]>", b"PK\3\4", b"%%EOF", "（一）".encode())
                )
            case _:
                garbled = garbled[: max(1, at)] if choose.random() < 0.2 else garbled
    return bytes(garbled)


def paper(choose: random.Random) -> bytes:
    """A paper of labels and words in any order."""
    parts = [
        choose.choice(LABELS) if choose.random() < 0.35 else choose.choice(WORDS)
        for _ in range(choose.choice((1, 5, 30, 200)))
    ]
    text = "".join(part + choose.choice(("", "", "\n", "。")) for part in parts)
    return text.encode(choose.choice(("utf-8", "utf-8", "gb18030", "utf-16")), errors="replace")


def main() -> None:
    """Run from the command line; exit code 1 where something failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.ingest.fuzz", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    options = parser.parse_args()
    outcomes, failures = run(options.count, options.seed)
    print(*(f"{count:6d} {what}" for what, count in sorted(outcomes.items())), sep="\n")  # noqa: T201
    print(*failures, f"{len(failures)} failures", sep="\n")  # noqa: T201
    raise SystemExit(bool(failures))


if __name__ == "__main__":
    main()
