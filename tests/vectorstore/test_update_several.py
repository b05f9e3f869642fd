from pathlib import Path

from vectorstore.embedder import Embedder
from vectorstore.store import Store
from vectorstore.update import Change, add_files

FIRST = "望汀区教育局2024年工作要点\n望教〔2024〕3号\n一、守住安全底线\n（一）管好校车。全区校车六十辆全部安装定位装置，驾驶员每学期培训一次，每月检查一回。\n（二）办好食堂。每周公布带量食谱，陪餐校长的名单每日公示，家长每学期评议一次。\n望汀区教育局\n2024年2月1日\n"
SECOND = "栖川市教育局2024年招生办法\n栖教〔2024〕9号\n一、公平入学\n（一）公布划片。各小学的服务范围六月一日公布，家长可以到学校和网上查看，十天之内可以提意见。\n（二）开好报名。七月五日至十五日网上报名，材料当场核对，结果七月底公布。\n栖川市教育局\n2024年5月20日\n"


def test_two_plans_of_one_file_are_two_plans_in_the_store(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store", Embedder())
    file = tmp_path / "两份.txt"
    file.write_text(FIRST + SECOND, encoding="utf-8")
    outcomes = list(add_files(store, [file]))
    assert [outcome.change for outcome in outcomes] == [Change.ADDED, Change.ADDED]
    assert {plan.identity.title for plan in store.plans} == {"望汀区教育局2024年工作要点", "栖川市教育局2024年招生办法"}
    assert {plan.identity.region for plan in store.plans} == {"望汀区", "栖川市"}
    assert [outcome.change for outcome in add_files(store, [file])] == [Change.UNCHANGED, Change.UNCHANGED]


def test_two_plans_of_one_title_are_told_apart(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store", Embedder())
    file = tmp_path / "两份.txt"
    file.write_text(FIRST + FIRST.replace("六十辆", "七十辆"), encoding="utf-8")
    outcomes = [outcome for outcome in add_files(store, [file]) if outcome.plan]
    assert len({outcome.plan.id for outcome in outcomes if outcome.plan}) == len(outcomes) == 2
    assert len(store.plans) == 2
