"""What the tests share: a clean environment, the shipped model, stores over plans."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.cli import main
from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

PLANS = Path(__file__).parents[1] / "plans"

# Two small plans of invented places that speak of the same things, one in each script.
SMALL_CORPUS = {
    "chengyuan.txt": """\
澄原县教育局2023年工作要点
澄教〔2023〕7号

一、保障安全
（一）加强校车管理。全县校车六十辆全部安装定位装置，驾驶员每学期培训一次。
（二）办好学校食堂。每周公布带量食谱，陪餐校长名单每日公示。

二、提高质量
（三）开展课后服务。每周五天，每天两小时，每学期收费二百四十元。
（四）补充乡村教师。面向大学毕业生招聘特岗教师三十名，八月底前到岗。

澄原县教育局
2023年2月3日
""",
    "baiyu.txt": """\
柏嶼區教育局2022年工作計劃
柏教〔2022〕5號

一、守住安全底線
1.整頓校車秩序。逐輛檢查校車，不合格的停止營運。
2.規範學校飯堂。食材統一招標，學生飯堂每學期評議一次。

二、辦好人民滿意的教育
1.推進課後服務。初中生可以上晚自習，收費標準向社會公開。
2.建設書香校園。每校每年購書一千冊，四月舉辦讀書節。

柏嶼區教育局
2022年3月1日
""",
}

settings.register_profile("eduplan", deadline=None, max_examples=50, derandomize=True, database=None)
settings.load_profile("eduplan")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine that the tests run on reaches them."""
    for name in os.environ:
        if name.startswith("EDUPLAN_"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def no_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """No question of these tests is begun with old indexes that a reindexing of theirs removes, so it need not wait."""
    monkeypatch.setattr("vectorstore.reindex.GRACE_SECONDS", 0)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a file below tmp_path: its name, its text."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has run: its exit code and what it printed."""

    code: int
    out: str
    err: str


Eduplan = Callable[..., Done]


@pytest.fixture
def eduplan(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Eduplan:
    """Runs the command line in this process: `eduplan("list", "--json")`."""

    def run(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["eduplan", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as done:
            main()
        return Done(int(done.value.code or 0), *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The shipped model, loaded once."""
    return Embedder()


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Store:
    """A store over the sample plans, only to be read."""
    return _filled(tmp_path_factory.mktemp("samples") / "store", sorted(PLANS.iterdir()), embedder)


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Store:
    """A store over SMALL_CORPUS, only to be read."""
    folder = tmp_path_factory.mktemp("small")
    files = [folder / "plans" / name for name in SMALL_CORPUS]
    files[0].parent.mkdir()
    for file in files:
        file.write_text(SMALL_CORPUS[file.name], encoding="utf-8")
    return _filled(folder / "store", files, embedder)


@pytest.fixture
def store(tmp_path: Path, embedder: Embedder) -> Store:
    """A new, empty store in tmp_path."""
    return Store.create(tmp_path / "store", embedder)


def _filled(folder: Path, files: list[Path], embedder: Embedder) -> Store:
    store = Store.create(folder, embedder)
    assert {outcome.change for outcome in add_files(store, files)} == {Change.ADDED}
    return store
