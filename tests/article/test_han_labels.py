"""Labels in Chinese and Japanese lines, wherever they stand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.han_labels import han_labels, names_in_han, value_end
from dateline.article.labels import labelled

LINES: dict[str, dict[str, str]] = {
    "2020-04-03 08:15来源：北岸日报作者：林月 责任编辑：周平": {"source": "北岸日报", "byline": "林月", "editor": "周平"},
    "来源：北岸日报 作者：林月": {"source": "北岸日报", "byline": "林月"},
    "2020年04月03日 08:15:32 来源：北岸网": {"source": "北岸网"},
    "来源: | 发布时间: 2018-05-17 | 浏览次数: 2168": {"source": ""},
    "来源：港湾通讯社\n时间：2019年10月31日 浏览： 33": {"source": "港湾通讯社"},
    "本文来源：北岸晚报 责任编辑：周平_NB1108": {"source": "北岸晚报", "editor": "周平_NB1108"},
    "来源：北岸晚报 举报": {"source": "北岸晚报"},
    "发表于2014-08-24 21:30| 1164次阅读| 0 条评论| 作者林月": {"byline": "林月"},
    "（责任编辑：周平）": {"editor": "周平"},
    "(责编：周平、林月)": {"editor": "周平、林月"},
    "撰文／林月 摄影：周平": {"byline": "林月"},
    "文：林月 摄影：周平": {"byline": "林月"},
    "作者：林月（北岸大学教授）": {"byline": "林月（北岸大学教授）"},
    "全文：一月的港口": {},
    "Author: Jane Doyle": {},
}


@pytest.mark.parametrize("line", LINES)
def test_labels_of_a_line(line: str) -> None:
    """Each label has its own value, which ends where the next begins."""
    assert {label.kind: line[label.start : label.end] for label in han_labels(line)} == LINES[line]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("作者：林月 责任编辑：周平", "林月"),
        ("林月 来源：北岸日报", "林月"),
        ("责编：周平、林月", "周平、林月"),
        ("来源：北岸日报", ""),
        ("Jane Doyle 来源", "Jane Doyle 来源"),
        ("Jane Doyle", "Jane Doyle"),
    ],
)
def test_names_in_a_byline(text: str, names: str) -> None:
    """The author's label goes before what stands without one, and that before an editor's."""
    assert names_in_han(text) == names


def test_a_labelled_line_ends_before_the_next_label() -> None:
    """Lines that open with a label of any sort, too."""
    line = "发布时间：2018-05-17 浏览次数：2168"
    found = labelled(line)
    assert found is not None
    assert line[found.start : found.end] == "2018-05-17"


@given(st.text("来源作者：: |责编任辑林月a1\n", max_size=80))
def test_values_stand_in_the_line(line: str) -> None:
    """Whatever the line, a value lies within it, and no label within a value."""
    for label in han_labels(line):
        assert 0 <= label.start <= label.end <= len(line)
        assert value_end(line, label.start) >= label.end


@pytest.mark.parametrize("piece", ["来源：", "作者", "（", "责任编辑：林", " ", "文："])
def test_work_grows_with_the_line(piece: str) -> None:
    """Twice the line takes about twice the time."""
    spent = []
    for count in (4_000, 8_000):
        line = "林" + piece * count
        start = time.process_time()
        assert all(label.end <= len(line) for label in han_labels(line))
        spent.append(time.process_time() - start)
    assert spent[1] < 4 * spent[0] + 0.05
