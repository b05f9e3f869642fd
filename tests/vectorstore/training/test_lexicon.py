import json
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from ingest.errors import UserError
from vectorstore.training.lexicon import Entry, glosses, read_lexicon
from vectorstore.training.sources import (
    DBPEDIA,
    ENGLISH_WORDNET,
    LOCALES,
    MEANINGS,
    OPEN_WORDNET,
    VOCABULARY,
    WIKTIONARY,
    Source,
)

Write = Callable[[str, str], Path]

WORDS = "english-vocabulary/json_original/json-full/QingHe_1.json"
WIKTIONARY_FILE = "wiktionary-dict/src/en-cmn-enwiktionary.txt"
NUMBERS = "cili/ili-map-pwn30.tab"
YAML = "english-wordnet/src/yaml"
TAB = "omw-data/wns/cow/wn-data-cmn.tab"
NAMES = "bert-int/data/dbp15k/zh_en"
MAIN = "cldr-json/cldr-json/cldr-localenames-full/main"
KINDS = ("territories", "languages", "scripts")


@pytest.fixture
def copies(write: Write) -> Write:
    """Writes files into copies of all sources that are there, but hold no word."""
    write(WORDS, "[]")
    write(WIKTIONARY_FILE, "")
    write(NUMBERS, "")
    write(f"{YAML}/README.md", "The synsets\n")
    write(TAB, "# Chinese Open Wordnet\tcmn\thttp://example.org/\twordnet\n")
    for name in ("ent_ids_1", "ent_ids_2", "ref_pairs", "sup_pairs"):
        write(f"{NAMES}/{name}", "")
    for kind in KINDS:
        for language in ("en", "zh"):
            write(f"{MAIN}/{language}/{kind}.json", _locale(language, kind, {}))
    return write


def _locale(language: str, kind: str, names: dict[str, str]) -> str:
    identity = {"language": language}
    main = {"main": {language: {"identity": identity, "localeDisplayNames": {kind: names}}}}
    return json.dumps(main, ensure_ascii=False, indent=2)


def _word(head: str, **content: object) -> dict[str, object]:
    return {"headWord": head, "content": {"word": {"wordHead": head, "content": content}}}


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("abacus {n} (calculating frame) :: 算盤, 算盘 /suànpán/", [("abacus", "算盘")]),
        ("blackboard {n} :: 黑板 /hēibǎn/", [("blackboard", "黑板")]),
        ("Baiyu {prop} (a town) :: 白嶼 /Báiyǔ/, 白榆 /Báiyú/", [("Baiyu", "白屿"), ("Baiyu", "白榆")]),
        ("school bus (vehicle) :: 校車 {m}, 接送车 [Mainland, informal] /jiēsòngchē/", [("school bus", "校车"), ("school bus", "接送车")]),
        ("a {n} (name of the letter) :: [English letters are called as in English, no other name exists]", []),
        ("a line without the two colons", []),
        ("", []),
    ],
)  # fmt: skip
def test_wiktionary_line_gives_each_of_its_translations(
    copies: Write, tmp_path: Path, line: str, entries: list[Entry]
) -> None:
    copies(WIKTIONARY_FILE, f"{line}\n")
    assert read_lexicon(tmp_path) == entries


def test_head_of_the_wiktionary_file_gives_no_words(copies: Write, tmp_path: Path) -> None:
    head = "# English :: Mandarin dictionary extracted from http://example.org/\n# Version :: 20150102\n"
    copies(WIKTIONARY_FILE, f"{head}chalk {{n}} :: 粉筆\n")
    assert read_lexicon(tmp_path) == [("chalk", "粉笔")]


def test_words_and_phrases_of_the_vocabulary_are_read(copies: Write, tmp_path: Path) -> None:
    phrases = {"phrases": [{"pContent": "school bus", "pCn": "校车"}, {"pContent": "by bus"}]}
    translations = [{"tranCn": "公共汽车；客车", "tranOther": "a large vehicle for passengers"}, {"tranCn": "坐车"}]
    copies(WORDS, json.dumps([_word("bus", phrase=phrases, trans=translations), _word("gym")], ensure_ascii=False))
    assert read_lexicon(tmp_path) == [
        ("school bus", "校车"),
        ("bus", "公共汽车；客车"),
        ("a large vehicle for passengers", "公共汽车；客车"),
        ("bus", "坐车"),
    ]


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("chalk\tn. 粉笔", [("chalk", "粉笔")]),
        ("board\tn. 木板；黑板 vt. 上（船、车）", [("board", "木板；黑板 上")]),
        ("kid\tn. [口]小孩(子) adj. 年幼的", [("kid", "小孩 年幼的")]),
        ("a word without its Chinese", []),
    ],
)
def test_word_lists_of_the_vocabulary_lose_parts_of_speech_and_brackets(
    copies: Write, tmp_path: Path, line: str, entries: list[Entry]
) -> None:
    copies("english-vocabulary/1 初中-乱序.txt", f"{line}\n")
    assert read_lexicon(tmp_path) == entries


def test_wordnets_are_joined_by_the_numbers_of_their_meanings(copies: Write, tmp_path: Path) -> None:
    copies(NUMBERS, "i49757\t02666196-n\ni49758\t02700000-n\ni49759\t02700001-v\n")
    copies(
        f"{YAML}/noun.artifact.yaml",
        "02670000-n:\n  definition:\n  - a frame with beads\n  ili: i49757\n  members:\n  - abacus\n  - counting frame\n"
        "  partOfSpeech: n\n02670001-n:\n  ili: i49758\n  members:\n  - school\n02670002-n:\n  members:\n  - gym\n",
    )
    copies(f"{YAML}/entries-a.yaml", "abacus:\n  n:\n    sense: []\n")
    copies(f"{YAML}/frames.yaml", "via: Somebody ----s something\n")
    copies(
        TAB,
        "# Chinese Open Wordnet\tcmn\thttp://example.org/\twordnet\n"
        "02666196-n\tcmn:lemma\t算+盤\n"
        "02666196-n\tcmn:def\t0\t一种计算工具\n"
        "02700001-v\tcmn:lemma\t上学\n"
        "09999999-n\tcmn:lemma\t体育馆\n",
    )
    copies("omw-data/wns/wikt/wn-wikt-cmn.tab", "# Wiktionary\tcmn\thttp://example.org/\n02700000-n\tcmn:lemma\t学校\n")
    copies("omw-data/wns/jpn/wn-data-jpn.tab", "# Japanese\tjpn\n02700000-n\tjpn:lemma\tスクール\n")
    assert read_lexicon(tmp_path) == [("abacus", "算盘"), ("counting frame", "算盘"), ("school", "学校")]


def test_names_of_dbpedia_are_joined_by_both_lists_of_pairs(copies: Write, tmp_path: Path) -> None:
    zh, en = "http://zh.dbpedia.org/resource", "http://dbpedia.org/resource"
    copies(f"{NAMES}/ent_ids_1", f"0\t{zh}/青禾中學\n1\t{zh}/%E7%99%BD%E5%B1%BF_(電影)\n2\t{zh}/无人提及\n")
    copies(f"{NAMES}/ent_ids_2", f"10\t{en}/Qinghe_Middle_School\n11\t{en}/Baiyu_(2019_film)\n12\t{en}/Not_Named\n")
    copies(f"{NAMES}/ref_pairs", "0\t10\n")
    copies(f"{NAMES}/sup_pairs", "1\t11\n")
    assert read_lexicon(tmp_path) == [("Qinghe Middle School", "青禾中学"), ("Baiyu", "白屿")]


@pytest.mark.parametrize("kind", KINDS)
def test_names_of_locales_are_joined_by_the_codes_that_both_languages_hold(
    copies: Write, tmp_path: Path, kind: str
) -> None:
    copies(f"{MAIN}/en/{kind}.json", _locale("en", kind, {"QQ": "Qinghe", "QX": "Nowhere"}))
    copies(f"{MAIN}/zh/{kind}.json", _locale("zh", kind, {"QZ": "别处", "QQ": "青禾"}))
    assert read_lexicon(tmp_path) == [("Qinghe", "青禾")]


def test_names_of_locales_keep_the_order_of_their_file(copies: Write, tmp_path: Path) -> None:
    names = {f"{number:03d}": f"Region {number}" for number in range(40)}
    for language in ("en", "zh"):
        copies(f"{MAIN}/{language}/territories.json", _locale(language, "territories", names))
    assert [english for english, _ in read_lexicon(tmp_path)] == list(names.values())


def test_pair_that_several_sources_hold_is_given_once_in_simplified_characters(copies: Write, tmp_path: Path) -> None:
    copies(WIKTIONARY_FILE, "chalk {n} :: 粉筆, 粉笔 /fěnbǐ/\n")
    copies(WORDS, json.dumps([_word("chalk", trans=[{"tranCn": "粉筆。"}])], ensure_ascii=False))
    copies("english-vocabulary/1 初中-乱序.txt", "chalk\tn. 粉笔；\n chalk \t粉笔\n")
    assert read_lexicon(tmp_path) == [("chalk", "粉笔")]


@pytest.mark.parametrize(
    ("english", "chinese", "count"),
    [
        ("a" * 79, "粉笔", 1),
        ("a" * 80, "粉笔", 0),
        ("chalk", "粉" * 39, 1),
        ("chalk", "粉" * 40, 0),
        ("chalk", "。", 0),
    ],
)
def test_long_and_empty_words_are_left_out(
    copies: Write, tmp_path: Path, english: str, chinese: str, count: int
) -> None:
    copies("english-vocabulary/1 初中-乱序.txt", f"{english}\t{chinese}\n")
    assert len(read_lexicon(tmp_path)) == count


@pytest.mark.parametrize(
    "source",
    [VOCABULARY, WIKTIONARY, OPEN_WORDNET, ENGLISH_WORDNET, MEANINGS, DBPEDIA, LOCALES],
    ids=lambda source: source.repository,
)
@pytest.mark.usefixtures("copies")
def test_missing_source_of_words_is_refused_with_its_name(tmp_path: Path, source: Source) -> None:
    rmtree(tmp_path / source.repository.split("/")[1])
    with pytest.raises(UserError, match=f"no copy of {source.repository} "):
        read_lexicon(tmp_path)


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ([("bus", "公共汽车；客车")], {"公共汽车": ("bus",), "客车": ("bus",)}),
        ([("bus", "客车"), ("coach", "教练,客车"), ("bus", "客车")], {"客车": ("bus", "coach"), "教练": ("coach",)}),
        ([("kid", "小孩（口语）、孩子")], {"小孩": ("kid",), "孩子": ("kid",)}),
        ([("a large vehicle for passengers", "客车"), ("large passenger vehicle", "客车")], {"客车": ("large passenger vehicle",)}),
        ([("school", "全县各中小学校"), ("school", "；；")], {}),
    ],
)  # fmt: skip
def test_glosses_hold_the_short_english_of_each_chinese_word(
    entries: list[Entry], found: dict[str, tuple[str, ...]]
) -> None:
    assert glosses(entries) == found
