"""The search tab in a real browser, as staff use it with the keyboard."""

import csv
import io
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, Route, expect

from tests.assistant.web.conftest import HOSTILE_TITLE, OpenAt


@pytest.fixture
def opened(open_at: OpenAt) -> OpenAt:
    """Opens the page at an address of its own, and waits for the search tab."""

    def at(path: str = "/?tab=search", *, ready: str = "#search-summary:not(:empty)", **options: Any) -> Page:
        return open_at(path, ready=ready, **options)

    return at


def look_for(page: Page, words: str) -> None:
    page.locator("#search-words").press_sequentially(words)
    expect(page.locator("#search")).not_to_have_attribute("aria-busy", "true", timeout=30_000)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_hits_come_while_one_types_with_the_words_marked_in_either_script(opened: OpenAt, faults: list[str]) -> None:
    page = opened()
    expect(page.locator("#search-summary")).to_contain_text("可查6份计划")
    look_for(page, "教師")
    expect(page.locator("#search-summary")).to_have_text(re.compile(r"\d+条含有这些词，见于5份计划"))
    marks = set(page.locator("#search-hits mark").all_inner_texts())
    assert marks == {"教师", "教師"}
    assert query(page) == {"tab": ["search"], "q": ["教師"]}
    assert faults == []


def test_all_hits_can_be_shown(opened: OpenAt) -> None:
    page = opened("/?tab=search&q=教师")
    expect(page.locator("#search-hits .hit")).to_have_count(20)
    count = int(re.findall(r"^\d+", page.locator("#search-summary").inner_text())[0])
    assert count > 40
    page.locator(".more button").last.click()
    expect(page.locator("#search-hits .hit")).to_have_count(count)
    expect(page.locator(".more button")).to_have_count(0)
    expect(page.locator("#search-hits .hit-link").nth(20)).to_be_focused()


def test_near_meaning_is_a_group_of_its_own(opened: OpenAt) -> None:
    page = opened("/?tab=search&q=放学没人接")
    expect(page.locator("#search-summary")).to_have_text("没有条目含有这些词。")
    expect(page.locator("#search-hits")).to_contain_text("可以换个说法")
    expect(page.locator("#search-near h2")).to_contain_text("意思相近的条目")
    expect(page.locator("#search-near .hit").first).to_contain_text("课后服务")


def test_filters_have_counts_narrow_and_stay_in_the_address(opened: OpenAt) -> None:
    page = opened("/?tab=search&q=教师")
    box = page.locator('#search-facets input[name="region"][value="望汀区"]')
    wanted = box.locator("xpath=..").locator("small").inner_text()
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#search-summary")).to_have_text(re.compile(rf"^{wanted}条"))
    expect(box).to_be_focused()
    assert query(page)["region"] == ["望汀区"]
    page.reload()
    expect(page.locator("#search-summary")).to_have_text(re.compile(rf"^{wanted}条"))
    expect(box).to_be_checked()
    page.get_by_role("button", name="取消全部筛选").click()
    expect(page.locator("#search-summary")).not_to_have_text(re.compile(rf"^{wanted}条"))
    assert "region" not in query(page)


def test_sorting_by_year_puts_the_newest_first_and_stays_in_the_address(opened: OpenAt) -> None:
    page = opened("/?tab=search&q=校车")
    page.locator("#search-order").select_option("year")
    expect(page.locator("#search-hits .hit").first).to_contain_text("2025年")
    expect(page.locator("#search-hits .hit").last).to_contain_text("2021年")
    assert query(page)["sort"] == ["year"]


def test_keyboard_alone_leads_to_an_item_and_back(opened: OpenAt, faults: list[str]) -> None:
    page = opened("/", ready=".shelf")
    page.keyboard.press("/")
    expect(page.locator("#search-words")).to_be_focused()
    look_for(page, "校车")
    page.wait_for_selector("#search-hits .hit")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#search-hits .hit-link").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".reader .item.is-aimed mark").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(second).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-words")).to_be_focused()
    assert query(page) == {"tab": ["search"], "q": ["校车"]}
    assert faults == []


def test_control_k_comes_back_to_what_was_searched_for(opened: OpenAt) -> None:
    page = opened("/?tab=search&q=校车")
    page.wait_for_selector("#search-hits .hit")
    page.locator("#tab-ask-button").click()
    expect(page.locator("#search-words")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.locator("#search-words")).to_be_focused()
    expect(page.locator("#search-words")).to_have_value("校车")
    assert query(page)["q"] == ["校车"]


def test_slash_in_a_box_is_a_slash(opened: OpenAt) -> None:
    page = opened()
    look_for(page, "2024/25")
    expect(page.locator("#search-words")).to_have_value("2024/25")


def test_nothing_is_looked_up_while_a_word_is_being_composed(opened: OpenAt) -> None:
    page = opened()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/find?" in request.url else None)
    client = page.context.new_cdp_session(page)
    page.locator("#search-words").focus()
    for letters in ("x", "xi", "xiao", "xiaoche"):
        client.send(
            "Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        )
    page.wait_for_timeout(500)
    assert asked == []
    client.send("Input.insertText", {"text": "校车"})
    expect(page.locator("#search-summary")).to_have_text("5条含有这些词，见于5份计划")
    assert len(asked) == 1


def test_older_answer_never_takes_the_place_of_a_newer_one(opened: OpenAt) -> None:
    page = opened()

    def delay(route: Route) -> None:
        page.wait_for_timeout(900)
        route.continue_()

    page.route(re.compile(r"/find\?q=%E6%95%99%E5%B8%88&"), delay)
    look_for_words = page.locator("#search-words")
    look_for_words.fill("教师")
    page.wait_for_timeout(250)
    look_for_words.fill("校车")
    expect(page.locator("#search-summary")).to_have_text("5条含有这些词，见于5份计划")
    page.wait_for_timeout(1200)
    expect(page.locator("#search-summary")).to_have_text("5条含有这些词，见于5份计划")


def test_all_that_was_found_can_be_taken_away_as_csv_and_excel(opened: OpenAt) -> None:
    page = opened("/?tab=search&q=教师&year=2024")
    page.wait_for_selector("#search-hits .hit")
    count = int(re.findall(r"^\d+", page.locator("#search-summary").inner_text())[0])
    with page.expect_download() as begun:
        page.get_by_role("link", name="CSV").click()
    assert begun.value.suggested_filename == "检索结果 教师.csv"
    content = begun.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len([row for row in rows if row[-1] == "含有这些词"]) == count
    assert {row[4] for row in rows[1:]} == {"2024"}
    with page.expect_download() as begun:
        page.get_by_role("link", name="Excel").click()
    sheet = load_workbook(io.BytesIO(begun.value.path().read_bytes())).worksheets[0]
    assert next(cell.value for cell in sheet[2]) == rows[1][0]
    assert sheet.max_row == len(rows)


@pytest.mark.parametrize(
    "words",
    ["<img src=x onerror=alert(1)>", '"><script>alert(2)</script>', "img src", "${alert(1)}", "网站", "%00", "'"],
)
def test_hostile_words_and_plans_are_text(opened: OpenAt, faults: list[str], words: str) -> None:
    page = opened()
    page.locator("#search-words").fill(words)
    page.wait_for_timeout(700)
    expect(page.locator("#search")).not_to_have_attribute("aria-busy", "true", timeout=30_000)
    expect(page.locator("#search img, #search script")).to_have_count(0)
    if words in {"网站", "img src"}:
        expect(page.locator("#search-hits")).to_contain_text("<img src=x onerror=alert(1)>")
        expect(page.locator("#search-facets")).to_contain_text(HOSTILE_TITLE)
    assert faults == []


def test_server_that_is_gone_is_said(opened: OpenAt) -> None:
    page = opened()
    page.route("**/find?**", lambda route: route.abort())
    page.locator("#search-words").fill("校车")
    expect(page.locator("#search-summary")).to_contain_text("连不上服务器")


@pytest.mark.parametrize(
    ("locale", "said"),
    [("zh-TW", "5條含有這些詞，見於5份計劃"), ("en-US", "Items that hold these words: 5, in plans: 5")],
)
def test_search_speaks_the_reader_s_language(opened: OpenAt, faults: list[str], locale: str, said: str) -> None:
    page = opened("/?tab=search&q=校车", locale=locale)
    expect(page.locator("#search-summary")).to_have_text(said)
    if locale == "en-US":
        own = page.locator(".search-bar label > span, legend, #search-narrow > summary, #search-near h2, #search .hint")
        assert [text for text in own.all_inner_texts() if re.search("[\u4e00-\u9fff]", text)] == []
    assert faults == []


@pytest.mark.parametrize("width", [360, 390, 2560])
def test_search_needs_no_scrolling_sideways(opened: OpenAt, width: int) -> None:
    page = opened("/?tab=search&q=教师", width=width)
    page.wait_for_selector("#search-hits .hit")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 960:
        expect(page.locator("#search-facets")).to_be_hidden()
        page.locator("#search-narrow > summary").click()
    expect(page.locator("#search-facets")).to_be_visible()
