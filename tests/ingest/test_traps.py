"""Papers whose numbering is easily cut wrongly: labels over several lines, glued, spaced, late, on one line, in English."""

import pytest

from tests.ingest.drawing import draw_plans

ROWS = {
    "a label alone above a grade with its numeral": (
        "樟汀二小返校须知\n一、\n一年级家长送到教室门口。\n二、\n二至六年级在操场集合。\n三、\n三楼水房停水。",
        ["一 二 三"],
    ),
    "two grades are no label": (
        "樟汀二小作业须知\n一、作业量\n一、二年级不留书面作业。\n三、四年级不超过半小时。\n二、批改\n当天批完。",
        ["一 二"],
    ),
    "pairs of grades one below the other, whose second names the next section": (
        "樟汀二小晒书安排\n一、何时晒\n六月头一个晴天。\n二、在哪晒\n一、二年级在操场东边。\n三、四年级在操场西边。\n五、六年级在楼顶。\n三、谁收书\n（一）图书员收。\n（二）下雨了大家收。",
        ["一 二 三[(一) (二)]"],
    ),
    "pairs of grades over printed lines, in the last section": (
        "樟汀二小晒书安排\n一、何时晒\n六月头一个晴天。\n二、在哪晒\n一、二年级在操场东边，\n靠着围墙。\n三、四年级在操场西边，\n靠着水池。",
        ["一 二"],
    ),
    "pairs of prizes one below the other, and a section that names a grade": (
        "樟汀二小晒书安排\n一、何时晒\n六月头一个晴天。\n二、奖什么\n一、二等奖奖钢笔。\n三、四等奖奖书签。\n三、一年级做什么\n看着就行。",
        ["一 二 三"],
    ),
    "sections that name a pair of grades each": (
        "樟汀二小晒书安排\n一、一、二年级的书\n在操场东边晒。\n二、三、四年级的书\n在操场西边晒。\n三、五、六年级的书\n在楼顶晒。",
        ["一 二 三"],
    ),
    "classes at the opening of a printed line": (
        "樟汀二小社团教室\n一、教室\n请大家看清再走：五年级\n（1）班去东楼，五年级\n（2）班和（3）班去西楼。\n二、时间\n周三下午，高一\n（4）班除外。",
        ["一 二"],
    ),
    "duties of classes are a list": (
        "樟汀二小值日安排\n一、分工\n各班按下面做，不得推诿\n（1）班级卫生由值日生管。\n（2）班主任每天检查。\n二、评比\n每周一次。",
        ["一[(1) (2)] 二"],
    ),
    "classes below their grade are a list": (
        "樟汀二小教室安排\n一年级\n（1）班：东楼101\n（2）班：东楼102\n二年级\n（1）班：西楼101\n（2）班：西楼102",
        ["一年级[(1) (2)] 二年级[(1) (2)]"],
    ),
    "labels at the ends of lines": (
        "樟汀县家校联系办法\n一、对象\n所有在校学生的家长都要联系到。二、\n办法\n（一）打电话。\n每学期两次。（二）\n上门。\n每学年一次。三、\n要求\n1.不收礼。2.\n守时。",
        ["一 二[(一) (二)] 三[1 2]"],
    ),
    "a number at a line's end within a sentence": (
        "樟汀县粉笔用量通报\n一、总量\n全县用粉笔，平均每班3.\n5盒，比去年少。\n二、打算\n改用无尘粉笔。",
        ["一 二"],
    ),
    "ten above one": (
        "樟汀二中寝室公约\n"
        + "\n".join(f"{n}、晚上不吵闹，守第{n}条。" for n in "一二三四五六七八九十")
        + "\n十\n一、出门关灯。\n十\n二、借物归还。",
        ["一 二 三 四 五 六 七 八 九 十 十一 十二"],
    ),
    "marks of one list that differ": (
        "樟汀县清查桌椅的办法\n一、查什么\n（一)课桌；\n(二）椅子。\n二．怎么查\n1、自己查。\n2.互相查。\n3，县里抽查。\n三，何时查\n五月。",
        ["一[(一) (二)] 二[1 2 3] 三"],
    ),
    "marks of a second list that differ from each other": (
        "樟汀县清查桌椅的办法\n一、查什么\n1．课桌；\n２．椅子；\n3.讲台；\n4.黑板。\n二、怎么查\n１、自己查。\n2．互相查。\n３.县里抽查。\n４、再查一遍。",
        ["一[1 2 3 4] 二[1 2 3 4]"],
    ),
    "brackets of a second list that differ from each other": (
        "樟汀县清查桌椅的办法\n一、查什么\n（一）课桌；\n（二）椅子；\n（三）讲台。\n二、怎么查\n一）自己查。\n（二）互相查。\n（三)县里抽查。",
        ["一[(一) (二) (三)] 二[(一) (二) (三)]"],
    ),
    "a figure with another mark within a list": (
        "樟汀县清查桌椅的办法\n一、查什么\n1．课桌；\n2．椅子；\n3．讲台；\n4．黑板。\n二、怎么查\n1、自己查。\n2、互相查，每间教室查\n3.也就是三遍。\n3、县里抽查。",
        ["一[1 2 3 4] 二[1 2 3]"],
    ),
    "a page's number glued to the number of a list": (
        "樟汀县走教补贴办法\n一、补给谁\n1.走教的老师。\n2.送教的老师。\n43.管车的职工。\n二、怎么补\n按月。",
        ["一[1 2 3] 二"],
    ),
    "a number that jumps is no page": (
        "樟汀县目录\n一、书目\n1.一本书。\n2.两本书。\n12.许多书。\n二、借法\n登记。",
        ["一[1 2 12] 二"],
    ),
    "a page of pages before a label and within a sentence": (
        "樟汀幼儿园晨检办法\n一、入园\n（一）看手心。\n（二）量体温，超过三十七度三的，当场\n第 1 页 共 2 页\n告诉家长。\n第2页，共2页二、离园\n点名。",
        ["一[(一) (二)] 二"],
    ),
    "a running head beside the pages' numbers": (
        "樟汀二中实验室规则\n第一条 进门登记。\n樟汀二中实验室规则\n— 1 —\n第二条 不带吃的：\n（一）零食；\n樟汀二中实验室规则\n— 2 —\n（二）饮料。\n第三条 出门洗手。",
        ["第一条 第二条[(一) (二)] 第三条"],
    ),
    "a running head of title and chapter below the pages' numbers": (
        "樟汀二中借书规则\n第一章 借\n第一条 借书凭证，一次三本，借期两周，可以续借\n第 1 页 共 3 页\n樟汀二中借书规则\n第一章 借\n一次。\n第二条 先登记，再取书。\n第二章 还\n第三条 当面点清，缺页的要\n第 2 页 共 3 页\n樟汀二中借书规则\n第二章 还\n赔。\n第四条 还书放回架上。\n第 3 页 共 3 页",
        ["第一章[第一条 第二条] 第二章[第三条 第四条]"],
    ),
    "a running head of chapter and section, the title once": (
        "樟汀二中借书规则\n第一章 借\n第一节 谁借\n第一条 学生都能借，老师借的要写明\n- 1 -\n樟汀二中规章汇编\n第一章 借\n第一节 谁借\n还的日子。\n第二节 借几本\n第二条 一次三本。\n第二章 还\n第三条 当面点清。",
        ["第一章[第一节[第一条] 第二节[第二条]] 第二章[第三条]"],
    ),
    "a running head of the chapter above the page's number": (
        "樟汀二中借书规则\n第一章 借\n第一条 借书凭证，一次三本，可以续借\n第一章 借\n— 1 —\n一次。\n第二章 还\n第二条 当面点清。",
        ["第一章[第一条] 第二章[第二条]"],
    ),
    "a chapter and sections that begin a page are no running head": (
        "樟汀二中借书规则\n第一章 借\n第一节 一般规定\n第一条 借书凭证。\n— 1 —\n第二章 还\n第一节 一般规定\n第二条 当面点清。\n第二节 迟还\n第三条 迟还的停借。",
        ["第一章[第一节[第一条]] 第二章[第一节[第二条] 第二节[第三条]]"],
    ),
    "headings of a post, numbers alone above them": (
        "樟汀二幼今年秋天招小班\n家门口的幼儿园等你来。\n01\n招多大的\n三岁到四岁。\n02\n招多少\n（1）小班两个。\n（2）每班二十人。\n03\n怎么报\n扫码。",
        ["01 02[(1) (2)] 03"],
    ),
    "headings behind bare numbers": (
        "樟汀县查校车的方案\n1 查什么\n所有校车，二十座以上的先查。\n2 谁来查\n2.1 学校自查\n每周一次。\n2.2 县里抽查\n每月一次。\n3 查后怎么办\n当天贴单。",
        ["1 2[2.1 2.2] 3"],
    ),
    "rows that open with a bare number": (
        "樟汀县收费公示\n一、公示什么\n全县小学。\n二、标准\n序号 项目 标准（元）\n1 课后服务 300\n2 住宿 200\n3 校服 自愿\n三、电话\n投诉拨12345。",
        ["一 二 三"],
    ),
    "contents with a stroke before the page": (
        "1 查什么 / 1\n2 谁来查 / 2\n2.1 学校自查和县里\n抽查 / 3\n3 查后怎么办 / 5\n附件A 记录单 / 6\n1 查什么\n所有校车。\n2 谁来查\n2.1 学校自查和县里抽查\n每周一次。\n3 查后怎么办\n当天贴单。",
        ["1 2[2.1] 3"],
    ),
    "scores behind a stroke are no pages": (
        "一、卷面\n语文 / 120\n数学 / 120\n英语 / 100\n二、时间\n六月。",
        ["一 二"],
    ),
    "the numbered history of a law": (
        "樟汀縣公立學校器材借用辦法\n1. 中華民國 95 年 3 月 2 日樟汀縣政府府教字第 0950011111 號令訂定發布全文 3 條\n2. 中華民國 110 年 8 月 9 日樟汀縣政府府教字第 1100022222 號令修正發布第 2 條條文\n第 1 條\n器材借給教師。\n第 2 條\n一個月內歸還。\n第 3 條\n本辦法自發布日施行。",
        ["第1條 第2條 第3條"],
    ),
    "notes on filling in, below a form": (
        "樟汀县乡村教师借住办法\n一、谁能借\n家在外县的老师。\n二、怎么借\n1.写表。\n2.交校长。\n樟汀县教育局\n2021年3月2日\n附件\n借住申请表\n姓名： 学校：\n入住日\n填表说明\n1.用黑笔写。\n2.一人一张。\n3.交两份。",
        ["一 二[1 2]"],
    ),
    "notes on filling in, below the second form": (
        "樟汀县校车司机考核办法\n一、考什么\n（一）倒车。\n（二）停靠。\n二、谁来考\n由车队考。\n樟汀县教育局\n2022年5月9日\n附件1\n司机名册\n姓名： 车号： 班次：\n附件2\n考核登记表\n车号\n签名：\n填写须知\n（一）当天写完。\n（二）写错要换一张。",
        ["一[(一) (二)] 二"],
    ),
    "articles alone on their lines, before any word": (
        "第 一 章 總則\n第 1 條\n所有車輛每月驗一次。\n第 2 條\n中途停車不得超過三分鐘。\n第 3 條\n項目由校長定。\n第 4 條\n及早出門，準時到校。\n第 5 條\n第一班車六點開。",
        ["第一章[第1條 第2條 第3條 第4條 第5條]"],
    ),
    "paragraphs of articles by bare figures": (
        "第 1 條\n本規則管校車。\n第 2 條\n1 車長一人。\n2 車長管下列事：\n一、點名。\n二、鎖門。\n3 車長請假時另派。\n第 3 條\n1 車每月驗。\n2 驗過貼單。\n第 4 條\n本規則明年起用。",
        ["第1條 第2條[1 2[一 二] 3] 第3條[1 2] 第4條"],
    ),
    "an article of one paragraph with a figure in it": (
        "第一条 为管好校车，定此规则。\n第二条 每车\n3 名老师轮流跟车。\n第三条 车每月验一次。",
        ["第一条 第二条 第三条"],
    ),
    "numbers alone before dates and times": (
        "樟汀二中春游安排\n为让大家走得齐，安排在下面：\n1.\n3 月4 日，七年级去河滩。\n2.\n3 月11 日，八年级去茶山。\n3.\n7:30 在操场点名。",
        ["1 2 3"],
    ),
    "articles glued to what may be spoken of": (
        "樟汀二中菜地规则\n第一条本规则管菜地。\n第二条所有班级都有一畦。\n第三条中午浇水。\n第四条项目由班长定。\n第五条“小菜农”每月评一次。\n第六条及时除草。\n第七条收成归班里。",
        ["第一条 第二条 第三条 第四条 第五条 第六条 第七条"],
    ),
    "a list of figures, each behind its number": (
        "樟汀县教育局招厨师的公告\n一、招几位\n1.12名厨师，去乡下。\n2.3名面点师傅，去镇上。\n3.15名洗碗工，去各校。\n二、要什么人\n1.18周岁以上；\n2.会做五样菜；\n3.2年以上掌勺；\n4.不抽烟。\n三、给多少\n1、3000元一月；\n2、4次年节各有一份；\n3、包住。",
        ["一[1 2 3] 二[1 2 3 4] 三[1 2 3]"],
    ),
    "figures behind numbers with a bracket": (
        "樟汀二中灶台安排\n一、谁来\n1)5位厨师掌勺；\n2)3位家长帮厨；\n3)校长看灶。\n二、何时\n1)7:30开灶；\n2)下午洗碗。",
        ["一[1 2 3] 二[1 2]"],
    ),
    "decimals are no figures behind numbers": (
        "樟汀二中灶台安排\n1. 谁来\n1.1 厨师五位。\n1.2 家长三位。\n2. 何时\n2.1 早上七点。\n2.2 下午两点。\n3. 哪里\n3.1 老灶房。",
        ["1[1.1 1.2] 2[2.1 2.2] 3[3.1]"],
    ),
    "a figure at the opening of a printed line is no item": (
        "樟汀二中灶台安排\n一、花费\n1.买锅。锅三口，共\n2.5万元，秋天付。\n2.买碗。碗三百只。\n3.买柴。",
        ["一[1 2 3]"],
    ),
    "a signer whose initials are the next letter": (
        "Harbor Street School\nRules for the Kitchen\n\nThe kitchen is open to all who wash up after themselves.\n\nA. STOVES\n1. Turn the stove off.\n2. Stay beside it.\nB. DISHES\n1. Wash them hot.\n2. Dry them well.\n\nC. Ellery\nHead of Kitchen\nMay 3, 2024",
        ["A[1 2] B[1 2]"],
    ),
    "a signer with a degree, without a day": (
        "Harbor Street School\nRules for the Kitchen\n\nThe kitchen is open to all who wash up after themselves.\n\nA. Stoves are turned off at night.\nB. Dishes are washed hot.\nC. Floors are swept at noon.\n\nD. J. Moss, Ph.D.",
        ["A B C"],
    ),
    "two signers": (
        "Harbor Street School\nRules for the Kitchen\n\nThe kitchen is open to all who wash up after themselves.\n\nI. STOVES\nTurn the stove off at night.\nII. DISHES\nWash the dishes hot and dry them well.\n\nI. M. Porter\nPrincipal\nV. Lee\nTreasurer\n3 March 2024",
        ["I II"],
    ),
    "a last heading that is no signer": (
        "Harbor Street School\nRules for the Kitchen\n\nThe kitchen is open to all who wash up after themselves.\n\nA. Stoves\nTurn the stove off at night.\nB. Dishes\nWash the dishes hot and dry them well.\nC. Questions\nAsk the cook.",
        ["A B C"],
    ),
    "a slip below a letter": (
        "樟汀二中致家长的一封信\n各位家长：\n秋天灶台换新，请您留意下面几件事。\n一、时间\n九月三日起换，换三天。\n二、吃饭\n1.带饭盒，写上名字。\n2.带汤勺，洗干净。\n樟汀二中\n2025年9月1日\n………………请沿虚线剪下………………\n家长回执\n班级：____ 姓名：____\n1.孩子带饭盒（ ）\n2.孩子回家吃（ ）\n家长签名：\n年  月  日",
        ["一 二[1 2]"],
    ),
    "a slip that offers boxes, without a line to cut": (
        "樟汀二中灶台换新通知\n各位家长：\n秋天灶台换新，事情安排如下。\n一、时间。九月三日起换。\n二、吃饭。带饭盒来。\n樟汀二中\n2025年9月1日\n回　条（请交班主任）\n一、午饭：□带饭盒 □回家吃\n二、汤勺：□有 □没有\n学生：________",
        ["一 二"],
    ),
    "a rule on giving slips back is no slip": (
        "樟汀二中灶台规则\n第一条 灶上不离人。\n第二条 领柴时填回执。\n第三条 回执交厨师，三日内还。\n第四条 碗用热水洗。",
        ["第一条 第二条 第三条 第四条"],
    ),
    "answers that number their own lists": (
        "樟汀二中灶台问答\n一、谁来烧饭？\n答：有两种人：\n（1）厨师；\n（2）家长。\n二、几点开饭？\n答：十一点半。\n三、不吃行吗？\n答：行。要办两件事：\n（1）写条子；\n（2）交班主任。\n樟汀二中\n2025年9月1日",
        ["一[(1) (2)] 二 三[(1) (2)]"],
    ),
    "answers that number their own lists, below sections": (
        "樟汀二中灶台问答\n一、吃饭\n1.几点开饭？\n答：分三批：\n①七年级十一点半；\n②八年级十二点；\n③九年级十二点半。\n2.吃不饱呢？\n答：可以添。\n二、洗碗\n3.谁洗碗？\n答：自己洗。\n4.怎么洗？\n答：分两步：\n①热水泡；\n②刷子刷。",
        ["一[1[① ② ③] 2] 二[3 4[① ②]]"],
    ),
    "answers that number their own lists below questions without a number": (
        "樟汀二中灶台问答\n问：谁来烧饭？\n答：有两种人：\n1.厨师；\n2.家长。\n问：几点开饭？\n答：十一点半。",
        ["问1[1 2] 问2"],
    ),
    "a rule on one line": (
        "樟汀县学校灶台管理办法（试行）（樟汀县教育局2020年6月3日印发）第一章总则第一条为管好学校灶台，让学生吃上热饭，制定本办法。第二条灶台由厨师看管，灶上不离人，下班关阀门，钥匙交传达室。第二章买菜第三条第二条所说的厨师买菜，买回来的菜要洗三遍。第四条下列的菜不买：（一）蔫了的；（二）没票的。第三章附则第五条本办法自2020年9月1日起施行。",
        ["第一章[第一条 第二条] 第二章[第三条 第四条[(一) (二)]] 第三章[第五条]"],
    ),
    "a rule on one line, without chapters, signed": (
        "樟汀县第二中学灶台守则第一条灶上不离人，下班关阀门，钥匙交到传达室，第二天早上再去拿，谁拿谁签字。第二条菜当天买，买回来洗三遍，洗完放进筐里，筐放在架子上，架子离地一尺，每天擦一遍。第三条碗用热水洗，洗完晒干，摆进柜子。第四条本守则由总务处解释。樟汀县第二中学2025年9月1日",
        ["第一条 第二条 第三条 第四条"],
    ),
    "a rule on one line in sections": (
        "樟汀县学校灶台管理要点一、灶台由厨师看管，灶上不离人，下班关阀门，钥匙交传达室，第二天早上再去拿，谁拿谁签字。二、买菜要做到：（一）当天买，买回来洗三遍；（二）有票，票交会计，月底贴出来给大家看；（三）不买蔫了的。三、碗用热水洗，洗完晒干，摆进柜子。四、本要点自2020年9月1日起施行。",
        ["一 二[(一) (二) (三)] 三 四"],
    ),
    "a notice on one line": (
        "樟汀县教育局关于管好学校灶台的通知各中小学、幼儿园：为管好学校灶台，让学生吃上热饭，通知如下。一、看灶。灶台由厨师看管，灶上不离人，下班关阀门，钥匙交传达室。二、买菜。菜当天买，买回来的菜要洗三遍，票交会计，月底贴出来。三、洗碗。碗用热水洗，洗完晒干，摆进柜子。樟汀县教育局2025年9月1日",
        ["一 二 三"],
    ),
    "contents in one paragraph over two printed lines": (
        "樟汀二中灶台报告\n目录\n一、买菜（1）；二、洗碗（3）；\n三、明年（5）；四、后年（6）\n一、买菜\n早市的菜新，厨师自己挑。\n二、洗碗\n碗用热水洗，洗完晒干。\n三、明年\n明年添一口锅。\n四、后年\n后年添两口锅。",
        ["一 二 三 四"],
    ),
    "contents with label, heading and page on three lines": (
        "樟汀二中灶台规则\n目录\n第一章\n总则\n1\n第二章\n买菜\n2\n第一章 总则\n第一条 管灶台。\n第二章 买菜\n第二条 当天买。",
        ["第一章[第一条] 第二章[第二条]"],
    ),
    "contents in one paragraph": (
        "樟汀二中灶台报告\n目录：一、买菜（1）；（一）早市（1）；（二）晚市（2）；二、洗碗（3）；三、明年（5）\n一、买菜\n（一）早市\n早市的菜新，厨师自己挑。\n（二）晚市\n晚市的菜便宜，多买根茎。\n二、洗碗\n碗用热水洗，洗完晒干。\n三、明年\n明年添一口锅。",
        ["一[(一) (二)] 二 三"],
    ),
    "contents in one paragraph, parted by space and dots": (
        "樟汀二中灶台规则\n目 录 第一章 总则……1 第二章 买菜……2 第三章 洗碗……4\n第一章 总则\n第一条 本规则管灶台。\n第二章 买菜\n第二条 菜当天买。\n第三章 洗碗\n第三条 碗用热水洗。",
        ["第一章[第一条] 第二章[第二条] 第三章[第三条]"],
    ),
    "contents in one paragraph without their word": (
        "樟汀二中灶台报告\n一、买菜 1 二、洗碗 3 三、明年 5\n一、买菜\n早市的菜新，厨师自己挑。\n二、洗碗\n碗用热水洗，洗完晒干。\n三、明年\n明年添一口锅。",
        ["一 二 三"],
    ),
    "a paragraph that names the sections in its own words": (
        "樟汀二中灶台报告\n一、三件事：一是买菜，二是洗碗，三是看灶。\n二、买菜\n早市的菜新，厨师自己挑。\n三、洗碗\n碗用热水洗，洗完晒干。",
        ["一 二 三"],
    ),
    "contents whose page numbers stand below them": (
        "樟汀二中灶台规则\n目录\n第一章 总则\n1\n第二章 买菜\n3\n第三章 洗碗\n- 5 -\n第一章 总则\n第一条 本规则管灶台。\n第二章 买菜\n第二条 菜当天买。\n第三章 洗碗\n第三条 碗用热水洗。",
        ["第一章[第一条] 第二章[第二条] 第三章[第三条]"],
    ),
    "contents whose page numbers stand below them in brackets": (
        "樟汀二中灶台打算\n目  次\n一、买菜\n（1）\n（一）早市\n（2）\n二、洗碗\n（4）\n一、买菜\n（一）早市\n早市的菜新，厨师自己挑。\n二、洗碗\n碗用热水洗，洗完晒干。",
        ["一[(一)] 二"],
    ),
    "contents shorter than the headings": (
        "樟汀二中灶台方案\n目录\n一、目标\n二、任务\n（一）买菜\n（二）洗碗\n三、保障\n一、总体目标\n三年里灶台都换新。\n二、主要任务和分工\n（一）早起买好菜。厨师自己挑，会计付钱。\n（二）用热水洗碗。洗完晒干，摆进柜子。\n三、保障措施\n每年留两万元。",
        ["一 二[(一) (二)] 三"],
    ),
    "contents shorter than the headings, with pages below them": (
        "樟汀二中灶台方案\n目 录\n一、目标\n1\n二、任务\n2\n三、看灶人\n6\n一、灶台的目标\n三年里灶台都换新。\n二、灶台的任务\n（一）买菜。厨师自己挑。\n（二）洗碗。洗完晒干。\n三、谁来看灶\n校长和厨师轮流。",
        ["一 二[(一) (二)] 三"],
    ),
    "two lists that begin alike are no contents": (
        "樟汀二中灶台方案\n甲组做的事\n一、买菜\n二、洗碗\n三、看灶\n乙组做的事\n一、劈柴\n二、挑水\n三、看灶",
        ["甲组做的事[一 二 三] 乙组做的事[一 二 三]"],
    ),
    "contact, attachments, copies and printer below one paragraph": (
        "樟汀县教育局关于查灶台的通知\n各校：\n下周查灶台，事情安排如下。\n一、查什么\n（一）查灶。看阀门关没关。\n（二）查碗。看碗干不干。\n二、怎么报\n表填两份，一份自留，一份交局里；不交的，另行约谈。\n联系人：何禾，电话：0599-7730002。\n樟汀县教育局\n2025年5月6日\n附件：1.灶台表\n2.洗碗表\n3.阀门表\n（此件主动公开）\n抄送：县府办，县消防队。\n樟汀县教育局办公室　　2025年5月6日印发",
        ["一[(一) (二)] 二"],
    ),
    "attachments above the signature, copies in two lines": (
        "樟汀县教育局关于查灶台的通知\n各校：\n下周查灶台，事情安排如下。\n一、查什么\n看阀门关没关，看碗干不干，看门窗紧不紧。\n二、怎么报\n表填两份，一份自留，一份交局里。\n联系电话：0599-7730002\n邮箱：zao@example.org\n附件：\n1. 灶台表.docx\n2. 洗碗表.xlsx\n樟汀县教育局\n2025年5月6日\n抄送：县府办。\n抄报：市教育局。\n樟汀县教育局办公室\n2025年5月6日印发",
        ["一 二"],
    ),
    "attachments one a line, each with its word": (
        "樟汀县教育局关于查灶台的通知\n各校：\n下周查灶台，事情安排如下。\n一、查什么\n（一）查灶。看阀门关没关。\n（二）查碗。看碗干不干。\n二、怎么报\n表填两份，一份自留，一份交局里。\n樟汀县教育局\n二〇二五年五月六日\n附件1 灶台表\n附件2 洗碗表\n联系人：何禾；联系电话：0599-7730002\n主送：各中小学\n共印30份",
        ["一[(一) (二)] 二"],
    ),
    "articles glued to other articles that they begin with": (
        "樟汀二中菜地规则\n第一章分地\n第一条本规则管菜地。\n第二条抽签分地。\n第二章照看\n第三条第二条所说的地由班长看。\n第四条第一条和第三条以外的地归厨房。\n第五条《菜谱》另写。\n第三章收成\n第六条第五条第二款所说的菜谱贴在墙上。",
        ["第一章[第一条 第二条] 第二章[第三条 第四条 第五条] 第三章[第六条]"],
    ),
    "a first article glued to another one": (
        "樟汀二中灶台补充规则\n第一条第八条所说的灶台加一口。\n第二条第九条停用。\n第三条本规则夏天起用。",
        ["第一条 第二条 第三条"],
    ),
    "Taiwanese articles glued to other articles": (
        "樟汀市菜園規則\n第一條本規則管菜園。\n第二條菜園每班一畦。\n第三條前條的菜畦抽籤。\n第四條第二條第一項之菜畦，班長看管。\n第五條第三條的籤存檔。",
        ["第一條 第二條 第三條 第四條 第五條"],
    ),
    "articles put in between by number": (
        "樟汀市校車自治條例\n第 一 章 總則\n第 1 條\n本條例管校車。\n第 1-1 條\n校車漆成黃色。\n第 1-2 條\n車長佩證。\n第 2 條\n（刪除）\n第 二 章 行車\n第 3 條\n車速如下：\n一、鎮上三十。\n二、山路二十。\n第 3－1 條\n下雪停駛。\n第 4 條\n本條例明年起用。",
        ["第一章[第1條 第1-1條 第1-2條 第2條] 第二章[第3條[一 二] 第3-1條 第4條]"],
    ),
    "articles put in between, their text beside them": (
        "樟汀市校車規則\n第1條 本規則管校車。\n第1條之1 校車漆成黃色。\n第2條 車長佩證。\n第2-1條 前條之證每年換。\n第2-2條 舊證收回。\n第3條 本規則明年起用。",
        ["第1條 第1條之1 第2條 第2-1條 第2-2條 第3條"],
    ),
    "an excerpt that begins within an article and holds chapters": (
        "灶台的，由厨师擦净。\n第十一条 菜要洗三遍。\n第十二条 下列的菜不买：\n（一）蔫了的；\n（二）没票的。\n第四章 洗碗\n第十三条 碗用热水洗。\n第五章 附则\n第十四条 本规则夏天起用。",
        ["第十一条 第十二条[(一) (二)] 第四章[第十三条] 第五章[第十四条]"],
    ),
    "an excerpt that ends with its only chapter": (
        "第三十条 碗用热水洗。\n第三十一条 筷子晒干。\n第七章 附则\n第三十二条 本规则夏天起用。\n第三十三条 旧规则作废。",
        ["第三十条 第三十一条 第七章[第三十二条 第三十三条]"],
    ),
    "an excerpt that begins within a section": (
        "（六）洗碗。碗用热水洗，洗完摆齐。\n（七）擦桌。桌子擦两遍。\n五、采买\n（一）买菜。菜当天买。\n（二）买米。米月初买。\n六、看灶\n灶上不离人，下班关阀门。",
        ["(六) (七) 五[(一) (二)] 六"],
    ),
    "an article that is spoken of at the opening of a line": (
        "第一条 菜地每班一畦。\n第二条 抽签分地。\n第三条 浇水轮流。按照\n第二条所说的办法抽签的班级，\n第三条规定照用。\n第四条 收成归班里。",
        ["第一条 第二条 第三条 第四条"],
    ),
    "a subparagraph that is cited at the opening of a line": (
        "第一条 菜地每班一畦。\n第二条 下面的不种：\n（一）带刺的；\n（二）有毒的。\n第三条 种了第二条第\n（二）项所列的，拔掉；种了第\n（一）项的菜，围起来。\n第四条 收成归班里。",
        ["第一条 第二条[(一) (二)] 第三条 第四条"],
    ),
    "several subparagraphs that are cited at the openings of lines": (
        "第一条 不种下面的：\n（1）带刺的；\n（2）有毒的；\n（3）爬墙的。\n第二条 种了第一条\n（1）、（2）项或者\n（3）款所列的，拔掉。\n第三条 收成归班里。",
        ["第一条[(1) (2) (3)] 第二条 第三条"],
    ),
    "subparagraphs that begin with a project or with money": (
        "第一条 县里出下面的钱：\n（一）项目开办的钱；\n（二）款项往来的钱；\n（三）项链比赛的钱；\n（四）款待客人的钱。\n第二条 钱归会计管。",
        ["第一条[(一) (二) (三) (四)] 第二条"],
    ),
    "sections after articles": (
        "第一章 总则\n第一条 借书凭证。\n第二条 一次三本。\n第二章 借还\n第三条 借期两周。\n第一节 借\n第四条 先登记。\n第五条 再取书。\n第二节 还\n第六条 当面点。\n第三章 附则\n第七条 秋天起用。",
        ["第一章[第一条 第二条] 第二章[第三条 第一节[第四条 第五条] 第二节[第六条]] 第三章[第七条]"],
    ),
    "the first number and its mark on two lines": (
        "樟汀县教育局晒被子安排\n一\n、哪天晒\n出太阳的周五晒，下雨顺延。\n二\n、晒在哪\n（\n一）楼顶。\n（\n二）操场。\n三\n、谁来收\n自己收。",
        ["一 二[(一) (二)] 三"],
    ),
    "the first digit and its stop on two lines": (
        "樟汀县教育局晒被子安排\n1\n．出太阳的周五晒，下雨顺延。\n2\n．被子晒在楼顶，枕头晒在窗台。\n3\n．自己收自己的。",
        ["1 2 3"],
    ),
    "the first bracket over three lines": (
        "樟汀县教育局晒被子安排\n（\n一\n）楼顶晒被子，当天收。\n（\n二\n）窗台晒枕头，夜里收。",
        ["(一) (二)"],
    ),
    "an article's number and its word on two lines": (
        "樟汀县晒被子规则\n第一\n条 出太阳的周五晒。\n第二\n条 晒在楼顶。",
        ["第一条 第二条"],
    ),
    "a numeral alone above words that no mark opens": (
        "樟汀县晒被子\n一\n二月晒被子安排\n一、哪天晒\n出太阳的周五晒。\n二、晒在哪\n晒在楼顶。",
        ["一 二"],
    ),
    "brackets over two and three lines": (
        "一、填表\n（\n一）姓名。写全名。\n（\n二）班级。写年级。\n二、交表\n(\n1\n)交给班长，当天交。\n(\n2\n)班长交到传达室。",
        ["一[(一) (二)] 二[(1) (2)]"],
    ),
    "white space within labels on one line": (
        "樟汀县2026年保育员招聘公告\n\n幼儿园添了班，招人的事说在这里： 一 、 招几位 全县招四十位，城里乡下各一半。 二、 要什么人 （ 一 ）能来的 1 、喜欢孩子； 2、 身体好； 3 、会唱歌。 （二 ）不收的 1、 爱发火的； 2 、怕吵的。 三 、 怎么报 （一） 递表 三月头五天递表。 （ 二） 面谈 面谈在老礼堂。",
        ["一 二[(一)[1 2 3] (二)[1 2]] 三[(一) (二)]"],
    ),
    "a text that begins at chapter 9": (
        "九、让老人也有书读\n书要送到村口，课要开到楼下。\n9.1 开课\n课开在走得到的地方。\n9.1.1 识字课先开。\n9.1.2 算账课接着开。\n9.2 添书\n9.2.1 书要字大。\n9.2.2 书要有图。",
        ["九[9.1[9.1.1 9.1.2] 9.2[9.2.1 9.2.2]]"],
    ),
    "an excerpt of two sections": (
        "（四）修路\n校门前的路明年修，先修北边，再修南边。\n（五）种树\n路边种樟树，三步一棵。",
        ["(四) (五)"],
    ),
    "an excerpt that begins at article 12": (
        "第十二条 菜地每班一畦。\n第十三条 抽签分地。\n第十四条 浇水轮流。",
        ["第十二条 第十三条 第十四条"],
    ),
    "page numbers before labels": (
        "一、修路\n路明年修，先修北边。\n12二、种树\n路边种樟树。\n- 13 -（一）树苗。三月买。\n（二）树坑。二月挖。\n三、装灯\n灯装在路口。",
        ["一 二[(一) (二)] 三"],
    ),
    "page numbers before decimals": (
        "1 修路\n1.1 北边\n先修。\n1.1.1 量路。\n1.1.2 铺路。\n341.2 南边\n1.2.1 量路。\n1.2.2 铺路。",
        ["1[1.1[1.1.1 1.1.2] 1.2[1.2.1 1.2.2]]"],
    ),
    "a binding margin": (
        "主旨：操場跑道修補一事，請照辦。\n說明：\n一、上月已議定分兩年修。裝二、先修內圈，後修外圈。\n訂三、修法如下：(一)先量。\n線(二)再補。\n四、請轉告各班。",
        ["一 二 三[(一) (二)] 四"],
    ),
    "a list of contacts as the last section": (
        "樟汀学院旁听办法\n一、谁能来\n市民都能来，带证就行。\n二、找谁问\n1．传达室\n电话：0700-5550101\n2．教务处\n电话：0700-5550102\n邮箱：a@example.org",
        ["一 二[1 2]"],
    ),
    "a last section of short lines below a page number": (
        "樟汀学院澡堂须知\n一、先刷卡\n刷卡才出水，每人十五分钟。\n3\n二、另收钱的\n搓澡\n八元\n吹风\n一元\n4",
        ["一 二"],
    ),
    "forms behind the text": (
        "樟汀县歌咏会办法\n一、报名\n五月末之前报。\n二、比赛\n1．唱两首。\n2．不许对口型。\n三、评奖\n唱得齐的得奖，奖状由县里发。\n附件1：\n樟汀县歌咏会报名表\n学校\n曲目\n（填两首）\n注：1．这张表用钢笔填；\n2．这张表可以复印。\n附件2\n樟汀县歌咏会节目单\n顺序\n曲目",
        ["一 二[1 2] 三"],
    ),
    "attachments that run on in one line": (
        "2026年樟汀县护林员招考公告\n\n林子大人手少，招人的事写在下面。 一、招几个 全县招九个，山里优先。 二、谁能考 （一）能考的： 1.腿脚好； 2.认得树。 （二）不能考的： 1.怕黑的； 2.抽烟的。 三、怎么考 （一）笔试。四月第一个周日考树种和防火。 （二）试工。在北山试工两周，每天走二十里。 附件：1.2026年林场名单.docx 2.2026年报名表.doc 樟汀县林业局 2026年2月20日",
        ["一 二[(一)[1 2] (二)[1 2]] 三[(一) (二)]"],
    ),
    "several plans with forms between": (
        "樟汀县踢毽子方案\n一、谁来办\n县教育局办，各校出人。\n二、怎么踢\n（一）单踢。踢满一百个。\n（二）对踢。两人一组。\n附表：1.报名单\n2.汇总单\n附表1\n报名单\n姓名\n班级\n樟汀县滚铁环方案\n一、谁来办\n县教育局办，铁匠铺出环，各校出人，少年宫出旗子，家长可以来看。\n二、怎么滚\n（一）直滚。滚过操场。\n（二）绕滚。绕过三棵树。",
        ["一 二[(一) (二)]", "一 二[(一) (二)]"],
    ),
    "two rules whose names the letter alone gives": (
        "樟汀县教育局关于印发灶台两项规矩的通知\n樟教〔2022〕8号\n各学校：\n现将《樟汀县看灶办法》和《樟汀县劈柴办法（试行）》一并印发，请照办。\n附件：1.樟汀县看灶办法\n2.樟汀县劈柴办法（试行）\n樟汀县教育局\n2022年11月6日\n附件1\n樟汀县看灶办法\n一、谁看\n（一）早上校工看，看到八点半，钥匙交到传达室。\n（二）晚上厨师看。\n二、怎么看\n灶上不离人，下班关阀门，第二天早上再打开。\n附件2\n樟汀县劈柴办法（试行）\n一、在哪劈\n在后院劈，离教室三十步，劈的时候不许学生靠近。\n二、劈多少\n（一）冬天一天一担。\n（二）夏天三天一担。",
        ["一[(一) (二)] 二", "一 二[(一) (二)]"],
    ),
    "two rules whose names the letter alone gives, without a list of attachments": (
        "樟汀县教育局关于灶台的通知\n各学校：\n现印发《樟汀县看灶办法》《樟汀县劈柴办法》，请照办。\n樟汀县教育局\n2022年11月6日\n樟汀县看灶办法\n第一条 早上校工看，看到八点半，钥匙交到传达室，晚上厨师看。\n第二条 灶上不离人，下班关阀门，第二天早上再打开。\n樟汀县劈柴办法\n第一条 在后院劈，离教室三十步，劈的时候不许学生靠近。\n第二条 冬天一天一担，夏天三天一担。\n第三条 雨天停劈，柴火盖好油布。",
        ["第一条 第二条", "第一条 第二条 第三条"],
    ),
    "one rule whose name the letter alone gives": (
        "樟汀县教育局关于灶台的通知\n樟教〔2022〕8号\n各学校：\n现将《樟汀县看灶办法》发给你们，请照办。\n樟汀县教育局\n2022年11月6日\n樟汀县看灶办法\n第一条 灶上不离人。\n第二条 下班关阀门。\n第三条 钥匙交到传达室。",
        ["第一条 第二条 第三条"],
    ),
    "a notice with points of its own that gives out a rule": (
        "樟汀县教育局关于灶台的通知\n樟教〔2022〕8号\n各学校：\n现将《樟汀县看灶办法》印发给你们，另有两件事说在下面。\n一、先看炉子，看炉膛裂没裂，看烟道通不通。\n二、后看柴火，看柴堆离灶几步。\n樟汀县教育局\n2022年11月6日",
        ["一 二"],
    ),
    "a notice that wants forms filled in gives out no plan": (
        "樟汀县教育局关于灶台的通知\n各学校：\n请将《樟汀县看灶登记表》《樟汀县劈柴登记表》填好，交到局里。\n一、填什么\n写明灶台几口，柴火几担，看灶的人是谁。\n二、何时交\n月底交齐，迟了不收。",
        ["一 二"],
    ),
    "two plans of one notice": (
        "樟汀县教育局关于印发《樟汀县种树办法》《樟汀县养蜂办法》的通知\n樟教〔2022〕8号\n各学校：\n两个办法已经议定，发给你们，照此去做。\n樟汀县教育局\n2022年11月6日\n樟汀县种树办法\n一、种多少\n三年里每校种三十棵，多的不拦，少的要补上。\n二、怎么管\n（一）剪枝。冬至前后剪。\n（二）施肥。入秋施一次。\n樟汀县养蜂办法\n一、养多少\n每校最多四箱，放在围墙外，离教室远些。\n二、怎么防\n（一）挂牌。箱前十步挂牌。\n（二）备药。医务室备药膏。",
        ["一 二[(一) (二)]", "一 二[(一) (二)]"],
    ),
    "contents below a long note": (
        "樟汀县夜校条例\n（2001年3月4日樟汀县第三届人民代表大会第二次会议通过　" + "2006年5月19日樟汀县第四届人民代表大会第五次会议修正，把开门的时间提早一个钟头，把关门的时间推后一个钟头，其余各条照旧不动　" * 3 + "）\n目　录\n第一章 总则\n第二章 学生\n第三章 老师\n第一章 总则\n第一条 夜里也有课上。\n第二章 学生\n第二条 老少都能来。\n第三章 老师\n第三条 老师轮流上。",
        ["第一章[第一条] 第二章[第二条] 第三章[第三条]"],
    ),
    "contents with long leaders": (
        "樟汀县绿化规划\n目录\n" + "".join(f"{row}{'·' * 130}{page}\n" for page, row in enumerate(("一、现状", "二、目标", "三、做法"), 1)) + "一、现状\n数过一遍，老校树多。\n二、目标\n班班窗外有树。\n三、做法\n种果树，孩子爱看。",
        ["一 二 三"],
    ),
    "headings without numbers between lists": (
        "樟汀二中值日规则\n教室\n1.擦黑板。\n2.扫地。\n走廊\n1.拖地。\n2.擦窗。\n操场\n1.捡纸。\n2.收球。",
        ["教室[1 2] 走廊[1 2] 操场[1 2]"],
    ),
    "the own kind within the last item": (
        "樟汀二中借球须知\n一、球归体育组管，借的人登记。\n二、借的人要记住下面几件事：\n一、下雨不借。\n二、不许坐球。\n三、天黑前还。",
        ["一 二[一 二 三]"],
    ),
    "compatibility ideographs": (
        "一、晨跑自願。\n二、晨跑在湖邊。\n三、晨跑\uf9d1點開始。\n四、領跑九人。\n五、帶水。\n\uf9d1、雨天停跑。\n七、生病停跑。",
        ["一 二 三 四 五 六 七"],
    ),
    "a section that begins with a school year": (
        "一、座位每月换。\n二、五年级坐三楼。\n三、四年级坐二楼。\n四、二年级坐一楼。\n五、换完不改。",
        ["一 二 三 四 五"],
    ),
    "school years side by side": (
        "一、作业少留。\n一、二年级不留。\n三、四年级留一刻钟。\n二、早点睡。\n九点熄灯。\n三、多跑步。\n天天跑。",
        ["一 二 三"],
    ),
    "decimals before marks of quotation": (
        "一、做了什么\n1.1 修了什么\n1.1.1“小剧场”亮灯了。\n1.1.2《读本》印好了。\n1.1.3「菜園」開了。\n1.2 欠什么\n车棚没搭。",
        ["一[1.1[1.1.1 1.1.2 1.1.3] 1.2]"],
    ),
    "English Roman headings": (
        "HILLSIDE LIBRARY RULES\nI. CARDS\nA card is made at the counter in five minutes.\nII. BOOKS\nA reader takes home six books at most.\nIII. QUIET\nTalking is fine near the door.",
        ["I II III"],
    ),
    "English letters alone": (
        "HILLSIDE LIST OF HELPERS\nThe clerk rings each helper when the river comes up.\n1. The baker\n2. The club:\na)\nthe long boat\nb) the flat boat\nc)\nthe raft\n3. The priest",
        ["1 2[a b c] 3"],
    ),
    "English lines behind a page number": (
        "HILLSIDE FERRY PLAN\nThe ferry takes pupils over the river in the morning.\n1. Who rides\nPupils ride free.\n7\n2. How to call it\nWave a lantern twice.\n8\n3. Who steers\nThe smith steers.",
        ["1 2 3"],
    ),
    "an address in one long line above printed lines": (
        "来源网址：https://www.example.org/files/0123456789abcdef0123456789abcdef0123456789abcdef0123456789/a.pdf\n樟汀学院游船管理办法\n第一章 开船\n"
        "第一条 游船每晚八点从南码头开出，绕湖一圈，九点回\n到北码头，船上有热茶，有矮凳，有一盏马灯，灯灭了就不开\n船，这是老规矩，谁来说情也不行，老船工自己也不破例。\n- 1 -\n"
        "第二条 坐船的人先到岸边小屋领木牌，一人一牌，牌上有\n号，号小的先上，带小孩的不看号，先上，坐在船舱中间靠灯\n的地方，不许站起来，不许把手伸到水里，不许摇晃船身玩。\n"
        "第三条 船上不许钓鱼，不许唱歌超过三首，不许把茶渣倒\n进湖里，违者下次排在最后一个上船，再犯的停坐一个月，由\n- 2 -\n撑船的人记在本子上，月底念给大家听，念完了本子就收好。",
        ["第一章[第一条 第二条 第三条]"],
    ),
    "two rules of one notice, as its attachments": (
        "樟汀县教育局关于印发《樟汀县踢毽子办法》和《樟汀县跳绳办法》的通知\n樟教〔2023〕5号\n各学校：\n现将两个办法印发给你们，请照办。\n樟汀县教育局\n2023年3月4日\n附件1\n樟汀县踢毽子办法\n第一条 每校一队，男女都有，自愿参加，不影响上课，不耽误回家。\n第二条 每周练三次，每次半个钟头，雨天在走廊里练。\n附件2\n樟汀县跳绳办法\n第一条 每校一队，男女都有，自愿参加，不影响上课，不耽误回家。\n第二条 每周练两次，每次半个钟头，雨天在走廊里练。",
        ["第一条 第二条", "第一条 第二条"],
    ),
    "contents that begin with the preface": (
        "樟汀二中章程\n目　　录\n序言\n第一章 总则\n第二章 学生\n序言\n学校办了八十年，换了一茬又一茬人。\n第一章 总则\n第一条 学校叫二中。\n第二章 学生\n第二条 学生要早睡。",
        ["第一章[第一条] 第二章[第二条]"],
    ),
    "a notice on one line without a number": (
        "樟汀县教育局关于2025年暑假安排的通知 各学校： 暑假快到了，几件事说一说。 一、放假。七月一日起放假，八月三十一日开学。 二、值班。每校每天两人值班，电话不关机。 三、安全。不下河，不爬山，不骑车上大路，家长看好孩子。 四、作业。每天半小时，多读书，多帮家里做事，开学时交一张手抄报。 樟汀县教育局 2025年6月20日",
        ["一 二 三 四"],
    ),
    "decimals below 1.0": ("1.0 Goals\n1.1 Mend the roof\nBefore winter comes.\n1.2 Paint the walls\n2.0 Money\n2.1 Taxes\nA penny a house.", ["1.0[1.1 1.2] 2.0[2.1]"]),
    "English sections with letters": (
        "Hillside Bus Plan\nSection 1. Purpose\nThis plan keeps pupils safe.\nSection 2. Drivers\n(a) Drivers hold a licence.\n(b) Drivers sleep.\nSection 3. Stops\nBuses stop at signs.",
        ["Section 1 Section 2[(a) (b)] Section 3"],
    ),
    "English articles with sections": (
        "ARTICLE I. NAME\nThe club is the Hillside Kite Club.\nARTICLE II. MEMBERS\nSection 1. Who joins\nAnyone with a kite joins.\nSection 2. Dues\nTwo pennies a year.\nARTICLE III. MEETINGS\nThe club meets on Fridays.",
        ["ARTICLE I ARTICLE II[Section 1 Section 2] ARTICLE III"],
    ),
    "when and where a meeting is, above its points": (
        "樟汀二中教师会议纪要\n时间：2025年3月4日\n地点：二楼\n出席：王某\n一、修操场，暑假动工。\n二、换课桌，先换低年级。",
        ["一 二"],
    ),
    "links below a page": (
        "樂群小學\n首頁 >\n天台種菜：\n本校天台種菜，每班兩盆。\n1. 人人有盆。\n2. 班班有菜。\n相關網站：\n1. 農夫網\n2. 種子站",
        ["1 2"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "trees"), ROWS.values(), ids=[name.replace(" ", "-") for name in ROWS])
def test_paper_is_cut_as_its_readers_cite_it(text: str, trees: list[str]) -> None:
    assert draw_plans(text) == trees
