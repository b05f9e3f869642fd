"""The targets tab as staff use it, on a desk and on a phone."""

import csv
import io
import re
import time
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.assistant.web.conftest import HOSTILE_TITLE, OpenAt, serious

QUICK = 0.2  # seconds within which the server sorts and filters


@pytest.fixture
def opened(open_at: OpenAt) -> OpenAt:
    """Opens the tab with a query."""

    def at(query: str = "", **options: Any) -> Page:
        return open_at(
            f"/?tab=targets{query}", ready="#targets[data-said]:not([aria-busy]) #targets-table tbody tr", **options
        )

    return at


def rows(page: Page) -> Locator:
    return page.locator("#targets-table tbody tr")


def column(page: Page, name: str) -> list[str]:
    settled(page)
    return page.locator(f'#targets-table td[data-name="{name}"]').all_inner_texts()


def summary(page: Page) -> Locator:
    return page.locator("#targets-summary")


def settled(page: Page) -> None:
    page.wait_for_selector("#targets:not([aria-busy])")


def amounts(page: Page) -> list[str]:
    settled(page)
    return page.locator('#targets-table td[data-name="amount"] b').all_inner_texts()


def tick(page: Page, kind: str, value: str) -> None:
    page.locator(f'#targets-boxes [name="{kind}"][value="{value}"]').check()
    settled(page)


def test_target_is_shown_as_printed_with_its_sentence_and_its_item(opened: OpenAt) -> None:
    page = opened("&q=班主任津贴&year=2025")
    row = rows(page).filter(has_text="900元")
    expect(row).to_have_count(1)
    expect(row.locator('[data-name="what"]')).to_contain_text("班主任津贴")
    expect(row.locator('[data-name="plan"]')).to_have_text("《望汀区教育局2025年工作要点》")
    link = row.locator('[data-name="item"] a')
    expect(link).to_have_text("第四部分第5条")
    expect(link).to_have_attribute("href", re.compile(r"^/\?plan=\w+&item=%E5%9B%9B\.5&mark=900"))
    expect(row.locator("mark")).to_be_hidden()
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(row.locator("mark")).to_be_visible()
    expect(row.locator("mark")).to_have_text("900元")


def test_item_leads_to_its_address_and_back_again(opened: OpenAt) -> None:
    page = opened("&q=班主任津贴&year=2025")
    rows(page).first.locator('[data-name="item"] a').click()
    expect(page).to_have_url(re.compile(r"\?plan=\w+&item=[^&]+&mark="))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?tab=targets&q="))
    expect(rows(page).first).to_be_visible()


def test_heads_sort_by_numbers_within_a_unit_and_turn_around(opened: OpenAt) -> None:
    page = opened("&unit=分钟")
    head = page.get_by_role("columnheader", name="数字")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    numbers = [float(amount.rstrip("分钟鐘")) for amount in amounts(page)]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > 5
    expect(head.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert [float(amount.rstrip("分钟鐘")) for amount in amounts(page)] == numbers[::-1]
    expect(page).to_have_url(re.compile("sort=amount&turned=1"))


def test_words_and_boxes_narrow_and_their_counts_hold(opened: OpenAt) -> None:
    page = opened()
    expect(summary(page)).to_have_text(re.compile(r"^共\d+个指标，见于6份计划$"))
    page.locator("#targets-words").press_sequentially("校车")
    expect(summary(page)).to_have_text(re.compile(r"个指标中有\d+个符合"))
    expect(page).to_have_url(re.compile("q="))
    label = page.locator('#targets-boxes label:has([name="year"][value="2024"])')
    count = int(label.locator("small").inner_text())
    assert count > 0
    tick(page, "year", "2024")
    expect(summary(page)).to_have_text(re.compile(f"中有{count}个符合，见于1份计划$"))
    expect(rows(page)).to_have_count(count)
    expect(page.locator('#targets-boxes [name="year"][value="2024"]')).to_be_focused()
    page.locator("#targets-clear").click()
    expect(page.locator("#targets-boxes input:checked")).to_have_count(0)
    expect(page.locator("#targets-clear")).to_be_hidden()


def test_words_that_nothing_holds_are_answered_and_can_be_taken_back(opened: OpenAt) -> None:
    page = opened()
    page.locator("#targets-words").fill("火箭发动机")
    expect(summary(page)).to_have_text("没有符合的指标。")
    expect(page.locator("#targets-table")).to_contain_text("可以换个词")
    expect(page.locator("#targets-take")).to_be_hidden()
    page.locator("#targets-words").fill("")
    expect(summary(page)).to_have_text(re.compile("^共"))


def test_all_is_paged_and_what_is_asked_for_begins_at_the_first_page(opened: OpenAt) -> None:
    page = opened()
    pager = page.locator(".pager")
    expect(rows(page)).to_have_count(50)
    expect(pager).to_contain_text("第1页，共19页")
    first = rows(page).first.inner_text()
    expect(pager.get_by_role("button", name="上一页")).to_be_disabled()
    pager.get_by_role("button", name="下一页").click()
    expect(pager).to_contain_text("第2页")
    assert rows(page).first.inner_text() != first
    expect(page.locator("#targets-table")).to_be_focused()
    expect(rows(page).first).to_be_in_viewport()
    page.reload()
    expect(pager).to_contain_text("第2页")
    tick(page, "year", "2025")
    expect(pager).to_contain_text("第1页")


def test_address_leads_to_the_same_targets(opened: OpenAt) -> None:
    page = opened("&q=校车&region=望汀区&sort=amount&turned=1&by=year")
    expect(page.locator("#targets-words")).to_have_value("校车")
    expect(page.locator('#targets-boxes [value="望汀区"]')).to_be_checked()
    expect(page.get_by_role("columnheader", name="数字")).to_have_attribute("aria-sort", "descending")
    expect(page.get_by_role("radio", name="按计划年份")).to_be_checked()
    shown = column(page, "what")
    page.reload()
    page.wait_for_selector("#targets-table tbody tr")
    assert column(page, "what") == shown


def test_plan_in_the_address_is_none_that_is_read(opened: OpenAt) -> None:
    page = opened()
    plan = page.locator('#targets-boxes [name="plan"]').first
    plan.check()
    settled(page)
    assert f"in={plan.get_attribute('value')}" in page.url
    assert "plan=" not in page.url
    page.reload()
    page.wait_for_selector("#targets-table tbody tr")
    expect(page.locator('#targets-boxes [name="plan"]:checked')).to_have_count(1)


def test_chart_tells_its_numbers_and_follows_what_is_asked_for(opened: OpenAt) -> None:
    page = opened("&region=望汀区")
    bars = page.locator("#targets-bars li")
    expect(bars).to_have_count(7)
    expect(bars.last).to_contain_text("其余")
    page.get_by_role("radio", name="按计划年份").check()
    expect(bars).to_have_text([re.compile(r"^2025年\s*\d+$"), re.compile(r"^2024年\s*\d+$")])
    told = [int(text) for text in bars.locator("b").all_inner_texts()]
    widths = bars.locator("i").evaluate_all("bars => bars.map((bar) => bar.offsetWidth)")
    assert widths[1] / widths[0] == pytest.approx(told[1] / told[0], abs=0.02)


def test_same_target_is_followed_through_the_years(opened: OpenAt) -> None:
    page = opened("&q=班主任津贴")
    series = page.locator("#targets-series li")
    expect(series).to_have_count(1)
    expect(series).to_have_text(re.compile(r"班主任津贴\s*望汀区\s*2024年\s*800元\s*→\s*2025年\s*900元\s*\+100元"))
    page.locator("#targets-words").fill("食堂")
    expect(page.locator("#targets-years")).to_be_visible()
    tick(page, "year", "2025")
    expect(page.locator("#targets-years")).to_be_hidden()


@pytest.mark.parametrize("kind", ["CSV", "Excel"])
def test_what_is_asked_for_is_exported_in_its_order(opened: OpenAt, kind: str) -> None:
    page = opened("&unit=辆&sort=amount")
    shown = amounts(page)
    with page.expect_download() as download:
        page.locator("#targets-take").get_by_role("link", name=kind).click()
    content = download.value.path().read_bytes()
    if kind == "CSV":
        table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        table = [[str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    assert download.value.suggested_filename == f"指标.{'csv' if kind == 'CSV' else 'xlsx'}"
    assert [row[table[0].index("原文数字")] for row in table[1:]] == shown


def test_hostile_plan_is_text(opened: OpenAt, faults: list[str]) -> None:
    page = opened("&region=示例县&q=" + "<img src=x onerror=alert(1)>".replace(" ", "+"))
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text(HOSTILE_TITLE)
    rows(page).locator("summary").click()
    expect(rows(page)).to_contain_text("<script>alert(2)</script>")
    page.locator("#targets-clear").click()
    page.locator("#targets-words").fill("")
    expect(page.locator("#targets-boxes")).to_contain_text(HOSTILE_TITLE)
    expect(page.locator("#targets :is(img, script, a:not([data-item], .take a))")).to_have_count(0)
    assert faults == []


def test_nonsense_in_the_address_does_no_harm(opened: OpenAt, faults: list[str]) -> None:
    page = opened("&sort=__proto__&turned=x&at=999999&by=%22%5D&year=2025&year=abc")
    expect(rows(page).first).to_be_visible()
    expect(page.locator(".pager")).to_contain_text("第5页，共5页")
    assert faults == []


def test_server_sorts_and_filters_within_a_fifth_of_a_second(opened: OpenAt, address: str) -> None:
    page = opened()
    for query in ("", "?sort=amount&turned=1", "?q=校车&unit=辆", "?sort=what&at=9"):
        took = []
        for _ in range(5):
            begun = time.perf_counter()
            assert page.request.get(f"{address}/targets{query}").ok
            took.append(time.perf_counter() - begun)
        assert min(took) < QUICK, query


@pytest.mark.parametrize(("language", "said"), [("zh-TW", "計劃裏的指標"), ("en-GB", "Targets in the plans")])
def test_page_speaks_the_readers_language(opened: OpenAt, language: str, said: str) -> None:
    page = opened(locale=language)
    expect(page.get_by_role("heading", name=said)).to_be_visible()
    if language == "en-GB":
        expect(summary(page)).to_have_text(re.compile(r"^Targets: \d+, in plans: 6$"))
        own = page.locator("#targets").evaluate(
            """(pane) => [...pane.querySelectorAll("th, legend, summary, button, .tables-head, .chart label, .hint")]
            .filter((one) => /[一-龥]/.test(one.innerText)).map((one) => one.innerText)"""
        )
        assert own == []


@pytest.mark.parametrize("width", [360, 768, 1400, 2560])
def test_page_needs_no_scrolling_sideways(opened: OpenAt, width: int) -> None:
    page = opened(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    inside = "(rows) => rows.every((row) => row.getBoundingClientRect().right <= innerWidth)"
    assert page.locator("#targets-table :is(tr, th)").evaluate_all(inside)


def test_phone_shows_a_card_a_target_and_folds_the_rest(opened: OpenAt) -> None:
    page = opened("&q=校车", width=390)
    expect(page.locator("#targets-boxes")).to_be_hidden()
    expect(page.locator("#targets-bars")).to_be_hidden()
    page.locator("#targets-narrow > summary").click()
    tick(page, "year", "2025")
    card = rows(page).first
    assert card.evaluate("(row) => getComputedStyle(row).display") == "block"
    expect(card).to_be_visible()
    expect(page.locator("#targets-narrow > summary")).to_have_text("筛选 (1)")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_no_serious_fault(opened: OpenAt, width: int, scheme: str) -> None:
    page = opened("&q=校车", width=width, scheme=scheme)
    rows(page).first.locator("summary").click()
    assert serious(page) == []
