"""Whether adding costs the same however many plans there are: seconds a batch of 240 plans, beside Chroma alone.

`python -m benchmarks.adding [--plans 960] [--url http://127.0.0.1:8000 | --server]`; `--server` starts a Chroma server
of the environment for the time. The plans are made up by a grammar, so that no two are alike. Chroma alone takes the
same passages with vectors ready made, a batch at a time as the store does; what it costs is the floor. Processor
seconds stand beside the clock's, since a machine that does other things too makes the clock lie.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.load import load_plan
from vectorstore.batch import BATCH_PASSAGES
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.stored_plan import WholePlan
from vectorstore.update import Change, add_files
from vectorstore.vector_index import Passages, VectorIndex
from vectorstore.write import embed

BATCH = 240  # plans
MOST_GROWTH = 1.3  # of the last batch over the first
SERVER_PORT = 8123
ITEMS = 10

PLACES = [
    "望",
    "汀",
    "栖",
    "川",
    "青",
    "岚",
    "集",
    "山",
    "澄",
    "原",
    "柏",
    "屿",
    "芷",
    "浦",
    "柳",
    "湾",
    "云",
    "溪",
    "松",
    "源",
    "竹",
    "海",
    "银",
    "杏",
    "石",
    "桥",
    "梅",
    "岭",
    "秋",
    "浦",
]
KINDS = ["区", "县", "市"]
TOPICS = [
    "课后服务",
    "校园安全",
    "食堂管理",
    "教师培训",
    "学前教育",
    "义务教育",
    "特殊教育",
    "职业教育",
    "招生入学",
    "校车管理",
    "心理健康",
    "体育锻炼",
    "劳动教育",
    "书香校园",
    "控辍保学",
    "经费保障",
    "信息化建设",
    "师德师风",
    "减负增效",
    "家校共育",
]
VERBS = ["加强", "推进", "规范", "落实", "完善", "健全", "深化", "开展", "组织", "严格", "优化", "扩大", "巩固", "督促"]
ACTORS = [
    "各学校",
    "教育局",
    "各镇中心校",
    "幼儿园",
    "校长",
    "班主任",
    "督学",
    "教研室",
    "财务科",
    "安全科",
    "基础教育科",
    "县政府",
]
OBJECTS = [
    "方案",
    "台账",
    "制度",
    "培训",
    "检查",
    "评估",
    "名单",
    "经费",
    "设施",
    "课程",
    "预案",
    "档案",
    "食谱",
    "车辆",
    "宿舍",
    "操场",
    "图书室",
    "实验室",
    "监控",
    "平台",
    "家长会",
    "教研活动",
    "公开课",
    "招聘",
    "考核",
]
WHEN = ["三月底前", "四月上旬", "六月底前", "暑假期间", "九月一日前", "每学期", "每月", "每周", "年内", "开学第一周"]
UNITS = ["所", "名", "万元", "次", "个", "台", "小时", "人次"]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds that a batch took, by the clock and of the processor."""

    clock: float
    processor: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=4 * BATCH, help="how many plans are added")
    parser.add_argument("--url", help="a Chroma server that runs")
    parser.add_argument("--server", action="store_true", help="start a Chroma server for the time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = write_plans(Path(folder) / "plans", asked.plans)
        if asked.server:
            with chroma_server(Path(folder) / "server") as url:
                show(Path(folder), files, url)
        else:
            show(Path(folder), files, asked.url)


def show(folder: Path, files: list[Path], url: str | None) -> None:
    """Print what each batch took, and how the last compares with the first."""
    print(f"{'plans':>6}  {'added s':>8} {'cpu s':>7}  {'Chroma alone s':>14} {'cpu s':>7}")
    ours, alone = [], []
    embedder = Embedder()
    store = Store.create(folder / "store", embedder, url=url)
    chroma = VectorIndex.open(folder / "alone", "alone", url=url, create=True)
    whole = [files[start : start + BATCH] for start in range(0, len(files) - len(files) % BATCH, BATCH)]
    for number, batch in enumerate(whole, 1):
        ours.append(add(store, batch))
        alone.append(add_alone(chroma, batch, embedder))
        print(
            f"{number * BATCH:6d}  {ours[-1].clock:8.1f} {ours[-1].processor:7.1f}"
            f"  {alone[-1].clock:14.1f} {alone[-1].processor:7.1f}",
            flush=True,
        )
    print(f"the goal: the last batch takes at most {MOST_GROWTH} times the first")
    for name, taken in (("added", ours), ("Chroma alone", alone)):
        clock, processor = taken[-1].clock / taken[0].clock, taken[-1].processor / taken[0].processor
        print(f"{name}: the last batch took {clock:.2f} times the first by the clock, {processor:.2f} of the processor")
    began = time.perf_counter()
    count = len(Store(store.folder, embedder, url=url).plans)
    print(f"opened {count} plans in {time.perf_counter() - began:.2f} s")


def add(store: Store, files: list[Path]) -> Taken:
    """Add the files as `eduplan add` does."""
    with timed() as taken:
        changes = [outcome.change for outcome in add_files(store, files)]
    assert set(changes) == {Change.ADDED}, set(changes)
    return taken[0]


def add_alone(chroma: VectorIndex, files: list[Path], embedder: Embedder) -> Taken:
    """Store the passages of the files in Chroma, whose vectors are made beforehand."""
    plans = [WholePlan.of(load_plan(file), path=str(file), content_hash="", text="") for file in files]
    passages = embed(plans, embedder)
    with timed() as taken:
        for start in range(0, len(passages.of), BATCH_PASSAGES):
            end = start + BATCH_PASSAGES
            chroma.write(Passages(passages.of[start:end], passages.vectors[start:end]))
    return taken[0]


@contextmanager
def timed() -> Iterator[list[Taken]]:
    """What the block takes, as the one entry of the list when it has ended."""
    taken: list[Taken] = []
    clock, processor = time.perf_counter(), time.process_time()
    yield taken
    taken.append(Taken(time.perf_counter() - clock, time.process_time() - processor))


def write_plans(folder: Path, count: int) -> list[Path]:
    """So many made-up plans of some 3,000 to 6,000 characters, the same ones every time."""
    folder.mkdir(parents=True)
    chance = random.Random(20)
    files = []
    for number in range(count):
        path = folder / f"plan-{number:05d}.txt"
        path.write_text(made_up_plan(chance, number), encoding="utf-8")
        files.append(path)
    return files


def made_up_plan(chance: random.Random, number: int) -> str:
    """A plan of ten items, 澄原县教育局2023年工作要点 and what follows."""
    place = "".join(chance.sample(PLACES, 2)) + chance.choice(KINDS)
    year = 2014 + number % 12
    lines = [f"{place}教育局{year}年工作要点", f"{place[0]}教〔{year}〕{number + 1}号", ""]
    for item, topic in enumerate(chance.sample(TOPICS, ITEMS), 1):
        if item in (1, 6):
            lines.append(f"{'一' if item == 1 else '二'}、{chance.choice(VERBS)}{chance.choice(TOPICS)}")
        sentences = "".join(made_up_sentence(chance) for _ in range(chance.randint(9, 17)))
        lines.append(f"{item}.{chance.choice(VERBS)}{topic}。{sentences}")
    return "\n".join(lines) + "\n"


def made_up_sentence(chance: random.Random) -> str:
    """各学校九月一日前完善食堂管理制度，新增图书室37所，报安全科。"""
    amount = f"{chance.randint(2, 990)}{chance.choice(UNITS)}"
    return (
        f"{chance.choice(ACTORS)}{chance.choice(WHEN)}{chance.choice(VERBS)}{chance.choice(TOPICS)}"
        f"{chance.choice(OBJECTS)}，{chance.choice(VERBS)}{chance.choice(OBJECTS)}{amount}，报{chance.choice(ACTORS)}。"
    )


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """The address of a Chroma server that runs meanwhile."""
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
    command += ["--host", "127.0.0.1", "--port", str(SERVER_PORT)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{SERVER_PORT}"
        wait_for(url)
        yield url
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str) -> None:
    """Return when the server answers. Raises TimeoutError where it does not within a minute."""
    import httpx

    for _ in range(300):
        try:
            httpx.get(f"{url}/api/v2/heartbeat").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(url)


if __name__ == "__main__":
    main()
