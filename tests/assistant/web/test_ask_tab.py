"""The Ask tab as parents, teachers and staff use it, on a desk and on a phone."""

import io
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Locator, Page, expect

from assistant.feedback import Kind, read_remarks
from assistant.web.words import english
from tests.assistant.web.conftest import ROOT, serious, serve, watch
from tests.assistant.web.test_page import HOSTILE_QUESTION, ask, open_card

FEE = "望汀区2025年课后服务收费多少？"


@pytest.fixture
def phone(browser: Browser, address: str, faults: list[str]) -> Iterator[Page]:
    """The page on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", has_touch=True)
    page = context.new_page()
    watch(page, address, faults)
    page.goto(address)
    page.wait_for_selector(".examples button")
    yield page
    context.close()


@pytest.fixture
def clipboard(page: Page) -> Page:
    """The page, allowed to read what it copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def chips(page: Page) -> Locator:
    return page.locator("#latest .chips button")


def start(browser: Browser, address: str, language: str = "zh-CN") -> Page:
    page = browser.new_context(viewport={"width": 1400, "height": 900}, locale=language).new_page()
    page.goto(address)
    page.wait_for_selector(".examples button")
    return page


# Sources ------------------------------------------------------------------------------------------------------------
def test_mark_on_a_phone_opens_the_source_over_the_page_and_gives_the_focus_back(
    phone: Page, faults: list[str]
) -> None:
    ask(phone, FEE)
    mark = phone.locator("#chat a.cite").first
    mark.click()
    sheet = phone.get_by_role("dialog")
    expect(sheet.get_by_role("heading", level=2)).to_contain_text("《望汀区教育局2025年工作要点》第三部分第1条")
    expect(sheet.locator("mark")).to_contain_text("每生每学期320元")
    expect(sheet.locator("mark")).to_be_in_viewport()
    expect(sheet.locator(".beside")).to_contain_text(["上一条", "下一条"])
    for _ in range(8):  # the focus stays within, or goes to the browser's own bar
        phone.keyboard.press("Tab")
        assert phone.evaluate("document.activeElement === document.body || !!document.activeElement.closest('#sheet')")
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(mark).to_be_focused()
    mark.click()
    sheet.get_by_role("button", name="关闭").click()
    expect(sheet).to_be_hidden()
    mark.click()
    phone.touchscreen.tap(190, 20)
    expect(sheet).to_be_hidden()
    assert faults == []


def test_composer_stays_in_sight_on_a_phone(phone: Page) -> None:
    expect(phone.locator("#send")).to_be_in_viewport()
    ask(phone, "各份计划的近视率目标分别是多少？")
    expect(phone.locator("#send")).to_be_in_viewport()
    expect(phone.locator("#chat .user.message").last).to_be_in_viewport()


def test_citation_is_copied_as_officials_write_it_and_the_link_opens_at_the_item(clipboard: Page, address: str) -> None:
    ask(clipboard, "望汀区2024年课后服务收费多少？")
    card = open_card(clipboard)
    card.get_by_role("button", name="复制出处").click()
    expect(card.locator("[data-copy]")).to_have_text("已复制")
    assert copied(clipboard) == "《望汀区教育局2024年工作要点》第16条"
    card.get_by_role("button", name="复制链接").click()
    expect(card.locator("[data-copy-address]")).to_have_text("已复制")
    link = card.get_by_role("link", name="在整份计划里看")
    assert copied(clipboard) == address + str(link.get_attribute("href"))
    assert re.search(r"/\?plan=\w+&item=16&mark=", copied(clipboard))


def test_citation_is_copied_where_the_page_has_no_clipboard_of_its_own(phone: Page) -> None:
    phone.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    phone.evaluate("document.addEventListener('copy', () => (window.taken = String(document.activeElement.value)))")
    ask(phone, FEE)
    phone.locator("#chat a.cite").first.click()
    phone.get_by_role("dialog").get_by_role("button", name="复制出处").click()
    expect(phone.get_by_role("dialog").locator("[data-copy]")).to_have_text("已复制")
    assert phone.evaluate("window.taken") == "《望汀区教育局2025年工作要点》第三部分第1条"


# What was understood ------------------------------------------------------------------------------------------------
def test_chip_that_is_taken_off_asks_again_without_it_and_is_put_back(page: Page) -> None:
    answer = ask(page, FEE)
    expect(chips(page)).to_have_text(["地点望汀区×", "年份2025年×"])
    expect(answer).not_to_contain_text("2024年工作要点")
    page.get_by_role("button", name="去掉“2025年”再问").click()
    expect(answer).to_contain_text("2024年工作要点")
    expect(page.locator("#chat .user.message")).to_have_count(1)
    expect(chips(page)).to_have_text(["地点望汀区×", "年份2025年↺"])
    page.get_by_role("button", name="恢复“2025年”再问").click()
    expect(chips(page)).to_have_text(["地点望汀区×", "年份2025年×"])
    expect(answer).not_to_contain_text("2024年工作要点")


def test_follow_up_can_be_asked_without_the_talk(page: Page) -> None:
    ask(page, FEE)
    answer = ask(page, "教师培训多少人？")
    follow_up = page.locator("#latest .chips button", has_text="接着问")
    expect(follow_up).to_contain_text(FEE)
    follow_up.click()
    expect(page.locator("#latest .chips button.off")).to_contain_text("接着问")
    expect(answer).to_contain_text("《青嵐縣")


def test_old_plans_year_is_a_caution(page: Page) -> None:
    answer = ask(page, "望汀区2024年课后服务收费多少？")
    expect(answer.locator(".caution")).to_have_text(
        "这是2024年的计划，可能已有新规定。库里另有《望汀区教育局2025年工作要点》。"
    )


# Scope --------------------------------------------------------------------------------------------------------------
def test_scope_is_always_in_sight_and_holds_over_a_new_talk(page: Page) -> None:
    scope = page.locator("#scope")
    expect(scope).to_contain_text("全部6份计划")
    expect(page.locator("#choices")).to_be_hidden()
    scope.get_by_role("button", name="选择").click()
    for name, option in (("regions", "望汀区"), ("years", "2024")):
        page.locator(f"#{name} input").click()
        page.get_by_role("option", name=option).click()
        page.keyboard.press("Escape")
    expect(scope).to_contain_text("1份计划")
    answer = ask(page, "课后服务收费多少？")
    expect(answer).to_contain_text("300元")
    expect(answer).not_to_contain_text("320元")
    page.get_by_role("button", name="新的对话").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(scope).to_contain_text("1份计划")
    scope.get_by_role("button", name="从查阅范围里去掉2024年").click()
    expect(scope).to_contain_text("2份计划")
    expect(ask(page, "课后服务收费多少？")).to_contain_text("320元")


# Going on -----------------------------------------------------------------------------------------------------------
def test_suggestion_is_asked_and_answered_by_a_click(page: Page) -> None:
    ask(page, FEE)
    offered = page.locator("#follow button")
    expect(offered.first).to_have_text("望汀区2024年课后服务收费多少？")
    offered.first.click()
    expect(page.locator("#chat .user.message")).to_have_count(2)
    expect(page.locator("#latest .answer")).to_contain_text("300元")


def test_last_question_is_answered_again_in_its_place(page: Page) -> None:
    ask(page, FEE)
    ask(page, "那2024年呢？")
    page.get_by_role("button", name="重新回答").click()
    expect(page.locator("#send")).to_be_enabled()
    expect(page.locator("#latest .answer")).to_contain_text("300元")
    expect(page.locator("#chat .user.message")).to_have_count(2)


@pytest.fixture
def hanging(store_folder: Path) -> Iterator[str]:
    """The page's address, served with a language model that never answers."""
    with socket.create_server(("127.0.0.1", 0)) as model, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        held: list[socket.socket] = []
        threading.Thread(target=_hold, args=(model, held), daemon=True).start()
        base = f"http://127.0.0.1:{model.getsockname()[1]}/v1"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("EDUPLAN_CHAT_MODEL", "openai:test")
            patch.setenv("OPENAI_API_KEY", "test")
            patch.setenv("OPENAI_BASE_URL", base)
            process = serve(store_folder, port)
        with process:
            assert process.stderr
            assert "ready" in process.stderr.readline()
            yield f"http://127.0.0.1:{port}"
            process.kill()
        for connection in held:
            connection.close()


def _hold(server: socket.socket, held: list[socket.socket]) -> None:
    while True:
        try:
            held.append(server.accept()[0])
        except OSError:
            return


def test_answer_that_does_not_come_can_be_stopped_and_the_talk_goes_on(browser: Browser, hanging: str) -> None:
    page = start(browser, hanging)
    page.locator("#composer textarea").fill(FEE)
    page.locator("#composer textarea").press("Enter")
    expect(page.locator("#send")).to_be_disabled()
    page.get_by_role("button", name="停止").click()
    expect(page.locator("#latest")).to_contain_text("已停止")
    expect(page.locator("#send")).to_be_enabled()
    page.get_by_role("button", name="新的对话").click()
    expect(page.locator("#chat .turn")).to_have_count(0)
    page.context.close()


# Talks of this browser ----------------------------------------------------------------------------------------------
def test_talk_survives_a_reload_a_restart_and_a_change_of_language_and_nobody_else_sees_it(
    browser: Browser, store_folder: Path, address: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    own = f"http://127.0.0.1:{port}"
    with serve(store_folder, port) as process:
        assert process.stderr
        process.stderr.readline()
        page = start(browser, own)
        ask(page, FEE)
        ask(page, "那2024年呢？")
        page.reload()
        expect(page.locator("#chat .turn")).to_have_count(2)
        process.terminate()
    with serve(store_folder, port) as process:
        assert process.stderr
        process.stderr.readline()
        page.goto(f"{own}/?language=en")
        expect(page.locator("#chat .turn")).to_have_count(2)
        expect(page.locator("#latest")).to_contain_text("Answered on")
        expect(open_card(page)).to_contain_text("See it in the whole plan")
        page.locator("#composer textarea").fill("那2025年呢？")
        page.locator("#composer textarea").press("Enter")
        expect(page.locator("#latest .answer")).to_contain_text("320元")
        stranger = start(browser, own)
        stranger.get_by_role("button", name="以前的对话").click()
        expect(stranger.get_by_role("dialog")).to_contain_text("还没有以前的对话")
        expect(stranger.locator("#chat .turn")).to_have_count(0)
        stranger.context.close()
        page.context.close()
        process.terminate()


def test_earlier_talks_are_listed_opened_and_deleted(page: Page, faults: list[str]) -> None:
    ask(page, FEE)
    page.get_by_role("button", name="新的对话").click()
    expect(page.locator(".turn")).to_have_count(0)
    ask(page, HOSTILE_QUESTION)
    page.get_by_role("button", name="新的对话").click()
    expect(page.locator(".turn")).to_have_count(0)
    page.get_by_role("button", name="以前的对话").click()
    listed = page.locator("#talks .talk-list li")
    expect(listed).to_have_count(2)
    expect(listed.first).to_contain_text("<img src=x onerror=alert(1)> **课后**")
    expect(listed.locator("img, strong")).to_have_count(0)
    listed.last.get_by_role("button", name=FEE, exact=True).click()
    expect(page.locator("#latest .answer")).to_contain_text("320元")
    expect(open_card(page).locator("mark")).to_contain_text("320元")
    page.get_by_role("button", name="以前的对话").click()
    listed.first.get_by_role("button", name=re.compile("^删除")).click()
    expect(listed).to_have_count(1)
    page.get_by_role("button", name="全部删除").click()
    expect(page.get_by_role("dialog")).to_contain_text("还没有以前的对话")
    assert page.evaluate("localStorage.length") == 0
    assert faults == []


def test_hostile_or_broken_talk_in_the_storage_is_text_and_runs_nothing(page: Page, faults: list[str]) -> None:
    ask(page, FEE)
    expect(page.locator("#follow button").first).to_be_visible()
    page.evaluate(
        """() => {
          const name = Object.keys(localStorage).find((one) => one.startsWith("eduplan.talk."));
          const bad = '"><img src=x onerror=alert(1)>';
          const talk = JSON.parse(localStorage.getItem(name));
          const turn = talk.turns[0];
          Object.assign(turn, { question: bad, note: bad, asked_at: bad });
          Object.assign(turn.answer, { text: bad + "[甲](javascript:alert(1)) [1]", language: bad, reading: bad });
          Object.assign(turn.answer.citations[0], { quote: bad });
          Object.assign(turn.answer.citations[0].plan, { title: bad, language: bad, source: bad });
          Object.assign(turn.answer.citations[0].item, { text: bad + bad, heading: bad, ref: bad });
          talk.name = "bad";
          localStorage.setItem("eduplan.talk.bad", JSON.stringify(talk));
          localStorage.setItem("eduplan.talk.<img src=x onerror=alert(1)>", "{");
          sessionStorage.setItem("eduplan.current", "bad");
        }"""
    )
    page.reload()
    expect(page.locator("#latest .user.message")).to_have_text('"><img src=x onerror=alert(1)>')
    expect(page.locator("#latest .caution").last).to_contain_text("请重新提问核对")
    page.get_by_role("button", name="以前的对话").click()
    expect(page.locator("#talks .talk-list li")).to_have_count(3)
    page.get_by_role("button", name="eduplan.talk.<img src=x onerror=alert(1)>", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("读不出来")
    assert page.locator("#desk img, dialog img").count() == 0
    assert faults == []


def test_full_storage_costs_the_oldest_talks_and_no_answer(page: Page, faults: list[str]) -> None:
    page.evaluate(
        """() => {
          const old = { name: "old", at: "2020-01-01T00:00:00Z", turns: [{ question: "旧" }] };
          localStorage.setItem("eduplan.talk.old", JSON.stringify(old));
          for (let size = 4194304; size > 1; size /= 2) {
            try { localStorage.setItem("filler" + size, "x".repeat(size)); } catch {}
          }
        }"""
    )
    expect(ask(page, FEE)).to_contain_text("320元")
    expect(page.locator("#notice")).to_contain_text("存储空间不够")
    assert page.evaluate("localStorage.getItem('eduplan.talk.old')") is None
    assert faults == []


# Taking along, judging ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("button", "ending"), [("Word 文件", "docx"), ("Markdown", "md")])
def test_talk_is_exported_with_its_citations(page: Page, button: str, ending: str) -> None:
    ask(page, FEE)
    ask(page, "那2024年呢？")
    page.get_by_role("button", name="导出").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert re.fullmatch(rf"教育计划问答-\d{{4}}-\d\d-\d\d\.{ending}", download.value.suggested_filename)
    content = Path(download.value.path()).read_bytes()
    text = (
        "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
        if ending == "docx"
        else content.decode("utf-8")
    )
    for piece in (FEE, "那2024年呢？", "每生每学期320元", "《望汀区教育局2024年工作要点》", "第16条"):
        assert piece in text


def test_judgement_with_a_reason_is_kept_for_the_staff(page: Page, store_folder: Path) -> None:
    answer = ask(page, "栖川市2023年招聘多少名教师？")
    answer.get_by_role("button", name="没帮助").click()
    rating = page.get_by_role("dialog")
    rating.get_by_label("内容过时").check()
    rating.get_by_label("想说的话").fill("<b>去年</b>的")
    rating.get_by_role("button", name="提交").click()
    expect(page.locator("#notice")).to_contain_text("谢谢")
    expect(answer.get_by_role("button", name="没帮助")).to_have_attribute("aria-pressed", "true")
    remark = read_remarks(store_folder)[0]
    assert (remark.kind, remark.question, remark.reason) == (
        Kind.FAILED,
        "栖川市2023年招聘多少名教师？",
        "内容过时：<b>去年</b>的",
    )
    assert remark.citations == ("《栖川市教育局2023年工作计划》第四部分第1项",)
    answer.get_by_role("button", name="有帮助").click()
    rating.get_by_role("button", name="提交").click()
    expect(answer.get_by_role("button", name="有帮助")).to_have_attribute("aria-pressed", "true")
    kept = [one for one in read_remarks(store_folder) if one.answer == remark.answer]
    assert [one.kind for one in kept] == [Kind.HELPED]


def test_question_that_found_no_answer_is_kept_for_the_staff(page: Page, store_folder: Path) -> None:
    ask(page, "望汀区2031年课后服务收费多少？")
    remark = read_remarks(store_folder, kinds=[Kind.UNANSWERED])[0]
    assert remark.question == "望汀区2031年课后服务收费多少？"


# Languages ----------------------------------------------------------------------------------------------------------
def test_english_page_has_no_word_of_its_own_in_chinese(browser: Browser, address: str) -> None:
    page = start(browser, address, "en-GB")
    for opener in ("Earlier talks",):
        page.get_by_role("button", name=opener).click()
        page.keyboard.press("Escape")
    page.locator(".examples button").first.click()
    expect(page.locator("#latest .acts")).to_contain_text("Answer again")
    expect(page.locator("#follow button").first).to_be_visible()
    shown = page.locator("body").inner_text() + page.locator("#dialogs").text_content()  # type: ignore[operator]
    plans = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "plans").glob("*.txt"))
    own = [text for text in english() if re.search("[一-龥]{3}", text) and text in shown and text not in plans]
    assert own == []
    page.context.close()


def test_traditional_page_is_traditional(browser: Browser, address: str) -> None:
    page = start(browser, address, "zh-TW")
    page.locator(".examples button").first.click()
    expect(page.locator("#latest .acts")).to_contain_text("複製回答")
    expect(page.locator("#scope")).to_contain_text("全部6份計劃")
    expect(page.locator("#sources-1")).to_contain_text("點開一張")
    page.context.close()


# Everybody can use it -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_axe_finds_no_serious_fault(browser: Browser, address: str, scheme: str, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".examples button")
    assert serious(page) == []
    ask(page, "望汀区2024年课后服务收费多少？")
    expect(page.locator("#follow button").first).to_be_visible()
    page.locator("#chat a.cite").first.click()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.locator("#chat").get_by_role("button", name="没帮助").click()
    assert serious(page) == []
    context.close()


@pytest.mark.parametrize("width", [360, 768, 1400, 2560])
def test_page_needs_no_scrolling_sideways_at_any_width(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for question in ("霁山和青岚谁的校车多？各有多少辆？", "望汀区2024年第二部分讲什么"):
        ask(page, question)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
