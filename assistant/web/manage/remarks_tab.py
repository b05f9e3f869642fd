"""The tab to learn from: questions that found nothing, and what people said of answers."""

from typing import Any

import gradio as gr

from assistant.feedback import Kind, Remark, mark_done, read_remarks
from assistant.web.manage.remarks import remark_list
from assistant.web.manage.staff import ACT, CHANGING, LOOKING, Staff
from ingest.errors import UserError

Updates = dict[Any, Any]
EVERY = "every"
FILTERS = {
    EVERY: "全部",
    Kind.UNANSWERED.value: "没答上的问题",
    Kind.FAILED.value: "没帮上忙",
    Kind.HELPED.value: "有帮助@manage",
}


class RemarksTab:
    """The tab's parts and what they do."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        words = staff.words
        choices = [(words(label), name) for name, label in FILTERS.items()]
        with gr.Row(elem_classes="filters"):
            self._kind = gr.Radio(
                choices, value=EVERY, show_label=False, label=words("类别"), container=False, elem_id="remark-kind"
            )
            self._all = gr.Checkbox(False, label=words("也列出已处理的"), container=False, elem_id="remark-done")
        self._list = gr.HTML(elem_id="remarks", apply_default_css=False, js_on_load=ACT)
        given = [self._kind, self._all]
        for part in (self._kind, self._all):
            part.change(self._filtered, given, self.parts, **LOOKING)
        self._list.select(self._act, given, self.parts, **CHANGING)

    @property
    def parts(self) -> list[Any]:
        """What a refreshed tab fills."""
        return [self._list, self._staff.note]

    def refresh(self) -> Updates:
        """The tab as the remarks are now, all that are open."""
        return {self._list: self._shown(EVERY, with_done=False)}

    def _filtered(self, kind: str, with_done: bool) -> Updates:
        try:
            return {self._list: self._shown(kind, with_done=with_done)}
        except UserError as error:
            return {self._staff.note: self._staff.refused(error)}

    def _act(self, event: gr.SelectData, kind: str, with_done: bool) -> Updates:
        """What a button says: done:NUMBER, open:NUMBER."""
        deed, _, number = str(event.value).partition(":")
        try:
            if number.isdigit():
                mark_done(self._staff.assistant.store.folder, [int(number)], is_done=deed == "done")
            return {self._list: self._shown(kind, with_done=with_done)}
        except UserError as error:
            return {self._staff.note: self._staff.refused(error)}

    def _shown(self, kind: str, *, with_done: bool) -> str:
        remarks = read_remarks(self._staff.assistant.store.folder)
        return remark_list(remarks, chosen(remarks, kind, with_done=with_done), self._staff.words)


def chosen(remarks: tuple[Remark, ...], kind: str, *, with_done: bool) -> list[Remark]:
    """The remarks of the kind, those that were seen to only where they are wanted."""
    return [one for one in remarks if kind in (EVERY, one.kind.value) and (with_done or not one.is_done)]
