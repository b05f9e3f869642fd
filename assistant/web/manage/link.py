"""The way from the front page to Manage, shown to those alone who can go it."""

import gradio as gr

from assistant.web.manage.door import Admission, Door
from assistant.web.words import Words

# What the server sends is put at the top, beside the languages.
PLACE = """const place = () => {
  const link = element.querySelector("a");
  const top = document.querySelector(".masthead .languages");
  if (link && top && !top.querySelector(".to-manage")) top.prepend(link.cloneNode(true));
};
watch("value", place);
place();"""


def add_link(blocks: gr.Blocks, words: Words, door: Door) -> None:
    """Let the page ask, when it is opened, whether its visitor may know of Manage."""
    place = gr.HTML(elem_id="manage-link", apply_default_css=False, js_on_load=PLACE)

    def show(request: gr.Request) -> str:
        asked = request.request
        may = asked is not None and door.admission(asked) is not Admission.NONE
        return f'<a class="to-manage" href="/manage/">{words("管理")}</a>' if may else ""

    blocks.load(show, None, place, concurrency_limit=None, show_progress="hidden", api_visibility="private")
