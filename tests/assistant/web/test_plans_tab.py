"""The plans tab in a real browser: the list, a plan to be read, two side by side, the original file."""

import re
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.assistant.web.conftest import HOSTILE_PLAN, HOSTILE_TITLE, ROOT, OpenAt, serious
from tests.assistant.web.test_page import ask, open_card

WANGTING_2024, WANGTING_2025, QINGLAN = (
    "望汀区教育局2024年工作要点",
    "望汀区教育局2025年工作要点",
    "青嵐縣教育局關於推進教育高質量發展的實施意見",
)


@pytest.fixture
def opened(open_at: OpenAt) -> OpenAt:
    """Opens the page at an address of its own, and waits for the plans tab."""

    def at(path: str = "/?tab=plans", *, ready: str = ".plan-table", **options: Any) -> Page:
        return open_at(path, ready=ready, **options)

    return at


@pytest.fixture(scope="module")
def ids(browser: Browser, address: str) -> dict[str, str]:
    """The plans' ids by title, as the list links them."""
    page = browser.new_page()
    page.goto(f"{address}/?tab=plans")
    page.wait_for_selector(".plan-table a")
    links = page.locator(".plan-table a").evaluate_all(
        "all => all.map(a => [a.textContent, new URL(a.href).searchParams.get('plan')])"
    )
    page.close()
    return dict(links)


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def years(page: Page) -> list[str]:
    return page.locator('.plan-table td[data-name="year"]').all_inner_texts()


def test_list_shows_what_is_known_of_each_plan_newest_first(opened: OpenAt, faults: list[str]) -> None:
    page = opened()
    assert years(page) == ["2025", "2024", "2023", "2022", "2021", "2020"]
    row = page.locator(".plan-table tbody tr").nth(1)
    expect(row.locator("td")).to_have_text(
        [WANGTING_2024, "望汀区", "2024", "望汀区教育局", "望教〔2024〕6号", "2024年2月26日", "36", "wangting-2024.txt"]
    )
    assert faults == []


def test_list_is_sorted_by_any_column_and_turned_around(opened: OpenAt) -> None:
    page = opened()
    page.get_by_role("button", name="年份").click()
    expect(page.locator('.plan-table td[data-name="year"]').first).to_have_text("2020")
    expect(page.get_by_role("button", name="年份")).to_be_focused()
    expect(page.locator("th", has_text="年份")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="条数").click()
    expect(page.locator("th", has_text="条数")).to_have_attribute("aria-sort", "descending")
    counts = [int(count) for count in page.locator('.plan-table td[data-name="items"]').all_inner_texts()]
    assert counts == sorted(counts, reverse=True)


def test_list_is_filtered_in_either_script(opened: OpenAt) -> None:
    page = opened()
    page.locator("#plans-filter").press_sequentially("青岚县 2022")
    expect(page.locator("#plans-summary")).to_have_text("1份计划")
    expect(page.locator(".plan-table tbody tr")).to_contain_text(QINGLAN)
    page.locator("#plans-filter").fill("没有这样的")
    expect(page.locator("#plans-table")).to_contain_text("没有这样的计划")


def test_plan_is_read_with_outline_sections_and_items_in_order(
    opened: OpenAt, ids: dict[str, str], faults: list[str]
) -> None:
    page = opened()
    page.get_by_role("link", name=WANGTING_2024).click()
    expect(page.locator(".reader h2")).to_have_text(WANGTING_2024)
    expect(page.locator(".reader .item")).to_have_count(36)
    expect(page.locator(".reader .heading")).to_have_count(5)
    expect(page.locator(".reader .item-number").nth(16)).to_have_text("第16条")
    assert query(page) == {"plan": [ids[WANGTING_2024]]}
    last = page.locator(".outline a", has_text="第35条")
    last.click()
    expect(page.locator('.item[data-ref="35"]')).to_be_in_viewport()
    expect(page.locator('.item[data-ref="35"]')).to_be_focused()
    expect(page.locator(".outline a[aria-current]")).to_contain_text("第35条")
    assert query(page)["item"] == ["35"]
    page.locator(".outline .fold").first.click()
    expect(page.locator(".outline a", has_text="第1条").first).to_be_hidden()
    page.go_back()
    expect(page.locator(".plan-table")).to_be_visible()
    assert faults == []


def test_outline_follows_as_one_scrolls(opened: OpenAt, ids: dict[str, str]) -> None:
    page = opened(f"/?plan={ids[WANGTING_2024]}", ready=".reader")
    page.locator('.item[data-ref="20"]').evaluate("item => item.scrollIntoView()")
    expect(page.locator(".outline a[aria-current]")).to_contain_text("第20条")
    expect(page.locator(".outline a[aria-current]")).to_be_in_viewport()


def test_permanent_link_opens_the_item_with_the_words_marked(
    opened: OpenAt, ids: dict[str, str], faults: list[str]
) -> None:
    page = opened(f"/?plan={ids[WANGTING_2025]}&item=三.1&mark=每生每学期320元", ready=".reader .is-aimed")
    expect(page.locator(".is-aimed mark")).to_have_text("每生每学期320元")
    expect(page.locator(".is-aimed mark")).to_be_in_viewport()
    expect(page.locator("mark")).to_have_count(1)
    assert page.title().startswith(f"《{WANGTING_2025}》")
    assert faults == []


def test_unknown_item_and_plan_are_said_and_what_there_is_is_shown(
    opened: OpenAt, ids: dict[str, str], faults: list[str]
) -> None:
    page = opened(f"/?plan={ids[WANGTING_2025]}&item=99", ready=".reader")
    expect(page.locator("#plans-toast")).to_contain_text("没有这一条")
    expect(page.locator(".reader .item").first).to_be_visible()
    page = opened("/?plan=gone&item=1", ready=".unknown")
    expect(page.get_by_role("alert")).to_contain_text("库里没有这份计划")
    page.locator(".unknown a", has_text=WANGTING_2024).click()
    expect(page.locator(".reader h2")).to_have_text(WANGTING_2024)
    assert faults == []


def test_words_are_found_in_the_plan_counted_and_stepped_through(opened: OpenAt, ids: dict[str, str]) -> None:
    page = opened(f"/?plan={ids[QINGLAN]}", ready=".reader")
    box = page.locator("#reader-words")
    box.press_sequentially("校车")
    expect(page.locator("#reader-count")).to_have_text(re.compile(r"^1/\d+$"))
    count = int(page.locator("#reader-count").inner_text().split("/")[1])
    assert set(page.locator(".reader mark").all_inner_texts()) == {"校車"}
    assert count == page.locator(".reader mark").count() > 1
    box.press("Enter")
    expect(page.locator("#reader-count")).to_have_text(f"2/{count}")
    expect(page.locator("mark.is-current")).to_be_in_viewport()
    box.press("Shift+Enter")
    box.press("Shift+Enter")
    expect(page.locator("#reader-count")).to_have_text(f"{count}/{count}")
    page.get_by_role("button", name="下一处").click()
    expect(page.locator("#reader-count")).to_have_text(f"1/{count}")
    box.fill("没有的词")
    expect(page.locator("#reader-count")).to_have_text("没有")
    expect(page.locator(".reader mark")).to_have_count(0)
    box.press("Escape")
    expect(box).to_have_value("")
    expect(page.locator(".reader")).to_be_visible()


def test_marks_leave_the_text_as_it_is(opened: OpenAt, ids: dict[str, str]) -> None:
    page = opened(f"/?plan={ids[WANGTING_2024]}", ready=".reader")
    before = page.locator(".reader .text").all_inner_texts()
    for words in ("教", "健全党组织领导的校长负责制。在2023年", "一 坚持"):
        page.locator("#reader-words").fill(words)
        expect(page.locator("#reader-count")).to_have_text(re.compile(r"^1/"))
        assert page.locator(".reader .text").all_inner_texts() == before
    page.locator("#reader-words").fill("")
    expect(page.locator(".reader mark")).to_have_count(0)
    assert page.locator(".reader .text").all_inner_texts() == before


def test_link_and_citation_of_an_item_are_copied(opened: OpenAt, address: str, ids: dict[str, str]) -> None:
    page = opened(f"/?plan={ids[WANGTING_2024]}", ready=".reader")
    page.get_by_role("button", name="复制出处 第18条").click()
    expect(page.locator("#plans-toast")).to_contain_text("已复制：《望汀区教育局2024年工作要点》第18条")
    assert page.evaluate("navigator.clipboard.readText()") == "《望汀区教育局2024年工作要点》第18条"
    page.get_by_role("button", name="复制链接 第18条").click()
    expect(page.locator("#plans-toast")).to_contain_text("item=18")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}/?plan={ids[WANGTING_2024]}&item=18"
    page.goto(link)
    expect(page.locator('.item.is-aimed[data-ref="18"]')).to_be_in_viewport()


def test_original_file_is_handed_out_byte_for_byte_and_never_shown(
    opened: OpenAt, address: str, ids: dict[str, str]
) -> None:
    page = opened(f"/?plan={ids[WANGTING_2024]}", ready=".reader")
    with page.expect_download() as begun:
        page.get_by_role("link", name="下载原件").click()
    assert begun.value.suggested_filename == "wangting-2024.txt"
    assert Path(begun.value.path()).read_bytes() == (ROOT / "plans" / "wangting-2024.txt").read_bytes()
    answer = page.request.get(f"{address}/plans/{ids[HOSTILE_TITLE]}/original")
    assert answer.body().decode() == HOSTILE_PLAN
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "path",
    [
        "/plans/gone/original",
        "/plans/../original",
        "/plans/..%2F..%2Feduplan.json/original",
        "/plans/%2Fetc%2Fpasswd/original",
    ],
)
def test_nothing_but_the_originals_of_plans_is_handed_out(page: Page, address: str, path: str) -> None:
    answer = page.request.get(address + path, max_redirects=0)
    assert answer.status == 404


def test_two_plans_stand_side_by_side_with_their_sections_aligned(
    opened: OpenAt, ids: dict[str, str], faults: list[str]
) -> None:
    page = opened(f"/?plan={ids[WANGTING_2024]}", ready=".reader")
    page.locator("#reader-beside").select_option(ids[WANGTING_2025])
    page.wait_for_selector(".beside-view")
    assert query(page) == {"plan": [ids[WANGTING_2024]], "beside": [ids[WANGTING_2025]]}
    rows = page.locator(".beside-row")
    expect(rows.last.locator(".heading")).to_have_text(
        ["五 提升治理水平，守牢安全稳定底线", "五 提升治理效能，营造良好教育环境"]
    )
    left, right = (cell.bounding_box() for cell in rows.last.locator(".beside-cell").all())
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    page.keyboard.press("Escape")
    expect(page.locator(".reader h2")).to_have_text(WANGTING_2024)
    assert faults == []


def test_two_plans_on_a_phone_stand_below_each_other_and_a_switch_shows_one(
    opened: OpenAt, ids: dict[str, str]
) -> None:
    page = opened(f"/?plan={ids[WANGTING_2024]}&beside={ids[WANGTING_2025]}", width=390, ready=".beside-view")
    upper, lower = (cell.bounding_box() for cell in page.locator(".beside-row").last.locator(".beside-cell").all())
    assert upper
    assert lower
    assert upper["y"] + upper["height"] <= lower["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("radio", name=WANGTING_2025).check()
    expect(page.locator('[data-side="left"]').first).to_be_hidden()
    expect(page.locator('[data-side="right"]').first).to_be_visible()


def test_item_link_of_another_tab_opens_the_reading_view_and_back_returns(opened: OpenAt, ids: dict[str, str]) -> None:
    page = opened("/?tab=search&q=校车", ready="#search-hits .hit")
    page.locator(".hit-link", has_text="第31条").click()
    expect(page.locator('.item.is-aimed[data-ref="31"] mark').first).to_be_in_viewport()
    page.get_by_role("link", name="返回查找结果").click()
    expect(page.locator("#search-words")).to_have_value("校车")
    expect(page.locator("#search-words")).to_be_visible()
    page.go_forward()
    expect(page.locator(".reader h2")).to_have_text(WANGTING_2024)


def test_hostile_plan_is_text_wherever_it_is_read(opened: OpenAt, ids: dict[str, str], faults: list[str]) -> None:
    page = opened(f"/?plan={ids[HOSTILE_TITLE]}&item=1&mark=<img src=x onerror=alert(1)>", ready=".reader .is-aimed")
    expect(page.locator(".reader h2")).to_have_text(HOSTILE_TITLE)
    expect(page.locator(".is-aimed mark")).to_have_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".is-aimed")).to_contain_text("<script>alert(2)</script>")
    expect(page.locator("#plans img, #plans script")).to_have_count(0)
    page.get_by_role("button", name="复制出处").nth(0).click()
    expect(page.locator("#plans-toast")).to_contain_text(HOSTILE_TITLE)
    page.locator("#reader-beside").select_option(ids[WANGTING_2024])
    expect(page.locator(".beside-view")).to_contain_text(HOSTILE_TITLE)
    expect(page.locator("#plans img, #plans script")).to_have_count(0)
    assert faults == []


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en-US", ("Original file", "Find in this plan", "item 18")), ("zh-TW", ("下載原件", "在本計劃中查找", "第18條"))],
)
def test_reading_view_speaks_the_reader_s_language_and_leaves_the_plan_its_own(
    opened: OpenAt, ids: dict[str, str], locale: str, words: tuple[str, ...]
) -> None:
    page = opened(f"/?plan={ids[WANGTING_2024]}", locale=locale, ready=".reader")
    html = page.locator(".reader").inner_html()
    assert [word for word in words if word not in html] == []
    expect(page.locator('.item[data-ref="18"] .text')).to_contain_text("保证学生每天校内、校外各1小时体育活动")
    page.locator(".languages a", has_text="简体").click()
    expect(page.locator(".reader h2")).to_have_text(WANGTING_2024)
    expect(page.get_by_role("link", name="下载原件")).to_be_visible()


@pytest.mark.parametrize("width", [360, 390, 2560])
def test_plans_need_no_scrolling_sideways(opened: OpenAt, ids: dict[str, str], width: int) -> None:
    page = opened(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(page.url.split("?")[0] + f"?plan={ids[HOSTILE_TITLE]}&item=1")
    page.wait_for_selector(".reader .is-aimed")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator(".is-aimed")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(
    opened: OpenAt, ids: dict[str, str], width: int, scheme: Literal["light", "dark"]
) -> None:
    page = opened(width=width)
    page.emulate_media(color_scheme=scheme)
    places = (
        ("?tab=search&q=课后服务", "#search-near .hit"),
        ("?tab=plans", ".plan-table"),
        (f"?plan={ids[WANGTING_2024]}&item=16&mark=课后服务", ".is-aimed mark"),
        (f"?plan={ids[WANGTING_2024]}&beside={ids[QINGLAN]}", ".beside-view"),
    )
    for path, ready in places:
        page.goto(page.url.split("?")[0] + path)
        page.wait_for_selector(ready, timeout=30_000)
        assert (path, serious(page)) == (path, [])


def test_talk_goes_on_beside_what_is_read(page: Page) -> None:
    ask(page, "望汀区2025年课后服务一学期收多少钱？")
    page.locator("#tab-plans-button").click()
    page.wait_for_selector(".plan-table")
    page.locator("#tab-ask-button").click()
    expect(open_card(page).locator("mark")).to_contain_text("320元")
