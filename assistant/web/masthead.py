"""What never changes on the page: its title, its icon, its style sheet, and the words at its top."""

from pathlib import Path

FOLDER = Path(__file__).parent
TITLE = "EduPlan 教育计划问答"
HEADER = (
    '<header class="masthead"><h1>教育计划问答<small>EduPlan</small></h1>'
    "<p>用平常的话提问，从教育局的工作要点、计划、意见里找答案，每句话都注明出自哪份计划的哪一条。</p>"
    '<p class="note">回答照引计划原文，不代替主管部门的解释。'
    "<strong>请留意计划的年份</strong>：往年的计划不等于今年的规定。</p></header>"
)
ICON = (
    """<link rel="icon" href="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"""
    """<rect width='32' height='32' rx='7' fill='%230e6a5b'/>"""
    """<path d='M9 9h14M9 16h14M9 23h8' stroke='white' stroke-width='3' stroke-linecap='round'/></svg>">"""
)


def head() -> str:
    """The icon and the style sheet, which gradio's own way in would not leave as it is: it rewrites selectors."""
    return f"{ICON}<style>{(FOLDER / 'page.css').read_text(encoding='utf-8')}</style>"


def script() -> str:
    """The script that the page runs when it is there."""
    return (FOLDER / "page.js").read_text(encoding="utf-8")
