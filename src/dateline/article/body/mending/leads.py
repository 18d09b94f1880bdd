"""Lines that lead to another story: "Read also: …".

Sentences begin with the same words ("Mehr dazu wollte niemand sagen."), so a phrase counts with what makes it a label: a mark behind
it, a link, the end of the line.
"""

from __future__ import annotations

import re

from .kept import phrases

# How a line begins that leads to another story.
_LEADS = """read more|read also|also read|read next|read this|must read|more on this|related story|related stories|related article|related articles
    |you might also like|you may also like|you might also be interested in|don't miss|don’t miss|lesetipp|ilgili haber|related coverage|related reading|read more on this
    |lesen sie auch|lesen sie mehr|lesen sie dazu|lesen sie hier|lies auch|lies mehr|mehr zum thema|mehr dazu|auch interessant|schon gelesen
    |lesen sie dazu auch|mehr lesen|weiterlesen|verwandte themen|das könnte dich auch interessieren|das könnte euch auch interessieren|das thema könnte dich auch interessieren
    |diese artikel könnten dich auch interessieren|diese artikel könnten sie auch interessieren|diese artikel könnten dich ebenfalls interessieren|diese artikel könnten sie ebenfalls interessieren|diese themen könnten sie auch interessieren
    |das könnte sie auch interessieren|les også|læs også|läs också|läs även|läs mer|lue myös|lue seuraavaksi
    |lire aussi|à lire aussi|lire également|à lire également|vous aimerez aussi|sur le même sujet
    |leggi anche|leggi di più|guarda anche|potrebbe interessarti
    |lee también|lea también|lee además|lea además|lee más|lea más|leer más|te puede interesar|le puede interesar|también te puede interesar
    |también puedes leer|también puede leer|también lea|vea también|ve también|nota relacionada|notas relacionadas
    |leia também|leia mais|veja também|saiba mais|lees ook|lees meer|baca juga
    |читайте также|читайте ещё|читайте еще|читайте також|читать также|czytaj też|czytaj także|czytaj również|czytaj więcej|dowiedz się więcej|zobacz też
    |zobacz także|zobacz również|přečtěte si|čtěte také|čtěte též|citește și|διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα
    |اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|اقرأ ايضا|إقرأ أيضا|إقرأ أيضًا|اقرأ المزيد|بیشتر بخوانید|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें
    |関連記事|関連リンク|あわせて読みたい|相关阅读|相关新闻|延伸阅读|延伸閱讀|相關新聞|更多新闻|관련기사|관련 기사|เรื่องที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง|xem thêm|đọc thêm
    |виж още|вижте още|прочетете още|pročitajte i|pročitaj i|čitajte još|preberite še|olvasd el ezt is|kapcsolódó cikk|kapcsolódó cikkek|loe ka|loe lisaks|lasi arī|lasiet arī|taip pat skaitykite|lexo edhe|lexoni edhe|soma pia|basahin din|basahin
    |อ่านเพิ่มเติม|อ่านข่าวที่เกี่ยวข้อง|อ่านข่าวอื่นๆ ที่เกี่ยวข้อง|یہ بھی پڑھیں|مزید پڑھیں|עוד בנושא|קראו עוד|קראו גם|இதையும் படியுங்கள்|மேலும் படிக்க|यो पनि पढ्नुहोस्|यह भी पढ़ें|আরও পড়ুন|আরো পড়ুন|ተጨማሪ ያንብቡ|በተጨማሪ ያንብቡ|կարդացեք նաև|អានបន្ថែម|ဆက်စပ်သတင်း|noticias relacionadas|artículos relacionados"""
# The same, which stand before what is to be read or seen of old as well, and before answers: only where most of the line is a link, or
# they are in capitals.
_LINKED_LEADS = "read|también|for more, read|mehr|more|watch|watch now|watch more|learn more|mira|zobacz wideo|related|see also|siehe auch|à lire|à voir|à voir aussi|ver más|puedes ver|te recomendamos|по теме|بخوانید"
# Marks behind a lead, and dashes, which set apart a part of a sentence as well.
_MARKS, _DASHES = re.compile(r"\s?[:：|»›→】>]"), re.compile(r"\s?[–—]|\s-")
_ARROWS = re.compile(
    r"\s{0,3}>>\s?(?:compare|also|see also|read (?:more|about|next|also)|related|learn more|more|next|watch)\s?:\s\S", re.I
)
_PLUSES = re.compile(
    r"\s{0,3}\+{2,}\s.{0,120}(?:ticker|\bblog\b|\blesen\b|\bhier\b|aktuell|\blive\b).{0,120}\s\+{2,}\s{0,3}", re.I
)
_STOPS = (".", "。", "…", "।", "؟")
# Letters of a lead in capitals, and what a line may end with that is nothing but a lead.
_CAPITALS, _TRAILING = 4, " .!?…:>»→"
# Code points of a line that leads elsewhere.
_LONGEST = 160
_LEADING_ON, _LABELS = phrases(_LEADS), phrases(_LINKED_LEADS)


def points_on(text: str, *, linked: bool) -> bool:
    """Whether a line points to another story by its marks: ">> Compare: …", a link behind arrows, or one to a ticker between pluses."""
    if len(text) > _LONGEST:
        return False
    return _ARROWS.match(text) is not None or (linked and (text.lstrip().startswith(">>") or _PLUSES.fullmatch(text) is not None))


def leads_on(text: str, *, linked: bool) -> bool:
    """Whether a line, from its first letter on, leads to another story. `linked` tells that most of it is a link."""
    first, broken, _ = text.partition("\n")
    if broken and first.rstrip().endswith((":", "：", "»", ">")) and first.lower().rstrip(_TRAILING) in _LEADING_ON:
        return True  # the stories stand in the lines below
    if len(text) > _LONGEST:
        return False
    line, capitals = text.lower(), text[:_CAPITALS].isupper()
    if line.startswith(_LEADING_ON):
        for lead in _LEADING_ON:
            rest = text[len(lead) :]
            if line.startswith(lead) and (not rest.strip(_TRAILING) or (linked and not rest[0].isalnum()) or _is_marked(rest)):
                return True
    return (
        (linked or capitals)
        and line.startswith(_LABELS)
        and any(_is_marked(text[len(lead) :]) for lead in _LABELS if line.startswith(lead))
    )


def _is_marked(rest: str) -> bool:
    """Whether a lead is followed as a label is, and no sentence: by a mark, and then by a title, which begins with no small letter."""
    if rest.rstrip("\"'”»)] ").endswith(_STOPS):
        return False
    if (mark := _MARKS.match(rest)) is not None:
        return not rest[mark.end() :].lstrip()[:1].islower()
    dash = _DASHES.match(rest)
    return dash is not None and _DASHES.search(rest, dash.end()) is None
