"""The compare tab as people use it, on a desk and on a phone."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from assistant.browsing.comparison import MOST_TOPICS
from tests.assistant.web.conftest import HOSTILE_TITLE, OpenAt, serious

HOSTILE_TOPIC = '"><img src=x onerror=alert(1)> **校车** $x$ [甲](javascript:alert(2)) =1+1'


@pytest.fixture
def opened(open_at: OpenAt) -> OpenAt:
    """Opens the tab with a query."""

    def at(query: str = "", **options: Any) -> Page:
        return open_at(f"/?tab=compare{query}", ready="#compare:not([aria-busy]) #compare-boxes label", **options)

    return at


def row(page: Page, text: str) -> Locator:
    return page.locator(".compare-table tbody tr", has_text=text)


def cells(page: Page, text: str) -> Locator:
    return row(page, text).locator("td")


def compare(page: Page, topics: str) -> None:
    page.locator("#compare-topics").fill(topics)
    page.get_by_role("button", name="对照", exact=True).click()
    page.wait_for_selector("#compare:not([aria-busy])")


def test_each_plan_is_a_row_that_quotes_and_cites_it_newest_first(opened: OpenAt) -> None:
    page = opened()
    compare(page, "课后服务收费；集团化办学")
    expect(page.locator(".compare-table thead th")).to_have_text(["计划", "课后服务收费", "集团化办学"])
    years = page.locator(".compare-table .year").all_inner_texts()
    assert years == ["2025年", "2024年", "2023年", "2022年", "2021年", "2020年"]
    fee = cells(page, "2025年工作要点").first
    expect(fee).to_contain_text("收费标准调整为每生每学期320元")
    expect(fee.locator("blockquote").filter(has_text="收费")).to_have_count(1)
    link = fee.locator(".from a")
    expect(link).to_have_text("第三部分第1条")
    expect(link).to_have_attribute("aria-label", "《望汀区教育局2025年工作要点》第三部分第1条")
    expect(link).to_have_attribute("href", re.compile(r"^/\?plan=\w+&item=%E4%B8%89\.1&mark="))
    expect(page.locator("#compare-summary")).to_have_text("课后服务收费：6份中有5份提到；集团化办学：6份中有2份提到")


def test_plan_that_says_nothing_is_said_to(opened: OpenAt) -> None:
    page = opened("&topics=集团化办学")
    expect(cells(page, "霁山县")).to_have_text("没有提到")
    expect(cells(page, "2024年工作要点")).not_to_contain_text("没有提到")


def test_quote_keeps_the_plans_own_characters_and_names_their_script(opened: OpenAt) -> None:
    page = opened("&topics=校车")
    quote = cells(page, "青嵐縣").locator("blockquote").first
    expect(quote).to_contain_text("全縣校車86輛")
    expect(quote).to_have_attribute("lang", "zh-Hant")


def test_suggestion_is_added_compared_and_taken_back(opened: OpenAt) -> None:
    page = opened()
    expect(page.locator(".compare-table")).to_have_count(0)
    button = page.locator("#compare-suggested").get_by_role("button", name="校车")
    button.click()
    expect(page.locator("#compare-topics")).to_have_value("校车")
    expect(cells(page, "2025年工作要点")).to_contain_text("校车由46辆增加到50辆")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    button.click()
    expect(page.locator("#compare-topics")).to_have_value("")
    expect(page.locator(".compare-table")).to_have_count(0)


def test_topics_stand_on_lines_of_their_own_and_ctrl_enter_compares(opened: OpenAt) -> None:
    page = opened()
    page.locator("#compare-topics").press_sequentially("校车")
    page.keyboard.press("Enter")
    page.keyboard.type("食堂")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".compare-table thead th")).to_have_text(["计划", "校车", "食堂"])
    expect(page).to_have_url(re.compile("topics="))


def test_regions_years_and_plans_narrow_and_can_be_taken_off(opened: OpenAt) -> None:
    page = opened("&topics=校车")
    expect(page.locator(".compare-table tbody tr")).to_have_count(6)
    page.locator('#compare-boxes [name="region"][value="望汀区"]').check()
    expect(page.locator(".compare-table.plan-columns thead th")).to_have_count(3)
    page.locator('#compare-boxes [name="year"][value="2021"]').check()
    expect(page.locator("#compare-notice")).to_have_text("没有计划同时符合所选的地区、年份和计划，请去掉一项。")
    page.locator("#compare-clear").click()
    expect(page.locator(".compare-table tbody tr")).to_have_count(6)
    expect(page.locator("#compare-notice")).to_be_hidden()


def test_few_plans_stand_side_by_side_where_there_is_one_topic(opened: OpenAt) -> None:
    page = opened("&topics=校车&region=望汀区")
    heads = page.locator(".plan-columns thead th")
    expect(heads).to_contain_text(["内容", "2025年", "2024年"])
    expect(page.locator(".plan-columns tbody td")).to_contain_text(["增加到50辆", "全区46辆校车"])
    compare(page, "校车；食堂")
    expect(page.locator(".plan-rows tbody tr")).to_have_count(2)


def test_address_leads_to_the_same_table_and_back_from_an_item(opened: OpenAt) -> None:
    page = opened("&topics=校车；食堂&year=2024&year=2025")
    expect(page.locator("#compare-topics")).to_have_value("校车；食堂")
    expect(page.locator("#compare-boxes input:checked")).to_have_count(2)
    shown = page.locator(".compare-table").inner_text()
    page.locator(".compare-table .from a").first.click()
    expect(page).to_have_url(re.compile(r"\?plan=\w+&item="))
    page.go_back()
    expect(page).to_have_url(re.compile("tab=compare"))
    assert page.locator(".compare-table").inner_text() == shown
    page.reload()
    expect(page.locator(".compare-table tbody tr")).to_have_count(2)
    assert page.locator(".compare-table").inner_text() == shown


def test_plans_are_named_by_their_ids_and_one_that_is_gone_is_said(opened: OpenAt) -> None:
    page = opened("&topics=校车")
    for place in (0, 2):
        page.locator('#compare-boxes [name="plans"]').nth(place).check()
    expect(page.locator(".compare-table thead th")).to_have_count(3)
    plans = re.search(r"plans=(\w+)%2C(\w+)", page.url)
    assert plans
    page = opened(f"&topics=校车&plans={plans[1]},gone")
    expect(page.locator("#compare-notice")).to_have_text("所选的计划有1份已经不在库里了。")
    expect(page.locator(".compare-table thead th")).to_have_count(2)
    page = opened("&topics=校车&plans=gone")
    expect(page.locator("#compare-notice")).to_have_text("所选的计划已经不在库里了，请重新选择。")


def test_long_cell_is_folded_and_unfolds_by_keyboard(opened: OpenAt) -> None:
    page = opened("&topics=教师招聘和培训；安全；寄宿生；资助")
    more = page.locator(".compare-table .more").first
    expect(more.locator("blockquote").first).to_be_hidden()
    more.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(more.locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize(
    ("topics", "said"),
    [
        ("；".join(f"题目{number}" for number in range(MOST_TOPICS + 1)), f"现在有{MOST_TOPICS + 1}项"),
        ("校" * 201, "最多200个字"),
        ("。！", "请写下要对照的内容"),
    ],
)
def test_topics_that_cannot_be_compared_are_answered_and_kept(opened: OpenAt, topics: str, said: str) -> None:
    page = opened()
    compare(page, topics)
    expect(page.locator("#compare-notice")).to_contain_text(said)
    expect(page.locator("#compare-topics")).to_have_value(topics)
    expect(page.locator("#compare-take")).to_be_hidden()


@pytest.mark.parametrize("kind", ["CSV", "Excel"])
def test_table_is_exported(opened: OpenAt, kind: str) -> None:
    page = opened("&topics=集团化办学&region=望汀区&region=霁山县")
    with page.expect_download() as download:
        page.locator("#compare-take").get_by_role("link", name=kind).click()
    content = Path(download.value.path()).read_bytes()
    if kind == "CSV":
        table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        table = [[str(value or "") for value in row] for row in sheet.iter_rows(values_only=True)]
    assert download.value.suggested_filename == f"对照表 集团化办学.{'csv' if kind == 'CSV' else 'xlsx'}"
    assert table[0] == ["计划", "年份", "集团化办学", "集团化办学 · 出处"]
    assert [row[1] for row in table[1:]] == ["2025", "2024", "2021"]
    assert table[1][3] == "《望汀区教育局2025年工作要点》第二部分第6条"
    assert table[3][2:] == ["（未提及）", ""]


def test_hostile_topic_and_plan_are_text(opened: OpenAt, faults: list[str]) -> None:
    page = opened()
    compare(page, f"网站；{HOSTILE_TOPIC}")
    expect(page.locator(".compare-table thead th").last).to_have_text(HOSTILE_TOPIC)
    expect(row(page, "2020年")).to_contain_text(HOSTILE_TITLE)
    expect(cells(page, "2020年").first).to_contain_text("<script>alert(2)</script>")
    expect(page.locator("#compare-boxes")).to_contain_text(HOSTILE_TITLE)
    expect(page.locator("#compare :is(img, script, em, a:not([data-item], .take a))")).to_have_count(0)
    page.reload()
    expect(page.locator(".compare-table thead th").last).to_have_text(HOSTILE_TOPIC)
    assert faults == []


def test_nonsense_in_the_address_does_no_harm(opened: OpenAt, faults: list[str]) -> None:
    page = opened("&topics=校车&year=abc&year=99999999&plans=,,&region=")
    expect(page.locator(".compare-table, #compare-notice:not(:empty)").first).to_be_visible()
    assert faults == []


@pytest.mark.parametrize(("language", "said"), [("zh-TW", "沒有提到"), ("en-GB", "Not mentioned")])
def test_page_speaks_the_readers_language(opened: OpenAt, language: str, said: str) -> None:
    page = opened("&topics=集团化办学", locale=language)
    expect(cells(page, "霁山县")).to_have_text(said)
    if language == "en-GB":
        expect(page.locator("#compare-summary")).to_have_text("集团化办学: in 2 of 6 plans")
        expect(page.locator("#compare-suggested button").filter(has_text="school bus")).to_contain_text("校车")
        own = page.locator("#compare").evaluate(
            """(pane) => [...pane.querySelectorAll("legend, summary, .go, .tables-head, label > span:not([lang]), p.hint")]
            .filter((one) => /[一-龥]/.test(one.innerText)).map((one) => one.innerText)"""
        )
        assert own == []


@pytest.mark.parametrize("width", [360, 768, 1400, 2560])
def test_page_needs_no_scrolling_sideways(opened: OpenAt, width: int) -> None:
    page = opened("&topics=校车；食堂；课后服务；安全；近视；招聘", width=width)
    expect(page.locator(".compare-table tbody tr")).to_have_count(6)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_phone_shows_a_card_a_plan_that_names_its_topics(opened: OpenAt) -> None:
    page = opened("&topics=校车；食堂", width=390)
    card = row(page, "2025年工作要点")
    assert card.evaluate("(row) => getComputedStyle(row).display") == "block"
    labels = card.locator("td").evaluate_all("cells => cells.map((cell) => getComputedStyle(cell, '::before').content)")
    assert labels == ['"校车"', '"食堂"']
    assert card.evaluate("(row) => row.getBoundingClientRect().right <= innerWidth")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_no_serious_fault(opened: OpenAt, width: int, scheme: str) -> None:
    page = opened("&topics=校车；集团化办学", width=width, scheme=scheme)
    expect(page.locator(".compare-table")).to_be_visible()
    assert serious(page) == []
    page.locator("#compare-topics").fill("")
    compare(page, "题；" * 8 + "一；二；三；四；五；六；七")
    expect(page.locator("#compare-notice")).to_be_visible()
    assert serious(page) == []
