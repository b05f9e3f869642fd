"""What opens over the page: a source on a phone, earlier talks, what to say of an answer, and what to take along."""

import json
from html import escape

from assistant.web.ask.judged import REASONS
from assistant.web.words import Words

SAID = {  # what the script says, by the names that it knows
    "copied": "已复制",
    "notCopied": "没能复制，请手动选中后复制",
    "full": "浏览器的存储空间不够，这段对话没有存下来。",
    "unread": "这段对话读不出来，可以删除它。",
    "none": "还没有以前的对话。",
    "remove": "删除",
    "answered": "回答写好了。",
    "questions": "{count}个问题",
}


def dialogs(words: Words) -> str:
    """The dialogs as HTML, closed; and the words of the script, as data."""
    said = escape(json.dumps({name: words(text) for name, text in SAID.items()}, ensure_ascii=False))
    return (
        f'<div id="script-words" data-words="{said}" hidden></div><div id="heard" class="unseen" role="status" aria-live="polite"></div><div id="notice" aria-hidden="true"></div>'
        f"{_dialog('sheet', words('原文'), '<div class=sheet-body></div>', words)}"
        f"{_dialog('talks', words('以前的对话'), _talks(words), words)}"
        f"{_dialog('rating', words('这个回答怎么样？'), _rating(words), words)}"
        f"{_dialog('export', words('导出这段对话'), _export(words), words)}"
    )


def _dialog(name: str, title: str, inner: str, words: Words) -> str:
    return (
        f'<dialog id="{name}" class="over" aria-labelledby="{name}-title"><div class="over-head"><h2 id="{name}-title">{escape(title)}</h2>'
        f'<button type="button" class="close" data-close aria-label="{words("关闭")}">×</button></div>{inner}</dialog>'
    )


def _talks(words: Words) -> str:
    return (
        f'<p class="hint">{words("对话只存在这个浏览器里，别人看不到；清除浏览器数据会一并清掉。")}</p>'
        f'<ul class="talk-list"></ul><p class="over-foot"><button type="button" class="quiet" data-forget-all>{words("全部删除")}</button></p>'
    )


def _rating(words: Words) -> str:
    reasons = "".join(
        f'<label><input type="radio" name="reason" value="{escape(words(reason))}"> {escape(words(reason))}</label>'
        for reason in REASONS
    )
    return (
        f'<form method="dialog"><fieldset><legend>{words("哪里不好？（可不选）")}</legend>{reasons}</fieldset>'
        f'<label class="own-words">{words("想说的话（可不写）")}<textarea rows="3" maxlength="800"></textarea></label>'
        f'<p class="hint">{words("会保存：问题、出处、您的评价和时间，供工作人员改进；不保存您是谁。请不要写个人信息。")}</p>'
        f'<p class="over-foot"><button type="button" class="primary" data-send-rating>{words("提交")}</button></p></form>'
    )


def _export(words: Words) -> str:
    return (
        f'<p class="hint">{words("连同出处一起存成文件。")}</p><p class="over-foot">'
        f'<button type="button" class="primary" data-take="word">{words("Word 文件")}</button>'
        f'<button type="button" class="quiet" data-take="markdown">Markdown</button></p>'
    )
