"""The field of education that an item belongs to, so that targets of several plans can be counted together."""

import re

from ingest.language.folding import fold
from ingest.plan import Item

# Tried in this order on the item's heading, then on its section's title, then on its text.
FIELDS = (
    ("党建与廉政", "党[建员史组风支]|管党|党的(?:建设|领导)|廉|思政|意识形态|作风"),
    ("特殊教育", "特殊教育|特教|残疾|特殊儿童|特殊群体|融合教育|送教上门"),
    ("招生入学", "招生|入学|随迁|留守|学区|控辍|中考|考试|学籍"),
    ("学生资助与营养", "资助|营养|助学|贫困|困难学生|食堂|食品|飯堂|饭堂|供餐"),
    ("课后服务与减负", "课后|双减|作业|睡眠|校外培训|减负|培训机构|民办教育"),
    ("教师队伍", "教师|师德|师资|校长|名师|职称|待遇|班主任|人事|轮岗|队伍"),
    ("学前教育", "学前|幼儿园|幼教|托育|普惠性|幼有"),
    ("职业与终身教育", "职业|职教|中职|产教|社区|成人|终身|学习型|老年"),
    ("普通高中", "高中"),
    ("体育美育劳动与心理", "体育|体质|近视|视力|美育|艺术|劳动|心理|健康|体卫"),
    ("科技与阅读", "科学教育|科技|科创|阅读|书香|读书|语言文字"),
    ("安全与校车", "安全|校车|交通|防溺水|欺凌|安防|防线"),
    ("信息化", "智慧|信息化|数字|网络|互联网|人工智能"),
    ("义务教育与学位", "义务教育|学位|办学条件|校舍|寄宿|集团化|均衡|布局|项目建设|学校建设|标准化"),
    ("德育", "德育|立德树人|思想道德|文明校园|家庭教育|家校"),
    ("经费、督导与法治", "经费|督导|法治|依法|信访|宣传|审计|财务|评估|投入"),
)


def topic_of(item: Item) -> str:
    """The field that the heading speaks of first, else the one of the section's title, else the text's; else that title itself."""
    if heading := _fields_in(item.heading):
        return min(heading, key=lambda name: heading[name][0])
    section = _fields_in(item.section_title)
    if len(section) == 1:
        return next(iter(section))
    text = _fields_in(item.text) if item.section else {}
    return max(text, key=lambda name: len(text[name])) if text else item.section_title or item.heading


def _fields_in(text: str) -> dict[str, list[int]]:
    """The fields that the text speaks of, each with the places of its words."""
    folded = fold(text)
    found = {name: [match.start() for match in re.finditer(words, folded)] for name, words in FIELDS}
    return {name: places for name, places in found.items() if places}
