"""A text as it is compared with others: what only looks different is made the same."""

import re

from ingest.language.folding import fold
from ingest.language.numbers import CHINESE_NUMERAL, read_number


def normal_form(text: str) -> str:
    """Letters, digits and % alone, with scripts, widths and numerals folded: `第四批` is `第4批`."""
    folded = re.sub(f"{CHINESE_NUMERAL}+", lambda numeral: _in_digits(numeral[0]), fold(text))
    return "".join(sign for sign in folded if sign.isalnum() or sign == "%")


def _in_digits(numeral: str) -> str:
    number = read_number(numeral)
    return numeral if number is None else str(number)
