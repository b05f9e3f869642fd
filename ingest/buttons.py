"""Rows of buttons and of a site's sections, as the text of a saved web page holds them."""

import re

BUTTON_WORDS = """
打印 打印本页 打印文章 打印此页 打印文档 打印页面 打印本文 列印 友善列印 关闭 关闭窗口 关闭本页 关闭页面
关闭此页 收藏 收藏本页 收藏此页 加入收藏 设为首页 分享 分享到 微信 微博 新浪微博 腾讯微博 qq空间 qq
qq好友 朋友圈 facebook twitter plurk line 字体 字号 字型 字级 字体大小 默认 超大
返回 返回顶部 回到顶部 返回首页 返回列表 返回上页 返回上一页 回上页 回上一页 回首页 顶部 top 无障碍
无障碍浏览 无障碍阅读 长者模式 适老化 适老版 关怀版 老年版 我要纠错 纠错 复制链接 全文下载 下载全文
下载本文档 文件下载 打开 语音播报 语音阅读 朗读 朗读全文 繁体 简体 繁体版 简体版 简体中文 繁体中文
english en 登录 注册 搜索 手机版 电脑版 移动版 网站地图 网站导航 网站导览 联系我们 关于我们
隐私政策 隐私权政策 资讯安全政策 转寄 转寄友人 跳到主要内容区 跳到主要内容区块 跳到主要内容 主选单 ::: 点赞
在看 转发 阅读原文 展开 收起 展开全文 点击收藏 保护视力色 背景色 护眼 继续免费阅读 举报 意见反馈 微信公众号
"""
SIZE_WORDS = "大 中 小 大中小 小中大 a a+ a- 0 ++ +- t| 特大"
BUTTONS = frozenset(BUTTON_WORDS.split())
SIZES = frozenset(SIZE_WORDS.split())  # they are buttons only beside others
NAVIGATION = re.compile(
    r"首页|网站首页|政务公开|(?:政府)?信息公开(?:目录|指南|年报|专栏)?|政府信息|政务服务|办事服务|网上办事|在线服务|互动交流|政民互动|公众参与|新闻(?:中心|动态|资讯)|教育(?:要闻|动态|资讯)|工作动态|机构(?:概况|设置|职能)"
    r"|通知公告|公示公告|政策(?:文件|法规|解读)|规划计划|计划总结|规划总结|法定主动公开内容|公开目录|专题专栏|数据发布|领导信箱|关于本局|公告|消息"
)

LONGEST_BUTTON_LINE = 100  # characters
LONGEST_SECTION = 10  # characters


def is_buttons(text: str) -> bool:
    """Whether a folded line is nothing but buttons: `【打印】 【关闭】`, `字体:大 中 小`."""
    if len(text) > LONGEST_BUTTON_LINE:
        return False
    words = [word for word in re.split(r"[\s\[\]【】()|/:,、·<>«»‹›\-_]+", text) if word]
    named = any(word in BUTTONS for word in words) or text.strip() == ":::"
    return named and all(word in BUTTONS or word in SIZES for word in words)


def is_navigation(text: str) -> bool:
    """Whether a folded line is a row of short names, half of them at least a government site's sections."""
    words = re.split(r"[\s|>/»›·]+", text.strip())
    known = sum(bool(NAVIGATION.fullmatch(word)) for word in words)
    return bool(known) and all(len(word) <= LONGEST_SECTION for word in words) and known * 2 >= len(words)
