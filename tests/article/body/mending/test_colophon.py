"""What Chinese desks write around a text."""

from __future__ import annotations

import pytest

from dateline.article.body.mending.captions import is_caption
from dateline.article.body.mending.colophon import closes, is_colophon

COLOPHON = [
    "（原标题：北岸退水，居民清扫街道）",
    "原标题：北岸退水",
    "（原题为《北岸退水》）",
    "本文原标题：《北岸退水》",
    "责任编辑：林月",
    "【编辑：林月】",
    "（编辑：林月 周平）",
    "编辑 林月 校对 周平",
    "责编：Lin Yue",
    "编辑|林月\n责编|周平\n校对|何安\n扫描下方二维码，了解更多",
    "免责声明：本文仅代表作者个人观点，与北岸网无关。",
    "【免责声明】文章版权归原作者所有，转载请联系。",
    "特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。",
    "本文为机构在北岸新闻上传并发布，仅代表该机构观点，不代表北岸新闻的立场。",
    "北岸新闻记者 林月 周平",
    "（本报记者 林月）",
    "［記者林月／台北報導］",
    "校对：林月",
    "一审：林月 二审：周平 三审：陈立",
    "来源：北岸网 作者：林月",
    "文/林月 图/周平",
    "（来源：北岸电视台）",
    "采写：北岸见习记者 林月",
    "임달희 기자 dalhee@hanggu.example",
    "（本文来自北岸新闻，更多资讯请下载北岸新闻APP）",
]
ARTICLE = [
    "记者 林月 说完就走了，桥梁仍然封闭。",
    "记者：您怎么看这件事？",
    "임달희 기자는 지난해 항구뉴스를 떠났다.",
    "审核：由区县民政部门负责",
    "编辑：支持多人协作",
    "责任编辑：一个即将消失的职业",
    "作者：林月 译者：周平 出版社：北岸人民出版社",
    "郑重声明：本公司从未在任何平台开设网店。",
    "特别声明：“我从未授权任何平台转载本文。”林月写道。",
    "文章认为，这一政策不代表政府立场的根本改变。",
    "原题为《雪国的早晨》的短篇小说去年出版。",
    "编辑部昨天搬到了北岸街三号。",
    "编辑林月在会上说，报纸不会停刊。",
    "责任编辑已被停职，撰稿记者的合同也被解除。",
    "审核的结果将在周五公布。",
    "原标题党文章被平台删除，作者道歉。",
    "特别声明：我从未收过船厂的钱，林月在信中写道。",
    "版权声明：这一页书上只有四个字。",
    "本文作者三年前到过北岸。",
    "He edited the paper for thirty years.",
    "校对工作用了三个月，全书共有四百处改动。",
]
CAPTIONS = [
    "图为启动仪式现场。（周平摄）",
    "居民清扫街道。（林月 摄）",
    "北岸大桥。视觉中国 资料",
    "退水后的街道。北岸镇政府供图",
    "居民清扫街道。林月摄",
    "▲ 北岸大橋今日通車。（圖／北岸市府提供）",
    "※写真はイメージです",
    "북안대교 전경. /사진제공=북안시",
    "記者会に臨む社長＝１３日、北岸市（林月撮影）",
    "北岸の港＝ＡＰ",
]
PROSE = [
    "图为什么会骗人？林月在书里写了三百页。",
    "政府は空爆したと発表した＝ロイター",
    "一等奖：《归帆》（林月摄）",
    "旧駅舎が残る（1945年撮影）",
    "图/文并茂是这本书的一大特点。",
    "周平摄于一九八零年的照片去年拍出了高价。",
    "他说这张图为何被删，没有人知道原因。",
    "镇政府免费供图书馆使用这些房间。",
    "撮影は三日間続いた。",
    "视觉中国去年的收入增长了两成。",
]


@pytest.mark.parametrize("line", COLOPHON)
def test_what_a_desk_writes(line: str) -> None:
    """Editors, original titles and disclaimers are none of the article."""
    assert is_colophon(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_articles_speak_of_editors_as_well(line: str) -> None:
    """Sentences that begin with the same words stay."""
    assert not is_colophon(line)


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions_by_their_credit(line: str) -> None:
    """Captions end with who took the picture, or begin with what it shows."""
    assert is_caption(line)


@pytest.mark.parametrize("line", PROSE)
def test_sentences_on_pictures(line: str) -> None:
    """Sentences on pictures are no captions."""
    assert not is_caption(line)


@pytest.mark.parametrize(
    "line", ["来源：北岸网", "（来源：港湾社）", "转载请注明出处：北岸网", "返回北岸网首页>>", "（完）", "点击进入专题>>"]
)
def test_what_closes_a_text(line: str) -> None:
    """Lines below the last words that say whom they are from, or where the site goes on."""
    assert closes(line)


@pytest.mark.parametrize(
    "line", ["来源：不明", "来源：2023年，全国共报告病例312例", "转载请注明来源，是许多作者的要求。", "Source: nobody"]
)
def test_last_words(line: str) -> None:
    """Last words of an article that begin so."""
    assert not closes(line)
