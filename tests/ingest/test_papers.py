"""Whole papers as they reach a reader: red heads, saved web pages, wrapped notices, letters from Taiwan, schools' plans."""

from dataclasses import dataclass

import pytest

from ingest.document import read_lines
from ingest.load import cut_plan
from ingest.plan import Plan, Role

BODY = "一、党建\n1.抓学习。全体党员每月集中学习一次。\n2.抓作风。每季一次，年底通报。\n"
PARAGRAPHS = ["1.抓学习。全体党员每月集中学习一次。", "2.抓作风。每季一次，年底通报。"]


@dataclass(frozen=True, slots=True)
class Paper:
    """The lines around BODY, and what they say; `...` is a field that is not looked at."""

    name: str
    head: str
    tail: str = ""
    title: object = ...
    issuer: object = None
    region: object = None
    year: object = None
    number: object = None
    date: object = None
    source: str = "scan.txt"


CHENGYUAN = ("澄原县教育局", "澄原县")
PAPERS = [
    Paper(
        "a red head over a title in two lines",
        "澄原县教育局文件\n澄教发〔2024〕12号\n\n澄原县教育局\n关于做好2024年秋季招生工作的通知\n\n各乡镇中心学校，县直各学校：",
        "特此通知。\n澄原县教育局\n2024年5月8日\n澄原县教育局办公室　　　2024年5月8日印发",
        "澄原县教育局关于做好2024年秋季招生工作的通知",
        *CHENGYUAN,
        2024,
        "澄教发〔2024〕12号",
        "2024-05-08",
    ),
    Paper(
        "a title broken in the midst of a word group",
        "澄教发〔2024〕12号\n关于做好2024年义务教育阶段\n学校招生入学工作的通知\n各学校：",
        "澄原县教育局\n2024年5月8日",
        "关于做好2024年义务教育阶段学校招生入学工作的通知",
        *CHENGYUAN,
        2024,
        "澄教发〔2024〕12号",
        "2024-05-08",
    ),
    Paper(
        "a title over three lines",
        "澄原县教育局\n关于印发\n《澄原县校车安全管理办法》的通知\n各学校：",
        "澄原县教育局\n2022年3月1日",
        "澄原县教育局关于印发《澄原县校车安全管理办法》的通知",
        *CHENGYUAN,
        2022,
        date="2022-03-01",
    ),
    Paper(
        "a letter-spaced red head",
        "澄 原 县 教 育 局 文 件\n澄教〔2024〕3号　　　签发人：李某\n2024年工作要点",
        "澄 原 县 教 育 局\n二 〇 二 四 年 二 月 六 日",
        "2024年工作要点",
        *CHENGYUAN,
        2024,
        "澄教〔2024〕3号",
        "2024-02-06",
    ),
    Paper(
        "a joint red head, an office a line",
        "澄原县教育局\n澄原县财政局\n澄原县公安局文件\n澄教联〔2024〕2号\n关于开展校园周边整治的通知",
        "澄原县教育局\n澄原县财政局\n澄原县公安局\n2024年3月1日",
        "关于开展校园周边整治的通知",
        "澄原县教育局、澄原县财政局、澄原县公安局",
        "澄原县",
        2024,
        "澄教联〔2024〕2号",
        "2024-03-01",
    ),
    Paper(
        "a title that names two offices",
        "澄原县教育局 澄原县财政局关于做好2024年学生资助工作的通知",
        "澄原县教育局　　澄原县财政局\n2024年3月1日",
        "澄原县教育局 澄原县财政局关于做好2024年学生资助工作的通知",
        "澄原县教育局、澄原县财政局",
        "澄原县",
        2024,
        date="2024-03-01",
    ),
    Paper(
        "a title that counts the offices, which sign by name",
        "澄原县教育局等三部门关于做好2024年托管工作的通知",
        "澄原县教育局 澄原县民政局\n澄原县妇女联合会\n2024年3月1日",
        ...,
        "澄原县教育局、澄原县民政局、澄原县妇女联合会",
        "澄原县",
        2024,
        date="2024-03-01",
    ),
    Paper(
        "party committee and government",
        "中共澄原县委 澄原县人民政府关于推进教育高质量发展的意见\n（2023年9月1日）",
        "",
        ...,
        "中共澄原县委、澄原县人民政府",
        "澄原县",
        2023,
        date="2023-09-01",
    ),
    Paper(
        "the table of a government site above the paper",
        "索 引 号：0031/2024-0012　信息分类：规划计划\n发文机关：澄原县教育局　成文日期：2024年2月6日\n"
        "标　　题：澄原县教育局2024年工作要点\n发文字号：澄教〔2024〕3号　发布日期：2024年3月9日\n主 题 词：教育\n澄原县教育局2024年工作要点",
        "",
        "澄原县教育局2024年工作要点",
        *CHENGYUAN,
        2024,
        "澄教〔2024〕3号",
        "2024-02-06",
    ),
    Paper(
        "the table with each value below its name",
        "索引号：\n0031\n发文机关：\n澄原县教育局\n发文字号：\n澄教〔2024〕3号\n成文日期：\n2024-02-06\n2024年全县教育工作要点",
        "",
        "2024年全县教育工作要点",
        *CHENGYUAN,
        2024,
        "澄教〔2024〕3号",
        "2024-02-06",
    ),
    Paper(
        "a title that only the table gives",
        "索引号：0031\n名称：澄原县2024年教育工作要点\n发布机构：澄原县教育局",
        "",
        "澄原县2024年教育工作要点",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a page with path, size buttons and counters",
        "首页 > 政务公开 > 规划计划\n澄原县教育局2024年工作计划\n发布时间：2025-01-05 10:22　来源：县教育局　浏览次数：88　【字体：大 中 小】\n打印 关闭",
        "上一篇：没有了\n下一篇：2023年总结\n【打印本页】【关闭窗口】\n版权所有：澄原县教育局\n某ICP备0000号",
        "澄原县教育局2024年工作计划",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a site's menu above the title",
        "澄原县人民政府门户网站\n首页 | 新闻中心 | 政务公开 | 互动交流\n工作计划\n澄原县教育局2024年工作计划\n2024-01-05",
        "",
        "澄原县教育局2024年工作计划",
        *CHENGYUAN,
        2024,
        date="2024-01-05",
    ),
    Paper(
        "a page's title with the site's name behind it",
        "澄原县教育局2024年工作计划_澄原县人民政府\n澄原县教育局2024年工作计划\n来源：办公室",
        "",
        "澄原县教育局2024年工作计划",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a page whose day of upload is in another year",
        "柏屿区教育局关于加强校车管理的意见\n发布时间：2025-01-05\n柏教〔2023〕7号",
        "",
        ...,
        "柏屿区教育局",
        "柏屿区",
        2023,
        "柏教〔2023〕7号",
    ),
    Paper(
        "a short issuer in the title, the full one below",
        "县教育局2024年工作要点",
        "澄原县教育局\n2024年2月6日",
        "县教育局2024年工作要点",
        *CHENGYUAN,
        2024,
        date="2024-02-06",
    ),
    Paper(
        "a short issuer alone",
        "县教育局2024年工作要点",
        "",
        "县教育局2024年工作要点",
        "县教育局",
        None,
        2024,
    ),
    Paper(
        "a wrapped plan that repeats its title",
        "澄原县教育局文件\n澄教〔2024〕3号\n澄原县教育局关于印发《2024年工作要点》的通知\n各学校：\n"
        "现将《2024年工作要点》印发给你们，请认真执行。\n澄原县教育局\n2024年2月6日\n\n2024年工作要点",
        "抄送：县委办公室。\n澄原县教育局办公室 2024年2月7日印发",
        "2024年工作要点",
        *CHENGYUAN,
        2024,
        "澄教〔2024〕3号",
        "2024-02-06",
    ),
    Paper(
        "a wrapped plan named as an attachment",
        "关于印发《澄原县教育局2024年工作要点》的通知\n澄教〔2024〕3号\n各学校：\n现将要点印发给你们，请执行。\n"
        "附件：澄原县教育局2024年工作要点\n澄原县教育局\n2024年2月6日\n附件\n澄原县教育局\n2024年工作要点",
        "",
        "澄原县教育局2024年工作要点",
        *CHENGYUAN,
        2024,
        "澄教〔2024〕3号",
        "2024-02-06",
    ),
    Paper(
        "a wrapped plan of an office that the government gives out",
        "澄原县人民政府办公室关于印发《澄原县“十四五”教育发展规划》的通知\n澄政办〔2022〕5号\n各乡镇人民政府：\n"
        "规划已经县政府同意，现印发给你们。\n澄原县人民政府办公室\n2022年1月6日\n澄原县“十四五”教育发展规划\n（2021—2025年）",
        "",
        "澄原县“十四五”教育发展规划",
        "澄原县人民政府办公室",
        "澄原县",
        ...,
        "澄政办〔2022〕5号",
        "2022-01-06",
    ),
    Paper(
        "a wrapped plan that does not repeat its title",
        "澄原县教育局关于印发2024年工作要点的通知\n各学校：\n现将要点印发给你们，请认真执行。\n澄原县教育局\n2024年2月6日",
        "",
        "2024年工作要点",
        *CHENGYUAN,
        2024,
        date="2024-02-06",
    ),
    Paper(
        "a notice that is itself the plan",
        "澄原县教育局关于印发《2024年工作要点》的通知\n各学校：",
        "澄原县教育局\n2024年2月6日",
        "澄原县教育局关于印发《2024年工作要点》的通知",
        *CHENGYUAN,
        2024,
        date="2024-02-06",
    ),
    Paper(
        "a wrapped plan in Traditional characters",
        "澄原縣教育局關於印發《2024年工作要點》的通知\n各學校：\n現將要點印發給你們，請認真執行。\n澄原縣教育局\n2024年2月6日\n2024年工作要點",
        "",
        "2024年工作要點",
        "澄原縣教育局",
        "澄原縣",
        2024,
        date="2024-02-06",
    ),
    Paper(
        "a school's plan",
        "望汀区实验小学2024年工作计划",
        "望汀区实验小学\n2024年2月20日",
        "望汀区实验小学2024年工作计划",
        "望汀区实验小学",
        "望汀区",
        2024,
        date="2024-02-20",
    ),
    Paper(
        "a school that names no place",
        "汀兰小学2023—2024学年度第二学期工作计划",
        "汀兰小学\n2024.2.20",
        "汀兰小学2023—2024学年度第二学期工作计划",
        "汀兰小学",
        None,
        2023,
        date="2024-02-20",
    ),
    Paper(
        "a school that only signs",
        "2024年春季学期工作计划",
        "望汀区第三中学\n二〇二四年二月",
        "2024年春季学期工作计划",
        "望汀区第三中学",
        "望汀区",
        2024,
        date="2024-02",
    ),
    Paper(
        "a school's name above the title",
        "望汀区第三中学\n2024年春季学期工作计划",
        "",
        "望汀区第三中学2024年春季学期工作计划",
        "望汀区第三中学",
        "望汀区",
        2024,
    ),
    Paper(
        "schools that are the subject, not the issuer",
        "望汀区中小学2024年招生工作方案",
        "",
        "望汀区中小学2024年招生工作方案",
        None,
        "望汀区",
        2024,
    ),
    Paper(
        "a town's paper",
        "柏屿镇人民政府2024年教育工作计划",
        "",
        ...,
        "柏屿镇人民政府",
        "柏屿镇",
        2024,
    ),
    Paper(
        "a town's central school",
        "澄原县城东镇中心学校2024年工作计划",
        "",
        ...,
        "澄原县城东镇中心学校",
        "澄原县城东镇",
        2024,
    ),
    Paper(
        "a zone's bureau",
        "栖川经济技术开发区社会事业局2024年教育工作要点",
        "",
        ...,
        "栖川经济技术开发区社会事业局",
        "栖川经济技术开发区",
        2024,
    ),
    Paper(
        "city and district in one name",
        "栖川市望汀区教育和体育局2024年工作要点",
        "",
        ...,
        "栖川市望汀区教育和体育局",
        "栖川市望汀区",
        2024,
    ),
    Paper(
        "an autonomous county",
        "青岚苗族自治县教育局2024年工作要点",
        "",
        ...,
        "青岚苗族自治县教育局",
        "青岚苗族自治县",
        2024,
    ),
    Paper(
        "the year before the issuer",
        "2024年澄原县教育局工作要点",
        "",
        "2024年澄原县教育局工作要点",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a title with a place and no issuer",
        "澄原县2024年教育工作要点",
        "",
        "澄原县2024年教育工作要点",
        None,
        "澄原县",
        2024,
    ),
    Paper(
        "a review and a plan in one",
        "澄原县教育局2023年工作总结和2024年工作计划",
        "",
        ...,
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a plan of a year in Chinese numerals",
        "澄原县教育局二〇二四年工作要点",
        "",
        ...,
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a bureau's division",
        "澄原县教育局基础教育科2024年工作计划",
        "",
        ...,
        "澄原县教育局基础教育科",
        "澄原县",
        2024,
    ),
    Paper(
        "a speech with its day below the title",
        "在2024年全县教育工作会议上的讲话\n澄原县教育局局长 李某\n（2024年3月5日）\n同志们：",
        "",
        "在2024年全县教育工作会议上的讲话",
        ...,
        ...,
        2024,
        date="2024-03-05",
    ),
    Paper(
        "a letter from a bureau in Taiwan",
        "嵐川市政府教育局　函\n地址：嵐川市中正路1號\n承辦人：王某\n受文者：各級學校\n發文日期：中華民國113年3月5日\n發文字號：嵐教國字第1130001234號\n速別：普通件\n嵐川市113學年度課後照顧實施計畫",
        "正本：各級學校\n副本：本局國教科",
        "嵐川市113學年度課後照顧實施計畫",
        "嵐川市政府教育局",
        "嵐川市",
        2024,
        "嵐教國字第1130001234號",
        "2024-03-05",
    ),
    Paper(
        "a plan of the year 103 of the Republic",
        "嵐川縣政府教育處民國103年度施政計畫",
        "",
        ...,
        "嵐川縣政府教育處",
        "嵐川縣",
        2014,
    ),
    Paper(
        "a bureau in Hong Kong",
        "香港教育局2024年工作計劃",
        "",
        ...,
        "香港教育局",
        "香港",
        2024,
    ),
    Paper(
        "a bureau in Macau that names no place",
        "教育及青年發展局2024年工作計劃",
        "",
        ...,
        "教育及青年發展局",
        None,
        2024,
    ),
    Paper(
        "a signature without a date, and a printer's line with one",
        "2024年全县教育工作要点",
        "澄原县教育局\n抄送：县委办。\n澄原县教育局办公室 2024年2月7日印发\n（共印80份）",
        "2024年全县教育工作要点",
        *CHENGYUAN,
        2024,
        date="2024-02-07",
    ),
    Paper(
        "a printer's line alone",
        "2024年全县教育工作要点",
        "澄原县教育局办公室　　2024年2月7日印发",
        "2024年全县教育工作要点",
        *CHENGYUAN,
        2024,
        date="2024-02-07",
    ),
    Paper(
        "a source that names the office in full",
        "2024年全县教育工作要点\n来源：澄原县教育局",
        "",
        "2024年全县教育工作要点",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a source that is a newspaper",
        "2024年全县教育工作要点\n来源：澄原日报",
        "",
        "2024年全县教育工作要点",
        None,
        None,
        2024,
    ),
    Paper(
        "nothing but a file name",
        "",
        "",
        "2024年工作要点",
        None,
        None,
        2024,
        source="2024年工作要点.docx",
    ),
    Paper(
        "a file name with number, title and issuer",
        "",
        "",
        "望汀区教育局关于做好招生工作的通知",
        "望汀区教育局",
        "望汀区",
        2024,
        "望教发〔2024〕3号",
        source="望教发〔2024〕3号 望汀区教育局关于做好招生工作的通知.pdf",
    ),
    Paper(
        "a file name that says otherwise than the text",
        "澄原县教育局2023年工作要点",
        "",
        "澄原县教育局2023年工作要点",
        *CHENGYUAN,
        2023,
        source="望汀区教育局2024年工作要点.docx",
    ),
    Paper(
        "a file name that is a scan's",
        "",
        "",
        "IMG_20240105_001",
        source="IMG_20240105_001.txt",
    ),
    Paper(
        "a five years' plan that says which years",
        "澄原县教育事业发展“十四五”规划（2021—2025年）",
        "",
        ...,
        None,
        "澄原县",
        2021,
    ),
    Paper(
        "a five years' plan that does not say so, whatever its number's year",
        "澄原县教育事业发展“十四五”规划\n澄政〔2022〕5号",
        "",
        ...,
        None,
        "澄原县",
        None,
        "澄政〔2022〕5号",
    ),
    Paper(
        "a plan of three years",
        "澄原县学前教育行动计划（2024—2026年）",
        "",
        ...,
        None,
        "澄原县",
        2024,
    ),
    Paper(
        "a paper that carries out another of other years",
        "澄原县关于贯彻落实《教育规划纲要（2010—2020年）》的实施意见\n澄教〔2012〕5号",
        "",
        ...,
        None,
        "澄原县",
        2012,
        "澄教〔2012〕5号",
    ),
    Paper(
        "a number in round brackets below the title",
        "澄原县教育局关于加强校车管理的意见\n（澄教〔2021〕9号）",
        "",
        "澄原县教育局关于加强校车管理的意见",
        *CHENGYUAN,
        2021,
        "澄教〔2021〕9号",
    ),
    Paper(
        "a number in small brackets and wide digits",
        "澄教﹝２０２１﹞９号\n澄原县教育局关于加强校车管理的意见",
        "",
        "澄原县教育局关于加强校车管理的意见",
        *CHENGYUAN,
        2021,
        "澄教﹝2021﹞9号",
    ),
]

PAPERS += [
    Paper(
        "a public notice under its office's name",
        "澄原县教育局公告\n关于2024年民办学校年检的公告",
        "",
        "关于2024年民办学校年检的公告",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a page whose section stands between office and title",
        "澄原县教育局\n政府信息公开\n2024年教育工作要点\n发布日期：2024-03-01",
        "",
        "2024年教育工作要点",
        *CHENGYUAN,
        2024,
        date="2024-03-01",
    ),
    Paper(
        "a page that ends in links to other years' papers",
        "澄原县教育局2024年工作计划",
        "相关链接\n澄原县教育局2023年工作总结\n澄原县教育局2022年工作要点\n网站地图 | 联系我们\n主办：澄原县教育局\n地址：中心路1号",
        "澄原县教育局2024年工作计划",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "a paper of the city that the county passes on",
        "澄原县教育局关于转发栖川市教育局《关于做好2024年招生工作的通知》的通知\n澄教〔2024〕9号\n各学校：\n现将通知转发给你们。\n"
        "澄原县教育局\n2024年4月3日\n栖川市教育局关于做好2024年招生工作的通知\n各县区教育局：",
        "栖川市教育局\n2024年4月1日",
        "栖川市教育局关于做好2024年招生工作的通知",
        *CHENGYUAN,
        2024,
        "澄教〔2024〕9号",
        "2024-04-03",
    ),
    Paper(
        "a government and its bureau in two lines",
        "香港特別行政區政府\n教育局\n2024年施政要點",
        "",
        ...,
        "香港特別行政區政府教育局",
        "香港特別行政區",
        2024,
    ),
    Paper(
        "a circular of Hong Kong",
        "教育局通告第3/2024號\n2024年課後支援計劃",
        "",
        "2024年課後支援計劃",
        ...,
        None,
        2024,
        "教育局通告第3/2024號",
    ),
    Paper(
        "a month after a dot",
        "澄原县教育局2024.3工作安排\n工作安排",
        "（来源：澄原县教育局　作者：办公室）",
        "澄原县教育局2024.3工作安排",
        *CHENGYUAN,
        2024,
    ),
    Paper(
        "offices that sign two a line",
        "关于做好2024年资助工作的通知",
        "澄原县教育局    澄原县财政局\n澄原县民政局    澄原县残疾人联合会\n2024年5月1日\n（此件公开发布）",
        "关于做好2024年资助工作的通知",
        "澄原县教育局、澄原县财政局、澄原县民政局、澄原县残疾人联合会",
        "澄原县",
        2024,
        date="2024-05-01",
    ),
]


def read(paper: Paper) -> Plan:
    return cut_plan(read_lines(f"{paper.head}\n{BODY}{paper.tail}", source=paper.source))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name.replace(" ", "-"))
def test_paper_is_identified_by_what_it_says(paper: Paper) -> None:
    found = read(paper).identity
    for field in ("title", "issuer", "region", "year", "number", "date"):
        said = getattr(paper, field)
        assert said is ... or getattr(found, field) == said, field


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name.replace(" ", "-"))
def test_paper_keeps_its_paragraphs_and_nothing_around_them(paper: Paper) -> None:
    plan = read(paper)
    kept = [r.text for r in plan.readings if r.role not in (Role.DROPPED, Role.TITLE)]
    assert [text for text in kept if text != "特此通知。"] == ["一、党建", *PARAGRAPHS]
    assert all(reading.reason for reading in plan.readings)


def test_text_without_a_title_is_identified_by_its_opening() -> None:
    found = cut_plan(read_lines(f"澄原县教育局2024年工作的总体思路是：办好教育。\n{BODY}", source="scan.txt")).identity
    assert (found.issuer, found.region, found.year) == ("澄原县教育局", "澄原县", 2024)
    assert found.title == "澄原县2024年教育工作"


def test_letter_without_a_title_is_titled_by_its_subject() -> None:
    text = f"嵐川市政府教育局　函\n發文日期：中華民國113年3月5日\n主旨：檢送113學年度課後照顧實施計畫一份，請查照。\n{BODY}"
    found = cut_plan(read_lines(text, source="scan.txt")).identity
    assert (found.title, found.issuer) == ("113學年度課後照顧實施計畫", "嵐川市政府教育局")
    assert (found.year, found.date) == (2024, "2024-03-05")


def test_office_that_explains_a_paper_issued_it_where_nothing_else_says_who() -> None:
    text = f"校车管理办法\n{BODY}3.附则。本办法由澄原县教育局负责解释。\n"
    assert cut_plan(read_lines(text, source="scan.txt")).identity.issuer == "澄原县教育局"
