import pytest

from ingest.errors import UserError
from ingest.load import cut_plan
from tests.ingest.readers.files import LINES, TITLE, page, read, texts

BODY = "".join(f"<p>　　{line}</p>" for line in LINES[1:])
SITE_HEAD = (
    '<div class="top"><a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>'
    '<ul class="nav"><li><a href="/a">区情概况</a></li><li><a href="/b">新闻中心</a></li><li><a href="/c">网上办事</a></li></ul>'
)
SITE_FOOT = '<div class="foot">版权所有：望汀区人民政府 网站标识码：0000</div><script>var a = "一、假的。";</script>'
TABLE = "<table><tr><th>学校</th><th>班数</th></tr><tr><td>汀南小学</td><td>12</td></tr><tr><td>汀北小学</td><td>8</td></tr></table>"


def site(main: str, *, head: str = "") -> bytes:
    return page(f'{SITE_HEAD}<div class="con"><h1>{TITLE}</h1><div id="zoom">{main}</div></div>{SITE_FOOT}', head=head)


def test_main_text_is_read_without_the_sites_furniture() -> None:
    assert texts(site(BODY)) == list(LINES)


@pytest.mark.parametrize(
    ("main", "lines"),
    [
        pytest.param(BODY + TABLE, ["学校：汀南小学；班数：12", "学校：汀北小学；班数：8"], id="table"),
        pytest.param(
            BODY + "<ol><li>一名校长。</li><li>一名家长。</li></ol>",
            ["1.一名校长。", "2.一名家长。"],
            id="numbered list",
        ),
        pytest.param(BODY + '<ol start="5"><li>一名校长。</li></ol>', ["5.一名校长。"], id="list that goes on"),
        pytest.param(BODY + "<ul><li>一名校长。</li></ul>", ["一名校长。"], id="list of dots"),
        pytest.param(BODY + "<p>1.甲。<br>　　2.乙。<br/>3.丙。</p>", ["1.甲。", "2.乙。", "3.丙。"], id="line breaks"),
        pytest.param(
            BODY + "<p><b>三、</b><span>加强</span>\n<font>保障</font></p>", ["三、加强 保障"], id="pieces of a line"
        ),
        pytest.param(BODY + '<p style="display: none">看不见。</p><p>看得见。</p>', ["看得见。"], id="hidden"),
        pytest.param(
            BODY + "<div>三、保障<div>（一）经费。</div></div>", ["三、保障", "（一）经费。"], id="blocks in blocks"
        ),
    ],
)
def test_what_stands_in_the_main_text_stays(main: str, lines: list[str]) -> None:
    assert texts(site(main)) == [*LINES, *lines]


def test_cells_that_span_rows_and_columns_belong_to_each() -> None:
    table = (
        '<table><tr><td colspan="3">学校名单</td></tr><tr><td>片区</td><td>学校</td><td>班数</td></tr>'
        '<tr><td rowspan="2">汀南片</td><td>一小</td><td>12</td></tr><tr><td>二小</td><td>8</td></tr></table>'
    )
    rows = ["学校名单", "片区：汀南片；学校：一小；班数：12", "片区：汀南片；学校：二小；班数：8"]
    assert texts(site(BODY + table)) == [*LINES, *rows]


def test_page_laid_out_in_one_table_is_read_as_paragraphs() -> None:
    table = f"<table><tr><td><p>{TITLE}</p>{BODY}</td></tr></table>"
    assert texts(page(table)) == list(LINES)


def test_heading_outside_the_text_comes_first() -> None:
    assert texts(page(f"<div>{BODY}</div>", head=f"<title>{TITLE}-望汀区人民政府</title>"))[0] == TITLE
    assert texts(page(f"<div>{BODY}</div>", head=f'<meta name="ArticleTitle" content="{TITLE}">'))[0] == TITLE


def test_text_whose_main_part_is_not_clear_is_read_whole() -> None:
    found = texts(page("<p>一、安全</p><p>（一）校车。</p>"))
    assert found == ["一、安全", "（一）校车。"]


@pytest.mark.parametrize(
    ("said", "real"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("big5", "utf-8"),
        ("x", "utf-16"),
    ],
)
def test_page_is_read_in_the_encoding_that_it_has_though_it_says_another(said: str, real: str) -> None:
    content = site(BODY).decode().replace("utf-8", said).encode(real)
    assert texts(content) == list(LINES)


def test_page_that_a_browser_saved_with_its_pictures_is_read() -> None:
    import email.mime.multipart
    import email.mime.text

    message = email.mime.multipart.MIMEMultipart("related")
    message.attach(email.mime.text.MIMEText(site(BODY).decode(), "html", "utf-8"))
    assert texts(message.as_bytes(), source="要点.mht") == list(LINES)


def test_page_without_text_is_refused_by_name() -> None:
    with pytest.raises(UserError, match=r"^plans/要点 holds no "):
        read(page("<script>x()</script>"))


@pytest.mark.parametrize(
    ("head", "headings"),
    [
        ("<title>小学新生入学须知_望汀教育</title>", "<h1>望汀区教育局网站</h1><h2>小学新生入学须知</h2>"),
        ('<title>望汀教育</title><meta property="og:title" content="小学新生入学须知">', "<h2>通知</h2>"),
        ("<title>望汀教育</title>", "<h1>小学新生入学须知</h1>"),
    ],
)
def test_title_is_the_heading_that_the_page_is_called_after(head: str, headings: str) -> None:
    body = f"<div>{headings}</div><div id='text'>{''.join(f'<p>{line}</p>' for line in LINES[2:])}</div>"
    assert texts(page(body, head=head))[0] == "小学新生入学须知"


@pytest.mark.parametrize(
    "origin",
    [
        "<div class='info'><span>来源：望汀区招办</span> <span>发布日期：2024-05-06</span></div>",
        "<p>发布时间：2024-05-06 10:20 来源：<a href='#'>望汀区招办</a></p>",
        "<ul><li>来源：望汀区招办</li></ul>",
    ],
)
def test_line_that_says_where_a_page_is_from_is_read_though_it_stands_above_the_text(origin: str) -> None:
    menu = "".join(f"<li><a href='#'>栏目{n}</a></li>" for n in range(30))
    text = "".join(f"<p>{line}</p>" for line in LINES[2:])
    body = f"<ul>{menu}</ul><div><h1>入学须知</h1>{origin}</div><div id='text'>{text}</div><p>来源：别处</p>"
    assert cut_plan(read(page(body))).identity.issuer == "望汀区招办"


LAID_OUT = """<table width=900><tr><td colspan=2><img src=a.jpg></td></tr>
<tr><td colspan=2><a href=a>首页</a> | <a href=b>公开指南</a> | <a href=c>网上信箱</a></td></tr>
<tr><td><table><tr><td><b>栏目</b></td></tr><tr><td><a href=d>机关党建</a></td></tr>
<tr><td><a href=e>统计数据</a></td></tr></table></td>
<td><table><tr><td><font size=5>望汀区中小学住宿费公示</font></td></tr><tr><td>{origin}</td></tr>
<tr><td>{main}</td></tr></table></td></tr>
<tr><td colspan=2>您是第 1024 位访客</td></tr></table>"""
FEES = (
    "<table border=1><tr><td>学校</td><td>每学期</td></tr>"
    "<tr><td>汀南中学</td><td>300元</td></tr><tr><td>汀北中学</td><td>320元</td></tr></table>"
)


@pytest.mark.parametrize(
    ("main", "last"),
    [
        (f"<p>现将住宿费公示如下。</p>{FEES}<p>一、按学期收。</p><p>二、走读生不收。</p>", "二、走读生不收。"),
        (f"<p>现将住宿费公示如下，请家长监督。</p>{BODY}{FEES}", "学校：汀北中学；每学期：320元"),
        ("<p>现将住宿费公示如下，请家长监督。</p>" + BODY, LINES[-1]),
    ],
)
@pytest.mark.parametrize("encoding", ["gb2312", "utf-8"])
def test_page_that_tables_lay_out_is_read_without_its_menus(main: str, last: str, encoding: str) -> None:
    body = LAID_OUT.format(main=main, origin="2024年5月6日")
    head = f"<meta http-equiv=Content-Type content='text/html; charset={encoding}'><title>望汀区教育局</title>"
    content = f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding)
    told = texts(content)
    assert "望汀区中小学住宿费公示" in told
    assert told[-1] == last
    assert not [line for line in told if "党建" in line or "信箱" in line or "1024" in line]
    assert cut_plan(read(content)).identity.title == "望汀区中小学住宿费公示"


NOTICE = (
    "<h1>望汀区人民政府办公室关于管好校门灶台的通知</h1><p>各学校：</p><p>为管好灶台，通知如下。</p>"
    "<p>一、灶台</p><p>灶上不离人，下班关阀门。</p><p>二、柴火</p><p>柴火离灶三步远。</p>"
    "<p>望汀区人民政府办公室</p><p>2023年4月11日</p>"
)


@pytest.mark.parametrize(
    "index",
    [
        "<tr><td>索引号</td><td>W-01</td><td>主题分类</td><td>教育</td></tr><tr><td>文　号</td>"
        "<td>望政办〔2023〕8号</td><td>成文日期</td><td>2023-04-11</td></tr>",
        "<tr><th>索 引 号：</th><td>W-01</td></tr><tr><th>发布机构：</th><td>望汀区人民政府办公室</td></tr>"
        "<tr><th>发文字号：</th><td>望政办〔2023〕8号</td></tr><tr><th>有效性：</th><td></td></tr>",
        "<tr><td>发文机关：</td><td>望汀区人民政府办公室</td><td>发文日期：</td><td>2023年04月11日</td></tr>"
        "<tr><td>发文字号：</td><td colspan=3>望政办〔2023〕8号</td></tr>"
        "<tr><td>关键词：</td><td></td><td>公开方式：</td><td>主动公开</td></tr>",
    ],
)
def test_index_table_above_a_paper_is_none_of_its_items(index: str) -> None:
    top = "<div>望汀区人民政府门户网站 无障碍阅读 登录</div><ul><li>政务公开</li><li>办事服务</li></ul>"
    plan = cut_plan(read(page(f"{top}<table>{index}</table>{NOTICE}"), source="通知.html"))
    assert plan.identity.title == "望汀区人民政府办公室关于管好校门灶台的通知"
    assert (plan.identity.issuer, plan.identity.year) == ("望汀区人民政府办公室", 2023)
    assert plan.identity.number == "望政办〔2023〕8号"
    assert [node.label for node in plan.nodes] == ["一", "二"]
    assert not [item for item in plan.items if "索" in item.text or "W-01" in item.text or "公开" in item.text]


LAW = (
    "<div>第 一 章 總則</div><div><div><a>第 1 條</a></div><div>為管好灶台，訂定本規則。</div></div>"
    "<div><div><a>第 2 條</a></div><div><div>灶台依下列規定看管：</div><div>一、灶上不離人。</div><div>二、柴火離灶三步遠。</div></div></div>"
    "<div>第 二 章 附則</div><div><div><a>第 3 條</a></div><div>本規則自發布日施行。</div></div>"
)


@pytest.mark.parametrize(
    "index",
    [
        "<table><tr><th>法規名稱：</th><td>霧峰縣學校灶台管理規則</td></tr><tr><th>發布日期：</th><td>民國 108 年 3 月 4 日</td></tr></table>",
        "<table><tr><td>法規名稱</td><td>霧峰縣學校灶台管理規則</td></tr><tr><td>修正日期</td><td>民國108年3月4日</td></tr></table>",
        "<table><tr><th>發文機關：</th><td>霧峰縣政府</td></tr><tr><th>法規名稱：</th><td>霧峰縣學校灶台管理規則</td></tr>"
        "<tr><th>公布日期：</th><td>民國 108 年 03 月 04 日</td></tr></table>",
        "<dl><dt>法規名稱：</dt><dd>霧峰縣學校灶台管理規則</dd><dt>公布日期：</dt><dd>民國 108 年 3 月 4 日</dd></dl>",
    ],
)
def test_law_of_taiwan_is_called_and_dated_by_the_fields_above_its_articles(index: str) -> None:
    top = "<ul><li><a href=a>最新訊息</a></li><li><a href=b>法規檢索</a></li></ul>"
    plan = cut_plan(read(page(f"{top}{index}<div>{LAW}</div>"), source="lawcontent.html"))
    assert (plan.identity.title, plan.identity.year) == ("霧峰縣學校灶台管理規則", 2019)
    assert [node.label for node in plan.nodes] == ["第一章", "第1條", "第2條", "一", "二", "第二章", "第3條"]


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>名称</td><td>灶台节</td></tr><tr><td>时间</td><td>四月</td></tr>",
        "<tr><td>法规名称</td><td>在哪里领</td></tr><tr><td>灶台规则</td><td>传达室</td></tr>",
    ],
)
def test_small_table_that_tells_of_no_paper_stays_a_table(table: str) -> None:
    lines = read(page(f"{NOTICE}<table>{table}</table>"), source="通知.html").lines
    assert len([line for line in lines if line.is_row]) >= 1


def test_table_of_papers_below_names_of_fields_stays_a_table() -> None:
    table = (
        "<table><tr><th>文号</th><th>标题</th><th>日期</th></tr><tr><td>望教〔2023〕8号</td><td>灶台的通知</td>"
        "<td>4月</td></tr><tr><td>望教〔2023〕9号</td><td>柴火的通知</td><td>5月</td></tr></table>"
    )
    assert "文号：望教〔2023〕8号；标题：灶台的通知；日期：4月" in texts(site(BODY + table))


@pytest.mark.parametrize("heading", ["相关新闻", "热门推荐", "相关报道：", "猜你喜欢", "更多资讯"])
def test_numbered_news_below_a_report_are_no_items(heading: str) -> None:
    report = (
        "<h1>望汀区小学灶台换新</h1><p>2024-09-03 08:12　来源：望汀日报　记者：方禾</p>"
        "<p>本报讯　记者从望汀区教育局获悉，小学的灶台都换新了，办法在下面。</p>"
        "<p>一、买灶。一校两口，秋天付钱。</p><p>二、看灶。有三种办法：</p><p>1.校长看；</p><p>2.厨师看。</p>"
        "<p>三、花费。都由区里出。</p><p>（责任编辑：秦禾）</p>"
    )
    related = (
        f"<div><h3>{heading}</h3><p>1.望汀区添校车三辆</p><p>2.望汀二中操场夜里开门</p><p>3.望汀区比赛跳绳</p></div>"
    )
    plan = cut_plan(read(page(report + related), source="新闻.html"))
    assert [node.label for node in plan.nodes] == ["一", "二", "1", "2", "三"]
    assert plan.identity.year == 2024
    assert plan.items[-1].text == "三、花费。都由区里出。"


@pytest.mark.parametrize(
    "menu",
    [
        '<ul class="menu"><li>1.首页</li><li>2.政务公开</li><li>3.办事服务</li></ul>',
        "<ol><li>首页</li><li>办事</li><li>互动</li></ol>",
        '<div id="top-nav"><p>1.首页</p><p>2.办事</p></div>',
    ],
)
def test_numbered_menu_above_the_heading_is_no_item(menu: str) -> None:
    plan = cut_plan(read(page(f"{menu}{NOTICE}"), source="通知.html"))
    assert plan.identity.title == "望汀区人民政府办公室关于管好校门灶台的通知"
    assert [node.label for node in plan.nodes] == ["一", "二"]


def test_list_below_the_heading_that_is_called_no_menu_stays() -> None:
    told = texts(site(BODY + "<ul><li>带户口本</li><li>带照片</li></ul>"))
    assert told[-2:] == ["带户口本", "带照片"]
