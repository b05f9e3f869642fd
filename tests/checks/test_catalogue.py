from pathlib import Path

import pytest

from checks.catalogue import catalogue_faults
from checks.source import read_modules
from tests.checks.conftest import plant


def told(house: Path) -> list[str]:
    return [fault.message for fault in catalogue_faults(read_modules(house), house)]


def add_key(house: Path, file: str, line: str) -> None:
    """Put a line at the top of a catalogue."""
    path = house / "assistant" / "web" / file
    path.write_text(path.read_text(encoding="utf-8").replace("{", "{\n" + line, 1), encoding="utf-8")


def test_catalogues_hold_what_the_page_says_and_no_more(house: Path) -> None:
    assert told(house) == []


@pytest.mark.parametrize(
    "code",
    [
        'SAID = "谁也没译过"',
        'def shown(words):\n    return words("谁也没译过")',
        "def shown(self):\n    return f\"<p>{self._words('谁也没译过')}</p>\"",
    ],
)
def test_text_that_english_lacks_is_told(house: Path, code: str) -> None:
    plant(house, "assistant/web/shelf.py", f"\n{code}\n")
    assert told(house) == ["english/*.json lack '谁也没译过'"]


def test_word_handed_over_is_looked_up_where_other_chinese_is_not_the_pages(house: Path) -> None:
    plant(house, "assistant/web/serve.py", '\nTRIED = "试一试"\n\ndef shown(words):\n    return words("谁也没译过")\n')
    assert told(house) == ["english/*.json lack '谁也没译过'"]


def test_documentation_is_not_said(house: Path) -> None:
    plant(house, "assistant/web/shelf.py", '\n\ndef nothing() -> None:\n    """谁也没译过."""\n')
    assert told(house) == []


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("english/ask.json", "谁也不说"),
        ("manage/said.json", "{name} is made of cheese; add it again."),
        ("manage/said.json", "cheese"),
    ],
)
def test_key_that_nothing_says_is_told(house: Path, file: str, key: str) -> None:
    add_key(house, file, f' "{key}": "Said by nobody",')
    assert told(house) == [f"nothing says {key!r}"]


@pytest.mark.parametrize(
    ("file", "key"),
    [("english/ask.json", "提问"), ("manage/said.json", "the signature"), ("english/search.json", "筛选")],
)
def test_key_that_stands_twice_in_a_file_is_told(house: Path, file: str, key: str) -> None:
    path = house / "assistant" / "web" / file
    times = path.read_text(encoding="utf-8").count(f'"{key}":')
    assert times == 1, "the key that is doubled here should stand there once"
    add_key(house, file, f' "{key}": "Again",')
    assert told(house) == [f"{key!r} stands 2 times; the last one wins"]
