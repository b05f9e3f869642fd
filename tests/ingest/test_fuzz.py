from tests.ingest.fuzz import run


def test_garbled_files_are_read_or_refused_in_time() -> None:
    outcomes, failures = run(450, seed=20_241)
    assert failures == []
    assert sum(outcomes.values()) == 450
    assert outcomes["paper read"] > 50
