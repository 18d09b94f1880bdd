"""Chinese names by their surnames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.credits.han_names import han_names, is_han_name

LISTS = {
    "林月": "林月",
    "林月 周平 陈立": "林月 周平 陈立",
    "林月、周平等": "林月 周平",
    "林月明综合": "林月明",
    "林 月": "林月",
    "林　月、周平": "林月 周平",
    "林月 实习生 周平": "林月 周平",
    "林月 见习记者 周平": "林月 周平",
    "记者 林月 通讯员 周平": "林月 周平",
    "林月 编辑 周平 校对 陈立": "林月",
    "林月 北岸报道": "林月",
    "林月 武汉报道": "林月",
    "林月 新华社": "林月",
    "林月/文 周平/图": "林月",
    "林月，系北岸大学教授": "林月",
    "北岸大学教授 林月": "林月",
    "林月 PT043": "林月",
    "欧阳小月、周平": "欧阳小月 周平",
    "约翰·史密斯": "约翰·史密斯",
    "高木 浩光": "",
    "江川 卓（北岸大学教授）": "",
    "原田 マハ": "",
    "亓飞、林月": "亓飞 林月",
    "中村 真子": "",
    "手记": "",
    "注意到": "",
    "纪念馆": "",
    "文汇报": "",
    "武汉": "",
    "关注": "",
    "北岸日报": "",
    "Jane Doyle": "",
    "": "",
}


@pytest.mark.parametrize("text", LISTS)
def test_names_of_a_list(text: str) -> None:
    """Roles, places and what was done are left out; what may be the two parts of a Japanese name is not taken apart."""
    assert " ".join(han_names(text)) == LISTS[text]


@given(st.text("林月周平欧阳 、，/·等记者编辑A1", max_size=60))
def test_what_is_given_is_a_name(text: str) -> None:
    """Whatever the text, each word is a name, once."""
    names = han_names(text)
    assert all(map(is_han_name, names))
    assert len(set(names)) == len(names)
