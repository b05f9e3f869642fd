from pathlib import Path

import pytest

from checks.source import read_modules
from checks.unused import unused_names
from tests.checks.conftest import plant

USED = """
from assistant.tool import helper
import assistant.other as other
print(helper(), other.CONSTANT)
"""


def told(root: Path) -> list[str]:
    return [
        f"{fault.path.name}:{fault.line} {fault.message.split()[5].rstrip(';')}"
        for fault in unused_names(read_modules(root))
    ]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A program of three modules that use all that they define."""
    (tmp_path / "assistant").mkdir()
    plant(tmp_path, "assistant/__init__.py", '__all__ = ["main"]\n')
    plant(tmp_path, "assistant/tool.py", "def helper():\n    return _own()\n\ndef _own():\n    return 1\n")
    plant(tmp_path, "assistant/other.py", "CONSTANT = 1\n")
    plant(tmp_path, "assistant/main.py", USED)
    return tmp_path


def test_what_is_imported_called_or_taken_from_its_module_is_used(small: Path) -> None:
    assert told(small) == []


def test_function_constant_and_class_that_nothing_uses_are_told_with_their_line(small: Path) -> None:
    plant(small, "assistant/other.py", "\ndef lonely():\n    pass\n\nclass Odd:\n    pass\n")
    assert told(small) == ["other.py:3 lonely", "other.py:6 Odd"]


def test_use_of_the_same_name_in_another_module_is_none(small: Path) -> None:
    plant(small, "assistant/other.py", "\ndef helper():\n    pass\n")
    assert told(small) == ["other.py:3 helper"]


def test_what_a_package_names_in_public_is_used(small: Path) -> None:
    plant(small, "assistant/other.py", "\ndef lonely():\n    pass\n")
    (small / "assistant" / "__init__.py").write_text(
        'from assistant.other import lonely\n__all__ = ["lonely"]\n', encoding="utf-8"
    )
    assert told(small) == []


def test_what_a_test_alone_uses_is_not_used(small: Path) -> None:
    (small / "tests").mkdir()
    plant(small, "tests/test_other.py", "from assistant.other import lonely\nlonely()\n")
    plant(small, "assistant/other.py", "\ndef lonely():\n    pass\n")
    assert told(small) == ["other.py:3 lonely"]


def test_everything_in_the_program_is_used() -> None:
    modules = read_modules()
    assert len(modules) > 250
    assert [str(fault) for fault in unused_names(modules)] == []
