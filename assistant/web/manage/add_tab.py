"""The tab to add plans in: files are dropped, read, looked at, mended, and only then added."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.manage.intake import Prospect, add_staged
from assistant.web.manage.drafts import draft_head, draft_list
from assistant.web.manage.form import Form, values
from assistant.web.manage.outline import outline
from assistant.web.manage.staff import ACT, CHANGING, LOOKING, Staff
from assistant.web.manage.upload import now
from assistant.web.manage.waiting import keep_fields, newest, read_unread, rows, summary
from assistant.web.manage.zone import zone
from ingest.errors import UserError
from vectorstore.update import Change, Outcome

Updates = dict[Any, Any]


class AddTab:
    """The tab's parts and what they do. Which draft is looked at is kept in the browser session."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        words = staff.words
        self._chosen = gr.State("")
        with gr.Row(elem_classes="bench"):
            with gr.Column(scale=2, min_width=300):
                self.zone = gr.HTML(zone(words), elem_id="zone", apply_default_css=False, js_on_load=ACT)
                self._list = gr.HTML(elem_id="drafts", apply_default_css=False, js_on_load=ACT)
            with gr.Column(scale=3, min_width=300, visible=False, elem_id="draft-detail") as self._detail:
                self._head = gr.HTML(apply_default_css=False, js_on_load=None)
                self._form = Form.lay_out(words, "draft")
                with gr.Row(elem_classes="deeds"):
                    self._add = gr.Button(words("加入"), variant="primary", elem_id="draft-add")
                    self._beside = gr.Button(words("作为另一份加入"), elem_id="draft-beside", visible=False)
                self._outline = gr.HTML(apply_default_css=False, js_on_load=None)
        self._connect()

    @property
    def parts(self) -> list[Any]:
        """What a refreshed tab fills."""
        note = self._staff.note
        return [
            self._list,
            self._chosen,
            self._detail,
            self._head,
            *self._form.fields,
            self._add,
            self._beside,
            self._outline,
            note,
        ]

    def _connect(self) -> None:
        staff, given = self._staff, [self._chosen, *self._form.fields]
        self.zone.select(self.arrived, None, [*self.parts, staff.tabs], **LOOKING)
        self._list.select(self._act, given, self.parts, **CHANGING)
        self._add.click(self._add_chosen, given, self.parts, **CHANGING)
        self._beside.click(self._add_beside, given, self.parts, **CHANGING)
        for field in self._form.fields:
            field.blur(self._keep_fields, given, [self._list, staff.note], **CHANGING)

    def opened(self) -> Iterator[Updates]:
        """The tab as the staging folder is now; what came before the server was started anew is read first."""
        try:
            yield self._shown("")
            for chosen in read_unread(self._staff.staging):
                yield self._shown(chosen)
        except UserError as error:
            yield {self._staff.note: self._staff.refused(error)}

    def arrived(self) -> Iterator[Updates]:
        """The tab while the files that came are read, one after the other; the first of them is looked at."""
        yield self._shown("") | {self._staff.note: "", self._staff.tabs: gr.Tabs(selected="add")}
        chosen = ""
        for chosen in read_unread(self._staff.staging):
            yield self._shown(chosen)
        if not chosen:  # another open page has read them already
            yield self._shown(newest(self._staff.staging))

    def _act(self, event: gr.SelectData, chosen: str, title: str, year: str, region: str) -> Iterator[Updates]:
        """What a button of the list says: choose:TOKEN:0, discard:TOKEN, discard-all:, add-all:."""
        deed, _, key = str(event.value).partition(":")
        staging = self._staff.staging
        try:
            keep_fields(self._staff.staging, chosen, title, year, region)
            if deed == "choose":
                yield self._shown(key) | {self._staff.note: ""}
            elif deed == "discard":
                staging.discard(key)
                yield self._shown("" if chosen.startswith(key) else chosen) | {self._staff.note: ""}
            elif deed == "discard-all":
                for staged in staging.files():
                    staging.discard(staged.token)
                yield self._shown("") | {self._staff.note: ""}
            elif deed == "add-all":
                yield from self._add_all()
        except UserError as error:
            yield self._shown(chosen) | {self._staff.note: self._staff.refused(error)}

    def _add_all(self) -> Iterator[Updates]:
        outcomes: list[Outcome] = []
        trouble: UserError | None = None
        for staged in self._staff.staging.files():
            if not self._staff.staging.read(staged.token).plans:
                continue
            try:
                outcomes += add_staged(self._staff.assistant.store, self._staff.staging, staged.token, now=now())
            except UserError as error:
                trouble = error
            yield self._shown("") | {self._staff.note: summary(self._staff, outcomes)}
        if trouble:
            yield self._shown("") | {self._staff.note: summary(self._staff, outcomes) + self._staff.refused(trouble)}

    def _add_chosen(self, chosen: str, title: str, year: str, region: str) -> Updates:
        return self._add_one(chosen, title, year, region, beside=False)

    def _add_beside(self, chosen: str, title: str, year: str, region: str) -> Updates:
        return self._add_one(chosen, title, year, region, beside=True)

    def _add_one(self, chosen: str, *fields: str, beside: bool) -> Updates:
        store, staging = self._staff.assistant.store, self._staff.staging
        try:
            keep_fields(self._staff.staging, chosen, *fields)
            outcomes = add_staged(store, staging, chosen.partition(":")[0], now=now(), beside=beside)
        except UserError as error:
            return {self._staff.note: self._staff.refused(error), self._list: self._drafts(chosen)}
        return self._shown("") | {self._staff.note: summary(self._staff, outcomes)}

    def _keep_fields(self, chosen: str, title: str, year: str, region: str) -> Updates:
        try:
            keep_fields(self._staff.staging, chosen, title, year, region)
        except UserError as error:
            return {self._staff.note: self._staff.refused(error)}
        return {self._list: self._drafts(chosen)}

    def _shown(self, chosen: str) -> Updates:
        """The list, and the draft that is looked at; without one its side is empty."""
        waiting = rows(self._staff)
        token, _, number = chosen.partition(":")
        found = next((row for row in waiting if row[0].token == token and row[2]), None)
        reading = found[1] if found else None
        if found is None or reading is None:
            nothing = draft_list(waiting, "", self._staff.words)
            return {self._list: nothing, self._chosen: "", self._detail: gr.Column(visible=False)}
        staged, prospects = found[0], found[2]
        place = int(number) if number.isdigit() and int(number) < len(prospects) else 0
        plan, prospect = reading.plans[place], prospects[place]
        fields = values(plan.identity, self._earlier(prospect) | dict(staged.mends).get(place, {}), self._staff.words)
        words = self._staff.words
        label = words("替换") if prospect.change is Change.REPLACED else words("加入")
        several = words("（连同文件里的{count}份计划）", count=len(reading.plans)) if len(reading.plans) > 1 else ""
        return {
            self._list: draft_list(waiting, chosen, words),
            self._chosen: chosen,
            self._detail: gr.Column(visible=True),
            self._head: draft_head(staged, prospect, words),
            **dict(zip(self._form.fields, fields, strict=True)),
            self._add: gr.Button(label + several, interactive=prospect.change is not Change.UNCHANGED),
            self._beside: gr.Button(visible=prospect.change is Change.REPLACED and not staged.replaces),
            self._outline: outline(plan, words),
        }

    def _earlier(self, prospect: Prospect) -> dict[str, str | int]:
        return dict(prospect.old.mends) if prospect.old and prospect.change is Change.REPLACED else {}

    def _drafts(self, chosen: str) -> str:
        return draft_list(rows(self._staff), chosen, self._staff.words)
