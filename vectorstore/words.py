"""Text cut into the words and character pairs that the keyword index holds; the one door to rjieba."""

import re
from functools import lru_cache

import rjieba

from ingest.characters import fold, is_han

TOKEN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?%?|[\u3400-\u9fff]+")
# Words that ask or merely join: they say nothing of what is asked about.
STOP_WORDS = frozenset(
    "的 了 吗 呢 吧 啊 呀 么 嘛 着 过 地 得 和 与 及 或 是 在 有 没 没有 不 也 都 就 还 又 很 才 只 被 把 给 让 对 对于 关于 从 到 向 为 以 用 按 由 "
    "于 其 之 这 那 这个 那个 这些 那些 这种 那种 这边 那边 这里 那里 哪 哪个 哪些 哪里 哪家 哪份 哪几 谁 什么 啥 怎么 怎样 怎么样 怎么办 咋 咋办 如何 "
    "为什么 为何 多少 几 几个 多久 多长 多大 何时 什么样 一个 一些 一下 我 你 他 她 它 我们 你们 他们 咱 咱们 自己 会 能 可以 能不能 可不可以 会不会 "
    "有没有 是不是 要 要求 需要 应该 必须 得 想 想要 请问 请 告诉 知道 介绍 说 讲 写 提到 提出 规定 内容 情况 方面 事情 事 时候 里 里面 上 下 中 内 外 "
    "前 后 等 个 份 条 项 名 年 月 日 号 那么 然后 还是 但是 可是 而且 因为 所以 如果 比如 各 每 哪几个 分别 具体 到底 究竟 一共 总共 打算 计划 "
    "the a an of to in on for and or is are was were be been do does did will would should can could may must what which who whom whose when where why "
    "how many much there it its this that these those i we you they he she my our your their with by at as from about into than then any some no not has have had".split()
)


@lru_cache(maxsize=4096)
def cut_words(text: str) -> tuple[str, ...]:
    """The folded words, compounds beside their parts: `cut_words("課後服務")` is `("课后", "服务")`."""
    words: list[str] = []
    for token in TOKEN.findall(fold(text)):
        words.extend(rjieba.cut_for_search(token) if is_han(token[0]) else [token])
    return tuple(words)


def cut_pairs(text: str) -> list[str]:
    """Every two neighbouring Chinese characters: names that no dictionary knows are found by them."""
    return [run[i : i + 2] for run in TOKEN.findall(fold(text)) if is_han(run[0]) for i in range(len(run) - 1)]


def content_words(text: str) -> tuple[str, ...]:
    """The words that say what is asked about, each once, in order; asking and joining words are left out."""
    return tuple(dict.fromkeys(word for word in cut_words(text) if word not in STOP_WORDS))
