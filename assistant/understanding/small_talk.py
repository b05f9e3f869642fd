"""Words that ask nothing of the plans: a greeting, thanks, a farewell, who or what answers here, and pastimes."""

import re
from enum import StrEnum

from ingest.language.folding import fold


class SmallTalk(StrEnum):
    """The kinds of such words; each is answered by a phrase of its own."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    ABOUT = "about"
    PASTIME = "pastime"  # the weather, a joke, a song: what people try out on any machine that talks


SAID = (
    (SmallTalk.GREETING, r"(?:你|您|大家|老师)们?好|哈[喽罗啰]|嗨|喂|在吗|在不在|有人吗|早上好|上午好|中午好|下午好|晚上好|早安|早|hi|hello|hey|good (?:morning|afternoon|evening)(?: everyone)?"),
    (SmallTalk.THANKS, r"(?:好的?|非常|十分|太|真是?|多)?(?:谢谢|感谢|多谢|谢)(?:你|您|你们|大家)?(?:的(?:帮助|回答))?|辛苦(?:你|您)?|好的?|行|嗯+|哦+|噢+|明白|知道|懂|收到|太好|ok(?:ay)?|thanks?(?: you)?(?: (?:so|very) much| a lot)?|got it|great"),
    (SmallTalk.FAREWELL, r"再见|拜拜|回见|改天见|晚安|good ?bye|bye(?: bye)?|see you(?: later)?"),
    (SmallTalk.ABOUT, r"(?:请问)?(?:你|您)(?:到底)?(?:是|叫)(?:谁|什么(?:东西|名字)?|啥|机器人|人工智能|真人|人|ai)(?:还是.{1,5})?|(?:你|您|这里|这儿)(?:都)?(?:能|会|可以)(?:做|干|帮我|回答|查|问|告诉我)?(?:些)?(?:什么|啥|哪些(?:事|问题)?)(?:问题|事)?|(?:这个?)?(?:网站|页面|软件|系统|程序|东西|助手)?(?:该)?怎么(?:使)?用|(?:这个?)?(?:网站|页面|软件|系统|程序|助手)是(?:干|做)(?:什么|啥)(?:用)?的|帮助|使用说明|who are you|what (?:are|is) (?:you|this)|what can (?:you do|i ask)(?: here)?|how does this work|help|are you (?:a )?(?:robot|human|ai)"),
    (SmallTalk.PASTIME, r"(?:(?:今|明|后)[天日]|周末|这几天|现在|外面|本地|我们这)*(?:的)?(?:天气|气温)(?:怎么样|怎样|如何|好不好|好吗|预报|多少度)?|(?:(?:今|明|后)[天日]|周末)?(?:会不会|会|要不要|用不用)?(?:下雨|下雪|带伞)吗?|(?:你)?(?:能|会|可以)?(?:不能|给我|帮我|给大家|来|再)*(?:讲|说|来)(?:一?个|段)?(?:笑话|故事|段子|相声)(?:听听|吧|吗)?|(?:你)?(?:能|会|可以)?(?:给我|帮我)?(?:唱|写|作|来)(?:一?首|支|个)?(?:歌|诗|词|情书)(?:听听|吧|吗)?|(?:给我)?推荐(?:一?[部个首本]|几[部首本])?(?:电影|歌|小说|电视剧|餐馆|游戏)|tell me a (?:joke|story)|sing (?:me )?a song|write (?:me )?a poem|(?:what(?: is|'s) the|how(?: is|'s) the) weather(?: like)?(?: today| tomorrow)?|will it rain(?: today| tomorrow)?"),
)  # fmt: skip
PARTICLES = re.compile(r"[呀啊哦吗呢吧啦了哈嘛的喔]+$|^(?:那|嗯|哎|哎呀|哦)(?=..)")
BETWEEN = re.compile(r"[\s，,。.！!？?~～、；;…]+")


def find_small_talk(text: str) -> SmallTalk | None:
    """What kind of such words the text is, all of it: `你好，谢谢` is thanks; `你好，几月报名` is none of them."""
    folded = fold(text).strip()
    whole = _kind(" ".join(BETWEEN.split(folded)).strip())
    if whole:
        return whole
    kinds = [_kind(part) for part in BETWEEN.split(folded) if part]
    return kinds[-1] if kinds and all(kinds) else None


def _kind(said: str) -> SmallTalk | None:
    for form in (said, PARTICLES.sub("", said)):
        for kind, pattern in SAID:
            if re.fullmatch(pattern, form):
                return kind
    return None
