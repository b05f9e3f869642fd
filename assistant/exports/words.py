"""Headers and fixed words of exported files, in Simplified, Traditional and English."""

from collections.abc import Iterable

from ingest.language.folding import to_traditional

WORDS = {
    "citation": ("出处", "Citation"),
    "plan": ("计划", "Plan"),
    "issuer": ("发文单位", "Issuer"),
    "region": ("地区", "Region"),
    "year": ("年份", "Year"),
    "item": ("条目", "Item"),
    "section": ("部分", "Section"),
    "heading": ("标题", "Heading"),
    "text": ("原文", "Text"),
    "file": ("文件", "File"),
    "topic": ("主题", "Topic"),
    "what": ("内容", "What"),
    "direction": ("要求", "Bound"),
    "amount": ("数值", "Amount"),
    "low": ("下限", "From"),
    "high": ("上限", "To"),
    "unit": ("单位", "Unit"),
    "per": ("计算口径", "Per"),
    "words": ("原文数字", "As printed"),
    "by_when": ("时限", "By when"),
    "by_year": ("时限年份", "By year"),
    "sentence": ("所在句", "Sentence"),
    "reach": ("达到", "reach"),
    "at_least": ("不低于", "at least"),
    "at_most": ("不超过", "at most"),
    "increase": ("增加", "up by"),
    "decrease": ("减少", "down by"),
    "keep": ("保持", "keep"),
    "hits": ("检索结果", "Search results"),
    "targets": ("指标", "Targets"),
    "comparison": ("对照表", "Comparison"),
    "empty": ("（未提及）", "(says nothing)"),
    "talk": ("教育计划问答记录", "Questions and answers on education plans"),
    "question": ("问", "Question"),
    "sources": ("引用", "Sources"),
    "nearest": ("最接近的条目（不一定是答案）", "Nearest items, which may not answer it"),
}


def word(key: str, language: str) -> str:
    """The word in `zh-Hans`, `zh-Hant` (converted from Simplified) or `en`."""
    chinese, english = WORDS[key]
    if language == "en":
        return english
    return to_traditional(chinese) if language == "zh-Hant" else chinese


def headers(keys: Iterable[str], language: str) -> tuple[str, ...]:
    """The words as a table's header."""
    return tuple(word(key, language) for key in keys)
