from pathlib import Path

import numpy as np
import pytest

from vectorstore.prepared import Arrays, keep


class Maker:
    """Makes arrays and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> Arrays:
        self.times += 1
        return {"numbers": np.arange(5), "words": np.frombuffer("课后\n服务".encode(), np.uint8)}


def test_arrays_are_made_once_and_read_afterwards(tmp_path: Path) -> None:
    make = Maker()
    made, read = keep(tmp_path, "a", make), keep(tmp_path, "a", make)
    assert make.times == 1
    assert read["numbers"].tolist() == made["numbers"].tolist() == [0, 1, 2, 3, 4]
    assert read["words"].tobytes().decode() == "课后\n服务"


def test_another_key_makes_anew_and_takes_the_old_file_away(tmp_path: Path) -> None:
    make = Maker()
    keep(tmp_path, "a", make)
    keep(tmp_path, "b", make)
    assert make.times == 2
    assert [path.name for path in tmp_path.iterdir()] == ["prepared-b.npz"]


@pytest.mark.parametrize("content", [b"", b"no arrays", b"PK\x03\x04broken"])
def test_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "prepared-a.npz").write_bytes(content)
    make = Maker()
    assert keep(tmp_path, "a", make)["numbers"].tolist() == [0, 1, 2, 3, 4]
    assert keep(tmp_path, "a", make)["numbers"].tolist() == [0, 1, 2, 3, 4]
    assert make.times == 1


def test_folder_that_cannot_be_written_to_does_without_the_file(tmp_path: Path) -> None:
    make = Maker()
    missing = tmp_path / "missing"
    assert keep(missing, "a", make)["numbers"].tolist() == [0, 1, 2, 3, 4]
    assert not missing.exists()
