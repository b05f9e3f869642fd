"""The page's words: a text that English lacks, one that nothing says, one that stands twice in a file."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from checks.source import ROOT, Fault, Module, texts

PAGE = "assistant.web"
CHINESE = re.compile("[\u4e00-\u9fff]")
VARIABLE = re.compile(r"\{\w+\}")
HOLE = "\N{REPLACEMENT CHARACTER}"
LEAST_CERTAIN = 8  # characters that an f-string says itself, to be told by
# Modules of the page whose Chinese is not what the page says; what they hand to words() is looked up all the same.
NOT_SAID = {
    "assistant.web.words": "languages by their own names",
    "assistant.web.dates": "年月日, of which dates are made",
    "assistant.web.programs": "what programs are told, in English with Chinese terms",
    "assistant.web.serve": "a question that warms up",
    "assistant.web.ask.samples": "questions and titles of the sample plans",
    "assistant.web.search.search_routes": "words that warm up",
    "assistant.web.targets.series_view": "units, which are numbers' own",
}


def catalogue_faults(modules: Sequence[Module], root: Path = ROOT) -> list[Fault]:
    """What is wrong with english/*.json, by Simplified text, and with manage/said.json, by the core's English."""
    web = root / "assistant" / "web"
    english = sorted((web / "english").glob("*.json"))
    said = web / "manage" / "said.json"
    known = {key for path in english for key in _keys(path)}
    used = {text.value for module in modules if module.is_program for text in texts(module.tree)}
    templates = tuple(one for module in modules if module.is_program for one in _templates(module.tree))
    return [
        *_missing(modules, known),
        *(fault for path in [*english, said] for fault in _doubled(path, root)),
        *(_unused(path, key, root) for path in english for key in _keys(path) if key not in used),
        *(_unused(said, key, root) for key in _keys(said) if not (key in used or _is_made(key, templates))),
    ]


def _missing(modules: Sequence[Module], known: set[str]) -> Iterator[Fault]:
    """The Chinese texts of the page that the catalogues lack."""
    for module in modules:
        if not module.name.startswith(PAGE):
            continue
        calls = (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))
        handed = {id(call.args[0]) for call in calls if _is_of_words(call)}
        for text in texts(module.tree):
            is_said = CHINESE.search(str(text.value)) and module.name not in NOT_SAID
            if (is_said or id(text) in handed) and text.value not in known:
                yield Fault(module.path, text.lineno, f"english/*.json lack {text.value!r}")


def _is_of_words(call: ast.Call) -> bool:
    """Whether the call looks a text up: `words("提问")`, `desk.words("提问")`, `self._words("提问")`."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    return bool(call.args) and name.lstrip("_") == "words"


@cache
def _templates(tree: ast.Module) -> tuple[str, ...]:
    """The f-strings of a module with HOLE in the place of what is put in, those that say enough themselves."""
    made = (node.values for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    filled = ("".join(str(part.value) if isinstance(part, ast.Constant) else HOLE for part in parts) for parts in made)
    return tuple(text for text in filled if len(text.replace(HOLE, "")) >= LEAST_CERTAIN)


def _is_made(key: str, templates: Sequence[str]) -> bool:
    """Whether an f-string makes what the key stands for: the one's places may be wider than the other's."""
    own = _pattern(VARIABLE.sub(HOLE, key))
    return any(own.fullmatch(text) or _pattern(text).fullmatch(key) for text in templates)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".+".join(map(re.escape, text.split(HOLE))), re.DOTALL)


def _pairs(path: Path) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=list)
    return pairs


def _keys(path: Path) -> list[str]:
    return list(dict.fromkeys(key for key, _ in _pairs(path)))


def _doubled(path: Path, root: Path) -> Iterator[Fault]:
    for key, count in Counter(key for key, _ in _pairs(path)).items():
        if count > 1:
            yield Fault(path.relative_to(root), _line(path, key), f"{key!r} stands {count} times; the last one wins")


def _unused(path: Path, key: str, root: Path) -> Fault:
    return Fault(path.relative_to(root), _line(path, key), f"nothing says {key!r}")


def _line(path: Path, key: str) -> int:
    """The first line that the key stands in."""
    printed = json.dumps(key, ensure_ascii=False)
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(printed)), 1)
