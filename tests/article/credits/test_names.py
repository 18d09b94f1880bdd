"""Names in bylines, by language: shapes that papers print, with invented people and outlets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.credits.letter_case import tidy_case
from dateline.article.credits.names import LONGEST, authors_in, classify, looks_like_person, without_by

# Byline → names; "@" marks a desk, "#" an organisation.
PERSONS = {
    "Jane Doyle, Master Horticulturalist & Garden Educator": "Jane Doyle",
    "Centre for Sea Evaluation and Research": "#Centre for Sea Evaluation and Research",
    "By Centre\xa0for\xa0Sea Evaluation and Research": "#Centre for Sea Evaluation and Research",
    "Por João Costa e Silva, g1 SP": "João Costa e Silva",
    "Por José Ortega y Gasset": "José Ortega y Gasset",
    "Por Ana Lima y Luis Vega": "Ana Lima; Luis Vega",
    "Von Jan Ahn, mit dpa": "Jan Ahn",
    "Joan Ardley Education Reporter": "Joan Ardley",
    "By Joan Ardley\nand Neil Moss": "Joan Ardley; Neil Moss",
    "作者：林月 责任编辑：周平": "林月",
    "来源：北岸网作者：林月": "林月",
    "北岸网专栏作者 林月": "林月",
    "林月_NB1108": "林月",
    "林月 浏览：33": "林月",
    "Jane Doyle By Jane Doyle": "Jane Doyle",
    "Auteur Karel van der Berg": "Karel van der Berg",
    "Автор Анна Белова": "Анна Белова",
    "A cura di Elena Fabbri": "Elena Fabbri",
    "Skrevet af Ingrid Solberg": "Ingrid Solberg",
    "Piše: Jelena Milić": "Jelena Milić",
    "ავტორი: ნინო ქურდაძე": "ნინო ქურდაძე",
    "Jane Doyle\nView More Articles": "Jane Doyle",
    "By Jane Doyle": "Jane Doyle",
    "by Jane Doyle": "Jane Doyle",
    "BY JANE DOYLE": "JANE DOYLE",
    "ByJane Doyle": "Jane Doyle",
    "Byby Jane Doyle": "Jane Doyle",
    "By: Jane Doyle": "Jane Doyle",
    "By\nJane Doyle": "Jane Doyle",
    "Written by Jane Doyle": "Jane Doyle",
    "Story by Jane Doyle": "Jane Doyle",
    "Words by Jane Doyle": "Jane Doyle",
    "Posted by Jane Doyle": "Jane Doyle",
    "Posted in Harbour by Jane Doyle on August 3, 2019": "Jane Doyle",
    "Analysis by Jane Doyle": "Jane Doyle",
    "An analysis by Jane Doyle": "Jane Doyle",
    "Author: Jane Doyle": "Jane Doyle",
    "Jane Doyle": "Jane Doyle",
    "Jane Doyle, Staff Writer": "Jane Doyle",
    "Jane Doyle Staff Writer": "Jane Doyle",
    "By Jane Doyle, environment correspondent": "Jane Doyle",
    "By Jane Doyle, Senior Politics Editor": "Jane Doyle",
    "Jane Doyle Senior Politics Editor, The Harbour Courier": "Jane Doyle",
    "Jane Doyle CEO": "Jane Doyle",
    "By Jane Doyle, HBN": "Jane Doyle",
    "By Jane Doyle, Home and Harbour Safety Expert & Tom Ashby, Home Safety Expert": "Jane Doyle; Tom Ashby",
    "Jane Doyle, Head of Trade and Community Development": "Jane Doyle",
    "By Jane Doyle, Editor, and Tom Ashby, Reporter": "Jane Doyle; Tom Ashby",
    "By Jane Doyle, Tom Ashby Staff Writers": "Jane Doyle; Tom Ashby",
    "By Jane Doyle on behalf of the Harbour Project": "Jane Doyle",
    "Posted by Jane Doyle under Harbours, Tides": "Jane Doyle",
    "May 18, 2023 By Jane Doyle In": "Jane Doyle",
    "This post was written by Jane Doyle": "Jane Doyle",
    "Jane Doyle1": "Jane Doyle",
    "By Jane Doyle In Budget Travel, Harbour Guides, Travel Tips": "Jane Doyle",
    "By Jane Doyle for Northern Sea Radio": "Jane Doyle",
    "von Jana Döhler Ein Kommentar": "Jana Döhler",
    "Jane Doyle/HNS": "Jane Doyle",
    "Veröffentlicht am 12. Juni 2017 von Jana Döhler": "Jana Döhler",
    "Zeige alle Beiträge von Jana Döhler →": "Jana Döhler",
    "Text von Jana Döhler Illustration von Tom Ahlert": "Jana Döhler",
    "Interview: Jana Döhler": "Jana Döhler",
    "Publié le 3 mai 2021 par Jeanne Daumier": "Jeanne Daumier",
    "Publicado el 3 de mayo de 2021 por Juana Durán": "Juana Durán",
    "Escribe Juana Durán en Territorio": "Juana Durán",
    "Pubblicato il 3 maggio 2021 da Gianna Dotti": "Gianna Dotti",
    "Publié par Jeanne Daumier à 08:00": "Jeanne Daumier",
    "By Jane Doyle | Harbour Courier": "Jane Doyle",
    "Jane Doyle · HBN News · Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 8": "Jane Doyle",
    "Jane Doyle / HNS / Updated: Oct 9, 2019, 11:05 IST": "Jane Doyle",
    "Jane Doyle - Aug 10, 2016 11:15 am UTC": "Jane Doyle",
    "By Jane Doyle May 3, 2021": "Jane Doyle",
    "By Jane Doyle on December 12, 2016": "Jane Doyle",
    "By Jane Doyle last updated 4 April 17": "Jane Doyle",
    "By Jane Doyle\nUpdated on December 12, 2016 09:22 AM": "Jane Doyle",
    "Wednesday January 18, 2017 10:44 am PST by Jane Doyle": "Jane Doyle",
    "September 10, 2011 at 1:06 PM ET by Jane Doyle": "Jane Doyle",
    "18/03/2019 | Jane Doyle": "Jane Doyle",
    "By Jane Doyle 5 minute read": "Jane Doyle",
    "by Jane Doyle @janedoyle": "Jane Doyle",
    "Jane Doyle@janedoyle": "Jane Doyle",
    "Jane Doyle | jdoyle@courier.example": "Jane Doyle",
    "Jane Doyle\nFollow @janedoyle": "Jane Doyle",
    "Jane Doyle Twitter": "Jane Doyle",
    "By Jane Doyle\nView author archive\nGet author RSS feed": "Jane Doyle",
    "Jane Doyle\nMore stories by Jane Doyle": "Jane Doyle",
    "By Jane Doyle Share": "Jane Doyle",
    "Jane Doyle Jane Doyle": "Jane Doyle",
    "Dr. Jane Doyle": "Jane Doyle",
    "Prof. Dr. Jane Doyle": "Jane Doyle",
    "Jane Doyle, Ph.D.": "Jane Doyle",
    "Jane Doyle, MS, RD": "Jane Doyle",
    "Jane A. Doyle": "Jane A. Doyle",
    "J. K. Doyle": "J. K. Doyle",
    "Jan May": "Jan May",
    "Jean-Luc d'Arbois": "Jean-Luc d'Arbois",
    "Seán O’Malley": "Seán O’Malley",
    "Ludwig van der Meer": "Ludwig van der Meer",
    "By Jane Doyle and Tom Ashby": "Jane Doyle; Tom Ashby",
    "By Jane Doyle & Tom Ashby": "Jane Doyle; Tom Ashby",
    "By Jane Doyle, Tom Ashby and Li Wei": "Jane Doyle; Tom Ashby; Li Wei",
    "By Jane Doyle, Tom Ashby, and Li Wei": "Jane Doyle; Tom Ashby; Li Wei",
    "By JANE DOYLE, TOM ASHBY and LI WEI\nDecember 16, 2016, 4:19 PM": "JANE DOYLE; TOM ASHBY; LI WEI",
    "By Jane Doyle; Tom Ashby": "Jane Doyle; Tom Ashby",
    "By\nJane Doyle\nTom Ashby": "Jane Doyle; Tom Ashby",
    "Jane Doyle | Tom Ashby": "Jane Doyle; Tom Ashby",
    "By Jane Doyle\nIllustration by Claire Lindqvist\nMay 10, 2019": "Jane Doyle",
    "Jane Doyle, Lille": "Jane Doyle",
    "By Jane Doyle in Lille": "Jane Doyle",
    "By Jane Doyle and Tom Ashby The Associated Press": "Jane Doyle; Tom Ashby",
    "By Jane Doyle with Reuters": "Jane Doyle",
    "Von Karla Brandtner": "Karla Brandtner",
    "Von Karla Brandtner und Jonas Wiedehopf": "Karla Brandtner; Jonas Wiedehopf",
    "von\nKarla Brandtner\nJonas Wiedehopf": "Karla Brandtner; Jonas Wiedehopf",
    "Von Karla Brandtner, Berlin": "Karla Brandtner",
    "von Karla Brandtner, NORDFUNK KÜSTE": "Karla Brandtner",
    "Von Karla Brandtner mit AP": "Karla Brandtner",
    "Von Karla Brandtner\nLeitende Wirtschaftsredakteurin": "Karla Brandtner",
    "Von Karla Brandtner, Volontärin (Sport)": "Karla Brandtner",
    "Von Karla Brandtner Korrespondentin": "Karla Brandtner",
    "Ein Kommentar von Karla Brandtner": "Karla Brandtner",
    "Kommentar von Karla Brandtner": "Karla Brandtner",
    "Ein Gastbeitrag von Karla Brandtner": "Karla Brandtner",
    "Autorin: Karla Brandtner": "Karla Brandtner",
    "Text: Karla Brandtner": "Karla Brandtner",
    "Erstellt von Karla Brandtner": "Karla Brandtner",
    "11.12.2019 - Karla Brandtner": "Karla Brandtner",
    "Karla Brandtner, 26.04.2024 10:00 Uhr": "Karla Brandtner",
    "Artikel veröffentlicht am 28. April 2024, 14:26 Uhr, Karla Brandtner": "Karla Brandtner",
    "Par Agathe Morvan": "Agathe Morvan",
    "Par Agathe Morvan et Luc Tissier": "Agathe Morvan; Luc Tissier",
    "Propos recueillis par Agathe Morvan": "Agathe Morvan",
    "Agathe Morvan, envoyée spéciale": "Agathe Morvan",
    "Agathe Morvan (à Lyon)": "Agathe Morvan",
    "Par Agathe Morvan avec AFP": "Agathe Morvan",
    "Por Marta Cañizares": "Marta Cañizares",
    "Marta Cañizares y Ana Gil": "Marta Cañizares; Ana Gil",
    "Marta Cañizares, Ana Gil (Enviada especial)": "Marta Cañizares; Ana Gil",
    "Marta Cañizares\nCorresponsal en Atenas": "Marta Cañizares",
    "Escrito por Marta Cañizares": "Marta Cañizares",
    "di Elena Fabbri": "Elena Fabbri",
    "di Elena Fabbri e Marco Conti": "Elena Fabbri; Marco Conti",
    "Door Sanne Visser": "Sanne Visser",
    "Sanne Visser en Piet Bakker": "Sanne Visser; Piet Bakker",
    "Av Ingrid Solberg": "Ingrid Solberg",
    "Ingrid Solberg – Journalist Journalist": "Ingrid Solberg",
    "Ingrid Solberg og Per Hagen": "Ingrid Solberg; Per Hagen",
    "Yazan: Ayşe Demir": "Ayşe Demir",
    "Ayşe Demir ve Can Yıldız": "Ayşe Demir; Can Yıldız",
    "Автор: Иван Соколов": "Иван Соколов",
    "Иван Соколов и Анна Белова": "Иван Соколов; Анна Белова",
    "Иван Соколов, корреспондент": "Иван Соколов",
    "نویسنده: نرگس دریابان": "نرگس دریابان",
    "به قلم نرگس دریابان": "نرگس دریابان",
    "نرگس دریابان و علی کوهی": "نرگس دریابان; علی کوهی",
    "كتب: سامر الحلواني": "سامر الحلواني",
    "بقلم: سامر الحلواني": "سامر الحلواني",
    "作者：王小明": "王小明",
    "记者 王小明": "王小明",
    "記者：王小明、李紅": "王小明; 李紅",
    "作者：\nJane Doyle\n翻訳者\n中村 真子": "Jane Doyle",
    "記者　白浜 由里": "白浜 由里",
    "[田中宏太，Northmedia]": "田中宏太",
    "글: 김민서": "김민서",
    "(Reporting by Jane Doyle and Tom Ashby; Editing by Li Wei)": "Jane Doyle; Tom Ashby",
    "Reporting by Jane Doyle in Lille; additional reporting by Tom Ashby; editing by Li Wei": "Jane Doyle",
    "Writing by Jane Doyle; Editing by Tom Ashby": "Jane Doyle",
    "By Jane Doyle yesterday": "Jane Doyle",
    "By Northern Today": "Northern Today",
    "May 18, 2023 By Jane Doyle In Harbour": "Jane Doyle",
    "Jane Doyle\nView all posts by Jane Doyle": "Jane Doyle",
    "By Jane Doyle\nReading Time: 7 minutes": "Jane Doyle",
    "Eingestellt von Karla Brandtner um 10:52": "Karla Brandtner",
    "Scritto da Elena Fabbri": "Elena Fabbri",
    "Testo di Elena Fabbri": "Elena Fabbri",
    "Por João Prado e Rita Sá": "João Prado; Rita Sá",
    "Reportagem de João Prado": "João Prado",
    "João Prado, correspondente em Paris": "João Prado",
    "Texto: Marta Cañizares": "Marta Cañizares",
    "Redactor: Andrei Popa": "Andrei Popa",
    "Af Ingrid Solberg": "Ingrid Solberg",
    "Tekst: Ingrid Solberg": "Ingrid Solberg",
    "Kirjoittaja: Aino Lehto": "Aino Lehto",
    "Napisała Zofia Lisowska": "Zofia Lisowska",
    "Szerző: Kovács Anna": "Kovács Anna",
    "Autor: Jan Novák": "Jan Novák",
    "Συντάκτης: Νίκος Αλεξίου": "Νίκος Αλεξίου",
    "Текст: Анна Белова": "Анна Белова",
    "Автор текста: Анна Белова": "Анна Белова",
    "گزارش از نرگس دریابان": "نرگس دریابان",
    "إعداد: سامر الحلواني": "سامر الحلواني",
    "Oleh: Budi Hartono": "Budi Hartono",
    "Penulis: Budi Hartono": "Budi Hartono",
    "Tác giả: Lê Minh Phương": "Lê Minh Phương",
    "本报记者 王小明": "王小明",
    "(责编：王小明、李红)": "王小明; 李红",
    "執筆：白浜由里": "白浜由里",
    "文／白浜由里": "白浜由里",
    "김민서 기자": "김민서",
}
COLLECTIVES = {
    "By Staff Correspondent, New Delhi": "@Staff Correspondent",
    "By Staff and wire reports": "@Staff and wire reports",
    "Staff and news service reports": "@Staff and news service reports",
    "From wire reports": "@From wire reports",
    "Society for Harbour Research": "#Society for Harbour Research",
    "By: Strait Int’l Staff Writer": "@Strait Int’l Staff Writer",
    "Harbour Courier Staff Writer": "@Harbour Courier Staff Writer",
    "Staff Writer": "@Staff Writer",
    "By Editor": "@Editor",
    "Harbour News Desk": "@Harbour News Desk",
    "By Our Correspondent": "@Our Correspondent",
    "Editorial Board": "@Editorial Board",
    "The Editors": "@The Editors",
    "Harbour Team": "@Harbour Team",
    "Redaktion": "@Redaktion",
    "HB24 Redaktion": "@HB24 Redaktion",
    "La rédaction": "@La rédaction",
    "Redacción": "@Redacción",
    "Редакция": "@Редакция",
    "本紙編集部": "@本紙編集部",
    "Harbour Desk By Harbour Desk": "@Harbour Desk",
    "Harbour's Editorial Writers": "@Harbour's Editorial Writers",
    "北岸网": "#北岸网",
    "原创 北岸晚报": "#北岸晚报",
    "港湾传媒": "#港湾传媒",
    "অনলাইন ডেস্ক": "@অনলাইন ডেস্ক",
    "ویب ڈیسک": "@ویب ڈیسک",
    "港湾新聞社": "#港湾新聞社",
    "作者：港湾研究院": "#港湾研究院",
    "تحریریه": "@تحریریه",
    "By Associated Press": "#Associated Press",
    "The Associated Press": "#The Associated Press",
    "AFP": "#AFP",
    "Von dpa": "#dpa",
    "Harbour Gazette": "#Harbour Gazette",
    "harbour.de": "#harbour.de",
    "Von Karla Brandtner und Jonas Wiedehopf, dpa": "Karla Brandtner; Jonas Wiedehopf; #dpa",
    "von\nKarla Brandtner\n,\nDeutsche Presse-Agentur": "Karla Brandtner; #Deutsche Presse-Agentur",
}
NOBODY = [
    "von Fischbrötchen zu",
    "Mit nur zwei Klicks melden Sie den Fehler der Redaktion",
    "den neuen Medien sowie den Grundlagen für Presse",
    "Copyright Harbour Ltd - all rights reserved",
    "Super User",
    "سه شنبه ۱۸ اردیبهشت ۱۴۰۳",
    "",
    "Reading Time",
    "آخر تحديث",
    "发布于",
    "系统管理员）",
    "未知 责任编辑：周平",
    "关注",
    "View Author Page I’m",
    "相关文章",
    "Lesezeit: 4 Minuten",
    "Keine Kommentare",
    "Table of Contents",
    "Von wem?",
    "Interview: Her long journey from a clerk of the harbour to a writer of guides",
    "Unknown à 08:00",
    "By",
    "May 3, 2021",
    "12:20pm Jan 7, 2024",
    "https://courier.example/by/jane",
    ".byline{color:#333}",
    "function() { return author; }",
    "Photograph by Jane Doyle",
    "Foto: Karla Brandtner",
    "Senior Editor",
    "See full bio",
    "Follow",
    "2024年04月24日23:52 | 来源：港口网",
    "Show Sidebar",
    "x" * (LONGEST + 1),
]


def _told(text: str, *, loose: bool = False) -> str:
    marks = {"person": "", "desk": "@", "organisation": "#"}
    return "; ".join(marks[author.kind] + author.name for author in authors_in(text, loose=loose))


@pytest.mark.parametrize("byline", PERSONS)
def test_persons(byline: str) -> None:
    """Names come clean and in order, without "By", roles, dates, places, outlets, addresses and buttons."""
    assert _told(byline) == PERSONS[byline]


@pytest.mark.parametrize("byline", COLLECTIVES)
def test_desks_and_organisations(byline: str) -> None:
    """Newsrooms' collective voices and agencies are told apart from persons."""
    assert _told(byline) == COLLECTIVES[byline]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    """Dates, addresses, style sheets, scripts, picture credits, roles and buttons name no author."""
    assert authors_in(text) == ()


def test_there_are_as_many_bylines_as_promised() -> None:
    """The tables of printed bylines do not shrink unnoticed."""
    assert len(PERSONS) + len(COLLECTIVES) + len(NOBODY) >= 190


def test_the_outlets_own_name_is_an_organisation() -> None:
    """A name that is known to be the outlet's is no person's, whatever it looks like."""
    (author,) = authors_in("Strait Voice", outlets=frozenset({"straitvoice"}))
    assert author.kind == "organisation"


@pytest.mark.parametrize(
    ("text", "names"), [("jsteinberg", "jsteinberg"), ("Maria & Katerina", "Maria; Katerina"), ("srv/hb;km", "srv/hb; km")]
)
def test_loose_reading_takes_single_words(text: str, names: str) -> None:
    """Where markup says that a name follows, user names and first names are taken."""
    assert _told(text, loose=True) == names


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("JANE DOYLE", "Jane Doyle"),
        ("SEAN O'MALLEY", "Sean O'Malley"),
        ("MARY MCKENNA", "Mary McKenna"),
        ("MARY-ANN VAN DER BERG", "Mary-Ann van der Berg"),
        ("PETER VANCE III", "Peter Vance III"),
        ("AYŞE YİĞİT", "AYŞE YİĞİT"),
        ("HBN NEWS", "HBN NEWS"),
        ("Jane Doyle", "Jane Doyle"),
        ("AFP", "AFP"),
    ],
)
def test_capitals_are_undone(name: str, written: str) -> None:
    """A name set in capitals is written as elsewhere, unless that would be a guess."""
    assert tidy_case(name) == written


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Jane Doyle", True),
        ("Jane", False),
        ("Senior Editor", False),
        ("Jane Doyle, Tom Ashby", False),
        ("floods recede at last", False),
    ],
)
def test_a_line_that_is_a_name(line: str, is_one: bool) -> None:
    """A bare line is a person's name when it is a full one and nothing else."""
    assert looks_like_person(line) is is_one


def test_by_is_taken_off_once_and_again() -> None:
    """Words that introduce a byline go, however many; names that begin like one stay."""
    assert without_by("By by Jane Doyle") == "Jane Doyle"
    assert without_by("Byron Clarke") == "Byron Clarke"
    assert without_by("Vonda Keller") == "Vonda Keller"


def test_roles_alone_are_nobody() -> None:
    """A role without a name is None; with one, it is cut off."""
    assert classify("Chief Correspondent") is None
    assert classify("Jane Doyle Chief Correspondent") == classify("Jane Doyle")


@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    """No text makes the reading fail; each author has a name of the text's letters, and each stands there once."""
    authors = authors_in(text, loose=True)
    assert all(author.name.strip() for author in authors)
    assert len({author.name.casefold() for author in authors}) == len(authors)
