"""The tab in which the indexes are built anew, while people go on asking."""

from collections.abc import Iterator
from html import escape
from importlib.metadata import version
from typing import Any

import gradio as gr

from assistant.manage.upkeep import Progress
from assistant.web.manage.said import trouble
from assistant.web.manage.staff import LOOKING, Staff

Updates = dict[Any, Any]


class UpkeepTab:
    """The tab's parts and what they do."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        words = staff.words
        self._facts = gr.HTML(elem_id="facts", apply_default_css=False, js_on_load=None)
        gr.HTML(
            f'<section class="upkeep"><h3>{words("重建索引")}</h3><p>'
            f"{words('程序升级或更换向量模型之后做一次。重建时照常可以提问；中断了，下次会接着做。')}</p></section>",
            apply_default_css=False,
            js_on_load=None,
        )
        with gr.Row(elem_classes="deeds"):
            self._start = gr.Button(words("重建索引"), elem_id="reindex", scale=0, min_width=140)
        self._progress = gr.HTML(elem_id="reindexing", apply_default_css=False, js_on_load=None)
        self._start.click(self._begin, None, [self._progress, self._start, self._facts], **LOOKING)

    @property
    def parts(self) -> list[Any]:
        """What a refreshed tab fills."""
        return [self._facts, self._progress, self._start]

    def refresh(self) -> Updates:
        """The store's facts, and how far a reindexing is that somebody began."""
        progress = self._staff.upkeep.progress
        return {
            self._facts: self._known(),
            self._progress: self._shown(progress),
            self._start: gr.Button(interactive=True),
        }

    def _begin(self) -> Iterator[Updates]:
        """The progress until it is done; who comes when it is under way already looks on."""
        upkeep = self._staff.upkeep
        upkeep.start()
        progress = upkeep.progress
        while progress.is_running:
            yield {self._progress: self._shown(progress), self._start: gr.Button(interactive=False)}
            progress = upkeep.next_progress(progress)
        yield {
            self._progress: self._shown(progress),
            self._start: gr.Button(interactive=True),
            self._facts: self._known(),
        }

    def _shown(self, progress: Progress) -> str:
        words = self._staff.words
        if progress.is_running:
            said = words("正在重建：{done}／{total}份计划", done=progress.done, total=progress.total)
            return f'<p role="status">{said}</p><progress value="{progress.done}" max="{max(1, progress.total)}" aria-label="{said}"></progress>'
        if progress.trouble:
            return f'<p class="manage-note refused" role="alert">{escape(trouble(progress.trouble, words))}</p>'
        if progress.is_broken:
            return f'<p class="manage-note refused" role="alert">{words("出了意外的差错，原来的索引还在用；详细记录在服务器的终端里。再点一次会接着做。")}</p>'
        if progress.is_finished:
            return f'<p class="manage-note done" role="status">{words("重建完成，共{total}份计划。", total=progress.done)}</p>'
        return ""

    def _known(self) -> str:
        store, words = self._staff.assistant.store, self._staff.words
        store.refresh()
        facts = {
            "计划库": str(store.folder.resolve()),
            "计划": words(
                "{plans}份计划，{items}个条目", plans=len(store.plans), items=sum(p.item_count for p in store.plans)
            ),
            "向量模型": store.note.embedding,
            "版本": version("eduplan"),
        }
        rows = "".join(f"<div><dt>{words(name)}</dt><dd>{escape(fact)}</dd></div>" for name, fact in facts.items())
        return f'<dl class="facts">{rows}</dl>'
