"""Reporters as East Asian newsrooms name them within a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.credits.reporters import reporters

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

TEXT = "退水之后，下城的居民开始清扫街道，镇政府说桥梁周末以前可以通车。" * 3
TOP = "<h1>北岸退水</h1>"

# The text's first and last paragraph → the reporters it names.
PAGES: dict[str, tuple[str, str, str]] = {
    "in brackets": ("港湾社北岸4月3日电（记者林月）" + TEXT, TEXT, "林月"),
    "whose reporters": ("本报讯（北岸日报记者林月、周平）" + TEXT, TEXT, "林月 周平"),
    "with a correspondent": ("本报讯（记者 林月 通讯员 周平）" + TEXT, TEXT, "林月 周平"),
    "who put it together": ("北岸网4月3日讯（记者林月 整合）" + TEXT, TEXT, "林月"),
    "at the end": (TEXT, TEXT + "（记者林月、周平）", "林月 周平"),
    "a line of its own": ("北岸新闻记者 林月 周平", TEXT, "林月 周平"),
    "who interviewed": (TEXT, "采写：北岸见习记者 林月", "林月"),
    "behind a slash": ("〔記者林小月／台北報導〕" + TEXT, TEXT, "林小月"),
    "an agency's, three letters": ("（港灣社記者林小月台北24日電）" + TEXT, TEXT, "林小月"),
    "an agency's, two letters": ("（港灣社記者林月台北24日電）" + TEXT, TEXT, "林月"),
    "an agency's, a double surname": ("（港灣社記者歐陽小月紐約24日專電）" + TEXT, TEXT, "歐陽小月"),
    "Korean": ("(북안=항구뉴스) 임달희 기자 = 강물이 제자리로 돌아갔다고 시가 밝혔다.", "시민들은 청소를 시작했다.", "임달희"),
    "Korean, with an address below": ("강물이 제자리로 돌아갔다고 시가 밝혔다.", "임달희 기자 dalhee@hanggu.example", "임달희"),
    "two Koreans": ("강물이 제자리로 돌아갔다고 시가 밝혔다.", "[항구뉴스=임달희·한가람 기자]", "임달희 한가람"),
    "Japanese": ("川は元の流れに戻った。", "住民は道を掃除している。【林月子、周平子】", "林月子 周平子"),
    "a Japanese note": ("川は元の流れに戻った。", "住民は道を掃除している。【要予約】", ""),
    "several, and a place": ("（港灣社記者林月、周平台北24日電）" + TEXT, TEXT, "林月 周平"),
    "a centre's": ("生活中心／林小月報導", TEXT, "林小月"),
    "no reporter's name": ("（记者手记）" + TEXT, TEXT, ""),
    "whom a story is about": (TEXT, TEXT + "（两名记者受伤）", ""),
    "a Japanese link": ("川は元の流れに戻った。", "住民は道を掃除している。【関連記事】", ""),
    "nobody": (TEXT, TEXT, ""),
    "a reporter of the story": (TEXT + "记者看到，桥梁已经封闭。", TEXT, ""),
    "reporters in the midst": (TEXT, TEXT + "（记者林月）说完就走了，" + TEXT + TEXT, ""),
    "English": ("The river (reporter Lin Yue) has gone back into its bed.", "They sweep.", ""),
}


@pytest.mark.parametrize("case", PAGES)
def test_reporters(clues_of: CluesOf, case: str) -> None:
    """Named where a text begins or ends, one author a word."""
    first, last, names = PAGES[case]
    clues = clues_of(f"{TOP}<article><p>{first}</p><p>{TEXT}</p><p>{last}</p></article>")
    found = list(reporters(clues))
    assert " ".join(author.name for witness in found for author in witness.authors) == names
    assert all(witness.span is not None and witness.span.of(clues.page.text) == witness.raw for witness in found)
