"""Weights pasted into code: what was learned from data belongs in a JSON file, with its fit, data and scores beside it."""

import ast
from collections.abc import Sequence

from checks.source import Fault, Module

MOST = 4  # fractions that one assignment may hold; a table of units holds whole numbers
ELSEWHERE = ("benchmarks", "vectorstore.training")  # where fitting itself is set up
SET_BY_HAND = frozenset(
    {"assistant.claims.reading.WEIGHTS"}
)  # what a word weighs by its part of speech; nothing is fitted


def pasted_weights(modules: Sequence[Module]) -> list[Fault]:
    """The assignments of the program that hold many fractions."""
    return [
        Fault(
            module.path, node.lineno, f"{count} numbers pasted into code; keep what was fitted in a JSON file beside it"
        )
        for module in modules
        if not module.name.startswith(ELSEWHERE)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for count in [_fractions(node.value)]
        if count > MOST and f"{module.name}.{_name(node)}" not in SET_BY_HAND
    ]


def _fractions(value: ast.expr) -> int:
    numbers = (node.value for node in ast.walk(value) if isinstance(node, ast.Constant))
    return sum(isinstance(number, float) and not number.is_integer() for number in numbers)


def _name(node: ast.Assign | ast.AnnAssign) -> str:
    return ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
