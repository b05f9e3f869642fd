import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.errors import UserError
from vectorstore.training.sources import (
    LAWS,
    NEWS,
    SOURCES,
    VOCABULARY,
    Source,
    locate,
    read_laws,
    read_news,
    read_vocabulary,
    split_sentences,
)

Write = Callable[[str, str], Path]

SENTENCES = ["青禾镇新建的小学昨天开学。", "全校三百名学生走进了新教室！", "家长问：孩子午饭在哪里吃？"]
NEWS_TEXT = "".join(SENTENCES)
LAW = "各级人民政府应当在每学年开始前公布本辖区学校的招生范围和办理入学的时间，不得向家长收取任何费用。"
OTHER_LAW = "学校应当每学期向全体教职工公开一次经费的来源和用途，接受教职工代表大会和家长委员会的监督。"
LAWS_FILE = """\
# 青禾县义务教育条例

2021年3月1日 县人民代表大会通过，第一条 这一段在正文之前，说的是条例在什么时候由谁通过以及从什么时候开始实行。

<!-- INFO END -->

## 第一章 总则

%s
"""


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.repository)
def test_missing_source_is_refused_with_its_name_and_what_it_holds(tmp_path: Path, source: Source) -> None:
    (tmp_path / source.repository.split("/")[0]).mkdir()
    (tmp_path / source.repository.replace("/", "+")).write_text("a file is no copy", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        locate(tmp_path, source)
    assert str(caught.value).startswith(f"{tmp_path} holds no copy of {source.repository} ({source.what})")


@pytest.mark.parametrize(("reader", "source"), [(read_news, NEWS), (read_laws, LAWS), (read_vocabulary, VOCABULARY)])
def test_reader_refuses_a_folder_without_its_source(
    tmp_path: Path, reader: Callable[[Path], Iterator[object]], source: Source
) -> None:
    with pytest.raises(UserError, match=f"no copy of {source.repository}"):
        next(reader(tmp_path))


@pytest.mark.parametrize("name", ["LawRefBook+Laws", "Laws"])
def test_copy_lies_under_its_name_with_or_without_the_owner(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert locate(tmp_path, LAWS) == tmp_path / name


@pytest.mark.parametrize(
    "line",
    [
        f"2023-07-28 21:55:23，正文：{NEWS_TEXT}",
        f"[ 2023-07-28 16：40 ] ，正文：{NEWS_TEXT}",
        f"2023-07-28 21:55:23，正文：  {SENTENCES[0]}　短句。{SENTENCES[1]} {SENTENCES[2]}{'很长' * 100}。",
    ],
)
def test_news_line_gives_the_sentences_of_its_text_without_the_date(write: Write, tmp_path: Path, line: str) -> None:
    write("CRUD_RAG/data/80000_docs/documents_dup_part_1_part_1", line + "\n")
    assert list(read_news(tmp_path)) == [SENTENCES]


@pytest.mark.parametrize(
    "line", [f"正文：{SENTENCES[0]}{SENTENCES[1]}", NEWS_TEXT, "", "正文：", "正文：短。短。短。短。"]
)
def test_news_line_with_fewer_than_three_sentences_is_left_out(write: Write, tmp_path: Path, line: str) -> None:
    write("CRUD_RAG/data/80000_docs/documents_dup_part_1_part_1", f"{line}\n正文：{NEWS_TEXT}\n")
    assert list(read_news(tmp_path)) == [SENTENCES]


def test_news_files_are_read_in_the_order_of_their_names(write: Write, tmp_path: Path) -> None:
    for part in ("2", "1"):
        write(f"CRUD_RAG/data/80000_docs/documents_dup_part_{part}", f"正文：第{part}份报纸今天出版了。{NEWS_TEXT}\n")
    write("CRUD_RAG/README.md", f"正文：说明文件里的话不是新闻。{NEWS_TEXT}\n")
    assert [article[0] for article in read_news(tmp_path)] == ["第1份报纸今天出版了。", "第2份报纸今天出版了。"]


@pytest.mark.parametrize(
    ("body", "articles"),
    [
        (f"第一条 {LAW}\n\n第二条 {OTHER_LAW}", [LAW, OTHER_LAW]),
        (f"第一百二十三条　{LAW}", [LAW]),
        (f"第九条之一 {LAW}", [LAW]),
        (f"第三条 {LAW}\n\n学校依照第四条办理。\n（一）公布名单；", [f"{LAW}学校依照第四条办理。（一）公布名单；"]),
        (f"第三条 {LAW}\n\n## 第二章 学校\n\n第四条 {OTHER_LAW}", [LAW, OTHER_LAW]),
        (f"第一条 本条例由县教育局解释。\n\n第二条 {LAW}", [LAW]),
        (f"第一条 {'学' * 1001}\n\n第二条 {LAW}", [LAW]),
        (LAW, []),
    ],
)
def test_law_gives_its_articles_without_their_numbers(
    write: Write, tmp_path: Path, body: str, articles: list[str]
) -> None:
    write("Laws/教育/青禾县义务教育条例.md", LAWS_FILE % body)
    assert list(read_laws(tmp_path)) == articles


def test_law_file_without_the_mark_that_ends_its_head_is_left_out(write: Write, tmp_path: Path) -> None:
    write("Laws/README.md", f"# 法律\n\n第一条 {LAW}\n")
    assert list(read_laws(tmp_path)) == []


def _row(word: str) -> dict[str, Any]:
    content = {"wordHead": word, "content": {"trans": [{"tranCn": "黑板", "pos": "n"}]}}
    return {"wordRank": 1, "headWord": word, "content": {"word": content}, "bookId": "QingHe_1"}


def _dump(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)


ROWS = [_row("blackboard"), _row("chalk"), {"word": "duster", "translations": [{"translation": "黑板擦", "type": "n"}]}]


@pytest.mark.parametrize(
    "text",
    [
        "[" + ",".join(map(_dump, ROWS)) + "]",
        json.dumps(ROWS, ensure_ascii=False, indent=2),
        "\n".join(map(_dump, ROWS)) + "\n",
        "\r\n\r\n".join(map(_dump, ROWS)),
    ],
    ids=["one array", "one indented array", "one object a line", "one object a line, blank lines between"],
)
def test_vocabulary_is_read_in_both_of_its_forms(write: Write, tmp_path: Path, text: str) -> None:
    write("english-vocabulary/json_original/json-full/QingHe_1.json", text)
    words = list(read_vocabulary(tmp_path))
    assert [word["wordHead"] for word in words] == ["blackboard", "chalk"]
    assert words[0]["content"]["trans"][0]["tranCn"] == "黑板"


def test_samples_beside_the_vocabulary_are_not_read(write: Write, tmp_path: Path) -> None:
    write("english-vocabulary/json_original/sample_json_full.json", _dump(_row("sample")))
    write("english-vocabulary/json_original/json-full/QingHe_1.json", json.dumps([_row("chalk")]))
    assert [word["wordHead"] for word in read_vocabulary(tmp_path)] == ["chalk"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("学校今天开始放暑假。九月一日才开学！", ["学校今天开始放暑假。", "九月一日才开学！"]),
        ("各校要管好自己的食堂；管好接送学生的校车", ["各校要管好自己的食堂；", "管好接送学生的校车"]),
        ("孩子几点能放学回家？\n不知道\n请看门口的公告", ["孩子几点能放学回家？"]),
        ("短句一句。", []),
        ("", []),
        ("长" * 200, ["长" * 200]),
        ("长" * 201, []),
    ],
)
def test_text_is_split_into_sentences_that_are_neither_short_nor_long(text: str, sentences: list[str]) -> None:
    assert split_sentences(text) == sentences


@given(st.text(alphabet="教育学校，。；！？!?\n ”", max_size=600) | st.text())
@example("学校每学期检查校车一次。家长每天接送孩子上学。")
def test_split_sentences_stand_in_the_text_in_order_and_keep_their_bounds(text: str) -> None:
    end = 0
    sentences = list(split_sentences(text))
    assert sentences or "校车" not in text
    for sentence in sentences:
        assert 8 <= len(sentence) <= 200
        end = text.index(sentence, end) + len(sentence)
