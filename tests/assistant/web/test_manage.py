"""Manage in a real browser, as staff use it."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.feedback import Kind, Remark, keep
from assistant.manage.password import hash_password
from tests.assistant.web.conftest import ROOT, serious, watch
from tests.assistant.web.test_gate import PASSWORD, served

HOSTILE_NAME = "<img src=x onerror=alert(1)>.txt"
HOSTILE = """松岭县教育局2019年工作要点

一、网站建设

1. **建好**网站。标题写<img src=x onerror=alert(1)>和<script>alert(2)</script>，链接写[甲](javascript:alert(3))，每年检查3次。

3. 用好网站。每周更新2次。

松岭县教育局
2019年3月1日
"""
SECONDS = 60_000  # milliseconds that a busy machine may take


@pytest.fixture(scope="module")
def folder(store_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of its own, with remarks."""
    folder = tmp_path_factory.mktemp("manage") / "store"
    shutil.copytree(store_folder, folder, ignore=shutil.ignore_patterns("feedback*"))  # what other tests asked
    at = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    keep(folder, Remark(Kind.UNANSWERED, "校服<b>多少钱</b>", "zh-Hans", at))
    keep(
        folder,
        Remark(Kind.FAILED, "几点放学", "zh-Hans", at, answer="a", citations=("《甲》第1条",), reason="=HYPERLINK(0)"),
    )
    return folder


@pytest.fixture(scope="module")
def home(folder: Path) -> Iterator[str]:
    """Where the page of that store is served."""
    with served(folder, {}) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def manage(browser: Browser, home: str, folder: Path) -> Iterator[Page]:
    """Manage, in a fresh browser session, with nothing waiting; the browser must meet nothing that should not be."""
    shutil.rmtree(folder / "staging", ignore_errors=True)
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN")
    context.set_default_timeout(SECONDS)
    page = context.new_page()
    watch(page, home, faults)
    page.add_init_script("window.confirm = () => true")  # what is asked before a removal is answered with yes
    page.goto(f"{home}/manage/")
    page.wait_for_selector("#drafts .empty, #drafts .drafts")
    yield page
    context.close()
    assert faults == []


def upload(page: Page, *files: Path) -> None:
    page.locator("input.files").set_input_files(files)
    for file in files:
        expect(page.locator("#drafts .file-name", has_text=file.name)).to_be_visible(timeout=SECONDS)
    expect(page.locator("#drafts .reading")).to_have_count(0, timeout=SECONDS)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def note(page: Page) -> Locator:
    return page.locator("#note .manage-note")


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def test_hostile_file_is_looked_at_mended_added_and_answers(manage: Page, home: str, tmp_path: Path) -> None:
    upload(manage, write(tmp_path, HOSTILE_NAME, HOSTILE))
    detail = manage.locator("#draft-detail")
    expect(detail.locator("h3.file-name")).to_have_text(HOSTILE_NAME)
    expect(detail.locator(".figures")).to_have_text("2个条目，略去2行，存疑1处")
    expect(detail.locator(".doubts")).to_contain_text("“1.”之后是“3.”：中间缺了序号")
    expect(detail.locator("tr.dropped", has_text="松岭县教育局")).to_contain_text("落款单位")
    expect(detail.locator("tr.item").first).to_contain_text("<img src=x onerror=alert(1)>")
    detail.get_by_label("只看略去和存疑的行").check()
    expect(detail.locator("tbody tr:visible")).to_have_count(3)
    expect(detail.locator("#draft-title textarea")).to_have_value("松岭县教育局2019年工作要点")
    detail.locator("#draft-title textarea").fill("松岭县<b>网站</b>要点")
    detail.locator("#draft-year input, #draft-year textarea").fill("2018")
    detail.locator("#draft-add").click()
    expect(note(manage)).to_contain_text("已加入《松岭县<b>网站</b>要点》，2条。", timeout=SECONDS)
    expect(manage.locator("#drafts .empty")).to_be_visible()
    manage.goto(f"{home}/")
    listed = manage.request.get(f"{home}/gradio_api/info")
    assert listed.ok
    open_tab(manage, "计划")
    expect(manage.locator("body")).to_contain_text("松岭县<b>网站</b>要点")


def test_file_of_a_known_name_says_what_it_replaces_and_the_old_one_can_be_had_back(
    manage: Page, tmp_path: Path
) -> None:
    text = (ROOT / "plans" / "jishan-2021.txt").read_text(encoding="utf-8")
    upload(manage, write(tmp_path, "jishan-2021.txt", text.replace("（一）", "（一）新近，", 1)))
    detail = manage.locator("#draft-detail")
    expect(detail.locator(".replacing")).to_contain_text("加入后会替换库里的《霁山县教育局2021年下半年工作计划》")
    expect(detail.locator(".replacing")).to_contain_text("条目数：原来26，现在26")
    expect(detail.locator(".replacing")).to_contain_text("文字有变的条目 1：第（一）条")
    expect(detail.locator("#draft-add")).to_have_text("替换")
    detail.locator("#draft-add").click()
    expect(note(manage)).to_contain_text("已替换《霁山县教育局2021年下半年工作计划》", timeout=SECONDS)
    open_tab(manage, "计划")
    kept = manage.locator("#removed .kept", has_text="霁山县")
    expect(kept).to_have_count(1)
    kept.get_by_role("button", name="放回").click()
    expect(note(manage)).to_contain_text("已放回《霁山县教育局2021年下半年工作计划》，26条。", timeout=SECONDS)
    expect(manage.locator("#plan-detail tbody")).not_to_contain_text("新近")


def test_bad_files_are_refused_each_in_a_sentence_and_the_rest_goes_in(manage: Page, tmp_path: Path) -> None:
    slip = tmp_path / "slip.zip"
    with zipfile.ZipFile(slip, "w") as archive:
        archive.writestr("../../slip.txt", HOSTILE.replace("松岭", "柏原"))
        archive.writestr("empty.txt", "")
    upload(manage, write(tmp_path, "空.docx", ""), slip)
    expect(manage.locator("#drafts li", has_text="空.docx").locator(".refusal")).to_have_text(
        "空.docx是空文件；请选择有计划正文的文件。"
    )
    expect(manage.locator("#drafts li", has_text="slip.zip").locator(".refusal")).to_contain_text("empty.txt是空文件")
    expect(manage.locator("#draft-title textarea")).to_have_value("柏原县教育局2019年工作要点", timeout=SECONDS)
    manage.locator("#draft-year input, #draft-year textarea").fill("19")
    manage.locator("#draft-add").click()
    expect(note(manage)).to_have_text("19不能作为计划的年份；请填1900到2199之间的年份。", timeout=SECONDS)
    manage.locator("#draft-year input, #draft-year textarea").fill("2017")
    manage.locator("#draft-add").click()
    expect(note(manage).first).to_contain_text("已加入《柏原县教育局2019年工作要点》，2条。", timeout=SECONDS)
    assert not list(tmp_path.parent.rglob("slip.txt"))
    manage.locator("#drafts").get_by_role("button", name="放弃", exact=True).click()
    expect(manage.locator("#drafts .empty")).to_be_visible(timeout=SECONDS)


def test_folder_is_chosen_whole_without_what_systems_leave_in_it(manage: Page, tmp_path: Path) -> None:
    (tmp_path / "计划" / "往年").mkdir(parents=True)
    first = write(tmp_path / "计划", "一.txt", HOSTILE.replace("松岭", "柏川"))
    second = write(tmp_path / "计划" / "往年", "二.txt", HOSTILE.replace("松岭", "柳河"))
    write(tmp_path / "计划", "Thumbs.db", "x")
    manage.locator("input.folder").set_input_files(tmp_path / "计划")
    for file in (first, second):
        expect(manage.locator("#drafts .file-name", has_text=file.name)).to_be_visible(timeout=SECONDS)
    expect(manage.locator("#drafts .file-name")).to_have_count(2)


def test_dropped_file_is_taken(manage: Page) -> None:
    dropped = manage.evaluate_handle(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
          return data;
        }""",
        HOSTILE.replace("松岭", "枫桥"),
    )
    manage.dispatch_event(".zone h3", "drop", {"dataTransfer": dropped})
    expect(manage.locator("#drafts .file-name", has_text="dropped.txt")).to_be_visible(timeout=SECONDS)


def test_slow_upload_shows_how_far_it_is_and_can_be_stopped(manage: Page, tmp_path: Path) -> None:
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 100_000}
    manage.context.new_cdp_session(manage).send("Network.emulateNetworkConditions", slow)
    manage.locator("input.files").set_input_files(write(tmp_path, "大.txt", HOSTILE + "课" * 1_000_000))
    row = manage.locator(".arriving li", has_text="大.txt")
    expect(row.locator(".state")).to_have_text("正在上传")
    manage.wait_for_function(
        "() => { const bar = document.querySelector('.arriving progress'); return bar.value > 0 && bar.value < 1; }"
    )
    row.get_by_role("button", name="取消").click()
    expect(row.locator(".state")).to_have_text("已取消")
    expect(manage.locator("#drafts .empty")).to_be_visible()


def test_plan_is_mended_removed_and_put_back(manage: Page) -> None:
    open_tab(manage, "计划")
    manage.get_by_label("筛选计划").fill("2023 栖川")
    expect(manage.locator("#stored .draft:visible")).to_have_count(1)
    manage.locator("#stored .draft:visible").click()
    detail = manage.locator("#plan-detail")
    expect(detail.locator("h3.file-name")).to_have_text("栖川市教育局2023年工作计划")
    expect(detail.locator("#plan-title textarea")).to_have_value("栖川市教育局2023年工作计划")
    detail.locator("#plan-region textarea, #plan-region input").fill("栖川")
    detail.locator("#plan-mend").click()
    expect(note(manage)).to_contain_text("已保存《栖川市教育局2023年工作计划》", timeout=SECONDS)
    expect(detail).to_contain_text("人工更正过：地区")
    detail.get_by_role("button", name="移除").click()
    expect(note(manage)).to_contain_text("已移除《栖川市教育局2023年工作计划》", timeout=SECONDS)
    expect(manage.locator("#stored .draft", has_text="栖川")).to_have_count(0)
    manage.locator("#removed .kept", has_text="栖川市").get_by_role("button", name="放回").click()
    expect(note(manage)).to_contain_text("已放回《栖川市教育局2023年工作计划》", timeout=SECONDS)
    expect(manage.locator("#stored .draft", has_text="栖川")).to_contain_text("栖川 ·")
    expect(manage.locator("#stored .draft", has_text="栖川")).to_have_attribute("aria-pressed", "true")
    expect(detail.locator("#plan-region textarea, #plan-region input")).to_have_value("栖川")
    detail.locator("#plan-region textarea, #plan-region input").fill("无")
    detail.locator("#plan-mend").click()
    expect(manage.locator("#stored .draft", has_text="栖川市教育局2023年")).not_to_contain_text("栖川 ·")
    expect(detail.locator("#plan-region textarea, #plan-region input")).to_have_value("无")
    detail.locator("#plan-region textarea, #plan-region input").fill("")
    detail.locator("#plan-mend").click()
    expect(manage.locator("#stored .draft", has_text="栖川市教育局2023年")).to_contain_text("栖川市 ·")


def test_replacement_of_another_name_is_looked_at_first(manage: Page, tmp_path: Path) -> None:
    open_tab(manage, "计划")
    manage.locator("#stored .draft", has_text="望汀区教育局2024年").click()
    text = (ROOT / "plans" / "wangting-2024.txt").read_text(encoding="utf-8").replace("300元", "310元")
    manage.locator("#plan-detail input.replacement").set_input_files(write(tmp_path, "修订稿.txt", text))
    expect(manage.locator("#draft-detail .replacing")).to_contain_text("望汀区教育局2024年工作要点", timeout=SECONDS)
    expect(manage.locator("#draft-beside")).to_be_hidden()
    manage.locator("#drafts").get_by_role("button", name="放弃", exact=True).click()
    expect(manage.locator("#drafts .empty")).to_be_visible(timeout=SECONDS)


def test_remarks_are_listed_filtered_and_seen_to(manage: Page) -> None:
    open_tab(manage, "反馈")
    remarks = manage.locator("#remarks .remark")
    expect(remarks).to_have_count(2, timeout=SECONDS)
    expect(remarks.last.locator(".asked")).to_have_text("校服<b>多少钱</b>")
    expect(manage.locator("#remarks .hint")).to_contain_text("不记录是谁问的")
    manage.get_by_label("没答上的问题").check()
    expect(remarks).to_have_count(1, timeout=SECONDS)
    assert "/?tab=search&q=" in (remarks.get_by_role("link", name="去查找").get_attribute("href") or "")
    remarks.get_by_role("button", name="已处理").click()
    expect(remarks).to_have_count(0, timeout=SECONDS)
    manage.get_by_label("也列出已处理的").check()
    expect(remarks).to_have_count(1, timeout=SECONDS)
    with manage.expect_download() as download:
        manage.get_by_role("link", name="导出全部（CSV）").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "没答上,校服<b>多少钱</b>" in text
    assert "'=HYPERLINK(0)" in text


def test_indexes_are_built_anew_with_progress_while_questions_are_answered(
    manage: Page, home: str, browser: Browser
) -> None:
    open_tab(manage, "维护")
    expect(manage.locator(".facts")).to_contain_text("eduplan-static", timeout=SECONDS)
    manage.locator("#reindex").click()
    expect(manage.locator("#reindexing progress, #reindexing .done")).to_be_visible(timeout=SECONDS)
    for _ in range(5):
        answer = manage.request.post(
            f"{home}/gradio_api/call/search", data={"data": ["课后服务", 3, False, None, None, None]}
        )
        event = answer.json()["event_id"]
        told = manage.request.get(f"{home}/gradio_api/call/search/{event}").text()
        assert "event: complete" in told, told
    expect(manage.locator("#reindexing .done")).to_contain_text("重建完成", timeout=SECONDS)


def test_waiting_files_outlast_a_reload(manage: Page, tmp_path: Path) -> None:
    upload(manage, write(tmp_path, "等待.txt", HOSTILE.replace("松岭", "芷浦")))
    manage.reload()
    expect(manage.locator("#drafts .draft", has_text="芷浦县教育局2019年工作要点")).to_be_visible(timeout=SECONDS)
    manage.locator("#drafts").get_by_role("button", name="放弃", exact=True).click()
    expect(manage.locator("#drafts .empty")).to_be_visible(timeout=SECONDS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_fault_keeps_anybody_from_using_it(
    browser: Browser, home: str, folder: Path, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    shutil.rmtree(folder / "staging", ignore_errors=True)
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="zh-CN", color_scheme=scheme)
    context.set_default_timeout(SECONDS)
    page = context.new_page()
    page.goto(f"{home}/manage/")
    upload(page, write(tmp_path, "a.txt", HOSTILE))
    expect(page.locator("#draft-detail .lines")).to_be_visible(timeout=SECONDS)
    found = set(serious(page))
    open_tab(page, "计划")
    page.locator("#stored .draft").first.click()
    expect(page.locator("#plan-detail .lines")).to_be_visible(timeout=SECONDS)
    found.update(serious(page))
    for name, part in (("反馈", "#remarks .tallies"), ("维护", ".facts")):
        open_tab(page, name)
        expect(page.locator(part)).to_be_visible(timeout=SECONDS)
        found.update(serious(page))
    context.close()
    assert found == set()


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en-GB", ["Add", "Plans", "Feedback", "Upkeep"]), ("zh-TW", ["加入", "計劃", "反饋", "維護"])],
)
def test_page_speaks_the_readers_language_everywhere(
    browser: Browser, home: str, locale: str, words: list[str]
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, locale=locale)
    context.set_default_timeout(SECONDS)
    page = context.new_page()
    page.goto(f"{home}/manage/")
    expect(page.get_by_role("tab")).to_have_text(words)
    for word in words[::-1]:
        open_tab(page, word)
        page.wait_for_timeout(500)
        if locale.startswith("en"):
            own = re.sub(r"《.*?》", "", page.locator("main").inner_text())
            chinese = [line for line in own.splitlines() if re.search("[\u4e00-\u9fff]", line)]
            kept = ("简体", "繁體", "教育局", "教育局", "校服", "几点", "县", "县", "Cited:", "示例县", "·")
            assert [line for line in chinese if not any(word in line for word in kept)] == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


def test_front_page_links_to_manage_for_those_who_can_go_there(browser: Browser, home: str) -> None:
    context = browser.new_context(locale="zh-CN")
    context.set_default_timeout(SECONDS)
    page = context.new_page()
    page.goto(home)
    page.locator(".masthead").get_by_role("link", name="管理").click()
    expect(page.locator(".zone")).to_be_visible()
    context.close()
    context = browser.new_context(locale="zh-CN", extra_http_headers={"X-Forwarded-For": "192.0.2.9"})
    page = context.new_page()
    page.goto(home)
    page.wait_for_selector("#tabs")
    page.wait_for_timeout(1500)
    expect(page.locator(".to-manage")).to_have_count(0)
    context.close()


def test_password_opens_the_page_in_a_browser_and_the_logout_closes_it(
    browser: Browser, store_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(store_folder, tmp_path / "store")
    with served(tmp_path / "store", {"EDUPLAN_PASSWORD": hash_password(PASSWORD)}) as port:
        context = browser.new_context(locale="en-GB")
        context.set_default_timeout(SECONDS)
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        page.locator(".masthead").get_by_role("link", name="Manage").click()
        page.get_by_label("Password").fill("not the password")
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("alert")).to_have_text("That is not the password; try again.")
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.locator(".zone")).to_be_visible()
        upload(page, write(tmp_path, "要点.txt", HOSTILE))
        expect(page.locator("#draft-detail .figures")).to_contain_text("Items: 2.")
        page.get_by_role("button", name="Log out").click()
        expect(page.get_by_label("Password")).to_be_visible()
        page.goto(f"http://127.0.0.1:{port}/manage/")
        expect(page.get_by_label("Password")).to_be_visible()
        context.close()
