"""What the assistant itself says around the quotes, in the asker's language and script."""

import re

from ingest.language.folding import to_traditional
from ingest.plan import Identity

NUMERALS = "一二三四五六七八九十百"
REF_FORMS = (
    (rf"([{NUMERALS}]+)\((\S+?)\)(.*)", "第{0}部分第（{1}）条{2}", "part {0}, item ({1}){2}"),
    (rf"([{NUMERALS}]+)\.(\d+)(.*)", "第{0}部分第{1}条{2}", "part {0}, item {1}{2}"),
    (rf"([{NUMERALS}]+)-结语", "第{0}部分结语", "part {0}, closing"),
    (rf"([{NUMERALS}]+)-(\d+)", "第{0}部分第{1}项", "part {0}, paragraph {1}"),
    (rf"([{NUMERALS}]+)", "第{0}部分", "part {0}"),
    (r"\((\S+?)\)(.*)", "第（{0}）条{1}", "item ({0}){1}"),
    (r"(\d+)", "第{0}条", "item {0}"),
    (r"前言", "前言", "preface"),
)
TEXTS = {
    "zh-Hans": {
        "none": "在{plans}里没有找到这个问题的答案。",
        "empty": "还没有可查的计划；请先添加计划，或放宽所选的范围。",
        "uncovered": "现有的计划没有涉及“{missing}”，所以不能回答。",
        "did_you_mean": "您是不是要问{names}？",
        "or_rather": "，还是",
        "read_so": "计划里没有“{said}”，下面按{name}查找。",
        "pinyin_read": "（理解为：{text}）",
        "pinyin_open": "拼音有几种读法。您是不是要问{readings}？请用汉字再问一次。",
        "pinyin_unread": "这看起来是拼音，没能读懂；请用汉字输入问题。(This looks like pinyin that could not be read; "
        "please ask in Chinese characters, or in English.)",
        "covered": "现有：{covered}。",
        "covered_some": "现有{count}份计划，与此最近的是：{covered}。",
        "no_item": "{plans}里没有所问的条目。{range}",
        "range": "《{title}》的条目是{first}到{last}。",
        "nearest": "最接近的条目（不一定是答案）：",
        "unsure": "计划里没有完全一样的说法，下面最可能与您问的有关：",
        "silent": "{plan}没有提到。",
        "several": "{count}份计划",
        "no_year": "（未注明年份）",
        "understood": "（按“{text}”理解）",
        "listed": "共{count}条，见于{plans}份计划：",
        "listed_some": "共{count}条，下面是前{shown}条：",
        "further_plans": "另有{count}份也提到：{plans}。",
        "further_some": "另有{count}份也提到，如{plans}。",
        "choose": "各地规定不同，请说明是哪里：{places}。",
        "missing": "计划没有写：{what}。",
        "lacks": "{where}写到了这件事，但没有写{what}。",
        "no_plan_of_year": "没有{year}年的计划，现有最新的是{newest}年的。",
        "left_out": "（这一条另有{count}句，见原文）",
        "besides": "现有的计划没有涉及“{missing}”。",
        "greeting": "您好！请直接写下想问的事，例如“课后服务怎么收费”。回答只取自{plans}，每句都注明出处。",
        "thanks": "不客气。还想知道什么，请接着问。",
        "farewell": "再见，欢迎再来。",
        "about": "我从{plans}里查找答案，照引原文并注明是哪一条；计划里没有的，会直接说没有。收费、招生、教师、安全等事都可以问，也可以问“第18条讲什么”“哪些条提到校车”。",
        "pastime": "这个我答不了。我只从{plans}里查找答案，例如“课后服务怎么收费”“几月报名”。",
        "no_more": "{plans}里没有更多与此有关的条目。",
        "written": "以上由语言模型写成，每句都与所引条目核对过；以计划原文为准。",
        "dropped": "另有{count}句在计划里找不到依据，已略去。",
        "not_stated": "所引条目没有写明：{what}。",
        "quoted": "语言模型这次没有写成（{why}），以上是计划原文的摘引。",
        "declined": "语言模型也没有在条目里读到答案。",
        "declined_alone": "语言模型认为这些条目没有回答问题，以上是计划原文的摘引。",
        "why_refused": "访问密钥没有被接受",
        "why_timeout": "超过了等候时间",
        "why_busy": "服务忙或额度已用完",
        "why_unreachable": "连接不上",
        "why_broken": "回复中途断了",
        "why_too_long": "问题和条目超出了模型的窗口",
        "why_rejected": "服务没有接受请求",
        "why_empty": "回复是空的",
        "why_unfounded": "写的内容在计划里找不到依据",
        "why_off_point": "写的内容没有答到所问",
        "lacks_body": "由谁负责",
        "lacks_date": "什么时间",
        "lacks_charge": "要不要交钱",
        "lacks_money": "多少钱",
        "lacks_share": "比例是多少",
        "lacks_quantity": "具体数量",
        "lacks_duration": "时长或期限",
        "lacks_length of time": "多长时间",
        "lacks_age": "年龄",
        "lacks_year": "哪一年",
        "lacks_clock": "几点",
        "lacks_weekday": "星期几",
        "lacks_phone": "电话",
        "lacks_person": "是谁",
        "lacks_place": "在哪里",
        "lacks_reason": "原因",
        "lacks_ordinal": "第几",
        "lacks_name": "名称",
        "lacks_permission": "是否可以",
        "lacks_duty": "是否必须",
        "lacks_list": "有哪些",
        "store_plans": "共{count}份计划：",
        "store_plans_of": "共{count}份计划（{years}）：",
        "store_year": "{year}年",
        "store_more": "另有{count}份，没有列出。",
        "store_size": "{plan}共{count}条。",
        "store_size_parts": "{plan}共{count}条，分{parts}{unit}。",
        "store_parts": "{plan}分{parts}{unit}：",
        "store_no_parts": "{plan}没有分部分，共{count}条：",
        "store_part": "个部分",
        "store_chapter": "章",
        "store_number": "{plan}的文号是{value}。",
        "store_no_number": "{plan}没有写明文号。",
        "store_date": "{plan}的印发日期是{value}。",
        "store_no_date": "{plan}没有写明印发日期。",
        "store_issuer": "{plan}由{value}印发。",
        "store_no_issuer": "{plan}没有写明由谁印发。",
        "store_of_year": "{plan}是{value}年的。",
        "store_no_of_year": "{plan}没有写明是哪一年的。",
        "store_day": "{year}年{month}月{day}日",
        "store_items": "（{count}条）",
        "store_choose": "共{count}份计划，请说明要看哪一份：",
        "plan": "计划",
        "content": "内容",
    },
    "en": {
        "none": "No answer to this was found in {plans}.",
        "pinyin_open": "This pinyin can be read in several ways. Do you mean {readings}? Please ask again in Chinese characters.",
        "pinyin_unread": "This looks like pinyin that could not be read; please ask in Chinese characters, or in English.",
        "empty": "There are no plans to look in yet; add some, or widen the chosen scope.",
        "uncovered": "None of the plans here covers “{missing}”, so this cannot be answered.",
        "did_you_mean": "Did you mean {names}?",
        "or_rather": " or ",
        "read_so": " No plan has “{said}”; this is what is found for {name}.",
        "pinyin_read": "(read as: {text})",
        "covered": " They cover: {covered}.",
        "covered_some": " There are {count} plans; the nearest to it: {covered}.",
        "no_item": "There is no such item in {plans}. {range}",
        "range": "The items of 《{title}》 run from {first} to {last}.",
        "nearest": "The nearest items, which may not answer it:",
        "unsure": "The plans do not use these words; this is most likely what bears on your question:",
        "silent": "{plan} does not mention it.",
        "several": "{count} plans",
        "no_year": " (no year given)",
        "understood": "(understood as “{text}”)",
        "listed": "Items: {count}, in plans: {plans}.",
        "listed_some": "Items: {count}; these are the first {shown}.",
        "further_plans": "Further plans that speak of it ({count}): {plans}.",
        "further_some": "Further plans that speak of it: {count}, among them {plans}.",
        "choose": "Places differ; say which one you mean: {places}.",
        "missing": "The plans do not say: {what}.",
        "lacks": "{where} speaks of this, but does not say {what}.",
        "no_plan_of_year": "There is no plan of {year}; the newest here is of {newest}.",
        "left_out": "(the item goes on for {count} more sentences)",
        "besides": "None of the plans here covers “{missing}”.",
        "greeting": "Hello! Just write what you want to know, for example “How much are after-school services?”. Answers come from {plans} alone, each sentence with its source.",
        "thanks": "You are welcome. Ask on if there is more that you want to know.",
        "farewell": "Goodbye.",
        "about": "I look things up in {plans}, quote them as they stand and name the item; what they do not say, I say so. Ask about fees, enrolment, teachers or safety, or “What does item 18 say?” and “Which items mention school buses?”.",
        "pastime": "That is beyond me: I only look things up in {plans}, for example “How much are after-school services?”.",
        "no_more": "There is nothing more on this in {plans}.",
        "written": "A language model wrote this; each sentence was checked against the item it cites. The plan's own words count.",
        "dropped": "Sentences left out because the plans do not support them: {count}.",
        "not_stated": "The cited items do not state: {what}.",
        "quoted": "The language model wrote no answer this time ({why}); these are the plan's own words.",
        "declined": "Nor did the language model read an answer in the items.",
        "declined_alone": "The language model found no answer in these items; these are the plan's own words.",
        "why_refused": "its key was not accepted",
        "why_timeout": "it took too long",
        "why_busy": "it is busy or its quota is used up",
        "why_unreachable": "it could not be reached",
        "why_broken": "its reply broke off",
        "why_too_long": "question and items do not fit its window",
        "why_rejected": "it did not accept the request",
        "why_empty": "its reply was empty",
        "why_unfounded": "the plans do not support what it wrote",
        "why_off_point": "what it wrote did not answer the question",
        "lacks_body": "who is responsible",
        "lacks_date": "when",
        "lacks_charge": "whether it costs anything",
        "lacks_money": "how much it costs",
        "lacks_share": "the share",
        "lacks_quantity": "how many",
        "lacks_duration": "how long",
        "lacks_length of time": "how long",
        "lacks_age": "the age",
        "lacks_year": "in which year",
        "lacks_clock": "at what time",
        "lacks_weekday": "on which day of the week",
        "lacks_phone": "a telephone number",
        "lacks_person": "who it is",
        "lacks_place": "where",
        "lacks_reason": "why",
        "lacks_ordinal": "which one",
        "lacks_name": "a name",
        "lacks_permission": "whether it may be",
        "lacks_duty": "whether it must be",
        "lacks_list": "which ones",
        "store_plans": "Plans here: {count}.",
        "store_plans_of": "Plans here: {count} ({years}).",
        "store_year": "{year}",
        "store_more": "Plans that are not listed: {count}.",
        "store_size": "{plan} has {count} items.",
        "store_size_parts": "{plan} has {count} items in {parts} {unit}.",
        "store_parts": "{plan} has {parts} {unit}:",
        "store_no_parts": "{plan} is not divided into parts; its {count} items:",
        "store_part": "parts",
        "store_chapter": "chapters",
        "store_number": "The number of {plan} is {value}.",
        "store_no_number": "{plan} does not print a number.",
        "store_date": "{plan} was issued on {value}.",
        "store_no_date": "{plan} does not say when it was issued.",
        "store_issuer": "{plan} was issued by {value}.",
        "store_no_issuer": "{plan} does not say who issued it.",
        "store_of_year": "{plan} is of {value}.",
        "store_no_of_year": "{plan} does not say of which year it is.",
        "store_day": "{year}-{month:02}-{day:02}",
        "store_items": " (items: {count})",
        "store_choose": "There are {count} plans; say which one you mean:",
        "plan": "Plan",
        "content": "What it says",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """The phrase in the language: `zh-Hans`, `zh-Hant` (converted from Simplified) or `en`."""
    text = TEXTS["en" if language == "en" else "zh-Hans"][key]
    if language == "zh-Hant":
        text = to_traditional(text)
    return text.format(**values)


def name_of_plan(plan: Identity, language: str) -> str:
    """The title in its own characters, with the year where the title does not hold it."""
    if plan.year is None:
        return f"《{plan.title}》" + say("no_year", language)
    year = "" if str(plan.year) in plan.title else f" ({plan.year})" if language == "en" else f"（{plan.year}年）"
    return f"《{plan.title}》{year}"


def name_of_ref(ref: str, language: str) -> str:
    """A ref as people say it: `三(七)` is 第三部分第（七）条; in English with the space that parts it from a title."""
    for pattern, chinese, english in REF_FORMS:
        if match := re.fullmatch(pattern, ref):
            if language == "en":
                return " " + english.format(*match.groups())
            name = chinese.format(*match.groups())
            return to_traditional(name) if language == "zh-Hant" else name
    return ref


def name_of_plans(plans: list[Identity], language: str) -> str:
    """Up to three titles, or how many plans they are."""
    if len(plans) > 3:
        return say("several", language, count=len(plans))
    return "".join(name_of_plan(plan, language) for plan in plans) or say("several", language, count=0)
