import pytest

from assistant.understanding.listing import Listing, find_listing
from ingest.language.folding import fold


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("哪些条提到校车", "校车"),
        ("哪些条提到了校车？", "校车"),
        ("哪些條提到校車？", "校车"),
        ("哪几条写到阅读", "阅读"),
        ("哪几项涉及留守儿童", "留守儿童"),
        ("哪些条款与防溺水有关", "防溺水"),
        ("哪些地方说到家访", "家访"),
        ("都有哪些条讲到有偿补课", "有偿补课"),
        ("计划里哪些条提到校车", "校车"),
        ("校车在哪些条里出现", "校车"),
        ("有多少条提到课后服务", "课后服务"),
        ("这份文件里有几条是关于校车的", "校车"),
        ("几处提到近视", "近视"),
        ("列出关于校车的全部内容", "校车"),
        ("请列出所有有关心理健康的条目", "心理健康"),
        ("找出所有跟近视有关的条目", "近视"),
        ("把提到食堂的条都列出来", "食堂"),
        ("所有提到校车的地方", "校车"),
        ("全部关于近视的条目有哪些", "近视"),
        ("汇总一下所有关于营养改善的内容", "营养改善"),
        ("哪几条同时提到学位和竣工", "学位和竣工"),
        ("Which items mention school buses?", "school buses"),
        ("List all items about after-school fees", "after-school fees"),
        ("show me all the items on boarding pupils", "boarding pupils"),
        ("Which points deal with bullying?", "bullying"),
        ("find every item that mentions drowning", "drowning"),
    ],
)
def test_listing_gives_the_words_that_every_item_is_wanted_of(question: str, words: str) -> None:
    assert find_listing(fold(question)) == Listing(words, in_figures=False)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("列出所有关于教师培训的指标", "教师培训"),
        ("列出所有關於教師培訓的指標", "教师培训"),
        ("汇总校车的全部量化指标", "校车"),
        ("哪些条的数据与近视有关", "近视"),
        ("list all targets about reading", "reading"),
        ("Find all figures on school meals", "school meals"),
    ],
)
def test_listing_of_targets_wants_figures(question: str, words: str) -> None:
    assert find_listing(fold(question)) == Listing(words, in_figures=True)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "课后服务怎么收费",
        "随迁子女入学有哪些条件",
        "关于随迁子女入学有哪些条件",
        "关于艺术节有哪些项目",
        "所有学校都有哪些项目",
        "违规补课有哪些处罚，所有老师都一样吗",
        "列出课后服务的收费标准",
        "第13条提到什么",
        "哪项工作由安全科负责",
        "哪些学校有校车",
        "哪几份计划提到校车",
        "全县有几条校车线路",
        "以下条件都要满足吗",
        "前三条讲什么",
        "Which plan mentions school buses?",
        "What does the plan say about all-day care?",
        "校长把每样钱列出来了吗",
        "哪些条",
        "列出所有内容",
    ],
)
def test_other_question_is_no_listing(question: str) -> None:
    assert find_listing(fold(question)) is None


def test_only_the_sentence_that_asks_for_the_list_is_searched_for() -> None:
    assert find_listing(fold("我家住在山里。哪些条提到校车？谢谢！")) == Listing("校车", in_figures=False)


def test_own_word_of_the_plan_counts_where_an_english_question_gives_it() -> None:
    asked = "Which items mention the Moral Education Section (德育科)?"
    assert find_listing(fold(asked)) == Listing("德育科", in_figures=False)


def test_what_stands_in_brackets_of_a_chinese_question_is_left_out() -> None:
    assert find_listing(fold("哪些条提到德育科（Moral Education Section）")) == Listing("德育科", in_figures=False)
