"""The page in a real browser, as parents, teachers and staff use it."""

import re
import socket
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from assistant.ask import LONGEST_QUESTION
from tests.assistant.web.conftest import HOSTILE_TITLE, serve

HOSTILE_QUESTION = (
    "<img src=x onerror=alert(1)> **课后** $x$ [甲](javascript:alert(1)) https://example.com/甲\n- 服务收费"
)


def ask(page: Page, question: str) -> Locator:
    """Ask in the box and wait for the whole answer, which comes back."""
    answers = page.locator("#chat .bot.message")
    count = answers.count()
    page.locator("#composer textarea").fill(question)
    page.locator("#composer textarea").press("Enter")
    expect(answers).to_have_count(count + 1)
    expect(page.locator("#send")).to_be_enabled()
    expect(answers.last).not_to_contain_text("正在查阅")
    return answers.last


def open_card(page: Page) -> Locator:
    return page.locator(".sources:visible .card[open]")


def test_typed_question_opens_its_citation_at_the_item_with_the_quoted_words_marked(page: Page) -> None:
    answer = ask(page, "望汀区2025年课后服务一学期收多少钱？")
    expect(answer).to_contain_text("320元")
    card = open_card(page)
    expect(card.locator("summary")).to_contain_text("《望汀区教育局2025年工作要点》第三部分第1条")
    expect(card.locator("summary")).to_contain_text("丰富课后服务供给")
    expect(card.locator(".cited mark")).to_contain_text("收费标准调整为每生每学期320元")
    expect(card.locator(".cited")).to_contain_text("1．丰富课后服务供给。")
    expect(card.locator(".origin")).to_contain_text("望汀区教育局望教〔2025〕4号2025年2月20日")
    expect(card.locator(".beside")).to_contain_text(["上一条 · 第二部分第10条", "下一条 · 第三部分第2条"])
    expect(card.locator(".cited mark")).to_be_in_viewport()


def test_mark_in_an_answer_opens_its_source_by_mouse_and_by_keyboard(page: Page) -> None:
    ask(page, "望汀区班主任津贴2024年和2025年分别是多少？")
    expect(open_card(page)).to_contain_text("2024年工作要点")
    page.locator("#chat a", has_text="[2]").click()
    expect(open_card(page)).to_have_count(1)
    expect(open_card(page).locator("mark")).to_contain_text("由每月800元提高到900元")
    ask(page, "栖川市2023年招聘多少名教师？")
    expect(open_card(page)).to_contain_text("栖川市")
    page.locator("#chat a", has_text="[1]").first.focus()
    page.keyboard.press("Enter")
    expect(open_card(page).locator("mark")).to_contain_text("由每月600元提高到800元")
    expect(open_card(page).locator("mark")).to_be_in_viewport()


def test_marks_of_a_table_and_of_a_list_open_their_sources(page: Page) -> None:
    answer = ask(page, "霁山和青岚谁的校车多？各有多少辆？")
    expect(answer.locator("table tbody tr")).to_have_count(2)
    answer.locator("table a", has_text="[2]").click()
    expect(open_card(page).locator("mark")).to_contain_text("全縣校車86輛")
    answer = ask(page, "望汀区2024年第二部分讲什么")
    expect(answer.locator(".answer li")).to_have_count(11)
    answer.locator(".answer li a", has_text="[11]").click()
    expect(open_card(page).locator("mark")).to_contain_text("发展成人与社区教育")


def test_hostile_section_is_a_list_of_text(page: Page, faults: list[str]) -> None:
    answer = ask(page, "示例县2020年第一部分写了什么？")
    expect(answer.locator(".answer li")).to_have_count(2)
    expect(answer).to_contain_text("1. **建好**网站。")
    expect(answer).to_contain_text(HOSTILE_TITLE)
    expect(answer.locator("img, script, .katex, a:not([href^='#'])")).to_have_count(0)
    assert faults == []


def test_new_question_stays_in_view_above_its_answer(page: Page) -> None:
    ask(page, "各份计划的近视率目标分别是多少？")
    ask(page, "霁山县、栖川市、望汀区的课后服务分别怎么收费？")
    expect(page.locator("#chat .user.message").first).not_to_be_in_viewport()
    expect(page.locator("#chat .user.message").last).to_be_in_viewport()


def test_example_question_is_answered(page: Page) -> None:
    expect(page.locator("#examples h3")).to_have_text(["家长", "教师", "工作人员"])
    page.locator("#composer textarea").fill("写到一半")
    page.get_by_role("button", name="栖川市2023年招聘多少名教师？").click()
    expect(page.locator("#chat .user.message")).to_have_text("栖川市2023年招聘多少名教师？")
    expect(page.locator("#chat .bot.message")).to_contain_text("1450名")
    expect(open_card(page).locator("mark")).to_contain_text("1450名")
    expect(page.locator("#composer textarea")).to_have_value("写到一半")


def test_follow_up_is_understood_from_the_talk_and_a_new_talk_forgets_it(page: Page) -> None:
    ask(page, "望汀区2025年课后服务收费多少？")
    expect(ask(page, "那2024年呢？")).to_contain_text("300元")
    page.get_by_role("button", name="新的对话").click()
    expect(page.locator("#chat")).to_be_hidden()
    expect(page.locator(".shelf")).to_contain_text("现有6份计划")


def test_talk_is_seen_by_nobody_else(page: Page, browser: Browser, address: str) -> None:
    ask(page, "望汀区2025年课后服务收费多少？")
    other = browser.new_context().new_page()
    other.goto(address)
    expect(ask(other, "那2024年呢？")).not_to_contain_text("300元")
    expect(other.locator("#chat .user.message")).to_have_count(1)
    other.context.close()


def test_choice_of_a_plan_narrows_the_answer(page: Page) -> None:
    expect(ask(page, "小学生的家庭作业最多写多久？")).to_contain_text("望汀区")
    page.locator("#scope").get_by_role("button", name="选择").click()
    page.locator("#chosen input").click()
    page.get_by_role("option", name="霁山县教育局2021年下半年工作计划").click()
    page.keyboard.press("Escape")
    expect(page.locator("#scope")).to_contain_text("1份计划")
    answer = ask(page, "小学生的家庭作业最多写多久？")
    expect(answer).to_contain_text("霁山县")
    expect(answer).not_to_contain_text("望汀区")
    expect(page.locator(".sources:visible .card .plan")).to_have_text(["《霁山县教育局2021年下半年工作计划》"])


def test_question_that_no_plan_answers_is_offered_the_nearest_items(page: Page) -> None:
    answer = ask(page, "望汀区2030年课后服务收费多少？")
    expect(page.locator(".sources:visible h2")).to_have_text("最接近的条目")
    expect(open_card(page)).to_have_count(0)
    answer.locator("a").first.click()
    expect(open_card(page).locator(".cited")).to_contain_text("课后服务")


def test_hostile_question_is_shown_as_text_and_runs_nothing(page: Page, faults: list[str]) -> None:
    ask(page, HOSTILE_QUESTION)
    shown = page.locator("#chat .user.message")
    for piece in HOSTILE_QUESTION.split("\n"):
        expect(shown).to_contain_text(piece)
    expect(shown.locator("img, strong, em, a, li, .katex")).to_have_count(0)
    assert faults == []


def test_hostile_plan_is_shown_as_text_and_runs_nothing(page: Page, faults: list[str]) -> None:
    answer = ask(page, "示例县2020年工作要点第1条写了什么？")
    for shown in (answer, open_card(page)):
        for piece in (
            "1. **建好**",
            "<img src=x onerror=alert(1)>",
            "<script>alert(2)</script>",
            "$x$和$$y$$",
            "https:",
        ):
            expect(shown).to_contain_text(piece)
        expect(shown).to_contain_text("[甲](javascript:alert(3))")
        expect(shown).to_contain_text(HOSTILE_TITLE)
        expect(shown.locator("img, script, .answer li, .katex, a:not([href^='#'], [data-item])")).to_have_count(0)
    expect(ask(page, "示例县2020年第9条写了什么？")).to_contain_text(f"《{HOSTILE_TITLE}》里没有所问的条目")
    assert faults == []


def test_no_request_leaves_the_machine_and_the_console_has_no_errors(page: Page, faults: list[str]) -> None:
    ask(page, "青岚县随迁子女能上公办学校吗？")
    expect(
        page.locator("#follow button").first
    ).to_be_visible()  # what a page that is left still waits for is broken off
    page.reload()
    expect(page.locator("#chat .bot.message")).to_have_count(1)  # the talk is opened again
    ask(page, "望汀区2030年课后服务收费多少？")
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    assert faults == []


def test_browser_is_told_to_ask_no_other_machine(page: Page, faults: list[str]) -> None:
    fetched = page.evaluate("fetch('https://example.com').then(() => 'fetched', () => 'refused')")
    assert fetched == "refused"
    assert all("Content Security Policy" in fault for fault in faults)


def test_phone_of_360_pixels_needs_no_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for step in ("empty", "answered"):
        if step == "answered":
            ask(page, "各份计划的近视率目标分别是多少？")
            expect(page.locator(".sources")).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, step
    page.locator("#chat a", has_text="[3]").click()
    expect(page.get_by_role("dialog").locator("mark")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_too_long_question_gives_a_clear_message_and_is_not_lost(page: Page) -> None:
    question = "课" * (LONGEST_QUESTION + 1)
    answer = ask(page, question)
    expect(answer).to_contain_text(f"最多{LONGEST_QUESTION}个字")
    expect(page.locator("#composer textarea")).to_have_value(question)
    expect(ask(page, "栖川市2023年招聘多少名教师？")).to_contain_text("1450名")


def test_empty_question_is_asked_for(page: Page) -> None:
    expect(ask(page, "  ")).to_contain_text("还没有写问题")


def test_port_in_use_is_one_line_that_names_the_way_out(store_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = serve(store_folder, port)
        _, error = process.communicate()
    assert process.returncode == 1
    assert re.fullmatch(rf"eduplan: Port {port} is in use .*--port or EDUPLAN_PORT\.\n", error)
