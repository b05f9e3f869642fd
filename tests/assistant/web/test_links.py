"""The original is one click away from each tab."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.assistant.web.conftest import OpenAt
from tests.assistant.web.test_page import ask


def is_open_at(page: Page, words: str) -> None:
    """The reading view is open, at an item that holds the words, and the address names plan and item."""
    aimed = page.locator(".is-aimed")
    expect(aimed).to_contain_text(words)
    expect(aimed).to_be_in_viewport()
    expect(page.get_by_role("tab", name="计划", exact=True)).to_have_attribute("aria-selected", "true")
    assert {"plan", "item"} <= parse_qs(urlsplit(page.url).query).keys()


def test_citation_leads_to_its_item_in_the_whole_plan_and_back(page: Page) -> None:
    ask(page, "望汀区2025年课后服务一学期收多少钱？")
    page.locator(".sources:visible .card[open] a[data-item][href*='item=']").first.click()
    is_open_at(page, "收费标准调整为每生每学期320元")
    page.go_back()
    expect(page.get_by_role("tab", name="提问", exact=True)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#chat .bot.message").last).to_contain_text("320元")


@pytest.mark.parametrize(
    ("path", "tab"),
    [("/?tab=compare&topics=课后服务", "compare"), ("/?tab=targets", "targets"), ("/?tab=search&q=课后服务", "search")],
)
def test_link_of_each_table_leads_to_its_item(open_at: OpenAt, path: str, tab: str) -> None:
    link = f"#tab-{tab} a[data-item][href*='item=']"
    page = open_at(path, ready=link)
    page.locator(link).first.click()
    is_open_at(page, "")


def test_address_with_a_parameter_that_gradio_keeps_for_itself_opens_the_page(open_at: OpenAt) -> None:
    page = open_at("/?page=3&plan=x", ready="#composer textarea")
    assert "page=3" not in page.url
