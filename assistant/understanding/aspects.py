"""Aspects of a matter that an item must itself speak of before it answers a question for them: the fee is not its refund."""

from dataclasses import dataclass

from ingest.language.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Aspect:
    """What asks for an aspect in a question, and what an item that speaks of it holds."""

    name: str
    asked: Pattern
    told: Pattern


def _aspect(name: str, asked: str, told: str, question: str, item: str) -> Aspect:
    return Aspect(
        name,
        Pattern(f"a question for {name}", asked, matches=(question,), misses=("午休",)),
        Pattern(f"a text that speaks of {name}", told, matches=(item,), misses=("午休",)),
    )


ASPECTS = (
    _aspect("refunds", "退[费款钱还]|[能可]退(?!学)|怎么退(?!学)|退不退|refund", "退|返|仲裁|索赔|报销|refund", "课后服务怎么退费", "未参加的按月退还"),
    _aspect("pay", "(?:工资|薪水|薪资|月薪)[^，。？?]{0,6}(?:多少|几|怎么|多高|标准|待遇)|(?:多少|几)[^，。？?]{0,2}(?:工资|薪水|薪资)|how much[^,.?]{0,30}(?:paid|earn\\b)|salar|wage", "工资|薪|待遇|津贴|报酬|绩效|课时费", "司机工资多少", "按月发放待遇"),
    _aspect("penalties", "处罚|罚款|罚多少|什么处分|penalt|punish", "罚|处分|追究|追责|追缴|问责|查处|惩|通报|取消|扣|核减|依法|责令|失信|诚信", "会受什么处罚", "予以通报"),
    _aspect("complaints", "(?:怎么|怎样|如何|去哪|哪里|哪儿|向谁|找谁|跟谁|向哪)[^，。？?]{0,6}(?:投诉|申诉|举报)|(?:投诉|举报|申诉)(?:电话|渠道|方式|热线|信箱|找谁|到哪|去哪)|how (?:do|can) (?:i|we) (?:complain|appeal)", "投诉|申诉|举报|信访|监督|异议|反映|复查|复议|申辩|来信|热线|调解", "去哪里投诉", "受理异议"),
    _aspect("insurance", "保险(?!丝)|insurance", "险|理赔", "买不买保险", "统一投保意外险"),
    _aspect("exemptions", "(?:学费|费用|费|钱)[^，。？?]{0,6}(?:减免|免不免|能免)|exempt(?:ed|ion)? from (?:the )?(?:fee|paying|tuition)", "免|减|不收|资助|补助|便利", "学费能免吗", "全额减收"),
    _aspect("marks for admission", "分数线|录取线|录取分|cut-?off (?:mark|score)", "分|录取|投档", "录取分数线多少", "最低452分"),
    _aspect("qualifications", "(?:什么|啥|哪些|多高|要求|需要|最低)[^，。？?]{0,4}(?:学历|文凭|学位)(?!证)|学历(?:要求|条件|有什么|是什么|要什么)", "学历|本科|专科|大专|中专|硕士|博士|研究生|毕业|学位|文凭|专业|资格", "需要什么学历", "硕士以上"),
    _aspect("makers", "(?:哪家|哪个|什么)(?:公司|厂家?|企业|供应商|品牌)|(?:什么|啥|哪个)牌子的|哪里生产", "公司|企业|厂|供应商|品牌|集团|中标|供货|合作社|机构", "是哪家公司生产的", "由中标企业供货"),
    _aspect("interest", "利率|年息|月息|interest rate", "利率|利息|贴息|%|％", "年利率是多少", "由财政贴息"),
    _aspect("ages", "年龄(?:限制|要求)|(?:满)?几岁|how old (?:do|does|must|should)|what age|age limit", "岁|年龄|出生|月\\d+日|年级|学前|小学|独自", "几岁能上小学", "年满6周岁"),
    _aspect("websites", "网址|哪个网站|什么网站|哪个(?:平台|公众号|小程序|app)|什么(?:公众号|小程序)|website", "网|平台|公众号|小程序|app|链接|扫码|二维码|邮箱|邮件|系统", "在哪个网站报名", "登录招生平台"),
    _aspect("periods of validity", "有效期|有效几|管几年|几年有效", "有效|年|月|期", "证书有效期多久", "有效期三年"),
    _aspect("losses", "补办|挂失|(?:证|卡|书|本|手册|册|牌)[^，。？?]{0,3}(?:弄丢|丢|遗失|不见|掉)了?(?:怎么|如何|咋|要|可以|能)", "丢|遗失|补办|补发|挂失|损坏|灭失|出具证明|证明书", "证丢了怎么补办", "遗失的可以补发"),
    _aspect("subsidies", "(?:补贴|补助|津贴)(?:标准)?(?:是|有|一共|每[人月年天次]+)*(?:多少|几)", "补贴|补助|津贴|资助|奖|待遇|报酬|元/|每[^，。；]{0,8}元", "每月补贴多少钱", "每人每月补助300元"),
    _aspect("places to apply", "(?:在|去|到|上)(?:哪|哪里|哪儿|什么地方)(?:去|能|可以)?(?:报名|登记|申请|办理?|交材料|领)|报名(?:地点|地址)|\\bwhere (?:do|can|should) (?:i|we|parents) (?:apply|register|sign|enrol)", "地点|地址|位于|网|平台|小程序|公众号|app|现场|窗口|大厅|中心|学校|幼儿园|园|社区|街道|乡镇|所在地|招生办|教育局|科|股|室|处|向|邮|就近", "在哪里报名", "到服务大厅窗口办理"),
    _aspect("announcements", "(?:成绩|结果|名单|录取)[^，。？?]{0,6}(?:什么时候|几号|哪天|何时|几时)[^，。？?]{0,4}(?:公布|出来|公示|查|知道|发)|(?:什么时候|几号|哪天|何时|几时)[^，。？?]{0,4}(?:公布|出|公示|查)[^，。？?]{0,4}(?:成绩|结果|名单|录取)", "公布|公示|查询|通知|发布|公告|公开|告知|反馈|通报|发放", "成绩哪天公布", "6月底公示结果"),
    _aspect("marks in full", "满分", "满分|总分|分值|卷面|计\\d+|各\\d+分|[语数英物化史地生政体]\\w{0,6}\\d+分", "满分多少分", "总分720分"),
    _aspect("areas", "(?:占地|面积)[^，。？?]{0,6}(?:多少|几|多大)|多少(?:平方?米?|亩)|多大(?:的)?(?:地方|面积|地)", "平方|亩|公顷|面积|㎡", "占地多少亩", "建筑面积8000平方米"),
    _aspect("who pays", "谁出钱|钱谁出|谁(?:来)?(?:掏钱|买单|付钱?)|(?:费用|经费|费|钱)(?:由|归)谁(?:出|承担|负担|付)?", "承担|负担|财政|自理|自费|列支|支付|出资|垫付|返还|购买|经费|免费|不收|公用|资金|补助|自愿|解决", "校车费用由谁承担", "由县财政承担"),
    _aspect("versions", "哪个版本|什么版本|哪版|啥版", "版", "教材用哪个版本", "使用人教版"),
    _aspect("colours", "什么颜色|啥颜色|what colou?r", "色", "校服什么颜色", "统一为藏青色"),
)  # fmt: skip


def lacking_aspect(question: str, text: str) -> str:
    """The aspect that the folded question asks for and the folded text does not speak of; "" where there is none."""
    lacking = (
        one.name for one in ASPECTS if one.asked.compiled.search(question) and not one.told.compiled.search(text)
    )
    return next(lacking, "")
