"""The tab of the plans in the store: to mend, replace and remove them, and to have back what was removed."""

from typing import Any

import gradio as gr

from assistant.web.manage.form import Form, mends_of, values
from assistant.web.manage.outline import outline
from assistant.web.manage.staff import ACT, CHANGING, Staff
from assistant.web.manage.stored import plan_head, plan_list, removed_list
from assistant.web.manage.upload import now
from ingest.errors import UserError
from vectorstore.cut import cut_again
from vectorstore.mend import mend_plan
from vectorstore.removed import bring_back, remove_for_a_while, removed_plans
from vectorstore.stored_plan import StoredPlan

Updates = dict[Any, Any]
GONE = "This plan is no longer kept aside; look at the list again."


class StoredTab:
    """The tab's parts and what they do. Which plan is looked at is kept in the browser session."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        words = staff.words
        self._chosen = gr.State("")
        with gr.Row(elem_classes="bench"):
            with gr.Column(scale=2, min_width=300):
                self._list = gr.HTML(elem_id="stored", apply_default_css=False, js_on_load=ACT)
                self._removed = gr.HTML(elem_id="removed", apply_default_css=False, js_on_load=ACT)
            with gr.Column(scale=3, min_width=300, visible=False, elem_id="plan-detail") as self._detail:
                self._head = gr.HTML(apply_default_css=False, js_on_load=ACT)
                self._form = Form.lay_out(words, "plan")
                with gr.Row(elem_classes="deeds"):
                    self._mend = gr.Button(words("保存更正"), variant="primary", elem_id="plan-mend")
                self._outline = gr.HTML(apply_default_css=False, js_on_load=None)
        for part in (self._list, self._removed, self._head):
            part.select(self._act, [self._chosen], self.parts, **CHANGING)
        self._mend.click(self._mend_chosen, [self._chosen, *self._form.fields], self.parts, **CHANGING)

    @property
    def parts(self) -> list[Any]:
        """What a refreshed tab fills."""
        form = self._form.fields
        return [
            self._list,
            self._removed,
            self._chosen,
            self._detail,
            self._head,
            *form,
            self._outline,
            self._staff.note,
        ]

    def refresh(self, chosen: str = "") -> Updates:
        """The tab as the store is now."""
        store, words = self._staff.assistant.store, self._staff.words
        store.refresh()
        plan = self._find(chosen)
        shown: Updates = {
            self._list: plan_list(store.plans, chosen if plan else "", words),
            self._removed: removed_list(removed_plans(store), words),
            self._chosen: chosen if plan else "",
            self._detail: gr.Column(visible=plan is not None),
        }
        if plan is None:
            return shown
        fields = zip(self._form.fields, values(plan.identity, dict(plan.mends), self._staff.words), strict=True)
        cut = cut_again(plan, self._staff.assistant.store.body_of(plan).text)
        return shown | dict(fields) | {self._head: plan_head(plan, words), self._outline: outline(cut, words)}

    def _act(self, event: gr.SelectData, chosen: str) -> Updates:
        """What a button says: choose:ID, remove:ID, back:KEY."""
        deed, _, key = str(event.value).partition(":")
        store, note = self._staff.assistant.store, self._staff.note
        try:
            store.refresh()
            if deed == "choose":
                return self.refresh(key) | {note: ""}
            if deed == "remove" and (plan := self._find(key)):
                remove_for_a_while(store, plan, now=now())
                said = self._staff.done("已移除《{title}》；30天内可以在“留底”里放回。", title=plan.identity.title)
                return self.refresh() | {note: said}
            if deed == "back":
                plan = bring_back(store, key, now=now())
                said = self._staff.done(
                    "已放回《{title}》，{count}条。", title=plan.identity.title, count=plan.item_count
                )
                return self.refresh(plan.id) | {note: said}
        except UserError as error:
            return self.refresh(chosen) | {note: self._staff.refused(error)}
        return self.refresh(chosen) | {note: ""}

    def _mend_chosen(self, chosen: str, title: str, year: str, region: str) -> Updates:
        store, note = self._staff.assistant.store, self._staff.note
        try:
            store.refresh()
            plan = self._find(chosen)
            if plan is None:
                return self.refresh() | {note: self._staff.refused(UserError(GONE))}
            mended = mend_plan(store, plan, mends_of(title, year, region))
        except UserError as error:
            return {note: self._staff.refused(error)}
        return self.refresh(mended.id) | {note: self._staff.done("已保存《{title}》。", title=mended.identity.title)}

    def _find(self, plan_id: str) -> StoredPlan | None:
        return next((plan for plan in self._staff.assistant.store.plans if plan.id == plan_id), None)
