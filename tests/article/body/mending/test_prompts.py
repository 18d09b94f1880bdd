"""What East Asian pages ask of their readers among the text's lines."""

from __future__ import annotations

import pytest

from dateline.article.body.mending.prompts import is_prompt

PROMPTS = [
    "扫一扫，分享到朋友圈",
    "扫描下方二维码关注我们",
    "欢迎关注北岸网官方微信公众号",
    "更多精彩内容，请下载北岸新闻客户端",
    "举报/反馈",
    "未经授权，禁止转载",
    "未经允许不得转载：北岸网",
    "推荐阅读：",
    "►看更多：北岸大橋通車",
    "更多 港灣臺 報導",
    "點擊下載APP",
    "立即加入LINE好友",
    "続きを読む",
    "この記事は有料会員限定です",
    "残り1,234文字",
    "記事をシェアする",
    "이 기사를 공유합니다",
    "구독 신청",
]
SENTENCES = [
    "扫描二维码即可登记乘船。",
    "更多内容，请点击官网下载申请表。",
    "相关报道：三家报纸同日刊发了这则消息。",
    "未经授权，禁止使用水源。",
    "관련 기사 세 건이 삭제됐다고 시가 밝혔다.",
    "扫一扫就能付钱，镇上的菜场也用上了。",
    "他说：“扫描二维码关注我们”这句话骗了他两万元。",
    "欢迎关注的目光让他很不自在。",
    "更多报道称，桥梁将在五月通车，但镇政府没有证实。",
    "未经授权转载这篇文章的网站被判赔偿。",
    "相关链接已经失效，网站没有说明原因。",
    "続きを読むには根気がいる、と司書は言う。",
    "그는 신문을 구독하세요라고 말하고 다녔다.",
    "Continue reading the book, she said.",
]


@pytest.mark.parametrize("line", PROMPTS)
def test_prompts(line: str) -> None:
    """Lines that are nothing but a prompt."""
    assert is_prompt(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences(line: str) -> None:
    """Sentences with the same words."""
    assert not is_prompt(line)
