import pytest

from vectorstore.prefixes import NO_PREFIXES, Prefixes, known_prefixes

E5 = Prefixes("query: ", "passage: ")


@pytest.mark.parametrize(
    ("name", "prefixes"),
    [
        ("intfloat/multilingual-e5-small", E5),
        ("intfloat/e5-base-v2", E5),
        ("/models/multilingual-e5-large", E5),
        ("BAAI/bge-m3", NO_PREFIXES),
        ("eduplan-static", NO_PREFIXES),
        ("someone/made5-model", NO_PREFIXES),
    ],
)
def test_family_of_models_gets_its_prefixes(name: str, prefixes: Prefixes) -> None:
    assert known_prefixes(name) == prefixes


def test_instructed_model_wants_an_instruction_before_questions_alone() -> None:
    prefixes = known_prefixes("intfloat/multilingual-e5-large-instruct")
    assert prefixes.query.startswith("Instruct: ")
    assert prefixes.passage == ""
    assert known_prefixes("BAAI/bge-small-zh-v1.5").query.startswith("为这个句子")
