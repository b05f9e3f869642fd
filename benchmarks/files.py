"""How fast files of each kind are read and cut into items, and how much memory that takes.

`python -m benchmarks.files` makes one paper of an invented district in every format, reads and cuts it again and again, and
prints seconds a file, items a second, and the most memory of this process and of the one that reads.
"""

import argparse
import resource
import time
from collections.abc import Callable

from ingest.apart import FileReader
from ingest.document import Document
from ingest.load import cut_plan
from tests.ingest.readers.files import page, pdf_file, printed, word_file

SECTIONS, ITEMS = 6, 8
SENTENCE = "全区校车六十辆全部安装定位装置，驾驶员每学期培训一次，每月检查一回，查出的毛病三日内修好，由安全科负责。"
NUMERALS = "一二三四五六七八九十"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.files", description=__doc__)
    parser.add_argument("--times", type=int, default=20, help="how often each file is read (default: %(default)s)")
    times = parser.parse_args().times
    lines = paper()
    text = "\n".join(lines)
    pages = [printed(lines[start : start + 12]) for start in range(0, len(lines), 12)]
    files: dict[str, Callable[[], bytes]] = {
        "txt": text.encode,
        "docx": lambda: word_file(lines),
        "html": lambda: page("".join(f"<p>{line}</p>" for line in lines)),
        "pdf": lambda: pdf_file(pages),
    }
    print(f"{len(lines)} paragraphs, {len(text):,} characters\nkind   ms to read  ms to cut  items a second")
    with FileReader() as reader:
        for kind, make in files.items():
            content = make()
            read_once(reader, content, kind)  # the process that reads starts with the first file
            start = time.perf_counter()
            documents = [read_once(reader, content, kind) for _ in range(times)]
            middle = time.perf_counter()
            items = sum(len(cut_plan(document).items) for document in documents)
            end = time.perf_counter()
            print(
                f"{kind:5s}  {(middle - start) / times * 1e3:10.1f}  {(end - middle) / times * 1e3:9.1f}"
                f"  {items / (end - start):14,.0f}"
            )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    reading = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory: {own:.0f} MB here, {reading:.0f} MB where the files are read")


def read_once(reader: FileReader, content: bytes, kind: str) -> Document:
    """The one document of the file."""
    (document,), _ = reader.read(content, name=f"要点.{kind}", source=f"要点.{kind}")
    return document


def paper() -> list[str]:
    """A plan of as many sections and items as the longer of ours."""
    lines = ["望汀区教育局2024年工作要点", "望教〔2024〕3号"]
    for section in range(SECTIONS):
        lines.append(f"{NUMERALS[section]}、做好第{NUMERALS[section]}类工作")
        lines += [f"（{NUMERALS[item]}）办好第{NUMERALS[item]}件事。{SENTENCE * 3}" for item in range(ITEMS)]
    return lines


if __name__ == "__main__":
    main()
