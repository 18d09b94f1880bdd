"""Chinese names by their surnames, since nothing else tells them from words: "林月 实习生 周平" → 林月, 周平."""

from __future__ import annotations

import re

from ..han_labels import HAN


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Surnames of nearly everybody, simplified and traditional, and double ones.
SURNAMES = (
    "王李张劉刘陈楊杨黃黄赵趙吴吳周徐孙孫马馬朱胡郭何林高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭肖冯馮曾程蔡彭潘袁于董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鍾卢盧汪戴崔任陆陸廖姚方金邱夏"
    "谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔汤湯陶黎温溫莫易樊乔喬文安殷颜顏庄莊章鲁魯倪庞龐邢俞翟蓝藍聂聶齐齊向申葛柴伍覃骆駱关關焦柳欧歐祝纪紀"
    "尚毕畢耿芦左季管符辛苗詹曲欒栾岳靳涂塗祁裴霍翁柯阮桂娄婁舒盛尤屈解卓郎浦凌古卜边邊鲍鮑甘游路房裘包车車司柏敖褚苑卫衛蒲窦竇宁寧艾景屠封储儲宫宮项項晏费費童梅滕单單樂乐冉谷冼巩鞏莘荆荊麻池戚岑练練隋"
    "佟臧沙商巫连連蔚佘牟迟遲宣阳陽陳張曠邝鄺应應简簡占楚鹿闫官原米敬仇农農初华華明全成强郁党瞿丛叢帅鄢燕师師亓逯郇蒯栗仝褟"
)
_DOUBLE = tuple(_words("欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 皇甫 端木 尉迟 夏侯 东方 南宫 慕容 令狐 范姜 張簡 长孙 公孙"))
# Places and words that begin as names do, and how what people found ends.
_NO_NAMES = _words(
    """
    武汉 武漢 郑州 鄭州 苏州 蘇州 温州 常州 连云港 江苏 江蘇 江西 安徽 金华 成都 石家庄 秦皇岛 马鞍山 黄山 黄石 黄冈 景德镇
    宁波 宁夏 安阳 安康 安庆 洪湖 康定 明斯克 万隆 莫斯科 关注 關注 全国 全國 全文 方面 成立 明天 文化 文章 文字 金融 应急
    解放 解释 解釋 农民 農民 农村 单位 常见 于是 路透 管理 全媒体 时间 施工 康复 万元 古籍 车辆 夏天 高考 石油 国家 曾任
    项目 任何 简介 原创 成员 强调 白天 安全 应对 应当 宣布 向记者 单独 余下
    """
)
_BODIES = "报報网網社台臺刊局院厅廳馆館县縣省市区區镇鎮村会會"
# What stands before names, and behind them where the names end; other people's work begins with the last.
_BEFORE = re.compile(
    rf"(?:[{HAN}]{{0,8}}?(?:实习生|實習生|(?:见习|實習|实习|特约|特約|首席|驻站|本报|本報|本网|全媒体)?(?:记者|記者)|通讯员|通訊員|特派员|特派員|评论员|教授|研究员|研究員|作家|学者|專欄作家|专栏作者|撰稿人))[\s:：]*"
)
_BEHIND = re.compile(r"(?:综合|综合报道|綜合報導|报道|報導|整理|整合|编译|摄影报道|摄影|摄)$")
_BETWEEN = re.compile(r"[、，,；;\s/／&|｜丨]+")
_FOREIGN = re.compile(rf"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,3}}")
_APART = re.compile(rf"(?<![{HAN}])([{HAN}])[ \u3000]([{HAN}])(?![{HAN}])")
_KANA, _IN_BRACKETS = re.compile("[\u3041-\u30fa]"), re.compile("[（(].*$")
_OTHER = re.compile(rf"[{HAN}]{{1,3}}")
# Work that is not the writers', behind whose names it ends.
_WORK = re.compile(
    r"(?:责任|責任|图片|视频|新媒体)?(?:编辑|編輯)|责编|校对|審核|审核|摄影|攝影|图|圖|文|摄|出版|更新|发布|报道|報導|新华社|中新社|中新网|央视网|来源|制图|漫画|翻译|编译|整理|策划|主编"
)
# Code points of a name, double surname or not.
_SHORTEST, _LONGEST, _LONGEST_DOUBLE = 2, 3, 4


def is_han_name(word: str) -> bool:
    """Whether a word is a Chinese name: a surname and one or two letters, or a foreign name in parts."""
    if word in _NO_NAMES or (len(word) == _LONGEST and word[-1] in _BODIES):
        return False
    if word.startswith(_DOUBLE):
        return len(word) in (_LONGEST, _LONGEST_DOUBLE)
    return (_SHORTEST <= len(word) <= _LONGEST and word[0] in SURNAMES) or _FOREIGN.fullmatch(word) is not None


def han_names(text: str) -> tuple[str, ...]:
    """The names that a text begins with, without what those people are, up to the first word that is none; empty where it begins
    otherwise, or goes on with a word that may be the other part of a Japanese name.
    """
    if _KANA.search(text):
        return ()
    text = _APART.sub(r"\1\2", text.strip())
    role = _BEFORE.match(text)
    found: list[str] = []
    for word in _BETWEEN.split(text[role.end() :] if role else text):
        name = _name_in(word)
        if name is not None:
            found.append(name)
        elif not _BEFORE.fullmatch(word):
            bare = _IN_BRACKETS.sub("", word)
            if _OTHER.fullmatch(bare) and not (_is_work(bare) or _BEHIND.search(bare)):
                return ()
            break
    return tuple(dict.fromkeys(found))


def _is_work(word: str) -> bool:
    """Whether a word says what somebody else did, alone or with a name ("编辑周平")."""
    work = _WORK.match(word)
    return work is not None and (work.end() == len(word) or is_han_name(word[work.end() :]))


def _name_in(word: str) -> str | None:
    """The name in a word: the word itself, or without a role before it or what was done behind it."""
    word = word.removesuffix("等") if len(word) > _SHORTEST else word
    if is_han_name(word):
        return word
    role = _BEFORE.match(word)
    rest = word[role.end() :] if role else word
    bare = _BEHIND.sub("", rest)
    return next((name for name in (rest, bare) if name != word and is_han_name(name)), None)
