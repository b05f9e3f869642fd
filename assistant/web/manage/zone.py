"""The place where files are dropped or chosen, with the progress of each."""

from html import escape

from assistant.web.words import Words

KINDS = ".txt,.md,.docx,.doc,.wps,.rtf,.odt,.pdf,.html,.htm,.mht,.mhtml,.zip,.png,.jpg,.jpeg,.tif,.tiff,.bmp,.webp"


def zone(words: Words) -> str:
    """The HTML that upload.js brings to life; its words stand in data attributes, since the script speaks none."""
    said = {
        "waiting": words("排队中"),
        "sending": words("正在上传"),
        "done": words("已上传"),
        "failed": words("没有传成，请检查网络后再试。"),
        "stopped": words("已取消"),
        "cancel": words("取消"),
        "none": words("这里没有可以上传的文件。"),
    }
    data = "".join(f' data-{key}="{escape(text)}"' for key, text in said.items())
    return (
        f'<section class="zone" {data}><h3>{words("加入计划")}</h3>'
        f"<p>{words('把文件拖到这里，或者选择：文本、Word、PDF、网页、扫描件，或装着它们的 zip。')}</p>"
        f'<div class="choosers"><label class="chooser"><input type="file" multiple accept="{KINDS}" class="files">'
        f"{words('选择文件')}</label>"
        f'<label class="chooser"><input type="file" webkitdirectory multiple class="folder">{words("选择文件夹")}</label></div>'
        f'<ul class="arriving" aria-live="polite"></ul>'
        f'<button type="button" class="act arrived" data-act="arrived" hidden></button></section>'
    )


def replace_chooser(plan_id: str, words: Words) -> str:
    """A chooser of the one file that is to take a plan's place."""
    return (
        f'<label class="chooser"><input type="file" accept="{KINDS}" class="replacement" '
        f'data-replaces="{escape(plan_id)}">{words("用新文件替换……")}</label>'
    )
