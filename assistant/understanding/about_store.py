"""Questions about the store itself: which plans there are, and of a plan its size, parts, 文号, date, issuer and gist."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest.language.folding import fold


class Topic(StrEnum):
    """What is asked of the store or of a plan in it."""

    PLANS = "plans"  # which there are, of which years, and how many
    SIZE = "size"  # how many items and parts a plan has
    PARTS = "parts"  # what its parts are called
    NUMBER = "number"  # its 文号
    DATE = "date"
    ISSUER = "issuer"
    YEAR = "year"
    OUTLINE = "outline"  # what it is about, in short


@dataclass(frozen=True, slots=True)
class AboutStore:
    """That the store's records answer, and with what of them."""

    topic: Topic
    further: tuple[Topic, ...] = ()  # what else of a plan's own facts: 哪天印发的，谁发的


FACTS = frozenset({Topic.NUMBER, Topic.DATE, Topic.ISSUER, Topic.YEAR})
BARE_DATE = re.compile(r"\W*(?:是|在)?(?:什么时候|何时|哪一?天|几号)(?:的)?\W*")  # behind 这封信是谁写的
PAPER = "(?:文件|计划|要点|方案|意见|资料|材料|文档|规划|办法|规定|通知|规范|细则|公告|指南|章程|守则|条例|信|报道|新闻|消息|问答|东西)"
THAT_PAPER = rf"(?:(?:这|那|该|本)(?:个|份|篇)?)?{PAPER}"
STORED = "(?:文件|计划|要点|方案|资料|文档|规划)"  # what is kept here; 有哪些规定 asks about a matter
THIS = rf"(?:(?:这|那|该|本)(?:个|份|篇|封|部|则|一份)?{PAPER}?|它|{PAPER}|全文|通篇|整个|全篇)?(?:里面?|中)?的?"
ALL_IN_ALL = r"(?:一共|总共|共|共计|大概|总体|主要|到底|都|又|究竟)*"
HERE = r"(?:(?:你们?|您|这里|这儿|这边|系统|平台|网站|库|知识库|资料库|数据库|页面)里?面?(?:上|中|里)?|里面?|目前|现在|已经|的)*"
KEPT = "(?:收录|收集|收|有|存|包含|包括|录入|上传|查询?|查得?到|知道|可以查|能查|能看|可以看|看|用)(?:了|过|着|到)?"
SAY = "(?:讲|说|写|谈|规定|涉及|包括|包含|介绍|提到|内容)"
ISSUE = "(?:最近|最后|最新)?(?:一次)?(?:印发|发布|公布|颁布|下发|发出|发文|出台|制定|制订|通过|成文|起草|修[正订]|落款|联合发|[出发定写编](?=的))"
WHAT = "(?:什么|啥|哪些|些什么|哪几个?)"
OPENING = re.compile(
    r"^\W*(?:请问一下|请问|请|我想知道|想知道|我想问一下|想问一下|麻烦|告诉我|帮我|帮忙|给我|替我|查一下|看一下|说一下|说说|那么?|那个|关于|按照?|嗯|(?:今|明|去)年|(?:今年)?[上下]半年|本?学期|全年)+"
)
ENDING = re.compile(r"(?:\W|呢|啊|呀|吧|吗|嘛|哈|呗|please|thanks?)+$")
SAID = {
    Topic.PLANS: rf"""
        {HERE}{ALL_IN_ALL}{KEPT}?{ALL_IN_ALL}(?:哪些|什么|些什么|啥|哪几[份个种]|几份|几个|多少[份个]?)(?:地方|区县|年份?|方面)?的?(?:教育)?{STORED}(?:可以?(?:查|看|问))?
        | {HERE}{ALL_IN_ALL}{KEPT}?{ALL_IN_ALL}(?:哪几年|哪些年份?|几年|哪几个年[度份])的?{STORED}?
        | {HERE}(?:有没有|有)的?{STORED}
        | {STORED}{HERE}(?:都|一共|总共)?有(?:哪些|多少|哪?几[份个种]|什么)
        | (?:列出|列一下|列举|看看|看|显示)?{HERE}(?:所有|全部)?的?{STORED}(?:清单|列表|名单|一览)
        | (?:列出|列一下|列举|看看|看|显示){HERE}(?:所有|全部)的?{STORED}
        | (?:what|which)\ (?:plans|documents|files|papers)(?:\ (?:do\ you\ have|are\ (?:there|here|available)|are\ in\ (?:the|your)\ (?:store|library)|can\ i\ ask\ about))?
        | (?:list|show)(?:\ me)?(?:\ all)?(?:\ (?:the|your))?\ (?:plans|documents|files)
        | how\ many\ (?:plans|documents|files|papers)(?:\ (?:do\ you\ have|are\ (?:there|here)|are\ in\ (?:the|your)\ (?:store|library)))?
        | (?:which|what)\ years(?:\ (?:do\ you\ (?:have|cover)|are\ (?:there|covered)))?""",
    Topic.SIZE: rf"""
        {THIS}{ALL_IN_ALL}(?:有|分为?|分成|包括|列了)?{ALL_IN_ALL}(?:多少|几)个?(?:条|项|条目|部分|大部分|大项|大块|章|板块)(?:内容|任务|条款)?
        | (?:it\ has\ )?how\ many\ (?:items|articles|parts|sections|chapters|points)(?:\ (?:are\ there|does\ (?:it|this|the\ plan)\ have|are\ in\ (?:it|the\ plan)))?(?:\ in|\ of)?""",
    Topic.PARTS: rf"""
        {THIS}{ALL_IN_ALL}(?:有|分为?|分成|包括)?(?:了|有)?(?:哪些|哪几|什么)个?(?:大?部分|大项|大块|章节?|板块|章)
        | {THIS}(?:各|每)个?(?:部分|章)(?:的)?(?:标题|题目|名称)?(?:都|分别)?(?:是|叫|{SAY})?{WHAT}?
        | {THIS}(?:目录|结构|框架|提纲)(?:是|有|怎么样)?{WHAT}?
        | (?:what\ are\ )?(?:the|its)\ (?:parts|sections|chapters)|table\ of\ contents|what\ (?:parts|sections|chapters)\ (?:does\ (?:it|the\ plan)\ have|are\ there)""",
    Topic.NUMBER: rf"""
        {THIS}(?:文号|发文字号|发文号|文件编?号|编号)(?:是|为)?(?:什么|多少|几号?|哪个)?(?:号)?
        | {THIS}(?:是)?(?:什么|几|哪个|多少)(?:文号|号文件?|号文)
        | (?:what\ is\ )?(?:the|its)\ (?:document|reference|paper)\ number(?:\ of(?:\ (?:it|this|the))?(?:\ (?:document|paper|plan|notice))?)?""",
    Topic.DATE: rf"""
        {THIS}(?:最近|最后|上)?(?:一次)?(?:是|在|于)?(?:什么时候|何时|啥时候|哪一?天|哪年哪月|几月几[日号]|几号|什么时间|什么日子){ISSUE}(?:出来)?的?(?:{THAT_PAPER})?
        | {THIS}{ISSUE}(?:日期|时间|日子)(?:是|为)?(?:什么时候|什么|哪一?天|几号|多少|何时)?
        | when\ (?:was|is)\ (?:it|this|the\ plan|this\ plan)?\ ?(?:issued|published|released)""",
    Topic.ISSUER: rf"""
        {THIS}(?:是|由)*(?:谁|哪[两几三]?个?(?:单位|部门|局|机关|机构)|哪里|什么(?:单位|部门|机关)|哪家){ISSUE}(?:出来)?的?(?:{THAT_PAPER})?
        | {THIS}{ISSUE}(?:单位|机关|部门|机构|者|人)(?:是|为)?(?:谁|什么|哪个|哪里|哪家)?
        | who\ (?:issued|published|wrote)(?:\ (?:it|this|the\ plan|this\ plan))?""",
    Topic.YEAR: rf"""
        (?!哪)(?:{THIS})(?:是|属于)?(?:哪一?年度?|几几年|哪个年[度份]|什么年份|多少年)的?{PAPER}?
        | (?:what|which)\ year\ is\ (?:it|this|the\ plan|this\ plan)(?:\ (?:of|from|for))?""",
    Topic.OUTLINE: rf"""
        {THIS}{ALL_IN_ALL}(?:是)?(?:{SAY}|关于)+(?:了|的|过)?(?:是|有)?{WHAT}(?:内容|方面|事情?|东西|问题)?(?:的)?
        | {THIS}(?:主要|核心|中心|大致|基本)(?:内容|思想|意思|精神)(?:是|有|包括)?{WHAT}?
        | {THIS}有{WHAT}内容
        | {THIS}{ALL_IN_ALL}(?:有|出台?|定|提)?(?:了|过)?{WHAT}(?:新|大|主要|重点|重要|具体)?的?(?:政策|工作|任务|打算|安排|动作|计划|举措|目标|变化)(?:任务|安排|重点)?(?:要做)?
        | {THIS}(?:重点|中心)工作{ALL_IN_ALL}(?:是|有)?{WHAT}?
        | {THIS}{ALL_IN_ALL}(?:要|打算|准备|计划)(?:做|干|抓|办){WHAT}(?:大?事情?|工作)?
        | {THIS}(?:大意|梗概|摘要|概要|概述|概况|大概意思)(?:是)?{WHAT}?
        | (?:总结|概括|概述|归纳|梳理|介绍|简述|浓缩|小结)(?:一下|下|一遍)?(?:一下)?{THIS}(?:主要)?(?:内容|要点|重点)?
        | {THIS}(?:的)?(?:内容|要点)?(?:总结|概括|归纳|介绍|小结)(?:一下|下)
        | what\ is\ (?:it|this|the|this\ plan|the\ plan|the\ document)?\ ?(?:mainly\ )?about
        | what\ does\ (?:it|this|the\ plan|this\ plan)\ say
        | (?:summari[sz]e|sum\ up|outline)(?:\ (?:it|this|the|this\ plan|the\ plan))?
        | (?:give\ me\ )?(?:a\ |an\ |the\ )?(?:short\ |brief\ )?(?:summary|outline|overview|gist)(?:\ of)?(?:\ (?:it|this|the|this\ plan|the\ plan))?""",
}
PATTERNS = tuple((topic, re.compile(source, re.VERBOSE)) for topic, source in SAID.items())
NAMES_PAPER = re.compile(rf"(?:这|那|该|本)(?:个|份|篇|封|部|则)|{STORED}|全文|通篇|\b(?:plan|document|paper)\b")


def find_about_store(rest: str) -> AboutStore | None:
    """What of the store is asked, where the question says nothing else; `rest` is it without its places, years and titles.

    `一共多少条，分几个部分` asks how long a plan is; `课后服务有多少条` names a matter, and asks nothing of the store.
    """
    clauses = [clause for clause in re.split("[,，;；。?？]", fold(rest)) if re.search(r"\w", clause)]
    topics = {_topic_of(clause) for clause in clauses}
    if len(topics) > 1:
        read = [Topic.DATE if BARE_DATE.fullmatch(clause) else _topic_of(clause) for clause in clauses]
        facts = [topic for topic in dict.fromkeys(read) if topic]
        return AboutStore(facts[0], tuple(facts[1:])) if FACTS.issuperset(read) else None
    topic = topics.pop() if topics else None
    return AboutStore(topic) if topic else None


def _topic_of(clause: str) -> Topic | None:
    said = ENDING.sub("", OPENING.sub("", " ".join(clause.split())))
    said = re.sub(r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])", "", said)
    said = re.sub("^(?:里面?|中|的)+", "", said)
    return next((topic for topic, pattern in PATTERNS if pattern.fullmatch(said)), None)


def is_of_paper(about: AboutStore, rest: str) -> bool:
    """Whether it asks about a paper by its own words: `谁发的` within a talk may be asked of a matter, too."""
    return about.topic in {Topic.PLANS, Topic.PARTS, Topic.NUMBER} or bool(NAMES_PAPER.search(fold(rest)))
