"""What East Asian pages ask of their readers in lines among the text's: to scan, follow, download, read on."""

from __future__ import annotations

import re

_LONGEST = 80
_OPEN = r"^[\s►▲★※●◆]*"
_CHANNEL = r"(?:公众号|公眾號|微信|微博|抖音|视频号|客户端|APP|二维码)"
_CHINESE = (
    r"(?:扫一扫|掃一掃)[，,].{2,20}$",
    r"(?:扫描|长按|识别)(?:识别)?(?:下方|上方)?(?:图中)?(?:二维码|图片).{0,24}$",
    rf"(?:欢迎)?关注(?:我们的)?(?:微信)?(?:公众号|.{{2,16}}?(?:官方)?{_CHANNEL}).{{0,24}}$",
    r"更多(?:精彩)?(?:内容|资讯|新闻)?[，,].{0,8}(?:下载|关注|扫描|点击).{2,24}$",
    r"更多(?:精彩)?.{0,8}(?:報導|报道|新聞)$",
    r"(?:点击|點擊)(?:上方|下方)?.{0,10}(?:关注我们|下載|下载).{0,12}$",
    r"立即加入.{0,10}(?:好友|群组|群組)$",
    r"不用抽[\s，,].{4,30}$",
    r"举报[/／]反馈$|举报电话[:：].{6,20}$|视频加载中.{0,4}$|网页链接$|相关链接$|(?:看更多|更多報導|推荐阅读|相关报道)\s?[:：].{0,40}$",
    r"未经(?:授权|许可|允许)[，,]?(?:禁止|不得|请勿|严禁)(?:任何.{0,6})?(?:转载|使用|复制)(?:\s?[:：].{2,12})?[。！]?$",
)
_JAPANESE = (
    r"続きを(?:読む|見る)$|(?:この)?記事をシェア(?:する)?$|フォローする$|こちらもおすすめ.{0,20}$|残り\s?[\d,]+\s?文字$|この記事は(?:有料)?会員限定(?:の記事)?です。?$",
    r"本記事は.{4,30}(?:公開|掲載)(?:した|された)(?:もの|記事)です。?$",
)
_KOREAN = (
    r"\[?관련 ?기사\]? .{2,60}$|기사 ?제보$|구독 ?신청$|제보는 .{2,40}$|(?!그).{2,20}(?:을|를) 구독하세요[.!]?$|이 기사를 공유합니다$",
)
_PROMPT = re.compile(f"{_OPEN}(?:{'|'.join((*_CHINESE, *_JAPANESE, *_KOREAN))})", re.I)
_QUOTED = re.compile("[“”「」『』]")


def is_prompt(text: str) -> bool:
    """Whether a line is nothing but a prompt. A whole sentence that quotes one is none."""
    return len(text) <= _LONGEST and not text.isascii() and _PROMPT.match(text) is not None and not _QUOTED.search(text)
