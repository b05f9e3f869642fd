import json
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from ingest.errors import UserError
from vectorstore.training.sources import NTREX, TATOEBA, VOCABULARY, WMT, Source
from vectorstore.training.translations import POOR_SYSTEMS, Sentence, Text, read_texts

Write = Callable[[str, str], Path]

EARLIER, LATER = "wmt-conference+wmt21-news-systems/txt-ts", "wmt24-news-systems/txt-ts"
NTREX_FILES = {
    "english": "NTREX/NTREX-128/newstest2019-src.eng.txt",
    "simplified": "NTREX/NTREX-128/newstest2019-ref.zho-CN.txt",
    "traditional": "NTREX/NTREX-128/newstest2019-ref.zho-TW.txt",
}
CMN = "MachineTranslation-Transformer/cmn.txt"
WORDS = "english-vocabulary/json_original/json-full/QingHe_1.json"
BUS, LUNCH, SUITE = "The school bus is late.", "Lunch costs eight yuan.", "Where is the gym?"


@pytest.fixture
def copies(write: Write) -> Write:
    """Writes files into copies of all sources that are there, but hold no sentence."""
    for year in (21, 22, 23, 24):
        write(f"wmt{year}-news-systems/txt-ts/README.md", "Systems and references\n")
    for path in (*NTREX_FILES.values(), CMN):
        write(path, "")
    write(WORDS, "[]")
    return write


EN_ZH = [
    Sentence((BUS,), ("校车晚点了。", "校车来晚了。")),
    Sentence((LUNCH,), ("午饭八元。",)),
    Sentence((SUITE,), ("体育馆在哪？",)),
]
ZH_EN = [
    Sentence(("Classes end at four.", "School is over at four."), ("四点放学。",)),
    Sentence(("Bring a cup.",), ("请带水杯。",)),
]


@pytest.mark.parametrize(
    ("files", "text"),
    [
        (
            {
                f"{EARLIER}/sources/newstest2021.en-zh.src.en": f"{BUS}\n{LUNCH}\n{SUITE}\n",
                f"{EARLIER}/references/newstest2021.en-zh.ref.A.zh": "校车晚点了。\n\n",
                f"{EARLIER}/system-outputs/newstest2021.en-zh.hyp.Online-B.zh": "校车来晚了。\n午饭八元。\n体育馆在哪？\n",
            },
            EN_ZH,
        ),
        (
            {
                f"{LATER}/sources/en-zh.txt": f"CANARY qinghe\n{BUS}\n{LUNCH}\n{SUITE}\n",
                f"{LATER}/references/en-zh.refA.txt": "CANARY qinghe\n校车晚点了。",
                f"{LATER}/system-outputs/en-zh/GPT-4.txt": "CANARY qinghe\n校车来晚了。\n午饭八元。\n体育馆在哪？",
            },
            EN_ZH,
        ),
        (
            {
                f"{EARLIER}/sources/newstest2021.zh-en.src.zh": "四点放学。\n请带水杯。\n",
                f"{EARLIER}/references/newstest2021.zh-en.ref.A.en": "Classes end at four.\n\n",
                f"{EARLIER}/system-outputs/newstest2021.zh-en.hyp.SMU.en": "School is over at four.\nBring a cup.\n",
            },
            ZH_EN,
        ),
        (
            {
                f"{LATER}/sources/zh-en.txt": "四点放学。\n请带水杯。\n",
                f"{LATER}/references/zh-en.refA.txt": "Classes end at four.\n\n",
                f"{LATER}/system-outputs/zh-en/Claude-3.txt": "School is over at four.\nBring a cup.\n",
            },
            ZH_EN,
        ),
    ],
    ids=["2021 into Chinese", "2024 into Chinese", "2021 into English", "2024 into English"],
)
def test_wmt_files_give_sentences_with_all_their_translations(
    copies: Write, tmp_path: Path, files: dict[str, str], text: Text
) -> None:
    for path, lines in files.items():
        copies(path, lines)
    assert read_texts(tmp_path) == [text]


def test_files_of_another_pair_of_languages_are_not_read(copies: Write, tmp_path: Path) -> None:
    copies(f"{LATER}/sources/en-zh.txt", f"{BUS}\n")
    copies(f"{LATER}/references/en-zh.refA.txt", "校车晚点了。\n")
    copies(f"{LATER}/references/en-de.refA.txt", "Der Schulbus hat Verspätung.\n")
    copies(f"{LATER}/system-outputs/en-ja/GPT-4.txt", "スクールバスが遅れている。\n")
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车晚点了。",))]]


def test_sentence_of_a_test_suite_that_no_one_translated_is_left_out(copies: Write, tmp_path: Path) -> None:
    copies(f"{LATER}/sources/en-zh.txt", f"{BUS}\n{SUITE}\n{LUNCH}\n")
    copies(f"{LATER}/references/en-zh.refA.txt", "校车晚点了。\n")
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车晚点了。",))]]


@pytest.mark.parametrize("system", POOR_SYSTEMS)
@pytest.mark.parametrize(
    "name", [f"{EARLIER}/system-outputs/newstest2021.en-zh.hyp.%s.zh", f"{LATER}/system-outputs/en-zh/%s2.txt"]
)
def test_poor_systems_are_left_out_and_others_are_not(copies: Write, tmp_path: Path, system: str, name: str) -> None:
    copies(f"{EARLIER}/sources/newstest2021.en-zh.src.en", f"{BUS}\n")
    copies(f"{LATER}/sources/en-zh.txt", f"{BUS}\n")
    copies(name % system, "校车是迟的。\n")
    assert read_texts(tmp_path) == []
    copies(name % "Online-W", "校车来晚了。\n")
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车来晚了。",))]]


@pytest.mark.parametrize(
    "line",
    ["NO TRANSLATION AVAILABLE", "NO TRANSLATION AVAILABLE #9", "CANARY GUID 0-1-2", "", "  ", "好。", "校" * 600],
)
def test_line_that_is_no_translation_is_left_out(copies: Write, tmp_path: Path, line: str) -> None:
    copies(f"{LATER}/sources/en-zh.txt", f"{LUNCH}\n{BUS}\n")
    copies(f"{LATER}/system-outputs/en-zh/GPT-4.txt", f"{line}\n校车晚点了。\n")
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车晚点了。",))]]


def test_same_wording_of_two_systems_is_given_once_without_needless_spaces(copies: Write, tmp_path: Path) -> None:
    copies(f"{LATER}/sources/en-zh.txt", " The school  bus\u00a0is late. \n")
    copies(f"{LATER}/system-outputs/en-zh/Claude-3.txt", "校车晚点了。 \n")
    copies(f"{LATER}/system-outputs/en-zh/GPT-4.txt", "校车晚点了。\r\n")
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车晚点了。",))]]


def test_ntrex_gives_one_text_with_both_chinese_references(copies: Write, tmp_path: Path) -> None:
    copies(NTREX_FILES["english"], f"{BUS}\n{LUNCH}\n")
    copies(NTREX_FILES["simplified"], "校车晚点了。\n午饭八元。\n")
    copies(NTREX_FILES["traditional"], "校車誤點了。\n午餐八元。\n")
    bus, lunch = Sentence((BUS,), ("校车晚点了。", "校車誤點了。")), Sentence((LUNCH,), ("午饭八元。", "午餐八元。"))
    assert read_texts(tmp_path) == [[bus, lunch]]


def test_tatoeba_lines_each_stand_alone_and_lose_their_authors(copies: Write, tmp_path: Path) -> None:
    authors = "CC-BY 2.0 (France) Attribution: tatoeba.org #1 (qinghe) & #2 (baiyu)"
    copies(CMN, f"{BUS}\t校车晚点了。\n{LUNCH}\t午饭八元。\t{authors}\nOh.\t\n")
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车晚点了。",))], [Sentence((LUNCH,), ("午饭八元。",))]]


def test_sentences_of_the_vocabulary_are_read_where_both_sides_are_there(copies: Write, tmp_path: Path) -> None:
    rows = [
        {"sentences": [{"sContent": BUS, "sCn": "校车晚点了。"}, {"sContent": LUNCH}, {"sCn": "午饭八元。"}]},
        {"sentences": [{"sContent": SUITE, "sCn": " "}]},
    ]
    words = [{"wordHead": "bus", "content": {"sentence": row}} for row in rows] + [{"wordHead": "gym", "content": {}}]
    copies(WORDS, json.dumps([{"content": {"word": word}} for word in words], ensure_ascii=False))
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车晚点了。",))]]


def test_sentence_that_two_sources_hold_is_given_once(copies: Write, tmp_path: Path) -> None:
    copies(f"{EARLIER}/sources/newstest2021.en-zh.src.en", f"{BUS}\n{LUNCH}\n")
    copies(f"{EARLIER}/references/newstest2021.en-zh.ref.A.zh", "校车晚点了。\n午饭八元。\n")
    copies(CMN, f"{BUS}\t校车晚点了。\n{BUS}\t校车来晚了。\n{BUS}\t校车来晚了。\n")
    first = [Sentence((BUS,), ("校车晚点了。",)), Sentence((LUNCH,), ("午饭八元。",))]
    assert read_texts(tmp_path) == [first, [Sentence((BUS,), ("校车来晚了。",))]]


def test_sentence_that_one_text_repeats_is_given_once(copies: Write, tmp_path: Path) -> None:
    copies(f"{LATER}/sources/en-zh.txt", f"{BUS}\n{LUNCH}\n{BUS}\n")
    copies(f"{LATER}/references/en-zh.refA.txt", "校车晚点了。\n午饭八元。\n校车晚点了。\n")
    assert read_texts(tmp_path) == [[Sentence((BUS,), ("校车晚点了。",)), Sentence((LUNCH,), ("午饭八元。",))]]


@pytest.mark.parametrize("source", [*WMT, NTREX, TATOEBA, VOCABULARY], ids=lambda source: source.repository)
@pytest.mark.usefixtures("copies")
def test_missing_source_of_translations_is_refused_with_its_name(tmp_path: Path, source: Source) -> None:
    rmtree(tmp_path / source.repository.split("/")[1])
    with pytest.raises(UserError, match=f"no copy of {source.repository} "):
        read_texts(tmp_path)
