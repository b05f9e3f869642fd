"""What the plans tab and the search tab are answered, without a browser."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.ask import Assistant
from assistant.browsing.catalogue import Catalogue
from assistant.web.plans.plan_list import COLUMNS, matching, sorted_plans
from assistant.web.plans.plan_routes import plan_routes
from assistant.web.search.search_routes import search_routes
from assistant.web.take_away import as_file
from assistant.web.words import LANGUAGES
from tests.conftest import SMALL_CORPUS
from tests.vectorstore.checks import add
from vectorstore.originals import FOLDER
from vectorstore.store import Store
from vectorstore.update import remove_plan

UNDATED = "一、党建\n1.抓学习。𠮷祥学校校车每月检查一次。\n2.抓作风。每季一次。\n"


@pytest.fixture
def filled(store: Store, write: Callable[[str, str], Path]) -> Store:
    add(store, *(write(name, text) for name, text in SMALL_CORPUS.items()), write("undated.txt", UNDATED))
    return store


@pytest.fixture
def client(filled: Store) -> Iterator[TestClient]:
    app, catalogue, assistant = FastAPI(), Catalogue(filled), Assistant(filled)
    app.include_router(search_routes(assistant, catalogue))
    app.include_router(plan_routes(assistant, catalogue))
    with TestClient(app) as client:
        yield client


def id_of(store: Store, source: str) -> str:
    return next(plan.id for plan in store.plans if plan.identity.source == source)


@pytest.mark.parametrize("column", COLUMNS)
def test_plans_that_do_not_say_it_stand_last_either_way(filled: Store, column: str) -> None:
    value = COLUMNS[column][1]
    for is_turned in (False, True):
        said = [value(plan) is not None for plan in sorted_plans(filled.plans, column, is_turned=is_turned)]
        assert len(said) == 3
        assert said == sorted(said, reverse=True)


def test_filter_looks_at_every_column_in_either_script(filled: Store) -> None:
    assert [plan.identity.source for plan in matching(filled.plans, "柏屿 2022")] == ["baiyu.txt"]
    assert [plan.identity.source for plan in matching(filled.plans, "澄教〔2023〕")] == ["chengyuan.txt"]
    assert len(matching(filled.plans, " ")) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_said_in_every_language(client: TestClient, filled: Store, language: str) -> None:
    left, right = id_of(filled, "undated.txt"), id_of(filled, "baiyu.txt")
    plans = ("/plans?", "/plans?holds=nothing", f"/plans/{left}?", f"/plans/{left}/beside/{right}?", "/plans/gone?")
    found = (
        "/find/ready?",
        "/find?q=校车",
        "/find?q=nothing",
        "/find?q=？",
        "/find/near?q=放学没人接",
        "/find?q=一&plan=gone",
    )
    for path in (*plans, *found):
        answer = client.get(f"{path}&language={language}")
        assert answer.status_code == 200, path


def test_strange_parameters_are_taken_for_none(client: TestClient) -> None:
    for query in (
        "q=校车&show=-1",
        "q=校车&show=x&sort=x&language=x",
        "q=校车&year=x",
        "q=校车&show=99999999999999999999",
    ):
        assert "含有这些词" in client.get(f"/find?{query}").json()["summary"]
    assert client.get("/find/export.exe?q=校车").status_code == 404
    assert client.get("/find/export.csv?q=").status_code == 400
    assert client.get("/plans?sort=x&holds=校").status_code == 200


def test_places_are_counted_as_browsers_count_them(client: TestClient, filled: Store) -> None:
    ((block, start, end),) = client.get(f"/plans/{id_of(filled, 'undated.txt')}/find?words=校车").json()
    assert block == 1
    text = "1.抓学习。𠮷祥学校校车每月检查一次。".encode("utf-16-le")
    assert text[2 * start : 2 * end].decode("utf-16-le") == "校车"


def test_plan_without_its_original_says_how_it_comes_to_be_kept(client: TestClient, filled: Store) -> None:
    path = f"/plans/{id_of(filled, 'baiyu.txt')}"
    assert "下载原件" in client.get(path).json()["html"]
    assert client.get(f"{path}/original").content == SMALL_CORPUS["baiyu.txt"].encode()
    shutil.rmtree(filled.folder / FOLDER)
    assert "库里没有保存原件" in client.get(path).json()["html"]
    assert client.get(f"{path}/original").status_code == 404


def test_original_that_is_a_link_out_of_the_store_is_not_handed_out(
    client: TestClient, filled: Store, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    plan = next(plan for plan in filled.plans if plan.identity.source == "baiyu.txt")
    kept = filled.folder / FOLDER / plan.content_hash
    kept.unlink()
    kept.symlink_to(secret)
    assert client.get(f"/plans/{plan.id}/original").status_code == 404


def test_plan_that_was_removed_is_gone_at_once(client: TestClient, filled: Store) -> None:
    plan = next(plan for plan in filled.plans if plan.identity.source == "baiyu.txt")
    assert client.get(f"/plans/{plan.id}").json()["title"]
    remove_plan(filled, plan)
    answer = client.get(f"/plans/{plan.id}").json()
    assert answer["title"] == ""
    assert "澄原县教育局2023年工作要点" in answer["html"]
    assert client.get(f"/plans/{plan.id}/original").status_code == 404
    assert client.get("/find?q=飯堂").json()["count"] == 0


@pytest.mark.parametrize("name", ["a\r\nSet-Cookie: x=1.txt", '"; filename=x.html', "../../x", "要点\u202e.txt"])
def test_name_of_a_file_cannot_break_out_of_its_header(name: str) -> None:
    header = as_file(name)["Content-Disposition"]
    assert header.isascii()
    assert not set(header.removeprefix("attachment; filename*=UTF-8''")) & set('\r\n";/ ')
    assert "%E2%80%AE" not in header
