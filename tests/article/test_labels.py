"""Labels before values: "News ID: 96957", "تاریخ انتشار", "* Comment:"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.labels import label_kind, labelled

LABELLED = [
    ("News ID: 96957", "news_id", "96957"),
    ("News ID : 96957", "news_id", "96957"),
    ("News ID 96957", "news_id", "96957"),
    ("Article No. 4711", "news_id", "4711"),
    ("کد خبر: ۹۶۹۵۷", "news_id", "۹۶۹۵۷"),
    ("شناسه خبر : ٩٦٩٥٧", "news_id", "٩٦٩٥٧"),
    ("رقم الخبر: ١٢٣", "news_id", "١٢٣"),
    ("Artikel-ID: 4711", "news_id", "4711"),
    ("Publish Date : 23 November 2021 - 21:37", "published", "23 November 2021 - 21:37"),
    ("Published on 3 May 2021", "published", "3 May 2021"),
    ("Published: Monday, May 3", "published", "Monday, May 3"),
    ("Posted May 24, 2026 10:05 am", "published", "May 24, 2026 10:05 am"),
    ("تاریخ انتشار: ۱۲ آبان ۱۴۰۲", "published", "۱۲ آبان ۱۴۰۲"),
    ("تاريخ النشر : 3 مايو 2021", "published", "3 مايو 2021"),
    ("Publié le 3 mai 2021 à 10h20", "published", "3 mai 2021 à 10h20"),
    ("Veröffentlicht am 27.04.24 um 07:39 Uhr", "published", "27.04.24 um 07:39 Uhr"),
    ("Publicado el 13/01/2025", "published", "13/01/2025"),
    ("Опубликовано: 14 мая", "published", "14 мая"),
    ("发布时间：2021-11-23 21:37", "published", "2021-11-23 21:37"),
    ("发表于2021年3月", "published", "2021年3月"),
    ("公開日：2019年2月13日", "published", "2019年2月13日"),
    ("Updated: 21:37", "modified", "21:37"),
    ("Last updated 3 May 2021", "modified", "3 May 2021"),
    ("آخر تحديث: ٣ مايو", "modified", "٣ مايو"),
    ("به‌روزرسانی: ۱۴۰۲/۸/۱۲", "modified", "۱۴۰۲/۸/۱۲"),
    ("Mis à jour le 3 mai 2021", "modified", "3 mai 2021"),
    ("Stand: 28. April 2023, 05:00 Uhr", "modified", "28. April 2023, 05:00 Uhr"),
    ("Actualizado a las: 15:43", "modified", "a las: 15:43"),
    ("By: Strait Int’l Staff Writer", "byline", "Strait Int’l Staff Writer"),
    ("Author : Jane Doyle", "byline", "Jane Doyle"),
    ("نویسنده: نرگس دریابان", "byline", "نرگس دریابان"),
    ("كتب: سامر الحلواني", "byline", "سامر الحلواني"),
    ("Auteur : Agathe Morvan", "byline", "Agathe Morvan"),
    ("Autorin: Karla Brandtner", "byline", "Karla Brandtner"),
    ("Автор: Иван Соколов", "byline", "Иван Соколов"),
    ("作者：王小明", "byline", "王小明"),
    ("* Comment:", "comment", ""),
    ("Comments (3)", "comment", "(3)"),
    ("Leave a comment", "comment", ""),
    ("نظر شما :", "comment", ""),
    ("Section: Harbour", "section", "Harbour"),
    ("سرویس: اقتصاد", "section", "اقتصاد"),
    ("栏目：国际", "section", "国际"),
    ("Source: Reuters", "source", "Reuters"),
    ("来源：新华网", "source", "新华网"),
    ("Quelle: dpa", "source", "dpa"),
    # Sentences and other lines.
    ("By the time: he had left", None, None),
    ("Published in 2019 by a company that nobody had heard of, the book went through eleven printings in a year.", None, None),
    ("Comments from 3 residents were read out at the meeting", None, None),
    ("Updated rules for the harbour", None, None),
    ("Note: the meeting is public", None, None),
    ("", None, None),
    (":", None, None),
]


@pytest.mark.parametrize(("line", "kind", "value"), LABELLED)
def test_labels(line: str, kind: str | None, value: str | None) -> None:
    """A label is known with any spacing, digits and letter variants, and its value is what follows."""
    found = labelled(line)
    assert (found and found.kind, found and line[found.start : found.end]) == (kind, value)


def test_an_outlets_own_labels() -> None:
    """A profile's label words are known beside the common ones, and win over them."""
    extra = {"news_id": ("Blatt-Nr", "Code"), "published": ("Quelle",)}
    assert labelled("Blatt-Nr: 17", extra) == ("news_id", 10, 12)  # type: ignore[arg-type]
    assert labelled("Quelle: 3. Mai", extra).kind == "published"  # type: ignore[arg-type, union-attr]
    assert labelled("By: Jane Doyle", extra).kind == "byline"  # type: ignore[arg-type, union-attr]


def test_a_label_by_itself() -> None:
    """A text that is a label and no more is known as such."""
    assert (label_kind("作者："), label_kind("Author"), label_kind("Jane Doyle")) == ("byline", "byline", None)


@given(st.text(max_size=200))
def test_any_line(line: str) -> None:
    """Any line is read without failing, and a value lies within it."""
    found = labelled(line)
    assert found is None or 0 <= found.start <= found.end <= len(line)
