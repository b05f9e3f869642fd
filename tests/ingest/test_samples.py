"""The sample plans, one in every numbering style, are cut as their readers would cite them."""

import pytest

from ingest.load import load_plan
from ingest.plan import Plan
from tests.conftest import PLANS

CHINESE = list("一二三四五六七八九十")


def bracketed(count: int) -> list[str]:
    tens = ["", "十", "二十"]
    return [f"({tens[n // 10]}{CHINESE[n % 10 - 1] if n % 10 else ''})" for n in range(1, count + 1)]


def restarting(**counts: int) -> list[str]:
    """`restarting(一=2)` is `["一1", "一2"]`, to be joined with what stands between."""
    return [f"{section}{n}" for section, count in counts.items() for n in range(1, count + 1)]


REFS = {
    "jishan-2021": ["前言", *bracketed(25)],
    "qichuan-2023": ["前言", *(f"{r[0]}-{r[1:]}" for r in restarting(一=7, 二=8, 三=5, 四=4, 五=5))],
    "qinglan-2022": [
        *["前言", "一", "二", "三"],
        *(section + label for section, count in (("三", 12), ("四", 5), ("五", 7)) for label in bracketed(count)),
        "五-结语",
    ],
    "wangting-2024": ["前言", *map(str, range(1, 36))],
    "wangting-2025": ["前言", *(f"{r[0]}.{r[1:]}" for r in restarting(一=4, 二=10, 三=9, 四=5, 五=7))],
}
COUNTS = {"jishan-2021": 26, "qichuan-2023": 30, "qinglan-2022": 29, "wangting-2024": 36, "wangting-2025": 36}


def sample(name: str) -> Plan:
    return load_plan(PLANS / f"{name}.txt")


def test_every_sample_is_tested() -> None:
    assert {path.stem for path in PLANS.iterdir()} == set(COUNTS) == set(REFS)


@pytest.mark.parametrize("name", COUNTS)
def test_sample_has_the_refs_that_its_readers_cite(name: str) -> None:
    refs = [item.ref for item in sample(name).items]
    assert refs == REFS[name]
    assert len(refs) == COUNTS[name]


@pytest.mark.parametrize(
    ("name", "ref", "section", "heading", "opens", "holds"),
    [
        ("jishan-2021", "(十一)", "三", "全面开展课后服务", "（十一）全面开展课后服务。", "每生每学期260元"),
        ("jishan-2021", "(二十五)", "六", "做好督导、法治和信访工作", "（二十五）做好督导", "160篇"),
        ("jishan-2021", "前言", None, "", "2021年上半年", "教职工3160人"),
        ("qichuan-2023", "三-2", "三", "稳妥实施中考改革", "稳妥实施中考改革。", "总分720分"),
        ("qichuan-2023", "五-5", "五", "加强党建、宣传与信访工作", "加强党建、宣传与信访工作。", "每月接访2次"),
        ("qinglan-2022", "二", "二", "工作目標", "到2022年底", "全市前三位"),
        ("qinglan-2022", "三", "三", "重點任務", "各學校要對照以下任務", "每季度報送一次進度"),
        ("qinglan-2022", "四(二)", "四", "推進城鄉教師交流", "（二）推進城鄉教師交流。", "全年交流240人"),
        ("qinglan-2022", "五-结语", "五", "保障措施", "各單位要按照本意見要求", "各獎勵5萬元"),
        ("wangting-2024", "18", "三", "增强学生体质与防控近视", "18．增强学生体质", "降至48.2%"),
        ("wangting-2025", "二.3", "二", None, "3．", "3900个"),
    ],
)
def test_sample_item_holds_its_own_text(
    name: str, ref: str, section: str | None, heading: str | None, opens: str, holds: str
) -> None:
    item = next(item for item in sample(name).items if item.ref == ref)
    assert item.section == section
    assert item.heading == heading or heading is None
    assert item.text.startswith(opens)
    assert holds in item.text


IDENTITIES = {
    "jishan-2021": "霁山县教育局2021年下半年工作计划|霁山县教育局|霁山县|2021|霁教字〔2021〕32号|2021-07-30|zh-Hans",
    "qichuan-2023": "栖川市教育局2023年工作计划|栖川市教育局|栖川市|2023|栖教发〔2023〕11号|2023-02-14|zh-Hans",
    "qinglan-2022": "青嵐縣教育局關於推進教育高質量發展的實施意見|青嵐縣教育局|"
    "青嵐縣|2022|青教〔2022〕18號|2022-03-16|zh-Hant",
    "wangting-2024": "望汀区教育局2024年工作要点|望汀区教育局|望汀区|2024|望教〔2024〕6号|2024-02-26|zh-Hans",
    "wangting-2025": "望汀区教育局2025年工作要点|望汀区教育局|望汀区|2025|望教〔2025〕4号|2025-02-20|zh-Hans",
}


@pytest.mark.parametrize("name", IDENTITIES)
def test_sample_is_identified(name: str) -> None:
    found = sample(name).identity
    said = (found.title, found.issuer, found.region, found.year, found.number, found.date, found.language)
    assert "|".join(map(str, said)) == IDENTITIES[name]
    assert found.source == f"{name}.txt"


@pytest.mark.parametrize("name", COUNTS)
def test_sample_says_that_it_is_invented_and_that_line_is_no_item(name: str) -> None:
    notes = [r for r in sample(name).readings if r.text.startswith("（示例文件：")]
    assert [(note.role.value, note.reason) for note in notes] == [("dropped", "a note under the title")]
