"""The field of education that an item belongs to, so that targets of several plans can be counted together."""

import re

from ingest.characters import fold
from ingest.plan import Item

# Tried in this order on the item's heading, then on its section's title, then on its text.
FIELDS = (
    ("党建与廉政", "党[建员史的组风支]|党|廉|思政|意识形态|作风"),
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
    """The field that the heading, else the section's title, else the text speaks of; else the section's title itself."""
    for text in (item.heading, item.section_title, item.text):
        folded = fold(text)
        found = [(match.start(), name) for name, words in FIELDS if (match := re.search(words, folded))]
        if found and text is not item.section_title:
            return min(found, key=lambda pair: pair[0])[1] if text is item.heading else found[0][1]
        if len(found) == 1:
            return found[0][1]
    return item.section_title or item.heading
